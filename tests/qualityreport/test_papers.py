"""Every paper of a version keeps to both standards: the certified report, the letter, the sheet."""

from datetime import date
from typing import Any

import page
import pytest
from django.core.files.storage import default_storage

from jobs.engine import run
from jobs.models import Job
from organisation.models import User
from qualityreport import services
from qualityreport.attests import steps_for
from qualityreport.build import CERTIFY, DECISION_SHEET
from qualityreport.models import Report, ReportVersion, Statement
from qualityreport.services import job_of, request_build
from tests.factories.reports import make_version

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def failures(stored_as: str) -> list[str]:
    with default_storage.open(stored_as) as file:
        content = file.read()
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


@pytest.fixture
def decided(report: Report, dag: User, nils: User, cases: None) -> ReportVersion:
    """Built, attested, sent, decided on, with its letter: every file has been made by its job."""
    points = [{"text": "Nämnden godkänner.", "recipient": "Revisorerna"}]
    Statement.objects.create(report=report, title="Kvalitetsberättelse", points=points)
    version = request_build(report=report, actor=None)
    built = job_of(version)
    assert built is not None
    run(built.pk)
    ReportVersion.objects.filter(pk=version.pk).update(state="in_review")
    version.refresh_from_db()
    (step,) = steps_for(dag, version)
    services.attest(actor=dag, version=version, step=step, seen_hash=version.snapshot_hash)
    run(Job.objects.get(kind=CERTIFY).pk)
    today = date.today()
    services.send_to_board(
        actor=nils, version=version, sent_on=today, meeting_on=today, diary_number="SN 2024/7"
    )
    services.decide(actor=nils, version=version, outcome="approved", decided_on=today, paragraph=17)
    run(Job.objects.get(kind=DECISION_SHEET).pk)
    return version


def test_every_paper_breaks_no_rule_of_either_standard(decided: ReportVersion) -> None:
    papers = {
        (file.format, file.attested): failures(file.stored_as)
        for file in decided.files.exclude(format__in=("docx", "html"))
    }
    assert papers == {
        ("pdf", False): [],
        ("statement", False): [],
        ("pdf", True): [],
        ("statement", True): [],
        ("decision", False): [],
    }


def test_a_correction_keeps_to_both_standards(report: Report, cases: None) -> None:
    from qualityreport.render import report as rendered

    make_version(report, "published")
    snapshot: Any = make_version(report, reason="Fel år i syftet").snapshot
    content = rendered(snapshot["document"]).content
    found = [
        failure.rule_id
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]
    assert found == []
