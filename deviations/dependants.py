"""Every table whose rows belong to a case, found by its foreign keys: none can be forgotten."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from django.db import models

from deviations.models import Deviation

FILE = "stored_as"  # the field of every table that keeps a file


class Table(NamedTuple):
    model: type[models.Model]
    path: str  # from the row to its case

    def rows(self, case_ids: Collection[int]) -> "models.QuerySet[Any]":
        return self.model._base_manager.filter(**{f"{self.path}__in": case_ids}).order_by("pk")


def tables() -> list[Table]:
    """What hangs on a case, what hangs on that in turn, and the links of its many-to-many fields.

    A case that refers to another case does not belong to it.
    """
    found: dict[type[models.Model], Table] = {}
    waiting = [Table(Deviation, "")]
    while waiting:
        below = [table for table in _pointing_to(waiting.pop(0)) if table.model not in found]
        found |= {table.model: table for table in below}
        waiting += below
    return list(found.values())


def _pointing_to(table: Table) -> Iterator[Table]:
    for relation in table.model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):  # of which a one-to-one is one
            continue
        model, name = relation.related_model, relation.field.name
        if model not in (Deviation, table.model):
            yield Table(model, f"{name}__{table.path}" if table.path else name)


def files(case_ids: Collection[int]) -> list[str]:
    kept = (
        table.rows(case_ids).exclude(**{FILE: ""}).values_list(FILE, flat=True)
        for table in tables()
        if _keeps_files(table.model)
    )
    return sorted({name for names in kept for name in names})


def is_used(name: str) -> bool:
    """Files lie under the hash of their content, so that two cases may share one."""
    return any(
        table.model._base_manager.filter(**{FILE: name}).exists()
        for table in tables()
        if _keeps_files(table.model)
    )


def _keeps_files(model: type[models.Model]) -> bool:
    return any(field.name == FILE for field in model._meta.fields)


def remove(case_ids: Collection[int]) -> None:
    """The outermost first. Straight in SQL: Django's own deletion refuses protected keys, also
    those within what is deleted, and cannot change a locked row to free it."""
    for table in reversed(tables()):
        table.rows(case_ids).order_by()._raw_delete(table.model._base_manager.db)
    cases = Deviation.objects.filter(pk__in=case_ids).order_by()
    cases._raw_delete(cases.db)
