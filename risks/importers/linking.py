"""What a file links a row to. Links are added, never taken away: a file seldom knows them all."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model

from imports.importer import Row

AT_ONCE = 400  # SQLite takes a thousand values in a statement
Links = Mapping[tuple[str, int], set[int]]  # (field, row) → what it is linked to


def links_of(model: type[Model], fields: Collection[str], pks: Collection[int]) -> Links:
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for field in fields:
        through, own, other = _table(model, field)
        for some in _pieces(list(pks)):
            rows = through._default_manager.filter(**{f"{own}__in": some})
            for pk, linked in rows.values_list(own, other):
                found[field, pk].add(linked)
    return found


def to_add(row: Row, pk: int | None, fields: Collection[str], links: Links) -> dict[str, list[int]]:
    """Field → what the row names and is not linked to."""
    named = {field: [one.pk for one in row[field]] for field in fields}
    known = {field: links[field, pk] if pk and (field, pk) in links else set() for field in fields}
    return {field: new for field, pks in named.items() if (new := sorted(set(pks) - known[field]))}


def add(model: type[Model], added: Mapping[int, Mapping[str, Sequence[int]]]) -> None:
    """Row → field → what it is linked to from now on."""
    for field in {field for links in added.values() for field in links}:
        through, own, other = _table(model, field)
        through._default_manager.bulk_create(
            (
                through(**{own: pk, other: linked})
                for pk, links in added.items()
                for linked in links.get(field, ())
            ),
            batch_size=AT_ONCE,
        )


def take_away(model: type[Model], added: Mapping[int, Mapping[str, Sequence[int]]]) -> None:
    for pk, links in added.items():
        for field, linked in links.items():
            through, own, other = _table(model, field)
            through._default_manager.filter(**{own: pk, f"{other}__in": linked}).delete()


def linked_since(
    model: type[Model], pks: Sequence[int], added: Mapping[int, Mapping[str, Sequence[int]]]
) -> Iterator[int]:
    """Those of the rows that somebody has linked to something else, from either side."""
    for name in _many(model):
        through, own, other = _table(model, name)
        for some in _pieces(pks):
            rows = through._default_manager.filter(**{f"{own}__in": some})
            for pk, linked in rows.values_list(own, other):
                if linked not in added.get(pk, {}).get(name, ()):
                    yield pk


def _many(model: type[Model]) -> list[str]:
    """Its links by the name they have on it, those kept by other registers too."""
    return [field.name for field in model._meta.get_fields() if field.many_to_many]


def _table(model: type[Model], name: str) -> tuple[Any, str, str]:
    """The table of links, the column that names the row and the one that names the other."""
    field: Any = model._meta.get_field(name)
    if field.auto_created:  # kept by the other side
        kept = field.field
        own, other = kept.m2m_reverse_field_name(), kept.m2m_field_name()
        return field.through, f"{own}_id", f"{other}_id"
    own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    return field.remote_field.through, f"{own}_id", f"{other}_id"


def _pieces(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    return (pks[at : at + AT_ONCE] for at in range(0, len(pks), AT_ONCE))
