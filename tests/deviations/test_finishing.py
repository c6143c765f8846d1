"""After the decision: who is told, what the measures led to, and when a case may be closed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from deviations import services
from deviations.models import (
    Assessment,
    Deviation,
    Information,
    IvoNotification,
    Kind,
    Severity,
    Status,
)
from deviations.services import IllegalStep
from measures.models import Measure
from measures.services import follow_up
from organisation.models import User
from tests.factories.deviations import decided, make_case
from tests.factories.organisation import Organisation

PERSON = Information.Receiver.PERSON


@pytest.fixture
def report(mona: User, sara: User, organisation: Organisation) -> Deviation:
    """Decided, with a reporter who waits for an answer."""
    case = services.report_deviation(
        actor=mona, kind=Kind.LEX_SARAH, unit=organisation.intake, description="Det som hände."
    )
    return decided(case, sara, Severity.MISCONDUCT)


def inform(actor: User, case: Deviation, **more: object) -> Information:
    fields = {"receiver": PERSON, "informed_on": timezone.localdate(), **more}
    return services.inform(actor=actor, deviation=case, **fields)  # type: ignore[arg-type]


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(IllegalStep) as refused:
        act()
    return str(refused.value)


def close(actor: User, case: Deviation, left_because: str = "") -> Deviation:
    return services.close_deviation(actor=actor, deviation=case, left_because=left_because)


def test_only_a_decided_case_is_closed_and_only_once(eva: User, organisation: Organisation) -> None:
    case = make_case(organisation.intake)
    assert "beslutat" in refusal(lambda: close(eva, case))
    decided(case, eva)
    closed = close(eva, case)
    assert (closed.status, closed.closed_on) == (Status.CLOSED, timezone.localdate())
    assert closed.assessments.filter(step=Assessment.Step.CLOSING).exists()
    assert "avslutat" in refusal(lambda: close(eva, case))


def test_all_that_a_case_lacks_is_told_at_once(sara: User, report: Deviation) -> None:
    services.add_measure(actor=sara, deviation=report, title="Ny rutin", kind="routine")
    words = refusal(lambda: close(sara, report))
    for missing in ("den enskilde", "återkoppling", "effekten", "Ny rutin"):
        assert missing in words


def test_a_case_is_closed_when_everybody_has_been_told(sara: User, report: Deviation) -> None:
    inform(sara, report)
    services.give_feedback(actor=sara, deviation=report, text="Tack.")
    assert close(sara, report).status == Status.CLOSED


def test_a_reason_stands_instead_of_informing(sara: User, report: Deviation) -> None:
    told = inform(sara, report, informed_on=None, reason_not="Skyddade uppgifter.")
    services.give_feedback(actor=sara, deviation=report, text="Tack.")
    assert told.made_by_name == "Sara Alm"
    assert close(sara, report).status == Status.CLOSED


@pytest.mark.parametrize(
    "wrong",
    [
        {"informed_on": None},
        {"reason_not": "Skyddade uppgifter."},
        {"informed_on": timezone.localdate() + timedelta(days=2)},
    ],
    ids=["neither", "both", "future"],
)
def test_who_is_informed_has_a_day_or_a_reason(
    sara: User, report: Deviation, wrong: dict[str, object]
) -> None:
    refusal(lambda: inform(sara, report, **wrong))
    assert not Information.objects.exists()


def test_a_person_is_heard_while_the_investigation_goes_on(
    sara: User, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    assert inform(sara, case, act=Information.Act.HEARD, how="Möte.").act == "heard"


def test_the_last_two_grades_are_notified_before_the_case_is_closed(
    sara: User, organisation: Organisation
) -> None:
    case = decided(make_case(organisation.intake, Kind.LEX_SARAH), sara, Severity.SERIOUS)
    inform(sara, case)
    assert "Anmäl ärendet till IVO." in refusal(lambda: close(sara, case))
    today = timezone.localdate()
    IvoNotification.objects.create(deviation=case, suspected_on=today, notified_on=today)
    assert close(sara, case).status == Status.CLOSED


def test_a_measure_belongs_to_the_cases_unit_and_does_not_tell_of_it(
    sara: User, report: Deviation
) -> None:
    measure = services.add_measure(
        actor=sara, deviation=report, title="Ny rutin", kind=Measure.Kind.ROUTINE
    )
    assert (measure.unit, measure.origin) == (report.unit, "ärende")
    assert list(report.measures.all()) == [measure]


def test_a_decided_case_waits_for_its_measures(eva: User, organisation: Organisation) -> None:
    before, after = make_case(organisation.intake), decided(make_case(organisation.intake), eva)
    for case in (before, after):
        services.add_measure(actor=eva, deviation=case, title="Ny rutin", kind="routine")
    decided(before, eva)
    for case in (before, after):
        case.refresh_from_db()
        assert case.status == Status.MEASURES


def test_the_effect_is_read_from_the_measures(eva: User, organisation: Organisation) -> None:
    case = decided(make_case(organisation.intake), eva)
    measure = services.add_measure(actor=eva, deviation=case, title="Ny rutin", kind="routine")
    today = timezone.localdate()

    def done(effect: str) -> None:
        follow_up(
            actor=eva, measure=measure, followed_up_on=today, status="done", effect=effect, text="-"
        )

    def followed_up() -> Deviation:
        return services.follow_up_effect(actor=eva, deviation=case, motive="Inget har hänt igen.")

    done("too_early")
    assert "Ny rutin" in refusal(followed_up)
    done("yes")
    assert followed_up().status == Status.FOLLOWED_UP
    words = case.assessments.get(step=Assessment.Step.EFFECT).motive
    assert words == "Inget har hänt igen.\n\nNy rutin: klar, önskad effekt."
    assert close(eva, case).status == Status.CLOSED


def test_a_measure_is_left_unfinished_only_with_a_motive(
    eva: User, organisation: Organisation
) -> None:
    case = decided(make_case(organisation.intake), eva)
    services.add_measure(actor=eva, deviation=case, title="Ny rutin", kind="routine")
    services.follow_up_effect(actor=eva, deviation=case, motive="Väntar på systemet.")
    assert "Ny rutin" in refusal(lambda: close(eva, case))
    assert close(eva, case, left_because="Följs i planen.").status == Status.CLOSED


def test_a_complaint_is_closed_when_it_is_answered(eva: User, organisation: Organisation) -> None:
    case = decided(make_case(organisation.intake, Kind.COMPLAINT), eva)
    case.complaint.contact, case.complaint.wants_answer = "070-000 00 00", True
    case.complaint.save()
    assert "Besvara" in refusal(lambda: close(eva, case))


def test_the_lex_sarah_group_lets_an_investigator_read_an_earlier_case(
    sara: User, ulla: User, report: Deviation
) -> None:
    services.grant_reading(actor=sara, deviation=report, reader=ulla, reason="Liknar LS-2026-0009.")
    assert list(Deviation.objects.visible_to(User.objects.get(pk=ulla.pk))) == [report]
    services.revoke_reading(actor=sara, deviation=report, reader=ulla)
    assert not Deviation.objects.visible_to(User.objects.get(pk=ulla.pk)).exists()


@pytest.mark.parametrize("name", ["eva", "mona"])
def test_nobody_but_an_impartial_investigator_is_let_in(
    request: pytest.FixtureRequest, sara: User, report: Deviation, name: str
) -> None:
    reader = request.getfixturevalue(name)
    words = refusal(
        lambda: services.grant_reading(actor=sara, deviation=report, reader=reader, reason="Hjälp.")
    )
    assert "inte utredare" in words
