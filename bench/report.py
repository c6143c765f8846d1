"""The report: the product's whole rendering against plain WeasyPrint on the same HTML.

Run by run.py with a data folder of its own.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import django

django.setup()

from django.core.cache import caches  # noqa: E402 -- Django is set up first
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from bench.measure import Cost, Result, cost_of, hand_over, middle, tell  # noqa: E402
from lib.pdf import fonts  # noqa: E402
from organisation.models import Unit  # noqa: E402
from qualityreport import checks, render  # noqa: E402
from qualityreport.collect import collect  # noqa: E402
from qualityreport.models import Report, ReportKind, ReportVersion  # noqa: E402
from qualityreport.services import create_report  # noqa: E402
from qualityreport.snapshot import Snapshot, freeze  # noqa: E402
from tests.lib.sample_document import sample_document  # noqa: E402

YEAR = 2023
ROUNDS = 5
COLD_ROUNDS = 3
RENDERING_CLAIM = 0.9
COLLECTING_CLAIM = 0.1


@dataclass(frozen=True)
class Rendering:
    warm: Cost
    cold: Cost
    peer: Cost
    pages: int
    charts: int


def main() -> None:
    report = demo_report()
    snapshot = snapshot_of(report)
    whole = measure_rendering(snapshot["document"])
    long = measure_rendering(sample_document())
    asked = queries_of(report)
    collecting = middle(cost_of(lambda: snapshot_of(report)) for _ in range(2 * ROUNDS))
    hand_over(
        [
            *results("the demo's Kvalitetsberättelse 2023", whole),
            *results("a longer sample document", long),
            Result(
                "collecting and checking the data, against rendering it",
                collecting.cpu,
                whole.warm.cpu,
                "s CPU",
                COLLECTING_CLAIM,
                f"the demo's rows, {asked} queries",
            ),
        ]
    )


def demo_report() -> Report:
    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    loaded = Report.objects.filter(year=YEAR, kind=ReportKind.QUALITY_REPORT).first()
    return loaded or create_report(
        actor=None,
        kind=ReportKind.QUALITY_REPORT,
        year=YEAR,
        unit=Unit.objects.get(slug="ifo"),
        as_of=date(YEAR, 12, 31),
    )


def snapshot_of(report: Report) -> Snapshot:
    collection = collect(Report.objects.get(pk=report.pk))
    version = ReportVersion(report=report, number=1)
    return freeze(collection, checks.run(collection), version)


def queries_of(report: Report) -> int:
    with CaptureQueriesContext(connection) as queries:
        snapshot_of(report)
    return len(queries)


def measure_rendering(document: render.Document) -> Rendering:
    """Ours and the peer in turns, so that a busy moment of the machine falls on both."""
    charts = sum(part["type"] == "chart" for part in parts_of(document))
    with tempfile.TemporaryDirectory() as folder:
        cold = middle(cold_cost(document) for _ in range(COLD_ROUNDS))
        html, pdf = Path(folder, "report.html"), Path(folder, "report.pdf")
        html.write_text(render.html(document))
        ours, peer = [], []
        for _ in range(ROUNDS):
            ours.append(cost_of(lambda: render.report(document)))
            peer.append(cost_of(lambda: render_plainly(html, pdf)))
        pages = render.report(document).pages
    return Rendering(middle(ours), cold, middle(peer), pages, charts)


def parts_of(document: render.Document) -> Iterator[render.Document]:
    below = list(document["sections"])
    while below:
        node = below.pop()
        below += [*node.get("children", ()), *node.get("parts", ())]
        yield node if "type" in node else {"type": "section"}


def cold_cost(document: render.Document) -> Cost:
    """In a fork that has not loaded matplotlib, as a worker's first report."""
    caches["charts"].clear()
    with get_context("fork").Pool(1) as pool:
        return pool.apply(cost_of, (partial(render.report, document),))


def render_plainly(html: Path, pdf: Path) -> None:
    command = [sys.executable, "-m", "bench.plain_weasyprint", str(html), str(pdf)]
    subprocess.run(command, check=True, env=os.environ | fonts.environment())


def results(what: str, measured: Rendering) -> Iterator[Result]:
    size = f"{measured.pages} pages, {measured.charts} charts"
    tell(f"{what}: {size}")
    warm, cold, peer = measured.warm, measured.cold, measured.peer
    claim = RENDERING_CLAIM
    polite = f"{size}; our child is nice, so a busy machine makes ours longer"
    yield Result(f"rendering {what}, charts cached", warm.wall, peer.wall, "s wall", claim, polite)
    yield Result(f"rendering {what}, charts cached", warm.cpu, peer.cpu, "s CPU", claim, size)
    yield Result(f"rendering {what}, charts drawn anew", cold.wall, peer.wall, "s wall", None, size)


if __name__ == "__main__":
    main()
