"""The zip: a folder per case, and a manifest that `sha256sum -c` can check."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format

from deviations.archive.record import Document, Record, StoredFile
from deviations.models import ArchiveExport

MANIFEST = "manifest-sha256.txt"
CHUNK = 1024 * 1024
# Of no use to a reader of the page; the structured file has them.
INTERNAL = {"id", "deviation", "stored_as", "token", "version", "series", "year", "sequence"}


class FileGone(Exception):
    """A file of a case is missing or is no longer what it was."""


class Pack:
    """The same content gives the same bytes: every entry bears the time of the request."""

    def __init__(self, target: IO[bytes], export: ArchiveExport) -> None:
        self.zip = ZipFile(target, "w", ZIP_DEFLATED)
        self.moment = timezone.localtime(export.requested_at)
        self.sums: list[str] = []

    def add_case(self, record: Record) -> None:
        self.add(f"{record.number}/arende.json", record.content)
        self.add(f"{record.number}/arende.html", page(record).encode())
        for file in record.files:
            self._copy(record.number, file)

    def finish(self, listed: Sequence[Document]) -> None:
        text = json.dumps(listed, ensure_ascii=False, indent=1)
        self.add("forteckning.json", text.encode())
        self._write(MANIFEST, ("".join(self.sums)).encode())

    def add(self, name: str, content: bytes) -> None:
        self._write(name, content)
        self._note(name, sha256(content).hexdigest())

    def _write(self, name: str, content: bytes) -> None:
        with self.zip.open(self._entry(name), "w") as entry:
            entry.write(content)

    def _copy(self, number: str, file: StoredFile) -> None:
        if not default_storage.exists(file.stored_as):
            raise FileGone(f"Bilagan {file.name} i {number} finns inte i filarkivet.")
        name, digest = f"{number}/{file.name}", sha256()
        with (
            default_storage.open(file.stored_as) as source,
            self.zip.open(self._entry(name), "w") as entry,
        ):
            for chunk in source.chunks(CHUNK):
                digest.update(chunk)
                entry.write(chunk)
        if digest.hexdigest() != file.sha256:
            raise FileGone(f"Bilagan {file.name} i {number} är inte den som bifogades.")
        self._note(name, file.sha256)

    def _note(self, name: str, digest: str) -> None:
        self.sums.append(f"{digest}  {name}\n")

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self.moment.timetuple()[:6])
        entry.compress_type = ZIP_DEFLATED
        return entry


def page(record: Record) -> str:
    """To be read without any system, today and in fifty years."""
    sections = [
        {"label": table["label"], "rows": [list(_facts(row)) for row in table["rows"]]}
        for table in record.document["tables"]
    ]
    context = {"record": record, "sections": sections, "identity": record.document["identity"]}
    return render_to_string("deviations/archive/case.html", context)


def _facts(row: list[Document]) -> Iterator[tuple[str, str]]:
    for field in row:
        shown = _shown(field)
        if field["field"] not in INTERNAL and shown:
            yield field["label"], shown


def _shown(field: Document) -> str:
    value = field["value"]
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, list):  # the passages of a note
        return "\n\n".join(map(_passage, value))
    return str(field.get("words") or _day(value) or ("" if value is None else value))


def _passage(passage: Any) -> str:
    words = {"fact": "Faktauppgift", "assessment": "Bedömning"}
    if not isinstance(passage, dict):
        return str(passage)
    nature = passage.get("nature", "")
    return f"{words.get(nature, nature)}: {passage.get('text', '')}"


def _day(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return date_format(value, "j F Y")
    if not isinstance(value, str) or parse_date(value[:10] or "-") is None:
        return ""
    moment = parse_datetime(value)
    return date_format(moment, "j F Y H:i") if moment and "T" in value else ""
