"""The main job without a browser: the same service, the same job row, a real worker."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError

from jobs.models import Job
from lib.refusals import Refused
from qualityreport.models import Report, ReportFile, ReportKind, ReportVersion
from qualityreport.services import BuildStopped, job_of, request_build


class Command(BaseCommand):
    help = "Bygger en rapport och skriver PDF-filen till --out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--kind", choices=ReportKind.values, default=ReportKind.QUALITY_REPORT)
        parser.add_argument("--unit", default="", help="enhetens kortnamn, om flera har rapporten")
        parser.add_argument("--out", type=Path, required=True)
        parser.add_argument("--timeout", type=int, default=900, help="sekunder att vänta")

    def handle(self, *args: Any, **options: Any) -> None:
        report = self._report(options["kind"], options["year"], options["unit"])
        try:
            version = request_build(report=report, actor=None)
        except BuildStopped as stopped:
            faults = "\n".join(f"– {each.place}: {each.message}" for each in stopped.findings)
            raise CommandError(f"Rapporten kan inte byggas:\n{faults}") from stopped
        except Refused as refusal:
            raise CommandError(f"{refusal} Gör rättelsen i webbläsaren.") from refusal
        self._wait(version, options["timeout"])
        self._write(version, options["out"])

    def _report(self, kind: str, year: int, unit: str) -> Report:
        found = Report.objects.filter(kind=kind, year=year)
        if unit:
            found = found.filter(unit__slug=unit)
        reports = list(found.select_related("unit")[:2])
        if not reports:
            raise CommandError(f"Det finns ingen {kind} för {year}. Skapa den i webbläsaren först.")
        if len(reports) > 1:
            raise CommandError("Flera verksamheter har rapporten. Välj en med UNIT=kortnamn.")
        return reports[0]

    def _wait(self, version: ReportVersion, seconds: int) -> None:
        """Show each new step once, until the job row says how it ended."""
        deadline, shown = time.monotonic() + seconds, ""
        while (job := job_of(version)) is not None and job.is_open:
            if time.monotonic() > deadline:
                raise CommandError("Rapporten blev inte klar i tid. Är arbetsprocessen igång?")
            if job.step != shown:
                shown = job.step
                self.stdout.write(f"{job.progress:3d} %  {shown}")
            time.sleep(0.2)
        if job is None or job.state != Job.State.DONE:
            raise CommandError(job.error if job and job.error else "Bygget avbröts.")

    def _write(self, version: ReportVersion, out: Path) -> None:
        file = version.files.get(format=ReportFile.Format.PDF)
        out.parent.mkdir(parents=True, exist_ok=True)
        with default_storage.open(file.stored_as) as content:
            out.write_bytes(content.read())
        self.stdout.write(f"100 %  {out} ({file.pages} sidor, version {version.number})")
