"""An old register becomes cases: all of its rows or none, and no case twice."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.core import mail
from django.utils import timezone

from deviations import services, slip_todo
from deviations.importers import DeviationImporter
from deviations.models import (
    ClockRule,
    Deviation,
    IvoNotification,
    Kind,
    ManagerSlip,
    NumberSeries,
    Severity,
    Status,
)
from deviations.models.choices import Clock
from imports.checking import check
from imports.importer import CannotUndo
from imports.models import ImportBatch
from imports.services import bring, remove
from organisation.models import Role, User
from tests.factories.deviations import make_case, make_cause
from tests.factories.organisation import Organisation, give_role
from tests.imports.files import case, csv_of

LEX_SARAH = "Lex Sarah-rapport"


def brought(*rows: dict[str, str], by: User | None = None) -> ImportBatch:
    return bring(actor=by, importer=DeviationImporter(), name="fil.csv", content=csv_of(*rows))


def problems(*rows: dict[str, str], by: User | None = None) -> list[tuple[str, str]]:
    found = check(DeviationImporter(), csv_of(*rows), by).problems
    return [(one.heading, one.words) for one in found]


def test_a_row_becomes_a_case_with_all_it_says(organisation: Organisation) -> None:
    make_cause()
    brought(
        case(
            Nummer="2019/44",
            Typ="LEX SARAH",
            Grad="allvarligt missförhållande",
            Beslutat="3/5 2023",
            Beslutat_av="Dag Holm",
            Avslutat="2023-06-01",
            Inträffade="2023-03-01",
            Bakomliggande_orsaker="processer och rutiner",
            Kön="flicka",
            Ålder="0-12 år",
            Anmält_till_IVO="2023-04-02",
            IVO_dnr="3.1-7/2023",
        )
    )
    made = Deviation.objects.get()
    told = {
        "number": "LS-2023-0001",
        "external_reference": "2019/44",
        "kind": Kind.LEX_SARAH,
        "restricted": True,
        "unit": organisation.intake,
        "received_on": date(2023, 3, 3),
        "occurred_on": date(2023, 3, 1),
        "decided_on": date(2023, 5, 3),
        "decided_by_name": "Dag Holm",
        "severity": Severity.SERIOUS,
        "status": Status.CLOSED,
        "closed_on": date(2023, 6, 1),
        "title": "Ett brev kom bort",
        "sex": "female",
        "age_band": "0-12",
        "version": 1,
    }
    assert {field: getattr(made, field) for field in told} == told
    assert [cause.name for cause in made.causes.all()] == ["Processer och rutiner"]
    notification = IvoNotification.objects.get(deviation=made)
    assert (notification.notified_on, notification.ivo_diary_number) == (
        date(2023, 4, 2),
        "3.1-7/2023",
    )
    assert made.reports.get().number_given == "LS-2023-0001"


def test_a_complaint_is_decided_by_its_answer(organisation: Organisation) -> None:
    brought(
        case(Typ="klagomål", Ämne="Bemötande", Svar="Vi beklagar.", Besvarat="2023-04-01"),
        case(Nummer="18", Typ="synpunkt", Överklagande="x"),
    )
    answered, appeal = Deviation.objects.order_by("pk")
    assert (answered.status, answered.decided_on) == (Status.DECIDED, date(2023, 4, 1))
    assert (answered.complaint.topic, answered.complaint.answer) == ("treatment", "Vi beklagar.")
    assert (appeal.number, appeal.complaint.is_appeal) == ("SK-2023-0002", True)


def test_an_open_case_gets_its_deadline(organisation: Organisation, ulla: User) -> None:
    ClockRule.objects.create(clock=Clock.INVESTIGATION, length=2, measure="months", basis="x")
    brought(case(Status="under utredning", Utredare="ULLA"))
    made = Deviation.objects.get()
    assert (made.investigator, made.due_on) == (ulla, date(2023, 5, 3))


# Numbers ---------------------------------------------------------------------------------------


def test_a_number_of_our_own_kind_is_kept_and_lifts_the_series(organisation: Organisation) -> None:
    brought(
        case(Nummer="A1"),
        case(Nummer="AVV-2023-7"),
        case(Nummer="A2", Inkom="2023-01-02"),
        case(Nummer="B1", Inkom="2022-01-02"),
    )
    numbers = dict(Deviation.objects.values_list("external_reference", "number"))
    assert numbers == {
        "AVV-2023-7": "AVV-2023-0007",
        "A2": "AVV-2023-0008",
        "A1": "AVV-2023-0009",
        "B1": "AVV-2022-0001",
    }
    today = timezone.localdate()
    assert make_case(organisation.intake, received_on=date(2023, 5, 1)).sequence == 10
    assert make_case(organisation.intake, received_on=today).sequence == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("LS-2023-0007", "Numret hör till en annan typ av ärende: Intern avvikelse har AVV."),
        ("AVV-2022-0007", "Numret är från 2022 men ärendet kom in 2023."),
        ("AVV-2023-99999", "Löpnumret är inte rimligt."),
    ],
)
def test_a_number_that_does_not_fit_is_refused(
    organisation: Organisation, number: str, words: str
) -> None:
    assert problems(case(Nummer=number)) == [("Nummer", words)]


def test_the_same_file_twice_makes_no_doubles(organisation: Organisation) -> None:
    rows = (case(), case(Nummer="AVV-2023-0040"), case(Nummer="18", Typ="Synpunkt"))
    brought(*rows)
    again = brought(*rows, case(Nummer="19"))
    assert (again.new, again.known, Deviation.objects.count()) == (1, 3, 4)


def test_two_rows_with_one_number_are_refused(organisation: Organisation) -> None:
    assert problems(case(), case()) == [("Nummer", "Samma nummer står på rad 2.")]


def test_a_number_of_another_case_is_refused(organisation: Organisation) -> None:
    brought(case(), case(Nummer="AVV-2023-0040"))
    other = {"Enhet": "Ungdomsenheten"}
    words = "Numret tillhör ett annat ärende i registret."
    assert problems(case(**other), case(Nummer="AVV-2023-0040", **other)) == [
        ("Nummer", words),
        ("Nummer", words),
    ]


# Rights and places -------------------------------------------------------------------------------


def test_lex_sarah_reports_come_by_the_lex_sarah_ansvarig_alone(karin: User, sara: User) -> None:
    rows = (case(), case(Nummer="18", Typ=LEX_SARAH))
    words = "Lex Sarah-rapporter förs in av lex Sarah-ansvarig."
    assert problems(*rows, by=karin) == [("Typ", words)]
    assert problems(*rows, by=sara) == []


def test_nobody_brings_cases_to_a_foreign_unit(karin: User) -> None:
    words = "Du för inte register för Hemtjänst norr."
    assert problems(case(Enhet="hemtjanst"), by=karin) == [("Enhet", words)]


@pytest.mark.parametrize(
    ("unit", "received", "words"),
    [
        ("Motagningsenheten", "2023-01-02", "Enheten finns inte. Menar du Mottagningsenheten?"),
        ("Familjeenheten", "2021-01-02", None),
        (
            "Familjeenheten",
            "2023-02-02",
            "Familjeenheten fanns inte den dag ärendet kom in eller hände.",
        ),
    ],
)
def test_a_unit_must_have_been_there_on_the_day(
    organisation: Organisation, unit: str, received: str, words: str | None
) -> None:
    expected = [("Enhet", words)] if words else []
    assert problems(case(Enhet=unit, Inkom=received)) == expected


def test_the_manager_of_the_place_cannot_investigate_lex_sarah(eva: User) -> None:
    give_role(eva, Role.INVESTIGATOR, eva.memberships.get().unit)
    words = "Enhetens chef kan inte utreda en lex Sarah-rapport där."
    assert problems(case(Typ=LEX_SARAH, Utredare="eva")) == [("Utredare", words)]


# What must hold between the cells ------------------------------------------------------------

TOMORROW = (timezone.localdate() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Inkom": "30 februari 2023"}, [("Inkom", "Det finns inget sådant datum.")]),
        ({"Inkom": "i våras"}, [("Inkom", "Kan inte läsas som ett datum.")]),
        ({"Inkom": TOMORROW}, [("Inkom", "Datumet ligger i framtiden.")]),
        ({"Inkom": ""}, [("Inkom", "Måste fyllas i.")]),
        ({"Typ": "Avikelse"}, [("Typ", "Okänt värde.")]),
        ({"Inträffade": "2023-03-04"}, [("Inkom", "Ärendet kan inte ha kommit in innan")]),
        ({"Beslutat": "2023-03-02"}, [("Beslutat", "Beslutet kan inte vara fattat innan")]),
        ({"Status": "Avslutad"}, [("Beslutat", "Ange besl"), ("Avslutat", "Ange vilken dag")]),
        ({"Status": "Utreds", "Beslutat": "2023-04-02"}, [("Status", "Ärendet har ett beslut")]),
        ({"Status": "Annullerad"}, [("Avslutat", "Ange vilken dag ärendet annullerades.")]),
        ({"Grad": "Missförhållande"}, [("Grad", "Gäller bara"), ("Beslutat", "Ange när")]),
        ({"Typ": LEX_SARAH, "Beslutat": "2023-04-02"}, [("Grad", "Ett beslut i ett lex Sarah")]),
        ({"Svar": "Nej."}, [("Svar", "Gäller bara synpunkter")]),
        ({"Typ": LEX_SARAH, "IVO dnr": "1"}, [("IVO:s diarienummer", "Ange också när")]),
        ({"Antal berörda": "ett par"}, [("Antal berörda", "Skriv ett tal med siffror.")]),
        ({"Rubrik": "x" * 121}, [("Rubrik", "Texten är för lång")]),
    ],
)
def test_what_does_not_fit_is_told_at_its_cell(
    organisation: Organisation, cells: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    found = problems(case(**cells))
    assert [heading for heading, _ in found] == [heading for heading, _ in expected]
    assert all(
        words.startswith(start) for (_, words), (_, start) in zip(found, expected, strict=True)
    )


def test_what_is_accepted_never_breaks_the_database(organisation: Organisation) -> None:
    """Every status with every combination of dates and grade, in one file."""
    dates = {"Beslutat": "2023-04-02", "Avslutat": "2023-05-02", "Grad": "Missförhållande"}
    combined = product((LEX_SARAH, "Intern avvikelse", "Klagomål"), Status.labels, *["01"] * 3)
    rows = [
        case(Nummer=str(number), Typ=kind, Status=status)
        | {name: dates[name] if one == "1" else "" for name, one in zip(dates, given, strict=True)}
        for number, (kind, status, *given) in enumerate(combined)
    ]
    checked = check(DeviationImporter(), csv_of(*rows), None)
    refused = {row.number for row in checked.rows if row.problems}
    accepted = [row for number, row in enumerate(rows, start=2) if number not in refused]
    assert brought(*accepted).new == len(accepted) == 27


def test_the_manager_has_a_slip_of_an_open_lex_sarah_case_and_no_letter(eva: User) -> None:
    User.objects.filter(pk=eva.pk).update(email="eva@lindby.example")
    ended = {"Status": "Avslutad", "Beslutat": "2023-04-02", "Avslutat": "2023-05-02"}
    brought(
        case(Typ=LEX_SARAH),
        case(Nummer="18", Typ=LEX_SARAH, Grad="Missförhållande", **ended),
        case(Nummer="19"),
    )
    waiting = Deviation.objects.get(external_reference="17")
    assert [one.title for one in slip_todo.todo(eva)] == [f"Läs lappen om {waiting.number}"]
    assert ManagerSlip.objects.count() == 1
    assert mail.outbox == []


# Undo ---------------------------------------------------------------------------------------------


def test_an_import_is_taken_back_whole(organisation: Organisation) -> None:
    before = make_case(organisation.intake, received_on=date(2023, 1, 9))
    make_cause()
    row = {"Bakomliggande orsaker": "Processer och rutiner"}
    batch = brought(case(**row), case(Nummer="18", Typ=LEX_SARAH), case(Nummer="1", Typ="Synpunkt"))
    remove(actor=None, batch=batch)
    assert list(Deviation.objects.all()) == [before]
    assert set(NumberSeries.objects.values_list("series", "last")) == {
        ("AVV", 1),
        ("LS", 0),
        ("SK", 0),
    }


def test_a_number_that_somebody_came_after_is_not_given_again(organisation: Organisation) -> None:
    batch = brought(case())
    make_case(organisation.intake, received_on=date(2023, 5, 1))
    remove(actor=None, batch=batch)
    assert make_case(organisation.intake, received_on=date(2023, 5, 2)).number == "AVV-2023-0003"


def test_an_import_that_somebody_has_worked_with_stays(
    organisation: Organisation, eva: User
) -> None:
    edited, measured, untouched = (brought(case(Nummer=number)) for number in "123")
    instructed = brought(case(Nummer="4", Typ=LEX_SARAH))
    one, two, _ = Deviation.objects.filter(kind=Kind.INTERNAL).order_by("sequence")
    report = Deviation.objects.get(kind=Kind.LEX_SARAH)
    services.update_deviation(
        actor=eva, deviation_id=one.pk, version=1, changes={"title": "Ett brev"}
    )
    services.add_measure(actor=eva, deviation=two, title="Ny rutin", kind="routine")
    services.instruct_manager(actor=eva, deviation=report, instruction="Lås dörren.")
    for batch, found in ((edited, one), (measured, two), (instructed, report)):
        with pytest.raises(CannotUndo, match=f"någon har arbetat vidare med {found.number}"):
            remove(actor=eva, batch=batch)
    remove(actor=eva, batch=untouched)
    assert Deviation.objects.count() == 3
