"""What a person may do with a case that the person can see."""

from dataclasses import dataclass

from deviations.models import Deviation, Kind, Status
from deviations.models.choices import OPEN_STATUSES
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


@dataclass(frozen=True)
class Rights:
    edit: bool
    assign: bool
    decide: bool
    close: bool
    annul: bool
    inform: bool
    measure: bool

    @property
    def any_step(self) -> bool:
        return self.assign or self.decide or self.close or self.annul


def rights_of(user: User, case: Deviation) -> Rights:
    """The role's rights, as far as the state of the case leaves anything to do."""
    access = access_of(user)
    handles = access.covers(case.unit_id, *_handlers(case))
    investigates = case.investigator_id == user.pk
    is_open = case.status in OPEN_STATUSES
    undecided = is_open and case.decided_on is None
    return Rights(
        edit=is_open and (handles or investigates),
        assign=undecided and handles,
        decide=undecided and _may_decide(access, case),
        close=is_open and not undecided and handles,
        annul=undecided and handles,
        inform=handles and case.status != Status.ANNULLED,
        measure=is_open and handles,
    )


def _handlers(case: Deviation) -> tuple[Role, ...]:
    """A restricted case is out of the manager's hands, even of one who may read it."""
    return (Role.LEX_SARAH,) if case.restricted else (Role.MANAGER, Role.LEX_SARAH)


def _may_decide(access: Access, case: Deviation) -> bool:
    if case.kind == Kind.LEX_SARAH:
        return access.covers(case.unit_id, Role.DECIDER, Role.LEX_SARAH)
    return access.covers(case.unit_id, *_handlers(case))
