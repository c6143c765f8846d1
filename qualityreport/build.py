"""The main job: registers → snapshot → PDF, under the lease of its job row (jobs/)."""

from django.core.files.base import ContentFile
from django.utils.text import slugify

from audit.models import Event
from audit.services import record
from jobs.engine import JobFailed, Work
from lib import pdf
from lib.stored import Stored, store
from qualityreport import checks, render
from qualityreport.collect import collect, one_moment
from qualityreport.models import ReportFile, ReportVersion
from qualityreport.snapshot import digest, freeze

BUILD = "qualityreport.build"

# The renderer's stages with words for the one who waits, and how far the work has come.
STAGES = {
    "start": ("Startar sättningen", 35),
    "parse": ("Läser in texter, tabeller och diagram", 40),
    "layout": ("Sätter sidorna", 50),
    "pdf": ("Skriver PDF-filen", 85),
    "finish": ("Märker upp för arkiv och tillgänglighet", 92),
}


def build(work: Work) -> None:
    version = ReportVersion.objects.select_related("report__unit", "requested_by").get(
        pk=work.subject_id
    )
    work.progress("Räknar siffror ur registren", 5)
    _freeze(version)
    work.progress("Ritar diagram", 25)
    rendered = _render(work, version)
    work.progress("Sparar filen", 96)
    stored = store("reports", ContentFile(rendered.content), ".pdf")
    with work.effect():
        _keep(version, stored, rendered.pages)


def _freeze(version: ReportVersion) -> None:
    """Once frozen, a version is never collected again: a restarted build prints the same."""
    if version.snapshot is not None:
        return
    with one_moment():
        collection = collect(version.report)
        findings = checks.run(collection)
        snapshot = freeze(collection, findings, version)
    stopping = checks.stopping(findings)
    if stopping:
        first = stopping[0]
        raise JobFailed(f"Rapporten kan inte byggas: {first.place}. {first.message} {first.advice}")
    # Whoever is first freezes it: a worker that was overtaken prints what the other froze.
    ReportVersion.objects.filter(pk=version.pk, snapshot__isnull=True).update(
        snapshot=snapshot, snapshot_hash=digest(snapshot)
    )
    version.refresh_from_db(fields=["snapshot", "snapshot_hash"])


def _render(work: Work, version: ReportVersion) -> pdf.Rendered:
    assert version.snapshot is not None  # noqa: S101 -- _freeze has just seen to it
    try:
        return render.render(version.snapshot["document"], lambda stage: _tell(work, stage))
    except pdf.PdfError as error:
        raise JobFailed(str(error)) from error


def _tell(work: Work, stage: str) -> None:
    step, percent = STAGES.get(stage, ("Skapar PDF", 60))
    work.progress(step, percent)


def _keep(version: ReportVersion, stored: Stored, pages: int) -> None:
    report = version.report
    name = slugify(f"{report} {report.unit.name}")[:120] + f"-version-{version.number}"
    ReportFile.objects.create(
        version=version,
        format=ReportFile.Format.PDF,
        name=f"{name}.pdf",
        stored_as=stored.name,
        sha256=stored.sha256,
        size=stored.size,
        pages=pages,
    )
    record(
        actor=version.requested_by,
        action=Event.Action.BUILD,
        obj=version,
        label=str(version),
        unit=report.unit,
        detail={"sha256": stored.sha256, "pages": pages},
    )
