"""A case's package as a file: read once, printed, kept under its hash (jobs/)."""

from django.conf import settings
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.utils import timezone

from audit.models import Event
from audit.services import record
from deviations.models import CasePackage
from deviations.package import Document, document_of
from jobs.engine import JobFailed, Work
from lib import pdf
from lib.stored import Stored, store

PACKAGE = "deviations.package"
STAGES = {
    "start": ("Startar sättningen", 30),
    "parse": ("Läser in texterna", 35),
    "layout": ("Sätter sidorna", 50),
    "pdf": ("Skriver PDF-filen", 80),
    "finish": ("Märker upp för arkiv och tillgänglighet", 90),
}


def build(work: Work) -> None:
    found = CasePackage.objects.select_related("deviation__unit", "deviation__ivo", "requested_by")
    package = found.get(pk=work.subject_id)
    work.progress("Läser ärendet", 5)
    rendered = _render(work, document_of(package, timezone.now()))
    work.progress("Sparar filen", 95)
    stored = store("packages", ContentFile(rendered.content), ".pdf")
    with work.effect():
        _keep(package, stored, rendered.pages)


def html(document: Document) -> str:
    return render_to_string("deviations/print/package.html", {"document": document})


def _render(work: Work, document: Document) -> pdf.Rendered:
    limits = pdf.Limits(
        memory=settings.PDF_MEMORY_LIMIT, cpu=settings.PDF_CPU_LIMIT, deadline=settings.PDF_DEADLINE
    )
    try:
        return pdf.render(html(document), on_stage=lambda stage: _tell(work, stage), limits=limits)
    except pdf.PdfError as error:
        raise JobFailed(str(error)) from error


def _tell(work: Work, stage: str) -> None:
    work.progress(*STAGES.get(stage, ("Skapar PDF", 60)))


def _keep(package: CasePackage, stored: Stored, pages: int) -> None:
    CasePackage.objects.filter(pk=package.pk, stored_as="").update(
        stored_as=stored.name, sha256=stored.sha256, size=stored.size, pages=pages
    )
    record(
        actor=package.requested_by,
        action=Event.Action.BUILD,
        obj=package,
        label=package.deviation.number,
        unit=package.deviation.unit,
        detail={"sha256": stored.sha256, "pages": pages, "redacted": package.redacted},
    )
