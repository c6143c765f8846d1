"""Files on their way into a register, each its uploader's own."""

from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from imports.models import ImportBatch
from organisation.models import User
from tests.imports.files import case, csv_of

Names = dict[str, Any]


def files(people: dict[str, User]) -> dict[str, dict[str, Names]]:
    """Karin's, Sara's, and one of Eva's from when she still imported."""
    owners = {"own": "karin", "foreign": "sara", "lost": "eva"}
    batches = {about: _file(people[owner]) for about, owner in owners.items()}
    names = {"own": "deviations", "definitions": "indicators", "outcomes": "observations"}
    names |= {"surveys": "surveys", "processes": "processes", "risks": "risks"}
    names |= {"controls": "controls", "measures": "measures", "foreign": "ingen"}
    register = {about: {"importer": name} for about, name in names.items()}
    return {
        "imports": batches | {"unknown": {"pk": 999_999}},
        "imports:upload": register,
        "imports:template": register,
    }


def _file(owner: User) -> Names:
    """As if it had been looked through."""
    batch = ImportBatch.objects.create(
        importer="deviations",
        state=ImportBatch.State.CHECKED,
        file_name="fil.csv",
        size=100,
        new=1,
        stored_as=default_storage.save("imports/fil", ContentFile(csv_of(case()))),
        uploaded_by=owner,
    )
    return {"pk": batch.pk}
