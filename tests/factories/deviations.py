"""Cases as people make them: through the services, so that nothing impossible is tested."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from deviations.models import (
    Attachment,
    Cause,
    Complaint,
    Deviation,
    InvestigationNote,
    Kind,
    Severity,
)
from deviations.models.choices import COMPLAINT_KINDS
from deviations.process import NEW
from deviations.services import (
    assign_investigator,
    decide,
    initial_assessment,
    investigation_ready,
)
from deviations.services.intake import create_case
from lib.stored import store
from organisation.models import Unit, User

STORY = "Ett brev lades i fel kuvert. Det upptäcktes samma dag och mottagaren ringdes upp."


@transaction.atomic
def make_case(
    unit: Unit,
    kind: str = Kind.INTERNAL,
    *,
    description: str = STORY,
    received_on: date | None = None,
    is_appeal: bool = False,
    **details: Any,
) -> Deviation:
    """Received, without a report of its own."""
    case = create_case(kind, unit, description, details, received_on=received_on)
    if kind in COMPLAINT_KINDS:
        Complaint.objects.create(deviation=case, is_appeal=is_appeal)
    return case


def make_note(case: Deviation, author: User, **fields: Any) -> InvestigationNote:
    content = {
        "noted_on": case.received_on,
        "source": "Samtal",
        "passages": [{"nature": "fact", "text": "Så var det."}],
        "author_name": str(author),
        "author_title": author.title,
    }
    return InvestigationNote.objects.create(deviation=case, author=author, **content | fields)


def make_attachment(
    case: Deviation, actor: User, content: bytes = b"%PDF-1.7 x", name: str = "underlag.pdf"
) -> Attachment:
    """In a finished case too, where the service takes none."""
    stored = store("attachments", ContentFile(content))
    return Attachment.objects.create(
        deviation=case,
        name=name,
        content_type="application/pdf",
        stored_as=stored.name,
        sha256=stored.sha256,
        size=stored.size,
        uploaded_by=actor,
        uploaded_by_name=str(actor),
    )


def make_cause(name: str = "Processer och rutiner") -> Cause:
    return Cause.objects.create(name=name)


MOTIVE = "Det behöver klarläggas varför rutinen inte följdes."


def assessed(case: Deviation, by: User) -> Deviation:
    """To be investigated."""
    return initial_assessment(actor=by, deviation=case, motive=MOTIVE)


def assigned(case: Deviation, by: User, to: User) -> Deviation:
    """Investigated by somebody, from the day it came in."""
    case.refresh_from_db()
    if case.status in NEW:
        assessed(case, by)
    return assign_investigator(actor=by, deviation=case, investigator=to, impartial=True)


def investigated(case: Deviation, by: User, proposed: str = Severity.MISCONDUCT) -> Deviation:
    """All is answered, the grade proposed, and the investigation locked."""
    case.refresh_from_db()
    if case.status in NEW:
        assessed(case, by)
    Deviation.objects.filter(pk=case.pk).update(
        consequence_text="Barnet var utan tillsyn i en timme.",
        own_view="Jag var rädd.",
        happened_before=False,
        could_recur=True,
    )
    if not case.notes.exists():
        make_note(case, by, signed_at=timezone.now())
    grade = proposed if case.is_lex_sarah else ""
    return investigation_ready(actor=by, deviation=case, motive=MOTIVE, severity=grade)


def decided(
    case: Deviation,
    by: User,
    severity: str = "",
    *,
    decided_on: date | None = None,
    causes: Iterable[Cause] = (),
) -> Deviation:
    """By way of a whole investigation; `severity` for a lex Sarah case."""
    return decide(
        actor=by,
        deviation=investigated(case, by, severity),
        motive=MOTIVE,
        decided_on=decided_on or timezone.localdate(),
        severity=severity,
        causes=causes,
    )
