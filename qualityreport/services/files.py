"""A version's files go with their rows, unless another row has the same bytes."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from qualityreport.models import ReportFile, ReportVersion


def destroy_files(version: ReportVersion, **which: Any) -> None:
    rows = version.files.filter(**which)
    names = list(rows.values_list("stored_as", flat=True))
    rows.delete()
    transaction.on_commit(partial(_destroy, names))


def _destroy(names: list[str]) -> None:
    """Files lie under the hash of their content: two versions may share one."""
    shared = set(ReportFile.objects.filter(stored_as__in=names).values_list("stored_as", flat=True))
    for name in set(names) - shared:
        default_storage.delete(name)
