from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from imports.models import ImportBatch  # noqa: F401 -- named in quoted generics


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    def visible_to(self, user: Any) -> Self:
        """One's own: a preview may hold what others must not know of."""
        return self.filter(uploaded_by_id=user.pk)

    def waiting_since(self, moment: datetime) -> Self:
        """Neither confirmed nor thrown away, and the file is still there."""
        return self.filter(state__in=("received", "checked"), uploaded_at__lt=moment)

    def saved_like(self, importer: str, sha256: str) -> Self:
        """The very same file, imported before."""
        return self.filter(importer=importer, sha256=sha256, state="saved").order_by("-saved_at")
