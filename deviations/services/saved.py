"""A person's own views of the list."""

from django.db import transaction

from audit import services as audit
from audit.models import Event
from deviations.models import SavedFilter
from deviations.services.rows import require
from organisation.models import User

MOST = 30


@transaction.atomic
def save_filter(*, actor: User, name: str, query: str) -> SavedFilter:
    User.objects.select_for_update().get(pk=actor.pk)  # two at once would both see 29
    require(
        SavedFilter.objects.visible_to(actor).count() < MOST,
        f"Du har redan {MOST} sparade urval. Ta bort något som du inte använder.",
    )
    saved = SavedFilter.objects.create(owner=actor, name=name, query=query)
    audit.record(actor=actor, action=Event.Action.CREATE, obj=saved)
    return saved


@transaction.atomic
def rename_filter(*, actor: User, saved: SavedFilter, name: str) -> SavedFilter:
    changed = {"name": (saved.name, name)}
    saved.name = name
    saved.save(update_fields=["name"])
    audit.record(actor=actor, action=Event.Action.CHANGE, obj=saved, changed=changed)
    return saved


@transaction.atomic
def remove_filter(*, actor: User, saved: SavedFilter) -> None:
    audit.record(actor=actor, action=Event.Action.DELETE, obj=saved)
    saved.delete()
