"""Cases as people make them: through the services, so that nothing impossible is tested."""

from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from deviations.models import (
    Attachment,
    Cause,
    Complaint,
    Deviation,
    InvestigationNote,
    Kind,
)
from deviations.models.choices import COMPLAINT_KINDS
from deviations.services.intake import create_case
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


def make_attachment(case: Deviation, actor: User, content: bytes = b"%PDF-1.7 x") -> Attachment:
    """In a finished case too, where the service takes none."""
    return Attachment.objects.create(
        deviation=case,
        name="underlag.pdf",
        content_type="application/pdf",
        stored_as=default_storage.save("attachments/underlag", ContentFile(content)),
        sha256="0" * 64,
        size=len(content),
        uploaded_by=actor,
        uploaded_by_name=str(actor),
    )


def make_cause(name: str = "Processer och rutiner") -> Cause:
    return Cause.objects.create(name=name)
