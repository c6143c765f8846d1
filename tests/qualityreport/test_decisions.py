"""From attest to publication, and what the board decides."""

import io
import zipfile
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from jobs.engine import run
from jobs.models import Job
from lib.refusals import Refused
from lib.stored import is_stored
from measures.models import Measure
from organisation.models import User
from qualityreport import services
from qualityreport.attests import steps_for
from qualityreport.build import CERTIFY, DECISION_SHEET
from qualityreport.models import (
    Comment,
    Report,
    ReportFile,
    ReportRules,
    ReportVersion,
    VersionState,
)
from tests.factories.organisation import Organisation
from tests.factories.reports import make_file, make_version
from tests.qualityreport.reading import printed

TODAY = timezone.localdate()


def signed(report: Report, dag: User) -> ReportVersion:
    version = make_version(report, VersionState.IN_REVIEW)
    (step,) = steps_for(dag, version)
    services.attest(actor=dag, version=version, step=step, seen_hash=version.snapshot_hash)
    make_file(version, attested=True)
    version.refresh_from_db()
    return version


@pytest.fixture
def attested(report: Report, dag: User) -> ReportVersion:
    return signed(report, dag)


@pytest.fixture
def sent(attested: ReportVersion, nils: User) -> ReportVersion:
    send(attested, nils)
    attested.refresh_from_db()
    return attested


def send(version: ReportVersion, nils: User, **changed: object) -> None:
    fields = {"sent_on": TODAY, "meeting_on": TODAY, "diary_number": "SN 2024/7"} | changed
    services.send_to_board(actor=nils, version=version, **fields)  # type: ignore[arg-type]


def decide(version: ReportVersion, nils: User, outcome: str = "approved", **more: object) -> None:
    fields = {"decided_on": TODAY, "paragraph": 17} | more
    services.decide(actor=nils, version=version, outcome=outcome, **fields)  # type: ignore[arg-type]


def test_a_report_is_not_sent_before_it_was_attested(attested: ReportVersion, nils: User) -> None:
    with pytest.raises(Refused, match="attesterades"):
        send(attested, nils, sent_on=TODAY - timedelta(days=1))


def test_no_meeting_lies_before_its_summons(attested: ReportVersion, nils: User) -> None:
    with pytest.raises(Refused, match="före kallelsen"):
        send(attested, nils, meeting_on=TODAY - timedelta(days=1))


def test_a_report_is_not_sent_before_its_certificate_is_made(
    attested: ReportVersion, nils: User
) -> None:
    attested.files.filter(attested=True).delete()
    with pytest.raises(Refused, match="byggs fortfarande"):
        send(attested, nils)


def test_the_meeting_and_the_diary_number_stand_on_the_report(
    sent: ReportVersion, report: Report
) -> None:
    report.refresh_from_db()
    assert (report.meeting_on, report.diary_number) == (TODAY, "SN 2024/7")


def test_a_decision_gets_a_sheet_of_its_own(sent: ReportVersion, nils: User) -> None:
    before = sent.files.get(attested=True).sha256
    decide(sent, nils, words="Nämnden godkänner berättelsen.")
    run(Job.objects.get(kind=DECISION_SHEET).pk)
    sheet = sent.files.get(format=ReportFile.Format.DECISION)
    text = printed(sheet.stored_as)
    assert all(words in text for words in ("Beslutsblad", "§ 17", "Nämnden godkänner", before[:20]))


def test_what_was_tabled_waits_for_the_next_meeting(
    sent: ReportVersion, nils: User, report: Report
) -> None:
    following = TODAY + timedelta(days=28)
    decide(sent, nils, "tabled", next_meeting_on=following)
    sent.refresh_from_db()
    report.refresh_from_db()
    assert (sent.state, report.meeting_on) == (VersionState.SENT, following)


def test_one_meeting_decides_once(sent: ReportVersion, nils: User) -> None:
    decide(sent, nils, "tabled")
    with pytest.raises(Refused, match="redan registrerat"):
        decide(sent, nils)


def test_what_was_remitted_is_not_published(sent: ReportVersion, nils: User) -> None:
    decide(sent, nils, "remitted", words="Komplettera med barnens röst.")
    with pytest.raises(Refused, match="återremitterat"):
        services.publish(actor=nils, version=sent, published_on=TODAY, address="")


def test_an_approved_report_is_published(sent: ReportVersion, nils: User) -> None:
    decide(sent, nils)
    services.publish(actor=nils, version=sent, published_on=TODAY, address="")
    sent.refresh_from_db()
    assert sent.state == VersionState.PUBLISHED


def test_what_the_board_wants_done_is_a_measure(
    client: Client, sent: ReportVersion, nils: User, report: Report
) -> None:
    decide(sent, nils)
    decision = sent.decisions.get()
    client.force_login(nils)
    url = reverse("qualityreport:add_measure", args=[report.pk, sent.number, decision.pk])
    page = client.post(
        url, {"ny-title": "Följ upp barnens röst", "ny-kind": "routine", "ny-unit": report.unit_id}
    )
    assert page.status_code == 302, page.context["form"].errors
    assert decision.measures.get() == Measure.objects.get(origin="nämndbeslut")


