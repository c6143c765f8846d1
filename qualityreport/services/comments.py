"""What is said of a section while it is written, and who is to answer."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from audit.models import Event
from organisation.models import User
from qualityreport.models import Comment, Section
from qualityreport.services.log import log


@transaction.atomic
def comment_on(
    *, actor: User, section: Section, body: str, mentions: Iterable[User] = ()
) -> Comment:
    comment = Comment.objects.create(
        section=section, author=actor, author_name=str(actor)[:120], body=body
    )
    comment.mentions.set(mentions)
    log(actor, Event.Action.CREATE, comment, section.report)
    return comment


@transaction.atomic
def resolve(*, actor: User, comment: Comment) -> None:
    """Once; whoever comes second changes nothing."""
    Comment.objects.open().filter(pk=comment.pk).update(
        resolved_at=timezone.now(), resolved_by=str(actor)[:120]
    )
    log(actor, Event.Action.CHANGE, comment, comment.section.report, fields=("resolved",))
