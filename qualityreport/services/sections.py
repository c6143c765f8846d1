"""A section's text, status, owner and date; whoever saves second loses nothing."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audit.models import Event
from lib import richtext
from organisation.models import User
from qualityreport.models import Section
from qualityreport.services.log import log


class StaleSection(Exception):
    """Somebody else saved first; `stored` is what stands in the register now."""

    def __init__(self, stored: Section) -> None:
        super().__init__(f"saved by {stored.saved_by_name}")
        self.stored = stored


@transaction.atomic
def save_section(
    *, actor: User | None, section_id: int, version: int, body: str, status: str
) -> Section:
    """Raises StaleSection where another person has saved since `version` was read."""
    saved = Section.objects.filter(pk=section_id, version=version).update(
        body=richtext.clean(body),
        status=status,
        version=F("version") + 1,
        saved_by_name=str(actor or "")[:120],
        saved_at=timezone.now(),
    )
    section = Section.objects.select_related("report__unit").get(pk=section_id)
    if not saved:
        raise StaleSection(section)
    log(actor, Event.Action.CHANGE, section, section.report, fields=("body", "status"))
    return section
