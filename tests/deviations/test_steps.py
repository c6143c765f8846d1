"""The steps of a case: what is possible, what is refused, what is kept."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from audit.models import Event
from deviations import services
from deviations.models import Assessment, Deviation, Kind, Severity, Status
from deviations.services import IllegalStep
from measures.models import Measure
from organisation.models import Role, User
from tests.factories.deviations import make_case, make_cause
from tests.factories.organisation import Organisation, give_role

MOTIVE = "Utredningen visar att rutinen inte följdes."


def decide(actor: User, case: Deviation, **more: object) -> Deviation:
    fields = {"motive": MOTIVE, "decided_on": timezone.localdate(), **more}
    return services.decide(actor=actor, deviation=case, **fields)  # type: ignore[arg-type]


@pytest.fixture
def case(organisation: Organisation) -> Deviation:
    return make_case(organisation.intake)


@pytest.fixture
def report(organisation: Organisation) -> Deviation:
    return make_case(organisation.intake, Kind.LEX_SARAH)


def test_a_decision_keeps_grade_causes_motive_and_who_made_it(dag: User, report: Deviation) -> None:
    cause = make_cause()
    decide(dag, report, severity=Severity.MISCONDUCT, causes=[cause])
    report.refresh_from_db()
    made = report.assessments.get()
    assert (report.status, report.severity) == (Status.DECIDED, Severity.MISCONDUCT)
    assert list(report.causes.all()) == [cause]
    assert (made.motive, made.made_by_name, made.made_by_title) == (
        MOTIVE,
        "Dag Holm",
        "verksamhetschef",
    )


def test_a_decision_is_one_event_naming_the_fields(dag: User, report: Deviation) -> None:
    before = Event.objects.count()
    decide(dag, report, severity=Severity.RISK, causes=[make_cause()])
    (event,) = Event.objects.order_by("pk")[before:]
    assert set(event.changes) == {"causes", "decided_on", "severity", "status"}
    assert MOTIVE not in str(vars(event))


def test_an_internal_case_is_decided_without_a_grade(eva: User, case: Deviation) -> None:
    assert decide(eva, case).status == Status.DECIDED
    with pytest.raises(IllegalStep, match="Bara lex Sarah-ärenden har en grad"):
        decide(eva, make_case(case.unit), severity=Severity.RISK)


def test_a_lex_sarah_case_is_never_decided_without_a_grade(dag: User, report: Deviation) -> None:
    with pytest.raises(IllegalStep, match="Ange grad"):
        decide(dag, report)
    assert not Assessment.objects.exists()


def test_what_falls_outside_becomes_a_linked_case_and_each_is_counted_once(
    dag: User, eva: User, report: Deviation
) -> None:
    decide(dag, report, severity=Severity.OUTSIDE)
    internal = report.became.get()
    assert (internal.kind, internal.restricted) == (Kind.INTERNAL, False)
    assert (internal.description, internal.unit) == (report.description, report.unit)
    assert internal.reports.count() == 0
    assert list(Deviation.objects.visible_to(eva)) == [internal]


@pytest.mark.parametrize("days", [-1, 400])
def test_a_decision_is_dated_between_receipt_and_today(
    eva: User, case: Deviation, days: int
) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(IllegalStep, match="Beslutsdatumet"):
        decide(eva, case, decided_on=day)


def test_nothing_is_decided_twice(eva: User, case: Deviation) -> None:
    decide(eva, case)
    with pytest.raises(IllegalStep, match="redan beslutat"):
        decide(eva, case)


def test_a_decision_needs_a_motive(eva: User, case: Deviation) -> None:
    with pytest.raises(IllegalStep, match="motivering"):
        decide(eva, case, motive="  \n ")


def test_only_a_decided_case_is_closed_and_only_once(eva: User, case: Deviation) -> None:
    with pytest.raises(IllegalStep):
        services.close_deviation(actor=eva, deviation=case)
    decide(eva, case)
    closed = services.close_deviation(actor=eva, deviation=case)
    assert (closed.status, closed.closed_on) == (Status.CLOSED, timezone.localdate())
    with pytest.raises(IllegalStep):
        services.close_deviation(actor=eva, deviation=case)


def test_an_annulled_case_keeps_its_number_and_its_motive(eva: User, case: Deviation) -> None:
    services.annul_deviation(actor=eva, deviation=case, motive="Dubblett.")
    case.refresh_from_db()
    assert (case.status, case.annulled_on) == (Status.ANNULLED, timezone.localdate())
    assert case.assessments.get().motive == "Dubblett."
    assert make_case(case.unit).sequence == case.sequence + 1


def test_a_decided_case_is_not_annulled(eva: User, case: Deviation) -> None:
    decide(eva, case)
    with pytest.raises(IllegalStep):
        services.annul_deviation(actor=eva, deviation=case, motive="Dubblett.")


def test_an_assigned_case_is_investigated(sara: User, ulla: User, report: Deviation) -> None:
    services.assign_investigator(actor=sara, deviation=report, investigator=ulla)
    report.refresh_from_db()
    assert (report.investigator, report.status) == (ulla, Status.INVESTIGATION)


def test_the_manager_of_the_place_never_investigates_its_lex_sarah_case(
    sara: User, eva: User, report: Deviation
) -> None:
    give_role(eva, Role.INVESTIGATOR, report.unit)
    with pytest.raises(IllegalStep, match="Enhetens chef"):
        services.assign_investigator(
            actor=sara, deviation=report, investigator=User.objects.get(pk=eva.pk)
        )


def test_who_is_no_investigator_of_the_place_is_not_assigned(
    sara: User, mona: User, report: Deviation
) -> None:
    with pytest.raises(IllegalStep, match="inte utredare"):
        services.assign_investigator(actor=sara, deviation=report, investigator=mona)


def test_a_measure_belongs_to_the_cases_unit_and_does_not_tell_of_it(
    sara: User, report: Deviation
) -> None:
    measure = services.add_measure(
        actor=sara, deviation=report, title="Ny rutin", kind=Measure.Kind.ROUTINE
    )
    assert (measure.unit, measure.origin) == (report.unit, "ärende")
    assert list(report.measures.all()) == [measure]


def test_a_case_received_last_year_is_numbered_in_that_year(organisation: Organisation) -> None:
    case = make_case(organisation.intake, received_on=date(2025, 12, 31))
    assert case.number == "AVV-2025-0001"
    assert timezone.localdate(case.received_at) == case.received_on


def test_nothing_is_received_in_the_future(organisation: Organisation) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(IllegalStep, match="framtiden"):
        make_case(organisation.intake, received_on=tomorrow)
