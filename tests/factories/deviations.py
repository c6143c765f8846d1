"""Cases as people make them: through the services, so that nothing impossible is tested."""

from datetime import date
from typing import Any

from django.db import transaction

from deviations.models import Cause, Complaint, Deviation, Kind
from deviations.models.choices import COMPLAINT_KINDS
from deviations.services.intake import create_case
from organisation.models import Unit

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


def make_cause(name: str = "Processer och rutiner") -> Cause:
    return Cause.objects.create(name=name)
