"""Processes, risks, controls and measures from files."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from imports.checking import check
from imports.importer import CannotUndo, Importer
from imports.models import ImportBatch
from imports.services import bring, remove
from measures.models import Measure
from organisation.models import Process, User
from risks.importers import ControlImporter, MeasureImporter, ProcessImporter, RiskImporter
from risks.models import Control, Risk, RiskAssessment
from risks.statistics import judged_on
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_risk
from tests.imports.files import csv_of

Cells = dict[str, str]
UNIT = "Mottagningsenheten"
PROCESS: Cells = {"Nummer": "2.1", "Process": "Ta emot anmälan", "Verksamhet": UNIT}
RISK: Cells = {"Kod": "R1", "Risk": "Risk att barn väntar", "Verksamhet": UNIT}
CONTROL: Cells = {
    "Kod": "E1",
    "Egenkontroll": "Skydd i tid",
    "Verksamhet": UNIT,
    "Metod": "Aktgranskning",
    "Resultatet anges": "andel",
}
MEASURE: Cells = {"Åtgärd": "Ny rutin", "Enhet": UNIT}


def brought(importer: Importer, *rows: Cells, by: User | None = None) -> ImportBatch:
    return bring(actor=by, importer=importer, name="fil.csv", content=csv_of(*rows))


def said(importer: Importer, *rows: Cells, by: User | None = None) -> list[str]:
    found = check(importer, csv_of(*rows), by).problems
    return [f"{one.row} {one.heading}: {one.words}" for one in found]


def test_the_whole_chain_comes_in_from_four_files(organisation: Organisation, eva: User) -> None:
    brought(ProcessImporter(), PROCESS | {"Slag": "stödprocess"}, by=eva)
    brought(RiskImporter(), RISK | {"Processer": "2.1", "Beslut": "bevakas"}, by=eva)
    brought(
        ControlImporter(),
        CONTROL | {"Risker": "r1", "Process": "2.1 Ta emot anmälan", "Gränsvärde": "90,5 "},
        by=eva,
    )
    brought(MeasureImporter(), MEASURE | {"Risker": "R1", "Egenkontroller": "E1"}, by=eva)

    process, risk = Process.objects.get(), Risk.objects.get()
    control, measure = Control.objects.get(), Measure.objects.get()
    assert (process.kind, risk.decision) == ("support", "watch")
    assert list(risk.processes.all()) == [process]
    assert (list(control.risks.all()), control.process) == ([risk], process)
    assert float(control.threshold or 0) == 90.5
    assert list(risk.measures.all()) == list(control.measures.all()) == [measure]
    assert (measure.kind, measure.status, measure.origin) == ("routine", "not_started", "risk")


def test_the_same_file_twice_makes_no_doubles(organisation: Organisation) -> None:
    for importer, row in (
        (ProcessImporter(), PROCESS),
        (RiskImporter(), RISK | {"Processer": "2.1", "Sannolikhet": "3", "Konsekvens": "2"}),
        (ControlImporter(), CONTROL | {"Risker": "R1", "Månad": "mars"}),
        (MeasureImporter(), MEASURE | {"Processer": "2.1"}),
    ):
        first = brought(importer, row)
        second = brought(importer, row)
        assert (first.new, second.new, second.known) == (1, 0, 1), importer.name
    assert RiskAssessment.objects.count() == 1


def test_what_a_file_leaves_empty_is_left_as_it_stands(organisation: Organisation) -> None:
    risk = make_risk(organisation.intake, "R1", consequence="Barnet får vänta.")

    batch = brought(RiskImporter(), {"Kod": "r1", "Risk": "Risk att barn glöms"})

    risk.refresh_from_db()
    assert batch.changed == 1
    assert (risk.title, risk.consequence, risk.version) == (
        "Risk att barn glöms",
        "Barnet får vänta.",
        2,
    )


def test_links_are_added_and_none_is_taken_away(organisation: Organisation) -> None:
    control = make_control(organisation.intake, "E1")
    first, second = make_risk(organisation.intake, "R1"), make_risk(organisation.intake, "R2")
    control.risks.add(first)

    batch = brought(ControlImporter(), {"Kod": "E1", "Risker": "R2"})

    assert batch.changed == 1
    assert set(control.risks.all()) == {first, second}
    remove(actor=None, batch=batch)
    assert list(control.risks.all()) == [first]


def test_a_risk_is_judged_on_the_scale_of_its_unit(organisation: Organisation, eva: User) -> None:
    judged = {"Sannolikhet": "3", "Konsekvens": "2", "Bedömd": "2024-03-01"}

    brought(RiskImporter(), RISK | judged | {"Identifierad": "2024-01-01"}, by=eva)

    risk = Risk.objects.get()
    found = judged_on([risk.pk], date(2024, 3, 1))[risk.pk]
    assert (found.level, found.zone) == (6, "high")
    assert RiskAssessment.objects.get().author == eva


def test_a_new_judgement_of_a_risk_that_stands_is_added_to_its_history(
    organisation: Organisation,
) -> None:
    brought(RiskImporter(), RISK | {"Sannolikhet": "3", "Konsekvens": "3"})
    batch = brought(RiskImporter(), {"Kod": "R1", "Sannolikhet": "1", "Konsekvens": "3"})

    assert batch.changed == 1
    assert [row.level for row in RiskAssessment.objects.order_by("pk")] == [9, 3]


def test_what_cannot_be_judged_is_refused_at_its_cell(organisation: Organisation) -> None:
    later = {"Bedömd": "2024-01-01", "Identifierad": "2024-02-01"}
    told = said(
        RiskImporter(),
        RISK | {"Sannolikhet": "4", "Konsekvens": "2"},
        RISK | {"Kod": "R2", "Sannolikhet": "2"},
        RISK | {"Kod": "R3", "Sannolikhet": "2", "Konsekvens": "2", **later},
        RISK | {"Kod": "R4", "Beslut": "accepteras"},
    )
    assert told == [
        "2 Sannolikhet: Skalan går från 1 till 3.",
        "3 Konsekvens: Ange både sannolikhet och konsekvens, eller ingen av dem.",
        "4 Bedömd: Risken kan inte bedömas före den dag den identifierades.",
        "5 Beslut: En risk accepteras på sin egen sida, av den som tar på sig det.",
    ]


def test_a_row_that_cannot_be_is_refused(organisation: Organisation, eva: User) -> None:
    make_risk(organisation.home_care, "R9")
    make_risk(organisation.intake, "R8", closed_on=date(2024, 1, 1), closed_because="Borta.")
    foreign = "Hemtjänst norr"
    assert said(RiskImporter(), RISK | {"Verksamhet": foreign}, by=eva) == [
        f"2 Verksamhet: Du lägger inte upp risker för {foreign}."
    ]
    assert said(RiskImporter(), {"Kod": "R9", "Tema": "Annat"}, by=eva) == [
        "2 Kod: Finns redan, och du får inte ändra det."
    ]
    assert said(RiskImporter(), {"Kod": "R8", "Tema": "Annat"}, by=eva) == [
        "2 Kod: Risken är avslutad och kan inte ändras."
    ]
    assert said(RiskImporter(), RISK, RISK | {"Kod": "r1"}) == ["3 Kod: Samma står på rad 2."]
    assert said(RiskImporter(), {"Kod": "R1", "Risk": "Risk"}) == [
        "2 Verksamhet: Måste fyllas i för en ny risk."
    ]
    assert said(RiskImporter(), RISK | {"Kod": "ny"}) == [
        "2 Kod: Koden används av sidans egna adresser. Välj en annan."
    ]
    assert said(ControlImporter(), CONTROL | {"Risker": "R9"}, by=eva) == [
        "2 Risker: Finns inte i dina verksamheter."
    ]
    assert said(ControlImporter(), CONTROL | {"Risker": "R8"}, by=eva) == [
        "2 Risker: En av riskerna är avslutad."
    ]
    assert said(ControlImporter(), CONTROL | {"Gränsvärde": "120"}) == [
        "2 Gränsvärde: En andel ligger mellan 0 och 100 procent."
    ]
    assert said(MeasureImporter(), MEASURE, by=eva) == [
        "2 Åtgärd: Ange minst en risk, egenkontroll eller process som åtgärden hör till."
    ]


def test_a_file_changes_no_measure_that_the_person_may_not_change(
    organisation: Organisation, karin: User, eva: User
) -> None:
    """The coordinator adds measures, and the manager of the unit keeps them."""
    make_measure(organisation.intake, "Ny rutin", origin="ärende")
    make_risk(organisation.intake, "R1")
    row = MEASURE | {"Risker": "R1", "Ska vara klar": "2027-01-31"}

    assert said(MeasureImporter(), row, by=karin) == [
        "2 Åtgärd: Finns redan, och du får inte ändra det."
    ]
    assert said(MeasureImporter(), row, by=eva) == []


def test_an_import_is_taken_back_with_its_links(organisation: Organisation) -> None:
    brought(ProcessImporter(), PROCESS)
    risks = brought(RiskImporter(), RISK | {"Processer": "2.1"})

    remove(actor=None, batch=risks)

    assert not Risk.objects.exists()
    assert Process.objects.exists()


def test_what_somebody_has_linked_since_is_not_taken_back(organisation: Organisation) -> None:
    batch = brought(RiskImporter(), RISK)
    Risk.objects.get().measures.add(make_measure(organisation.intake))

    with pytest.raises(CannotUndo, match="någon har kopplat vidare"):
        remove(actor=None, batch=batch)

    assert Risk.objects.exists()


def test_judged_risks_are_not_taken_back(organisation: Organisation) -> None:
    batch = brought(RiskImporter(), RISK | {"Sannolikhet": "1", "Konsekvens": "1"})

    with pytest.raises(CannotUndo, match="bedömningar tas aldrig bort"):
        remove(actor=None, batch=batch)


def test_three_rows_cost_as_many_queries_as_one(organisation: Organisation, eva: User) -> None:
    brought(ProcessImporter(), PROCESS)

    def cost(numbers: range) -> int:
        rows = [
            RISK | {"Kod": f"R{n}", "Processer": "2.1", "Sannolikhet": "2", "Konsekvens": "2"}
            for n in numbers
        ]
        with CaptureQueriesContext(connection) as queries:
            brought(RiskImporter(), *rows, by=eva)
        return len(queries)

    cost(range(1, 2))  # what is asked once for a person is asked here
    assert cost(range(2, 3)) == cost(range(3, 6))
