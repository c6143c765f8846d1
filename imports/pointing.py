"""Who has gone on working with what was imported: every table that leads to it."""

from collections.abc import Collection, Iterator, Sequence

from django.db.models import ForeignObjectRel, Model

AT_ONCE = 500


def pointed_at(
    model: type[Model], ids: Sequence[int], own: Collection[type[Model]] = ()
) -> Iterator[int]:
    """The ids that a row of another table leads to; `own` are tables the import fills itself."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or relation.many_to_many:
            continue
        pointing = relation.related_model
        if pointing in own:
            continue
        field = relation.field.name
        for at in range(0, len(ids), AT_ONCE):
            found = pointing._base_manager.filter(**{f"{field}__in": ids[at : at + AT_ONCE]})
            yield from found.values_list(field, flat=True)
