"""The demo's quality reports and the plan of 2020 as PDF text, made once and really rendered."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from demo import loader
from qualityreport import checks, render
from qualityreport.collect import collect
from qualityreport.models import Report, ReportKind, ReportVersion
from qualityreport.snapshot import freeze

SPACES = re.compile(r"[ \u00a0\u202f]+")


def printed(report: Report, folder: Path) -> str:
    """The report's text as pdftotext lays it out, with single spaces."""
    collection = collect(report)
    version = ReportVersion.objects.create(report=report, number=1)
    snapshot = freeze(collection, checks.run(collection), version)
    file = folder / f"{report.year}.pdf"
    file.write_bytes(render.report(snapshot["document"]).content)
    text = subprocess.run(
        ["/usr/bin/pdftotext", "-layout", str(file), "-"], check=True, capture_output=True
    ).stdout.decode()
    return SPACES.sub(" ", text)


@pytest.fixture(scope="module")
def texts(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[int, str]]:
    """Year of the report → its text; the plan is alone of its year."""
    folder = tmp_path_factory.mktemp("golden")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(DEMO=True):
        loader.load()
        reports = Report.objects.exclude(kind=ReportKind.PLAN, year=2023)
        yield {report.year: printed(report, folder) for report in reports}
        transaction.set_rollback(True)


@pytest.fixture
def report_2023(texts: dict[int, str]) -> str:
    return texts[2023]


@pytest.fixture
def report_2021(texts: dict[int, str]) -> str:
    return texts[2021]


@pytest.fixture
def plan_2020(texts: dict[int, str]) -> str:
    return texts[2020]
