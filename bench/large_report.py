"""A report over a large municipality: what collecting costs, and that it asks no more questions.

200,000 cases, 500 indicators with ten years of outcomes, and risks, controls and surveys as a
large municipality may have them. Run by run.py with a data folder of its own.
"""

from datetime import date
from random import Random

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- Django is set up first
from django.utils import timezone  # noqa: E402

from bench import register, registers  # noqa: E402
from bench.measure import Result, cost_of, hand_over, middle, tell  # noqa: E402
from bench.report import (  # noqa: E402
    COLLECTING_CLAIM,
    ROUNDS,
    YEAR,
    parts_of,
    queries_of,
    snapshot_of,
)
from organisation.models import Unit  # noqa: E402
from qualityreport import render  # noqa: E402
from qualityreport.models import Report, ReportKind  # noqa: E402
from qualityreport.services import create_report  # noqa: E402

FEW, MANY = 5, registers.INDICATORS


def main() -> None:
    call_command("migrate", verbosity=0)
    register.fill()
    report = create_report(
        actor=None,
        kind=ReportKind.QUALITY_REPORT,
        year=YEAR,
        unit=Unit.objects.get(level=Unit.Level.MUNICIPALITY),
        as_of=date(YEAR, 12, 31),
    )
    rng = Random(11)
    registers.fill(report.unit, rng, 0, FEW)
    few = queries_of(report)
    registers.fill(report.unit, rng, FEW, MANY)
    hand_over([_queries(report, few), _collecting(report)])


def _queries(report: Report, few: int) -> Result:
    note = f"{MANY} indicators against {FEW}, and as many times more of the rest"
    return Result("queries of collecting a report", queries_of(report), few, "queries", 1.0, note)


def _collecting(report: Report) -> Result:
    snapshot = snapshot_of(report)
    document = snapshot["document"]
    render.html(document)  # the charts are drawn
    rendering = middle(cost_of(lambda: render.report(document)) for _ in range(2))
    collecting = middle(cost_of(lambda: snapshot_of(report)) for _ in range(ROUNDS))
    parts = list(parts_of(document))
    tables = [part for part in parts if part["type"] == "table"]
    rows = sum(len(part["rows"]) for part in tables)
    printed = sum(not row["attached"] for part in tables for row in part["rows"])
    size = f"{len(tables)} tables, {printed} rows printed of {rows}"
    tell(f"the large report on {timezone.localdate():%Y-%m-%d}: {size}")
    return Result(
        "collecting a large report, against rendering it",
        collecting.cpu,
        rendering.cpu,
        "s CPU",
        COLLECTING_CLAIM,
        f"{register.CASES} cases, {MANY} indicators over {registers.YEARS} years; {size}",
    )


if __name__ == "__main__":
    main()
