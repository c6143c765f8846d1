"""Kvalitetsplanen as it is printed, and its outcome in the year's quality report."""

from datetime import date

import pytest

from lib.numbers import NO_BREAK
from lib.pdf.exhibits import for_print
from measures.models import Measure, Status
from organisation.models import Process, QualityArea, QualityAreaSet, User
from qualityreport import checks
from qualityreport.collect import collect, printed_sections
from qualityreport.models import Report, ReportKind
from qualityreport.scope import Scope
from qualityreport.services import create_report
from qualityreport.text import compose
from risks.models import Control, Decision, Frequency
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report
from tests.factories.risks import make_assessment, make_control, make_result, make_risk
from tests.qualityreport.reading import cells, headings, tables, words

LAID_DOWN, BEFORE = date(2023, 1, 31), date(2022, 6, 1)


@pytest.fixture
def process(organisation: Organisation) -> Process:
    return Process.objects.create(unit=organisation.ifo, number="2.1", name="Ta emot anmälan")


@pytest.fixture
def plan(organisation: Organisation) -> Report:
    return create_report(
        actor=None, kind=ReportKind.PLAN, year=2023, unit=organisation.ifo, as_of=LAID_DOWN
    )


@pytest.fixture
def planned(plan: Report) -> Scope:
    return Scope.of(plan)


@pytest.fixture
def filled(organisation: Organisation, process: Process, eva: User) -> None:
    """A judged risk with a control and a measure, and a bare one beside them."""
    areas = QualityAreaSet.objects.create(name="Egna")
    safe = QualityArea.objects.create(set=areas, name="Trygghet", definition="Att vara trygg.")
    eva.title = "enhetschef"
    eva.save()
    risk = make_risk(
        organisation.intake, "R1", "Risk att barn väntar", quality_area=safe, theme="Skydd"
    )
    make_assessment(risk, BEFORE, 3, 3)
    bare = make_risk(organisation.intake, "R2", "Risk att inget händer")
    for one in (risk, bare):
        one.processes.add(process)
    control = make_control(
        organisation.intake,
        "E1",
        "Skydd i tid",
        frequency=Frequency.QUARTERLY,
        first_month=3,
        responsible=eva,
    )
    control.risks.add(risk)
    measure = make_measure(
        organisation.intake, "Ny rutin", responsible=eva, due_on=date(2023, 5, 31)
    )
    make_follow_up(measure, BEFORE, Status.ONGOING)
    risk.measures.add(measure)


@pytest.mark.usefixtures("filled")
class TestProcesses:
    def test_each_process_is_a_heading_with_its_risks_controls_and_measures(
        self, planned: Scope
    ) -> None:
        assert headings("plan.main", planned) == ["2.1 Ta emot anmälan"]
        [table] = tables("plan.main", planned)
        assert cells(table) == [
            [
                "Risk att barn väntar 9 Hög Trygghet.",
                "Skydd i tid Var tredje månad Uttag ur verksamhetssystem. Mål: minst 90 %. "
                "Ansvarig: enhetschef.",
                "Ny rutin Klar 31 maj 2023 Ansvarig: enhetschef.",
            ],
            ["Risk att inget händer Ej bedömd", "–", "–"],
        ]

    def test_what_is_done_for_the_process_stands_beside_the_bare_risks(
        self, planned: Scope, organisation: Organisation, process: Process
    ) -> None:
        make_control(organisation.intake, "E2", "Genomgång", process=process, threshold=None)
        row = cells(tables("plan.main", planned)[0])[1]
        assert row[1] == "Genomgång En gång om året Uttag ur verksamhetssystem."

    def test_a_process_stands_in_the_contents(self, plan: Report, process: Process) -> None:
        document = for_print({"sections": printed_sections(collect(plan))})
        listed = [(line["title"], line["anchor"]) for line in document["contents"]]
        assert ("2.1 Ta emot anmälan", f"process-{process.pk}") in listed

    def test_support_processes_are_a_chapter_of_their_own(
        self, planned: Scope, process: Process
    ) -> None:
        Process.objects.filter(pk=process.pk).update(kind=Process.Kind.SUPPORT)
        assert headings("plan.support", planned) == ["2.1 Ta emot anmälan"]

    def test_the_numbers_and_the_words_are_of_one_count(self, planned: Scope) -> None:
        [table] = tables("plan.overview", planned)
        assert cells(table) == [["2.1 Ta emot anmälan", "2", "1", "1"], ["Totalt", "2", "1", "1"]]
        assert "1 process, 2 risker, 1 egenkontroll och 1 åtgärd" in words("plan.overview", planned)
        told = compose("<p>{{ plan.risker }} risker</p>", scope=planned, heading_level=2)
        assert told.html == "<p>2 risker</p>"

    def test_risks_are_counted_per_area_and_themes_in_words(self, planned: Scope) -> None:
        [table] = tables("plan.areas", planned)
        assert cells(table) == [["Trygghet", "1"], ["Utan kvalitetsområde", "1"], ["Totalt", "2"]]
        assert "1 risk har samlats under ett tema: Skydd (1)." in words("plan.areas", planned)

    def test_the_wheel_tells_in_which_months_a_control_is_made(self, planned: Scope) -> None:
        [table] = tables("plan.year_wheel", planned)
        assert cells(table) == [
            [
                "Skydd i tid",
                "Uttag ur verksamhetssystem",
                "mars, juni, september och december (Var tredje månad)",
                "enhetschef",
            ]
        ]


