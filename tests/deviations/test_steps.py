"""From receipt to decision: what is possible, what is refused, what is kept."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from audit.models import Event
from deviations import services
from deviations.forms import ReadyForm
from deviations.models import Assessment, Deviation, InvestigationNote, Kind, Severity, Status
from deviations.services import IllegalStep, Incomplete
from organisation.models import Role, User
from tests.factories.deviations import (
    MOTIVE,
    assessed,
    assigned,
    decided,
    investigated,
    make_case,
    make_cause,
)
from tests.factories.organisation import Organisation, give_role

Step = Assessment.Step


def decide(actor: User, case: Deviation, **more: object) -> Deviation:
    fields = {"motive": MOTIVE, "decided_on": timezone.localdate(), **more}
    return services.decide(actor=actor, deviation=case, **fields)  # type: ignore[arg-type]


def steps_of(case: Deviation) -> list[str]:
    return list(case.assessments.order_by("pk").values_list("step", flat=True))


@pytest.fixture
def case(organisation: Organisation) -> Deviation:
    return make_case(organisation.intake)


@pytest.fixture
def report(organisation: Organisation) -> Deviation:
    return make_case(organisation.intake, Kind.LEX_SARAH)


# Received and assessed -----------------------------------------------------------------------


def test_who_receives_a_case_and_when_is_kept(eva: User, case: Deviation) -> None:
    received = services.receive(actor=eva, deviation=case, motive="Vi ringde mottagaren.")
    made = case.assessments.get()
    assert received.status == Status.ASSESSMENT
    assert (made.step, made.made_by_name, made.made_by_title, made.motive) == (
        Step.RECEIVED,
        "Eva Lind",
        "enhetschef",
        "Vi ringde mottagaren.",
    )


def test_who_assesses_a_new_case_receives_it_too(eva: User, case: Deviation) -> None:
    services.initial_assessment(actor=eva, deviation=case, motive=MOTIVE)
    case.refresh_from_db()
    assert case.status == Status.INVESTIGATION
    assert steps_of(case) == [Step.RECEIVED, Step.INITIAL]


def test_a_case_is_not_to_be_investigated_without_a_motive(eva: User, case: Deviation) -> None:
    with pytest.raises(IllegalStep, match="varför ärendet ska utredas"):
        services.initial_assessment(actor=eva, deviation=case, motive=" ")


def test_a_step_is_one_event_naming_the_fields(eva: User, case: Deviation) -> None:
    before = Event.objects.count()
    assessed(case, eva)
    (event,) = Event.objects.order_by("pk")[before:]
    assert set(event.changes) == {"status"}
    assert MOTIVE not in str(vars(event))


# Investigated --------------------------------------------------------------------------------


def test_an_assigned_case_keeps_who_answers_for_the_impartiality(
    sara: User, ulla: User, report: Deviation
) -> None:
    assigned(report, sara, ulla)
    report.refresh_from_db()
    made = report.assessments.get(step=Step.ASSIGNMENT)
    assert (report.investigator, report.status) == (ulla, Status.INVESTIGATION)
    assert (made.motive, made.made_by_name) == ("Ulla Sten. Ingen jävssituation.", "Sara Alm")


def test_nobody_is_assigned_while_the_impartiality_is_not_confirmed(
    sara: User, ulla: User, report: Deviation
) -> None:
    assessed(report, sara)
    with pytest.raises(IllegalStep, match="jävssituation"):
        services.assign_investigator(
            actor=sara, deviation=report, investigator=ulla, impartial=False
        )


def test_a_case_is_assessed_before_somebody_investigates_it(
    sara: User, ulla: User, report: Deviation
) -> None:
    with pytest.raises(IllegalStep, match="initiala bedömningen först"):
        services.assign_investigator(
            actor=sara, deviation=report, investigator=ulla, impartial=True
        )


def test_another_investigator_takes_over_and_the_first_loses_the_case(
    sara: User, ulla: User, report: Deviation
) -> None:
    assigned(report, sara, ulla)
    assigned(report, sara, sara)
    words = report.assessments.filter(step=Step.ASSIGNMENT).order_by("-pk")[0].motive
    assert words == "Sara Alm. Tog över efter Ulla Sten. Ingen jävssituation."
    assert not Deviation.objects.visible_to(ulla).exists()


def test_the_manager_of_the_place_never_investigates_its_lex_sarah_case(
    sara: User, eva: User, report: Deviation
) -> None:
    give_role(eva, Role.INVESTIGATOR, report.unit)
    with pytest.raises(IllegalStep, match="Enhetens chef"):
        assigned(report, sara, User.objects.get(pk=eva.pk))


def test_who_is_no_investigator_of_the_place_is_not_assigned(
    sara: User, mona: User, report: Deviation
) -> None:
    with pytest.raises(IllegalStep, match="inte utredare"):
        assigned(report, sara, mona)


def test_all_that_an_investigation_lacks_is_told_at_once(
    sara: User, ulla: User, report: Deviation
) -> None:
    assigned(report, sara, ulla)
    InvestigationNote.objects.create(
        deviation=report, noted_on=date(2026, 1, 2), source="Samtal", author_name="Ulla Sten"
    )
    with pytest.raises(Incomplete) as refused:
        services.investigation_ready(actor=ulla, deviation=report)
    assert refused.value.missing == [
        "Beskriv konsekvensen för barnet eller den enskilde.",
        "Skriv vad barnet eller den enskilde säger, eller varför den enskilde inte har hörts.",
        "Svara på om något liknande har hänt tidigare, och i så fall varför det hände igen.",
        "Svara på om det kan hända igen.",
        "Skriv och signera minst en anteckning.",
        "Signera eller ta bort de anteckningar som inte är signerade.",
        "Föreslå en grad.",
        "Motivera förslaget.",
    ]


def test_what_may_be_left_unanswered_is_told_before_the_investigation_is_locked(
    sara: User, report: Deviation
) -> None:
    assigned(report, sara, sara)
    report.refresh_from_db()
    assert ReadyForm(case=report, user=sara).unanswered == [
        "Vad som hände, och hur allvarlig följden blev eller kunde ha blivit",
        "När det uppmärksammades",
        "När det inträffade",
        "Bakomliggande orsaker",
        "Omedelbara åtgärder, med tidpunkt",
        "Åtgärder för att det inte ska hända igen",
    ]


def test_an_avvikelse_is_ready_without_them(eva: User, case: Deviation) -> None:
    assigned(case, eva, eva)
    assert services.investigation_ready(actor=eva, deviation=case).status == Status.INVESTIGATED


def test_an_investigation_that_is_ready_proposes_a_grade_and_is_locked(
    sara: User, report: Deviation
) -> None:
    locked = investigated(report, sara, Severity.RISK)
    proposal = report.assessments.get(step=Step.PROPOSAL)
    assert (locked.status, proposal.severity) == (Status.INVESTIGATED, Severity.RISK)
    with pytest.raises(IllegalStep, match="låst"):
        services.update_deviation(
            actor=sara, deviation_id=report.pk, version=locked.version, changes={"title": "Ny"}
        )


def test_an_unlocked_investigation_says_why_and_goes_on(sara: User, report: Deviation) -> None:
    investigated(report, sara)
    opened = services.unlock_investigation(actor=sara, deviation=report, motive="Ett samtal till.")
    assert opened.status == Status.INVESTIGATION
    assert report.assessments.get(step=Step.UNLOCKED).motive == "Ett samtal till."


# Decided -------------------------------------------------------------------------------------


def test_a_decision_keeps_grade_causes_motive_and_who_made_it(
    dag: User, sara: User, report: Deviation
) -> None:
    cause = make_cause()
    investigated(report, sara)
    decide(dag, report, severity=Severity.MISCONDUCT, causes=[cause])
    report.refresh_from_db()
    made = report.assessments.get(step=Step.DECISION)
    assert (report.status, report.severity) == (Status.DECIDED, Severity.MISCONDUCT)
    assert list(report.causes.all()) == [cause]
    assert (made.motive, made.made_by_name, made.made_by_title) == (
        MOTIVE,
        "Dag Holm",
        "verksamhetschef",
    )


def test_a_decision_is_one_event_naming_the_fields(
    dag: User, sara: User, report: Deviation
) -> None:
    investigated(report, sara)
    before = Event.objects.count()
    decide(dag, report, severity=Severity.RISK, causes=[make_cause()])
    (event,) = Event.objects.order_by("pk")[before:]
    assert set(event.changes) == {"causes", "decided_on", "severity", "status"}
    assert MOTIVE not in str(vars(event))


def test_an_internal_case_is_decided_without_a_grade(eva: User, case: Deviation) -> None:
    assert decide(eva, case).status == Status.DECIDED
    with pytest.raises(IllegalStep, match="Bara lex Sarah-ärenden har en grad"):
        decide(eva, make_case(case.unit), severity=Severity.RISK)


def test_a_lex_sarah_case_is_never_decided_without_a_grade(
    dag: User, sara: User, report: Deviation
) -> None:
    investigated(report, sara)
    with pytest.raises(IllegalStep, match="Ange grad"):
        decide(dag, report)


@pytest.mark.parametrize("step", [None, assessed], ids=["received", "investigation"])
def test_a_lex_sarah_case_is_not_decided_before_its_investigation_is_ready(
    sara: User, report: Deviation, step: object
) -> None:
    if step:
        assessed(report, sara)
    with pytest.raises(IllegalStep, match="när utredningen är klar"):
        decide(sara, report, severity=Severity.NONE)


def test_what_is_clearly_no_misconduct_is_decided_when_it_has_been_received(
    sara: User, report: Deviation
) -> None:
    services.receive(actor=sara, deviation=report)
    with pytest.raises(IllegalStep, match="uppenbart"):
        decide(sara, report, severity=Severity.SERIOUS)
    assert decide(sara, report, severity=Severity.NONE).status == Status.DECIDED


def test_what_falls_outside_becomes_a_linked_case_and_each_is_counted_once(
    eva: User, sara: User, report: Deviation
) -> None:
    decided(report, sara, Severity.OUTSIDE)
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


def test_a_case_received_last_year_is_numbered_in_that_year(organisation: Organisation) -> None:
    case = make_case(organisation.intake, received_on=date(2025, 12, 31))
    assert case.number == "AVV-2025-0001"
    assert timezone.localdate(case.received_at) == case.received_on


def test_nothing_is_received_in_the_future(organisation: Organisation) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(IllegalStep, match="framtiden"):
        make_case(organisation.intake, received_on=tomorrow)
