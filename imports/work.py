"""The jobs of larger files, under the lease of their row (jobs/)."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from imports import services
from imports.importer import CannotSave, CannotUndo
from imports.models import ImportBatch
from jobs.engine import JobFailed, Work
from jobs.models import Job
from lib.sheets.errors import SheetError
from organisation.models import User

WORDS = (SheetError, CannotSave, CannotUndo, services.IllegalImport)


def check(work: Work) -> None:
    batch = ImportBatch.objects.select_related("uploaded_by").get(pk=work.subject_id)
    with _told():
        checked = services.check_received(batch=batch, tell=work.progress)
    with work.effect():
        services.keep_findings(batch, checked)


def save(work: Work) -> None:
    """Reading, comparing and writing are one transaction, in which no progress can be told."""
    work.progress("För in raderna", 20)
    with _told(), work.effect():
        services.save_rows(actor=_orderer(work), batch_id=work.subject_id)


def undo(work: Work) -> None:
    work.progress("Tar bort raderna", 20)
    with _told(), work.effect():
        services.remove_rows(actor=_orderer(work), batch_id=work.subject_id)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except WORDS as error:
        raise JobFailed(str(error)) from error


def _orderer(work: Work) -> User | None:
    actor_id = Job.objects.values_list("actor_id", flat=True).get(pk=work.job_id)
    return User.objects.get(pk=actor_id) if actor_id else None


HANDLERS: Mapping[str, Callable[[Work], None]] = {
    services.CHECK: check,
    services.SAVE: save,
    services.UNDO: undo,
}
