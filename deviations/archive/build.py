"""The jobs of an archive export: to build its file, and to take files away afterwards."""

from contextlib import closing
from io import BufferedRandom
from tempfile import TemporaryFile

from django.core.files import File
from django.core.files.storage import default_storage

from audit.models import Event
from audit.services import record as log
from deviations.archive.identity import note_openings
from deviations.archive.pack import FileGone, Pack
from deviations.archive.record import Document, Record, records
from deviations.dependants import is_used
from deviations.models import ArchiveExport, Deviation
from jobs.engine import JobFailed, Work
from lib.stored import Stored, store

ARCHIVE = "deviations.archive"
# Of destroyed cases, and of an export that has been handed over: each at most once per export.
REMOVE_FILES = "deviations.remove_files"
REMOVE_EXPORT = "deviations.remove_export"
BATCH = 20


def build(work: Work) -> None:
    export = ArchiveExport.objects.select_related("unit", "requested_by").get(pk=work.subject_id)
    if export.stored_as:
        return
    with TemporaryFile() as target:
        listed = _write(work, export, target)
        work.progress("Sparar filen", 95)
        # A worker that takes over stores the same file, not another.
        stored = store("archive", File(target), ".zip")
    with work.effect():
        _keep(export, listed, stored)


def _write(work: Work, export: ArchiveExport, target: BufferedRandom) -> list[Document]:
    pack = Pack(target, export)
    with closing(pack.zip):
        listed = _add_cases(work, export, pack)
        pack.finish([{name: one[name] for name in ("number", "sha256")} for one in listed])
    return listed


def _add_cases(work: Work, export: ArchiveExport, pack: Pack) -> list[Document]:
    listed: list[Document] = []
    preserve = export.purpose == ArchiveExport.Purpose.DELIVER
    for start in range(0, len(export.cases), BATCH):
        chunk = export.case_ids[start : start + BATCH]
        found = records(chunk, preserve=preserve)
        if len(found) != len(chunk):
            raise JobFailed("Några av ärendena finns inte längre. Gör en ny export.")
        for pk, record in found.items():
            _add(pack, record)
            listed.append({"pk": pk, "number": record.number, "sha256": record.sha256})
        work.progress("Samlar ärenden", 90 * len(listed) // len(export.cases))
    return listed


def _add(pack: Pack, record: Record) -> None:
    try:
        pack.add_case(record)
    except FileGone as gone:
        advice = "Kontakta systemadministratören innan något gallras."
        raise JobFailed(f"{gone} {advice}") from gone


def _keep(export: ArchiveExport, listed: list[Document], stored: Stored) -> None:
    ArchiveExport.objects.filter(pk=export.pk).update(
        cases=listed, stored_as=stored.name, sha256=stored.sha256, size=stored.size
    )
    ids = [one["pk"] for one in listed]
    if export.purpose == ArchiveExport.Purpose.DELIVER:
        note_openings(export, ids)
    log(
        actor=export.requested_by,
        action=Event.Action.EXPORT,
        object_type=Deviation._meta.label_lower,
        unit=export.unit,
        detail={"count": len(ids), "ids": ids, "export": export.pk, "sha256": stored.sha256},
    )


def remove_files(work: Work) -> None:
    """What another case still has stays. A file that is gone already is what was wanted."""
    export = ArchiveExport.objects.get(pk=work.subject_id)
    for name in export.doomed:
        if not is_used(name):
            default_storage.delete(name)
    if export.removed_at is not None and export.stored_as:
        default_storage.delete(export.stored_as)
    with work.effect():
        ArchiveExport.objects.filter(pk=export.pk).update(doomed=[])
