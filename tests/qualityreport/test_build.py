"""The main job, really run: a worker's engine, the render child, a stored file."""

import hashlib
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.files.storage import default_storage

from deviations.models import Severity
from jobs.engine import run
from jobs.models import Job
from organisation.models import User
from qualityreport import render
from qualityreport.build import _freeze
from qualityreport.collect import collect
from qualityreport.models import Report, ReportFile, ReportVersion
from qualityreport.services import job_of, request_build
from qualityreport.snapshot import digest, freeze
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, write
from tests.qualityreport.conftest import investigated

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def report(organisation: Organisation) -> Report:
    investigated(organisation.intake, Severity.MISCONDUCT)
    report = make_report(organisation.ifo)
    write(report, "syfte", "<p>Vi utredde {{ lexsarah.utredda }} rapport.</p>")
    return report


def built(report: Report, actor: User | None = None) -> ReportVersion:
    version = request_build(report=report, actor=actor)
    job = job_of(version)
    assert job is not None
    run(job.pk)
    version.refresh_from_db()
    return version


def state(version: ReportVersion) -> tuple[str, str]:
    job = job_of(version)
    assert job is not None
    return job.state, job.error


def content(version: ReportVersion) -> bytes:
    with default_storage.open(version.files.get(format="pdf").stored_as) as file:
        return bytes(file.read())


def test_a_build_ends_in_a_file_named_by_its_hash(report: Report) -> None:
    version = built(report)
    file = version.files.get(format="pdf")
    assert (state(version), hashlib.sha256(content(version)).hexdigest()) == (
        (Job.State.DONE, ""),
        file.sha256,
    )


def test_the_file_carries_every_printed_table_as_csv(report: Report) -> None:
    version = built(report)
    with pikepdf.open(BytesIO(content(version))) as pdf:
        names = list(pdf.attachments)
    tables = [part for part in _parts(version) if part["type"] == "table"]
    assert len(names) == len(tables)
    assert "tabell-1-rapporterade-avvikelser.csv" in names


def _parts(version: ReportVersion) -> list[dict[str, Any]]:
    def below(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
        own = [part for section in sections for part in section["parts"]]
        return own + [part for section in sections for part in below(section["children"])]

    assert version.snapshot is not None
    return below(version.snapshot["document"]["sections"])


def test_a_version_never_changes_with_its_registers(
    report: Report, organisation: Organisation
) -> None:
    version = built(report)
    before = version.snapshot_hash
    investigated(organisation.intake, Severity.RISK)
    version.refresh_from_db()
    assert version.snapshot is not None
    assert digest(version.snapshot) == before
    assert "Vi utredde 1 rapport." in str(version.snapshot["document"])


def test_the_same_snapshot_gives_the_same_bytes(report: Report) -> None:
    version = built(report)
    assert version.snapshot is not None
    again = render.report(version.snapshot["document"]).content
    assert again == content(version)


def test_a_restarted_build_prints_what_was_first_frozen(
    report: Report, organisation: Organisation
) -> None:
    version = request_build(report=report, actor=None)
    frozen = freeze(collect(version.report), [], version)
    ReportVersion.objects.filter(pk=version.pk).update(snapshot=frozen)
    investigated(organisation.intake, Severity.RISK)
    job = job_of(version)
    assert job is not None
    run(job.pk)
    version.refresh_from_db()
    assert version.snapshot == frozen


def test_a_worker_that_was_overtaken_does_not_freeze_the_version_anew(
    report: Report, organisation: Organisation
) -> None:
    version = request_build(report=report, actor=None)
    overtaken = ReportVersion.objects.defer(None).get(pk=version.pk)  # as a worker does
    frozen = freeze(collect(version.report), [], version)
    ReportVersion.objects.filter(pk=version.pk).update(
        snapshot=frozen, snapshot_hash=digest(frozen)
    )
    investigated(organisation.intake, Severity.RISK)
    _freeze(overtaken)
    version.refresh_from_db()
    assert (version.snapshot, version.snapshot_hash) == (frozen, digest(frozen))
    assert (overtaken.snapshot, overtaken.snapshot_hash) == (frozen, digest(frozen))


def test_what_became_wrong_after_the_click_fails_in_words(report: Report) -> None:
    version = request_build(report=report, actor=None)
    report.sections.filter(key="syfte").update(body="<p>{{ lexsarah.borttagen }}</p>")
    job = job_of(version)
    assert job is not None
    run(job.pk)
    assert state(version)[0] == Job.State.FAILED
    assert "lexsarah.borttagen" in state(version)[1]


def test_a_renderer_out_of_limits_fails_in_words(report: Report, settings: Any) -> None:
    settings.PDF_DEADLINE = 0.2
    version = built(report)
    assert (state(version)[0], ReportFile.objects.exists()) == (Job.State.FAILED, False)
    assert "Ett oväntat fel" not in state(version)[1]


def test_a_report_on_a_year_without_data_says_so(organisation: Organisation) -> None:
    version = built(make_report(organisation.ifo, 2001, as_of=date(2001, 12, 31)))
    assert state(version) == (Job.State.DONE, "")
    assert "Inga synpunkter eller klagomål kom in under 2001." in str(version.snapshot)


def test_markup_and_templates_in_a_text_are_harmless_in_the_pdf(report: Report) -> None:
    report.sections.filter(key="syfte").update(
        body='<p><img src="file:///etc/passwd"><script>x</script>&lt;b&gt; 7*7 100 %</p>'
    )
    assert state(built(report)) == (Job.State.DONE, "")
