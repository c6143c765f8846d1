"""The main job: registers → snapshot → files, under the lease of its job row (jobs/)."""

from collections.abc import Callable, Iterator
from typing import Any

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
from qualityreport.render import Document, Made
from qualityreport.snapshot import certified, decided, digest, freeze

BUILD = "qualityreport.build"
CERTIFY = "qualityreport.certify"
DECISION_SHEET = "qualityreport.decision_sheet"
KINDS = (BUILD, CERTIFY, DECISION_SHEET)
Format = ReportFile.Format

# The renderer's stages with words for the one who waits, and how far the work has come.
STAGES = {
    "start": ("Startar sättningen", 35),
    "parse": ("Läser in texter, tabeller och diagram", 40),
    "layout": ("Sätter sidorna", 50),
    "pdf": ("Skriver PDF-filen", 80),
    "finish": ("Märker upp för arkiv och tillgänglighet", 86),
}


def build(work: Work) -> None:
    version = _version(work)
    work.progress("Räknar siffror ur registren", 5)
    _freeze(version)
    assert version.snapshot is not None  # noqa: S101 -- _freeze has just seen to it
    work.progress("Ritar diagram", 25)
    document = version.snapshot["document"]
    made = [(Format.PDF, _pdf(work, lambda tell: render.report(document, tell)))]
    work.progress("Skriver Word och webbsida", 88)
    made += [(Format.WORD, render.word(document)), (Format.WEB, render.web(document))]
    made += _statement(work, version.snapshot)
    _finish(work, version, made)


def certify(work: Work) -> None:
    """The same snapshot with its attest list: what the board is going to read."""
    version = _version(work)
    assert version.snapshot is not None  # noqa: S101 -- only what was built is attested
    work.progress("Skriver attestlistan", 20)
    snapshot = certified(version)
    document = snapshot["document"]
    made = [(Format.PDF, _pdf(work, lambda tell: render.report(document, tell)))]
    made += [(Format.WORD, render.word(document)), (Format.WEB, render.web(document))]
    _finish(work, version, [*made, *_statement(work, snapshot)], attested=True)


def decision_sheet(work: Work) -> None:
    """Date, § and decision on a sheet of its own: the file that was decided on never changes."""
    version = _version(work)
    work.progress("Skriver beslutsbladet", 20)
    made = _pdf(work, lambda tell: render.decision(decided(version), tell))
    _finish(work, version, [(Format.DECISION, made)])


def _version(work: Work) -> ReportVersion:
    whole = ReportVersion.objects.defer(None)
    return whole.select_related("report__unit", "requested_by").get(pk=work.subject_id)


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


def _statement(work: Work, snapshot: dict[str, Any]) -> list[tuple[Format, Made]]:
    letter: Document | None = snapshot.get("statement")
    if not letter:
        return []
    work.progress("Sätter tjänsteutlåtandet", 92)
    return [(Format.STATEMENT, _tried(lambda: render.statement(letter)))]


def _pdf(work: Work, make: Callable[[Callable[[str], None]], Made]) -> Made:
    return _tried(lambda: make(lambda stage: _tell(work, stage)))


def _tried(make: Callable[[], Made]) -> Made:
    try:
        return make()
    except pdf.PdfError as error:
        raise JobFailed(str(error)) from error


def _tell(work: Work, stage: str) -> None:
    step, percent = STAGES.get(stage, ("Skapar PDF", 60))
    work.progress(step, percent)


def _finish(
    work: Work, version: ReportVersion, made: list[tuple[Format, Made]], attested: bool = False
) -> None:
    work.progress("Sparar filerna", 96)
    stored = list(_stored(made))
    with work.effect():
        for format, one, kept in stored:
            _keep(version, format, one, kept, attested)


def _stored(made: list[tuple[Format, Made]]) -> Iterator[tuple[Format, Made, Stored]]:
    for format, one in made:
        yield format, one, store("reports", ContentFile(one.content), f".{one.ending}")


def _keep(
    version: ReportVersion, format: Format, made: Made, stored: Stored, attested: bool
) -> None:
    report = version.report
    name = slugify(f"{report} {report.unit.name}")[:120] + f"-version-{version.number}"
    words = {Format.STATEMENT: "-tjansteutlatande", Format.DECISION: "-beslutsblad"}.get(format, "")
    ReportFile.objects.create(
        version=version,
        format=format,
        attested=attested,
        name=f"{name}{words}.{made.ending}",
        stored_as=stored.name,
        sha256=stored.sha256,
        size=stored.size,
        pages=made.pages,
    )
    record(
        actor=version.requested_by,
        action=Event.Action.BUILD,
        obj=version,
        label=str(version),
        unit=report.unit,
        detail={"format": format.value, "sha256": stored.sha256, "pages": made.pages},
    )
