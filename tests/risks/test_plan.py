"""The plan of a year, process by process, as it stands on the day it is laid down."""

from collections.abc import Iterable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lib.periods import Period
from measures.models import Measure, Status
from organisation.groups import unit_ids_below
from organisation.models import Process, User
from risks.models import Control, Risk
from risks.plan import Plan, PlannedControl, ProcessPlan, plan
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_risk

LAID_DOWN = date(2024, 1, 31)
BEFORE, AFTER = date(2023, 6, 1), date(2024, 3, 1)


@pytest.fixture
def intake_process(organisation: Organisation) -> Process:
    return Process.objects.create(unit=organisation.ifo, number="2.1", name="Ta emot anmälan")


@pytest.fixture
def support_process(organisation: Organisation) -> Process:
    return Process.objects.create(
        unit=organisation.ifo, number="S.1", name="Klagomål", kind=Process.Kind.SUPPORT, order=1
    )


def planned(organisation: Organisation) -> Plan:
    return plan(unit_ids_below(organisation.ifo.pk), Period.of(2024, LAID_DOWN))


def of(organisation: Organisation, process: Process) -> ProcessPlan:
    return next(one for one in planned(organisation).processes if one.number == process.number)


def codes(controls: Iterable[PlannedControl]) -> list[str]:
    rows = Control.objects.filter(pk__in=[control.pk for control in controls])
    return sorted(rows.values_list("code", flat=True))


def decided(measure: Measure, on: date = BEFORE) -> Measure:
    make_follow_up(measure, on, Status.ONGOING)
    return measure


def risk_in(organisation: Organisation, *processes: Process, code: str = "R1") -> Risk:
    risk = make_risk(organisation.intake, code)
    risk.processes.set(processes)
    return risk


def test_a_risk_stands_with_its_own_control_and_measure(
    organisation: Organisation, intake_process: Process
) -> None:
    risk = risk_in(organisation, intake_process)
    make_control(organisation.intake, "E1").risks.add(risk)
    risk.measures.add(decided(make_measure(organisation.intake, "Ny rutin")))

    [found] = of(organisation, intake_process).risks

    assert codes(found.controls) == ["E1"]
    assert [measure.title for measure in found.measures] == ["Ny rutin"]
    assert not found.stands_alone


def test_what_is_of_the_process_as_a_whole_stands_apart_and_handles_its_risks(
    organisation: Organisation, intake_process: Process
) -> None:
    risk = risk_in(organisation, intake_process)
    make_control(organisation.intake, "E1", process=intake_process)
    measure = decided(make_measure(organisation.intake, "Utbilda alla"))
    measure.processes.add(intake_process)

    found = of(organisation, intake_process)

    assert codes(found.controls) == ["E1"]
    assert [one.title for one in found.measures] == ["Utbilda alla"]
    assert found.risks[0].stands_alone
    assert planned(organisation).handled == {risk.pk}


def test_a_risk_of_two_processes_is_printed_in_both_and_counted_once(
    organisation: Organisation, intake_process: Process, support_process: Process
) -> None:
    risk = risk_in(organisation, intake_process, support_process)
    risk.measures.add(decided(make_measure(organisation.intake)))
    make_control(organisation.intake, "E1").risks.add(risk)

    found = planned(organisation)

    assert [len(process.risks) for process in found.processes] == [1, 1]
    assert (len(found.risks), len(found.controls), len(found.measures)) == (1, 1, 1)


def test_what_is_closed_finished_or_entered_later_is_not_planned(
    organisation: Organisation, intake_process: Process
) -> None:
    closed = risk_in(organisation, intake_process)
    Risk.objects.filter(pk=closed.pk).update(closed_on=BEFORE, closed_because="Borta.")
    make_control(organisation.intake, "E1", process=intake_process, closed_on=BEFORE)
    done = make_measure(organisation.intake, "Klar")
    make_follow_up(done, BEFORE, Status.DONE)
    later = decided(make_measure(organisation.intake, "Senare"), AFTER)
    for measure in (done, later):
        measure.processes.add(intake_process)

    found = of(organisation, intake_process)

    assert (found.risks, found.controls, found.measures) == ((), (), ())


