"""A case's package as a file: read once, printed, kept under its hash (jobs/)."""

import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils import timezone

from audit.models import Event
from audit.services import record
from deviations.models import CasePackage
from deviations.package import Document, document_of
from jobs.engine import JobFailed, Work
from lib import pdf

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
    sha256 = hashlib.sha256(rendered.content).hexdigest()
    name = f"packages/{sha256[:2]}/{sha256}.pdf"
    # A half-written file of a worker that was killed stays an orphan, and gets a sibling.
    stored = default_storage.save(name, ContentFile(rendered.content))
    with work.effect():
        _keep(package, stored, sha256, rendered)


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


def _keep(package: CasePackage, stored: str, sha256: str, rendered: pdf.Rendered) -> None:
    CasePackage.objects.filter(pk=package.pk, stored_as="").update(
        stored_as=stored, sha256=sha256, size=len(rendered.content), pages=rendered.pages
    )
    record(
        actor=package.requested_by,
        action=Event.Action.BUILD,
        obj=package,
        label=package.deviation.number,
        unit=package.deviation.unit,
        detail={"sha256": sha256, "pages": rendered.pages, "redacted": package.redacted},
    )
