"""A case as it stands in every table, with the Swedish names of tables and fields."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.text import slugify

from deviations.archive.identity import told
from deviations.dependants import FILE, Table, tables
from deviations.models import Deviation, PersonIdentity

Document = dict[str, Any]


@dataclass(frozen=True)
class StoredFile:
    """A file of the case, and its name in the archive."""

    name: str
    stored_as: str
    sha256: str


@dataclass(frozen=True)
class Record:
    number: str
    document: Document
    files: tuple[StoredFile, ...]

    @property
    def content(self) -> bytes:
        """The same bytes for the same case, so that a change since the export shows."""
        text = json.dumps(self.document, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)
        return text.encode()

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


def records(case_ids: Collection[int], *, preserve: bool) -> dict[int, Record]:
    """One question per table, however many cases."""
    cases = Deviation.objects.filter(pk__in=case_ids).select_related(*_keys(Deviation))
    rows: dict[int, list[tuple[Table, Any]]] = defaultdict(list)
    for table in tables():
        linked = table.rows(case_ids).select_related(*_keys(table.model))
        for row in linked.annotate(case_of_row=F(table.path)):
            rows[row.case_of_row].append((table, row))
    return {case.pk: _record(case, rows[case.pk], preserve) for case in cases.order_by("pk")}


def _record(case: Deviation, rows: list[tuple[Table, Any]], preserve: bool) -> Record:
    files = tuple(_files(row for _, row in rows))
    by_model: dict[type[models.Model], list[Any]] = {Deviation: [case]}
    for table, row in rows:
        by_model.setdefault(table.model, []).append(row)
    document = {
        "number": case.number,
        "identity": "fanns" if PersonIdentity in by_model else "fanns ej",
        "files": [{"name": file.name, "sha256": file.sha256} for file in files],
        "tables": [_table(model, found, preserve) for model, found in by_model.items()],
    }
    return Record(case.number, document, files)


def _table(model: type[models.Model], rows: Iterable[Any], preserve: bool) -> Document:
    return {
        "table": model._meta.label_lower,
        "label": _label(model),
        "rows": [[_field(row, field, preserve) for field in model._meta.fields] for row in rows],
    }


def _label(model: type[models.Model]) -> str:
    """A link between two tables bears the name of the field that it is made of."""
    links = (field for field in Deviation._meta.many_to_many if field.remote_field.through is model)
    return str(next((link.verbose_name for link in links), model._meta.verbose_name))


def _field(row: models.Model, field: Any, preserve: bool) -> Document:
    found: Document = {"field": field.name, "label": _field_label(row, field)}
    value = getattr(row, field.attname)
    if isinstance(row, PersonIdentity) and field.name == "sealed":
        return found | {"value": told(row, preserve=preserve)}
    words = _words(row, field, value)
    return found | {"value": _local(value)} | ({"words": words} if words else {})


def _field_label(row: models.Model, field: Any) -> str:
    """Django names the two keys of a link after their models' classes."""
    of_a_link = row._meta.auto_created and field.is_relation
    return str((field.related_model._meta if of_a_link else field).verbose_name)


def _words(row: models.Model, field: Any, value: Any) -> str:
    """What stands behind an id or a code."""
    if value is None:
        return ""
    if field.is_relation:
        return str(getattr(row, field.name))
    return str(getattr(row, f"get_{field.name}_display")()) if field.choices and value else ""


def _local(value: Any) -> Any:
    return timezone.localtime(value).isoformat() if isinstance(value, datetime) else value


def _keys(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.fields if field.is_relation]


def _files(rows: Iterable[Any]) -> Iterator[StoredFile]:
    kept = [row for row in rows if getattr(row, FILE, "")]
    for number, row in enumerate(kept, start=1):
        yield StoredFile(f"bilagor/{number:02d}-{_file_name(row)}", row.stored_as, row.sha256)


def _file_name(row: Any) -> str:
    """Safe in every file system, and with the ending that says what it is."""
    given = PurePath(getattr(row, "name", "") or f"{row._meta.verbose_name}.pdf")
    ending = "".join(char for char in given.suffix if char.isalnum())
    stem = slugify(given.stem)[:60] or "fil"
    return f"{stem}.{ending}" if ending else stem
