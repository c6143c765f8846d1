"""The investigation: who does it, when it is ready, and when it is opened again."""

from django.db import transaction
from django.utils import timezone

from deviations.models import Assessment, Deviation, Status
from deviations.querysets import investigator_roles
from deviations.readiness import before_ready
from deviations.services.rows import (
    about_to,
    assess,
    require,
    require_complete,
    require_motive,
    take,
)
from organisation.access import access_of
from organisation.models import Role, User


@transaction.atomic
def assign_investigator(
    *, actor: User, deviation: Deviation, investigator: User, impartial: bool
) -> Deviation:
    """The first investigator, or another one who takes over.

    `impartial`: whoever assigns has asked, and there is no conflict of interest (jäv).
    """
    case = about_to("assign", deviation.pk)
    access = access_of(investigator)
    require(impartial, "Bekräfta att det inte finns någon jävssituation.")
    require(case.investigator_id != investigator.pk, f"{investigator} utreder redan ärendet.")
    require(
        access.covers(case.unit_id, *investigator_roles(restricted=case.restricted)),
        f"{investigator} är inte utredare för {case.unit}.",
    )
    require(
        not (case.restricted and access.covers(case.unit_id, Role.MANAGER)),
        "Enhetens chef kan inte utreda en lex Sarah-rapport om den egna enheten.",
    )
    before = f" Tog över efter {case.investigator}." if case.investigator else ""
    words = f"{investigator}.{before} Ingen jävssituation."
    return take(actor, case, Assessment.Step.ASSIGNMENT, words, investigator=investigator)


@transaction.atomic
def investigation_ready(
    *, actor: User, deviation: Deviation, motive: str = "", severity: str = ""
) -> Deviation:
    """From here on nothing is edited until it is decided, or opened again with a motive.

    A lex Sarah investigation says what SOSFS 2011:5, 5 kap. asks for, and proposes a grade.
    """
    case = about_to("ready", deviation.pk)
    require_complete(before_ready(case, severity, motive))
    if case.is_lex_sarah:
        assess(case, actor, Assessment.Step.PROPOSAL, motive, timezone.localdate(), severity)
        motive = ""
    return take(actor, case, Assessment.Step.READY, motive, status=Status.INVESTIGATED)


@transaction.atomic
def unlock_investigation(*, actor: User, deviation: Deviation, motive: str) -> Deviation:
    case = about_to("unlock", deviation.pk)
    require_motive(motive, "Skriv varför utredningen öppnas igen.")
    return take(actor, case, Assessment.Step.UNLOCKED, motive, status=Status.INVESTIGATION)
