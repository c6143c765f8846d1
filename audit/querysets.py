from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Exists, Max, OuterRef

if TYPE_CHECKING:
    from audit.models import Event  # noqa: F401

# A transaction may commit events with lower ids than those already sealed. Looking this many ids
# back finds them without reading years of log each minute; `seal(everything=True)` reads it all.
LATE_EVENTS = 20_000


class EventQuerySet(models.QuerySet["Event"]):
    def changes_of(self, row: models.Model) -> "EventQuerySet":
        """What was written about it, the newest first; not who read it."""
        about = self.filter(object_type=row._meta.label_lower, object_id=str(row.pk))
        return about.filter(action__in=("create", "change")).order_by("-pk")

    def unsealed(self, *, everything: bool = False) -> "EventQuerySet":
        seals = apps.get_model("audit", "Seal").objects
        newest = 0 if everything else seals.aggregate(newest=Max("event_id"))["newest"] or 0
        oldest = newest - LATE_EVENTS
        # The bound on both sides: else PostgreSQL may read every seal there is.
        sealed = seals.order_by().filter(event_id=OuterRef("pk"), event_id__gt=oldest)
        return self.filter(~Exists(sealed), pk__gt=oldest).order_by("pk")
