"""What a file brought is taken back: new outcomes go, changed ones say what they said before, as
long as nobody has gone on working with any of them."""

from collections.abc import Iterator, Sequence

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from imports.importer import CannotUndo
from imports.pointing import pointed_at
from indicators.importers.outcome_checking import (
    CONTENT,
    is_locked,
    pieces,
    units_above,
)
from indicators.locks import in_force
from indicators.models import Observation, ObservationRevision
from indicators.words import period_label

RESTORE = f"""
    UPDATE indicators_observation
    SET {", ".join(f"{name} = r.{name}" for name in CONTENT)},
        version = indicators_observation.version + 1, updated_at = %s
    FROM indicators_observationrevision r
    WHERE r.observation_id = indicators_observation.id AND r.id IN ({{ids}})"""  # noqa: S608
GONE = "Importen kan inte ångras: några av utfallen finns inte längre."


def undo(made: Sequence[int | list[int]]) -> None:
    new = [one for one in made if isinstance(one, int)]
    changed = {one[0]: one[1] for one in made if not isinstance(one, int)}
    _require_unlocked([*new, *changed])
    _require_untouched(new, changed)
    for some in pieces(new):
        Observation.objects.filter(pk__in=some).delete()
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    for some in pieces(list(changed.values())):
        with connection.cursor() as cursor:
            cursor.execute(RESTORE.format(ids=", ".join(["%s"] * len(some))), [now, *some])
        ObservationRevision.objects.filter(pk__in=some).delete()


def _require_unlocked(ids: Sequence[int]) -> None:
    """All of them are there, held, and of open periods."""
    locks, above, count = in_force(), units_above(), 0
    for some in pieces(ids):
        held = Observation.objects.select_for_update().filter(pk__in=some).order_by("pk")
        for unit_id, year, period in held.values_list("unit_id", "year", "period"):
            count += 1
            if is_locked(locks, above[unit_id], year, period):
                raise CannotUndo(f"Importen kan inte ångras: {period_label(year, period)} är låst.")
    if count != len(ids):
        raise CannotUndo(GONE)


def _require_untouched(new: Sequence[int], changed: dict[int, int]) -> None:
    touched = {*pointed_at(Observation, new), *_changed_since(changed)}
    if not touched:
        return
    rows = Observation.objects.filter(pk__in=sorted(touched)[:5]).select_related("indicator")
    named = ", ".join(f"{row.indicator.code} {row}" for row in rows)
    more = " med flera" if len(touched) > 5 else ""
    raise CannotUndo(f"Importen kan inte ångras: någon har arbetat vidare med {named}{more}.")


def _changed_since(changed: dict[int, int]) -> Iterator[int]:
    """Those of which the file's revision is no longer the newest."""
    for some in pieces(list(changed)):
        found = ObservationRevision.objects.filter(observation_id__in=some).values("observation_id")
        for pk, newest in found.annotate(newest=Max("pk")).values_list("observation_id", "newest"):
            if newest != changed[pk]:
                yield pk
