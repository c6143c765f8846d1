"""Texts that return every year."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audit.models import Event
from audit.services import record
from lib import richtext
from organisation.models import Unit, User
from qualityreport.models import StandingText


class StaleStandingText(Exception):
    """As StaleSection, of a standing text."""

    def __init__(self, stored: StandingText) -> None:
        super().__init__(f"saved by {stored.saved_by_name}")
        self.stored = stored


@transaction.atomic
def create_standing_text(
    *, actor: User | None, unit: Unit, key: str, first_year: int, body: str
) -> StandingText:
    text = StandingText.objects.create(
        unit=unit,
        key=key,
        first_year=first_year,
        body=richtext.clean(body),
        saved_by_name=str(actor or "")[:120],
    )
    record(actor=actor, action=Event.Action.CREATE, obj=text, label=str(text), unit=unit)
    return text


@transaction.atomic
def save_standing_text(*, actor: User | None, pk: int, version: int, body: str) -> StandingText:
    """Raises StaleStandingText where another person has saved since `version` was read."""
    saved = StandingText.objects.filter(pk=pk, version=version).update(
        body=richtext.clean(body),
        version=F("version") + 1,
        saved_by_name=str(actor or "")[:120],
        saved_at=timezone.now(),
    )
    text = StandingText.objects.select_related("unit").get(pk=pk)
    if not saved:
        raise StaleStandingText(text)
    record(
        actor=actor,
        action=Event.Action.CHANGE,
        obj=text,
        label=str(text),
        unit=text.unit,
        detail={"fields": ["body"]},
    )
    return text