def test_last_years_controls_that_called_for_action_are_told(
    planned: Scope, organisation: Organisation
) -> None:
    make_result(make_control(organisation.intake, "E1", "Skydd i tid"), BEFORE)
    [table] = tables("plan.findings", planned)
    assert [row[:2] for row in cells(table)] == [["Skydd i tid", "19 av 34, 56 % (mål minst 90 %)"]]


def test_a_set_of_areas_is_of_its_organisation(planned: Scope, organisation: Organisation) -> None:
    for unit, name in (
        (organisation.elderly, "Andras"),
        (None, "Allas"),
        (organisation.ifo, "Egna"),
    ):
        areas = QualityAreaSet.objects.create(name=name, unit=unit)
        QualityArea.objects.create(set=areas, name=f"{name} tid", definition="I tid.")
    [table] = tables("standing.quality_areas", planned)
    assert cells(table) == [["Egna tid", "I tid."]]


# What is missing -----------------------------------------------------------------------------


def found(report: Report, check: str) -> list[tuple[str, str]]:
    findings = checks.run(collect(report))
    return [(finding.place, finding.message) for finding in findings if finding.check == check]


def test_a_process_without_control_and_measure_is_pointed_out(
    plan: Report, organisation: Organisation, process: Process
) -> None:
    make_risk(organisation.intake).processes.add(process)
    assert found(plan, "process_without_control") == [
        ("2.1 Ta emot anmälan", "Processen har ingen egenkontroll.")
    ]
    assert found(plan, "process_without_measure") == [
        ("2.1 Ta emot anmälan", "Processen har ingen åtgärd.")
    ]
    assert len(found(plan, "planned_risk_without_action")) == 1
    assert found(plan, "not_judged") == [("2.1 Ta emot anmälan", "En risk är inte bedömd.")]
    assert found(plan, "nobody_answers_in_plan") == [
        ("2.1 Ta emot anmälan", f"Ingen ansvarar för 1{NO_BREAK}risk.")
    ]


def test_accepted_risks_ask_for_nothing(
    plan: Report, organisation: Organisation, process: Process
) -> None:
    risk = make_risk(organisation.intake, decision=Decision.ACCEPT)
    risk.processes.add(process)
    checks_of_holes = ("process_without_control", "process_without_measure")
    assert [found(plan, check) for check in checks_of_holes] == [[], []]
    assert found(plan, "planned_risk_without_action") == []


def test_what_is_done_for_the_process_answers_for_its_risks_in_the_years_report_too(
    organisation: Organisation, process: Process
) -> None:
    make_risk(organisation.intake).processes.add(process)
    report = make_report(organisation.ifo)
    assert len(found(report, "risk_without_action")) == 1
    measure = make_measure(organisation.intake)
    make_follow_up(measure, BEFORE, Status.ONGOING)
    measure.processes.add(process)
    assert found(report, "risk_without_action") == []


# The outcome ---------------------------------------------------------------------------------


def test_without_a_plan_there_is_no_outcome_to_print(organisation: Organisation) -> None:
    assert tables("plan.outcome", Scope.of(make_report(organisation.ifo))) == []


@pytest.mark.usefixtures("filled", "plan")
def test_the_years_report_tells_what_came_of_the_plan(organisation: Organisation) -> None:
    scope = Scope.of(make_report(organisation.ifo))

    numbers, missed = tables("plan.outcome", scope)

    assert cells(numbers) == [
        ["2.1 Ta emot anmälan", "0 av 2", "0 av 1", "0 av 1"],
        ["Totalt", "0 av 2", "0 av 1", "0 av 1"],
    ]
    assert cells(missed) == [
        ["Skydd i tid (Egenkontroll)", "2.1 Ta emot anmälan", "inte genomförd"],
        ["Ny rutin (Åtgärd)", "2.1 Ta emot anmälan", "pågående"],
    ]
    assert "lades fast 31 januari 2023: av 2 risker är 0 avslutade" in words("plan.outcome", scope)


@pytest.mark.usefixtures("filled", "plan")
def test_what_was_done_is_no_longer_missed(organisation: Organisation) -> None:
    make_result(Control.objects.get(), date(2023, 9, 1))
    make_follow_up(Measure.objects.get(), date(2023, 6, 1), Status.DONE)

    [numbers] = tables("plan.outcome", Scope.of(make_report(organisation.ifo)))

    assert cells(numbers)[-1] == ["Totalt", "0 av 2", "1 av 1", "1 av 1"]
