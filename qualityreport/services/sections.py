"""A section's text, status, owner and date; whoever saves second loses nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audit.models import Event
from lib import richtext
from organisation.models import User
from qualityreport.models import Section, SectionStatus
from qualityreport.services.log import log

# Saved while it is typed: the log tells once of what one person writes in a while.
ONE_SITTING = timedelta(minutes=10)


class StaleSection(Exception):
    """Somebody else saved first; `stored` is what stands in the register now."""

    def __init__(self, stored: Section) -> None:
        super().__init__(f"saved by {stored.saved_by_name}")
        self.stored = stored


@transaction.atomic
def save_section(
    *,
    actor: User | None,
    section_id: int,
    version: int,
    body: str,
    status: str,
    while_typing: bool = False,
) -> Section:
    """Raises StaleSection where another person has saved since `version` was read."""
    body = richtext.clean(body)
    if status == SectionStatus.NOT_STARTED and not richtext.is_empty(body):
        status = SectionStatus.DRAFT
    before = Section.objects.filter(pk=section_id).values_list("saved_by_name", "saved_at").first()
    saved = Section.objects.filter(pk=section_id, version=version).update(
        body=body,
        status=status,
        version=F("version") + 1,
        saved_by_name=str(actor or "")[:120],
        saved_at=timezone.now(),
    )
    section = Section.objects.select_related("report__unit").get(pk=section_id)
    if not saved:
        raise StaleSection(section)
    if not (while_typing and before and _in_the_same_sitting(actor, *before)):
        log(actor, Event.Action.CHANGE, section, section.report, fields=("body", "status"))
    return section


def _in_the_same_sitting(actor: User | None, name: str, at: datetime | None) -> bool:
    return at is not None and name == str(actor or "")[:120] and timezone.now() - at < ONE_SITTING


@transaction.atomic
def assign_section(
    *, actor: User, section: Section, owner: User | None, due_on: date | None
) -> None:
    Section.objects.filter(pk=section.pk).update(owner=owner, due_on=due_on)
    log(actor, Event.Action.CHANGE, section, section.report, fields=("owner", "due_on"))
