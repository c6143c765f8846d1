"""What a person may do with a case that the person can see."""

from dataclasses import dataclass

from deviations.models import Deviation, Kind
from deviations.process import possible
from organisation.access import Access, access_of
from organisation.models import Role, User

# Whose work it is to read cases. A named reader reaches the own case by its link.
READING_ROLES = (
    Role.MANAGER,
    Role.COORDINATOR,
    Role.LEX_SARAH,
    Role.INVESTIGATOR,
    Role.DECIDER,
)


# Steps of those who handle the case, and of nobody else.
HANDLING = (
    "receive",
    "assess",
    "assign",
    "effect",
    "close",
    "annul",
    "hand_over",
    "join",
    "feedback",
    "measure",
)


@dataclass(frozen=True)
class Rights:
    """One per step, by the step's name in deviations/process.py."""

    edit: bool
    receive: bool
    assess: bool
    suspect: bool
    assign: bool
    ready: bool
    unlock: bool
    decide: bool
    effect: bool
    close: bool
    annul: bool
    hand_over: bool
    join: bool
    inform: bool
    immediate: bool
    feedback: bool
    measure: bool
    instruct: bool
    grant: bool


def rights_of(user: User, case: Deviation) -> Rights:
    """The role's rights, as far as the state of the case leaves anything to do."""
    access = access_of(user)
    handles = access.covers(case.unit_id, *_handlers(case))
    decides = _may_decide(access, case)
    investigates = case.investigator_id == user.pk
    leads = access.covers(case.unit_id, Role.LEX_SARAH)
    return Rights(
        edit=_may(case, "edit", handles or (investigates and case.decided_on is None)),
        ready=_may(case, "ready", handles or investigates),
        suspect=_may(case, "suspect", handles or investigates),
        inform=_may(case, "inform", handles or investigates),
        immediate=_may(case, "immediate", handles or investigates),
        unlock=_may(case, "unlock", handles or decides),
        decide=_may(case, "decide", decides),
        instruct=_may(case, "instruct", leads),
        grant=_may(case, "grant", leads),
        **{act: _may(case, act, handles) for act in HANDLING},
    )


def _may(case: Deviation, act: str, who: bool) -> bool:
    return who and possible(case, act)


def _handlers(case: Deviation) -> tuple[Role, ...]:
    """A restricted case is out of the manager's hands, even of one who may read it."""
    return (Role.LEX_SARAH,) if case.restricted else (Role.MANAGER, Role.LEX_SARAH)


def _may_decide(access: Access, case: Deviation) -> bool:
    if case.kind == Kind.LEX_SARAH:
        return access.covers(case.unit_id, Role.DECIDER, Role.LEX_SARAH)
    return access.covers(case.unit_id, *_handlers(case))
