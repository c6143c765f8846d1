"""No order of steps, possible or not, breaks what must hold of a case and of the register."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from audit.models import Event
from deviations import services, statistics
from deviations.models import AnnulledBecause, Deviation, DeviationReport, Kind, Severity, Status
from deviations.models.choices import OPEN_STATUSES
from deviations.process import possible
from lib.periods import Period
from organisation.models import Role, Unit, User
from tests.factories.deviations import STORY, make_note
from tests.factories.organisation import Organisation, give_role
from tests.people import People

WHY = "Därför."
Act = Callable[["Register", Deviation, int], object]


def by_sara(service: Callable[..., object], **fields: Any) -> Act:
    return lambda register, case, n: service(actor=register.sara, deviation=case, **fields)


def decide(register: "Register", case: Deviation, n: int) -> object:
    severity = list(Severity)[n % len(Severity)] if case.is_lex_sarah else ""
    today = timezone.localdate()
    return services.decide(
        actor=register.sara, deviation=case, motive=WHY, decided_on=today, severity=severity
    )


def answer(register: "Register", case: Deviation, n: int) -> object:
    answers = {"consequence_text": WHY, "own_view": WHY, "could_recur": True}
    make_note(case, register.sara, signed_at=timezone.now())
    return services.update_deviation(
        actor=register.sara,
        deviation_id=case.pk,
        version=case.version,
        changes=answers | {"happened_before": False},
    )


def ready(register: "Register", case: Deviation, n: int) -> object:
    return services.investigation_ready(
        actor=register.sara, deviation=case, motive=WHY, severity=list(Severity)[n % len(Severity)]
    )


def assign(register: "Register", case: Deviation, n: int) -> object:
    return services.assign_investigator(
        actor=register.sara,
        deviation=case,
        investigator=(register.sara, register.ulla)[n % 2],
        impartial=True,
    )


def hand_over(register: "Register", case: Deviation, n: int) -> object:
    unit = register.places[n % len(register.places)]
    return services.hand_over(actor=register.sara, deviation=case, unit=unit, motive=WHY)


def join(register: "Register", case: Deviation, n: int) -> object:
    cases = register.cases()
    other = cases[n % len(cases)]
    return services.join_reports(actor=register.sara, deviation=case, other=other)


def inform(register: "Register", case: Deviation, n: int) -> object:
    today = timezone.localdate()
    return services.inform(
        actor=register.sara, deviation=case, receiver="person", informed_on=today
    )


ACTS: dict[str, Act] = {
    "receive": by_sara(services.receive),
    "assess": by_sara(services.initial_assessment, motive=WHY),
    "assign": assign,
    "edit": answer,
    "ready": ready,
    "unlock": by_sara(services.unlock_investigation, motive=WHY),
    "decide": decide,
    "suspect": by_sara(services.suspect_misconduct, motive=WHY),
    "hand_over": hand_over,
    "join": join,
    "annul": by_sara(services.annul_deviation, motive=WHY, because=AnnulledBecause.MISTAKE),
    "measure": by_sara(services.add_measure, title="Rutin", kind="routine"),
    "effect": by_sara(services.follow_up_effect, motive=WHY),
    "inform": inform,
    "feedback": by_sara(services.give_feedback, text="Tack."),
    "close": by_sara(services.close_deviation, left_because=WHY),
}
NUMBERS = st.integers(0, 11)


class Register(RuleBasedStateMachine):
    """Two reports to begin with. Sara does all there is to do: she may."""

    sara: User
    ulla: User
    eva: User
    mona: User
    places: list[Unit]
    now: list[Deviation]

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.known: dict[int, tuple[str, str]] = {}
        for kind in (Kind.INTERNAL, Kind.LEX_SARAH):
            self.report(kind)
        self.now = self.cases()
        self.receipts = [case.number for case in self.now]

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def report(self, kind: Kind) -> None:
        services.report_deviation(
            actor=self.mona, kind=kind, unit=self.places[0], description=STORY
        )

    def cases(self) -> list[Deviation]:
        return list(Deviation.objects.within({unit.pk for unit in self.places}).order_by("pk"))

    @rule(pick=NUMBERS, which=NUMBERS, n=NUMBERS)
    def step(self, pick: int, which: int, n: int) -> None:
        """Mostly one that the table allows. Refused, it writes nothing at all."""
        case = self.now[which % len(self.now)]
        allowed = [act for act in ACTS if possible(case, act)]
        acts = allowed if allowed and which % 4 else list(ACTS)
        act, events = acts[pick % len(acts)], Event.objects.count()
        try:
            with transaction.atomic():
                ACTS[act](self, case, n)
        except services.IllegalStep:
            assert Event.objects.count() == events
        else:
            assert act in allowed, f"{act} was taken in {case.status}"

    @invariant()
    def it_holds(self) -> None:
        self.now = self.cases()
        for case in self.now:
            self.kind_and_number_never_change(case)
            self.dates_and_states_agree(case)
            assert case.restricted or not case.is_lex_sarah
        self.the_manager_sees_nothing_restricted()
        self.every_receipt_leads_somewhere()
        year = Period.of(timezone.localdate().year)
        assert statistics.reconciliation([unit.pk for unit in self.places], year).adds_up

    def kind_and_number_never_change(self, case: Deviation) -> None:
        identity = case.kind, case.number
        assert self.known.setdefault(case.pk, identity) == identity

    def dates_and_states_agree(self, case: Deviation) -> None:
        told = [day for day in (case.received_on, case.decided_on, case.closed_on) if day]
        assert told == sorted(told)
        assert (case.status == Status.CLOSED) == (case.closed_on is not None)
        assert case.closed_on is None or case.decided_on is not None
        assert (case.status == Status.ANNULLED) == (case.annulled_on is not None)
        assert case.due_on is None or case.status in OPEN_STATUSES

    def the_manager_sees_nothing_restricted(self) -> None:
        seen = Deviation.objects.visible_to(self.eva)
        assert not any(case.restricted for case in seen)

    def every_receipt_leads_somewhere(self) -> None:
        mine = DeviationReport.objects.visible_to(self.mona)
        assert {report.number_given for report in mine} >= set(self.receipts)


def test_no_order_of_steps_breaks_the_register(people: People, organisation: Organisation) -> None:
    Register.sara, Register.ulla = people.sara, people.ulla
    Register.eva, Register.mona = people.eva, people.mona
    Register.places = [organisation.intake, organisation.youth, organisation.support]
    give_role(people.eva, Role.MANAGER, organisation.ifo)
    run_state_machine_as_test(
        Register,
        settings=settings(
            max_examples=10,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