def test_the_certificate_names_who_signed_and_what(report: Report, dag: User) -> None:
    version = make_version(report, VersionState.IN_REVIEW)
    (step,) = steps_for(dag, version)
    services.attest(actor=dag, version=version, step=step, seen_hash=version.snapshot_hash)
    run(Job.objects.get(kind=CERTIFY).pk)
    text = printed(version.files.get(format="pdf", attested=True).stored_as)
    assert all(
        words in text
        for words in ("Attestlista", "Dag Holm, verksamhetschef", version.snapshot_hash[:30])
    )


def test_the_package_bears_the_municipalitys_names(
    client: Client, sent: ReportVersion, nils: User, organisation: Organisation
) -> None:
    ReportRules.objects.create(unit=organisation.board, file_name="{dnr} {handling} v{version}")
    make_file(sent, ReportFile.Format.STATEMENT, attested=True)
    client.force_login(nils)
    url = reverse("qualityreport:package", args=[sent.report_id, sent.number])
    archive = zipfile.ZipFile(io.BytesIO(client.get(url).content))
    name = "SN 2024-7 Kvalitetsberättelse v1.pdf"
    assert archive.namelist() == [name, "SN 2024-7 Tjänsteutlåtande v1.pdf", "kontrollsummor.txt"]
    sums = archive.read("kontrollsummor.txt").decode()
    assert f"{sha256(archive.read(name)).hexdigest()}  {name}" in sums


def test_the_secretary_gets_what_is_attested_and_nothing_else(
    client: Client, attested: ReportVersion, nils: User, report: Report
) -> None:
    make_version(report)
    client.force_login(nils)
    page = client.get(reverse("qualityreport:handled"))
    assert [row.title for row in page.context["rows"]] == [str(attested)]


@pytest.mark.parametrize(
    ("state", "said"),
    [(Job.State.RUNNING, "byggs"), (Job.State.FAILED, "kunde inte byggas")],
)
def test_the_secretary_is_told_why_there_are_no_files(
    state: str, said: str, client: Client, attested: ReportVersion, nils: User
) -> None:
    attested.files.filter(attested=True).delete()
    Job.objects.filter(kind=CERTIFY).update(state=state)
    client.force_login(nils)
    page = client.get(reverse("qualityreport:handled"))
    assert said in page.context["rows"][0].missing
    assert page.context["being_built"] == (state == Job.State.RUNNING)


@pytest.mark.parametrize("count", [1, 3])
def test_no_list_fetches_whole_reports(
    count: int, client: Client, report: Report, karin: User
) -> None:
    """A snapshot is as large as its report: only the page that reads it fetches it."""
    for _ in range(count):
        make_version(report, VersionState.ATTESTED)
    client.force_login(karin)
    pages = [
        reverse("qualityreport:handled"),
        reverse("qualityreport:detail", args=[report.pk]),
        reverse("qualityreport:status", args=[report.pk, 1]),
    ]
    for page in pages:
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        fetched = [q["sql"] for q in asked if '"snapshot"' in q["sql"].partition(" FROM ")[0]]
        assert fetched == [], page


@pytest.mark.parametrize("count", [1, 3])
def test_the_secretarys_page_asks_as_much_for_three_as_for_one(
    count: int,
    client: Client,
    report: Report,
    nils: User,
    django_assert_max_num_queries: object,
) -> None:
    for _ in range(count):
        make_version(report, VersionState.ATTESTED)
    client.force_login(nils)
    with django_assert_max_num_queries(11):  # type: ignore[operator]
        client.get(reverse("qualityreport:handled"))


def test_drafts_are_purged_when_the_report_is_decided(
    client: Client,
    sent: ReportVersion,
    nils: User,
    karin: User,
    report: Report,
    django_capture_on_commit_callbacks: Any,
) -> None:
    draft = make_version(report).files.get().stored_as
    section = report.sections.filter(takes_text=True)[0]
    Comment.objects.create(section=section, author=karin, author_name="Karin", body="Hm.")
    assert services.drafts_of(report) == []
    decide(sent, nils)
    client.force_login(karin)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("qualityreport:purge", args=[report.pk]))
    assert [version.number for version in report.versions.all()] == [1]
    assert not Comment.objects.exists()
    assert not is_stored(draft)
    assert is_stored(sent.files.get(attested=True).stored_as)


FIELDS = {"outcome": "amended", "decided_on": f"{TODAY:%Y-%m-%d}", "paragraph": "12", "words": ""}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, "words"),
        ({"words": "Ja.", "paragraph": "0"}, "paragraph"),
        ({"words": "Ja.", "decided_on": f"{TODAY + timedelta(days=3):%Y-%m-%d}"}, "decided_on"),
        ({"outcome": "tabled", "next_meeting_on": f"{TODAY:%Y-%m-%d}"}, "next_meeting_on"),
    ],
)
def test_what_cannot_have_been_decided_is_told_at_its_field(
    changed: dict[str, str], field: str, client: Client, sent: ReportVersion, nils: User
) -> None:
    client.force_login(nils)
    url = reverse("qualityreport:decide", args=[sent.report_id, sent.number])
    page = client.post(url, FIELDS | changed)
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
