"""Reports not yet sent. They are their owner's alone, and no case."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.models import DeviationReport, ReportDraft
from deviations.services.rows import IllegalStep, require
from organisation.models import User

KEPT = timedelta(days=30)
MOST = 20
LONGEST = 200_000
NOT_SAVED = "Utkastet kunde inte sparas. Kopiera texten, ladda om sidan och försök igen."


def save_draft(*, actor: User, token: UUID, answers: Mapping[str, str]) -> ReportDraft:
    """As it was typed, right or wrong. Saved while somebody writes, so only the first is logged."""
    require(any(answers.values()), "Skriv något först, så sparas det.")
    size = sum(map(len, answers.values()))
    require(size <= LONGEST, "Texten är för lång för ett utkast. Korta den och spara igen.")
    sent = DeviationReport.objects.filter(token=token).exists()
    require(not sent, "Rapporten är redan skickad.")
    own = ReportDraft.objects.filter(owner=actor).exclude(token=token)
    require(own.count() < MOST, f"Du har redan {MOST} utkast. Skicka eller ta bort något av dem.")
    try:
        return _saved(actor, token, dict(answers))
    except IntegrityError as taken:  # the token is somebody else's
        raise IllegalStep(NOT_SAVED) from taken


@transaction.atomic
def _saved(actor: User, token: UUID, answers: dict[str, str]) -> ReportDraft:
    draft, is_new = ReportDraft.objects.update_or_create(
        owner=actor, token=token, defaults={"answers": answers, "saved_at": timezone.now()}
    )
    if is_new:
        audit.record(actor=actor, action=Event.Action.CREATE, obj=draft)
    return draft


@transaction.atomic
def discard_draft(*, actor: User, draft: ReportDraft) -> None:
    require(draft.owner_id == actor.pk, "Utkastet är någon annans.")
    audit.record(actor=actor, action=Event.Action.DELETE, obj=draft)
    draft.delete()


@transaction.atomic
def purge_drafts() -> int:
    """Those that nobody has touched for a month, by the nightly task."""
    old = ReportDraft.objects.filter(saved_at__lt=timezone.now() - KEPT)
    count = old.count()
    if count:
        old.delete()
        detail = {"count": count}
        audit.record(
            actor=None,
            action=Event.Action.DELETE,
            object_type=ReportDraft._meta.label_lower,
            detail=detail,
        )
    return count
