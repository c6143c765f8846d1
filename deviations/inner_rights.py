"""What a person may do with the inner parts of a case that the person can see: the notes of the
investigation, the answers it must give, the identity of the person concerned, the files."""

from dataclasses import dataclass

from deviations.models import Deviation, Status
from deviations.models.choices import OPEN_STATUSES
from organisation.access import Access, access_of
from organisation.models import Role, User


@dataclass(frozen=True)
class InnerRights:
    """`writes` and `handles` hold whatever the state of the case: what was typed meanwhile is
    then refused by the service in words, and not by a page without the text."""

    writes: bool
    handles: bool
    note: bool
    correct: bool
    answer: bool
    identity: bool
    change_identity: bool
    read_files: bool
    change_files: bool


def inner_rights_of(user: User, case: Deviation) -> InnerRights:
    access = access_of(user)
    is_open = case.status in OPEN_STATUSES
    unlocked = is_open and case.status != Status.INVESTIGATED
    investigates = case.investigator_id == user.pk
    writes = investigates or access.covers(case.unit_id, Role.LEX_SARAH)
    handles = writes or _manages(access, case)
    decides = access.covers(case.unit_id, Role.DECIDER)
    return InnerRights(
        writes=writes,
        handles=handles,
        note=writes and unlocked and case.decided_on is None,
        correct=writes and unlocked,
        answer=handles and unlocked,
        identity=handles or decides,
        change_identity=handles and is_open,
        read_files=handles or decides or _is_named(user, access, case),
        change_files=handles and is_open,
    )


def _manages(access: Access, case: Deviation) -> bool:
    """A restricted case is out of the manager's hands."""
    return not case.restricted and access.covers(case.unit_id, Role.MANAGER)


def _is_named(user: User, access: Access, case: Deviation) -> bool:
    """Whoever reaches the case neither by a role nor as its investigator was named to read it."""
    if not case.restricted and access.covers(case.unit_id, Role.COORDINATOR):
        return case.named_readers.filter(pk=user.pk).exists()
    return True
