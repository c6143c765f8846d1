"""What an archive export says of the person's identity, which is kept encrypted."""

from collections.abc import Collection

from django.utils import timezone

from deviations.identity import LostKey, unseal
from deviations.models import ArchiveExport, IdentityOpening, PersonIdentity

WAS_HERE = "fanns"
LOST = "Fanns, men kan inte läsas: den nyckel som den krypterades med saknas."
LABELS = {
    "name": "Namn",
    "personal_number": "Personnummer eller samordningsnummer",
    "case_number": "Ärendenummer i verksamhetssystemet",
    "contact": "Kontaktuppgifter",
}


def told(row: PersonIdentity, *, preserve: bool) -> str:
    """Of a case that is destroyed no more than that it was known who the person is; what is kept
    for ever must be readable without our key."""
    if not preserve:
        return WAS_HERE
    try:
        identity = unseal(row.sealed, row.deviation_id)
    except LostKey:
        return LOST
    parts = ((label, getattr(identity, name)) for name, label in LABELS.items())
    return "\n".join(f"{label}: {value}" for label, value in parts if value)


def note_openings(export: ArchiveExport, case_ids: Collection[int]) -> None:
    """What was delivered in plain words was opened, by whoever asked for the delivery."""
    known = PersonIdentity.objects.filter(deviation_id__in=case_ids)
    IdentityOpening.objects.bulk_create(
        IdentityOpening(
            deviation_id=pk,
            opened_by=export.requested_by,
            opened_by_name=export.requested_by_name,
            opened_on=timezone.localdate(),
            reason="Export till arkivet",
        )
        for pk in known.values_list("deviation_id", flat=True)
    )