def test_a_control_that_begins_later_in_the_year_is_planned(
    organisation: Organisation, intake_process: Process
) -> None:
    make_control(organisation.intake, "E1", process=intake_process, opened_on=AFTER)
    make_control(organisation.intake, "E2", process=intake_process, opened_on=date(2025, 1, 1))

    assert codes(of(organisation, intake_process).controls) == ["E1"]


def test_what_belongs_to_no_process_comes_last(
    organisation: Organisation, intake_process: Process
) -> None:
    risk_in(organisation, code="R9")
    make_control(organisation.intake, "E9")

    *_, last = planned(organisation).processes

    assert (last.title, len(last.risks), len(last.controls)) == ("Utan process", 1, 1)


def test_nothing_falls_out_when_a_process_has_ended(
    organisation: Organisation, intake_process: Process
) -> None:
    risk_in(organisation, intake_process)
    make_control(organisation.intake, "E1", process=intake_process)
    Process.objects.filter(pk=intake_process.pk).update(closed_on=BEFORE)

    [rest] = planned(organisation).processes

    assert (rest.is_process, len(rest.risks), codes(rest.controls)) == (False, 1, ["E1"])


def test_a_control_of_a_closed_risk_is_still_planned(
    organisation: Organisation, intake_process: Process
) -> None:
    risk = risk_in(organisation, intake_process)
    make_control(organisation.intake, "E1").risks.add(risk)
    Risk.objects.filter(pk=risk.pk).update(closed_on=BEFORE, closed_because="Borta.")

    assert codes(planned(organisation).controls) == ["E1"]


def test_what_a_control_has_led_to_is_planned_with_it(
    organisation: Organisation, intake_process: Process
) -> None:
    watching = make_control(organisation.intake, "E1")
    watching.risks.add(risk_in(organisation, intake_process))
    whole = make_control(organisation.intake, "E2", process=intake_process)
    for control, title in ((watching, "För risken"), (whole, "För processen")):
        control.measures.add(decided(make_measure(organisation.intake, title)))

    found = of(organisation, intake_process)

    assert [measure.title for measure in found.risks[0].measures] == ["För risken"]
    assert [measure.title for measure in found.measures] == ["För processen"]
    assert len(found.every_measure) == 2


def test_the_measures_of_other_units_are_left_to_them(
    organisation: Organisation, intake_process: Process
) -> None:
    decided(make_measure(organisation.elderly)).processes.add(intake_process)

    assert of(organisation, intake_process).measures == ()


def test_a_section_prints_only_the_processes_above_it_that_it_has_part_in(
    organisation: Organisation, intake_process: Process, support_process: Process
) -> None:
    risk_in(organisation, intake_process)

    found = plan(unit_ids_below(organisation.children.pk), Period.of(2024, LAID_DOWN))

    assert [process.number for process in found.processes] == ["2.1"]


def test_who_answers_is_named_by_post(
    organisation: Organisation, intake_process: Process, eva: User
) -> None:
    eva.title = "enhetschef"
    eva.save()
    control = make_control(organisation.intake, "E1", process=intake_process, responsible=eva)

    [found] = of(organisation, intake_process).controls

    assert (found.pk, found.responsible) == (control.pk, "enhetschef")


def test_three_of_each_cost_as_many_queries_as_one(
    organisation: Organisation, intake_process: Process
) -> None:
    def fill(number: int) -> None:
        risk = risk_in(organisation, intake_process, code=f"R{number}")
        make_control(organisation.intake, f"E{number}", process=intake_process).risks.add(risk)
        risk.measures.add(decided(make_measure(organisation.intake)))

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            planned(organisation)
        return len(queries)

    fill(1)
    one = cost()
    fill(2)
    fill(3)

    assert cost() == one
