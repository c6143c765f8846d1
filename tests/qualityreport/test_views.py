"""The report pages, as their people meet them."""

from dataclasses import asdict
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from jobs.models import Job
from organisation.models import Membership, Role, User
from qualityreport.build import BUILD
from qualityreport.checks import Finding
from qualityreport.models import Report, ReportFile, ReportVersion, VersionState
from qualityreport.services import request_build
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, write
from tests.people import People


def url(name: str, report: Report, *more: object) -> str:
    return reverse(f"qualityreport:{name}", args=[report.pk, *more])


@pytest.fixture
def version(report: Report) -> ReportVersion:
    return request_build(report=report, actor=None)


def test_the_coordinator_finds_her_report_in_the_list(
    client: Client, karin: User, report: Report
) -> None:
    client.force_login(karin)
    response = client.get(reverse("qualityreport:list"))
    assert [row.title for row in response.context["rows"]] == ["Kvalitetsberättelse 2023"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_many_questions_for_three_reports_as_for_one(
    count: int,
    client: Client,
    karin: User,
    organisation: Organisation,
    django_assert_max_num_queries: object,
) -> None:
    for year in range(2023, 2023 + count):
        make_report(organisation.ifo, year)
    client.force_login(karin)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get(reverse("qualityreport:list"))


def test_a_report_is_created_with_its_sections(
    client: Client, karin: User, organisation: Organisation
) -> None:
    client.force_login(karin)
    client.post(
        reverse("qualityreport:create"),
        {
            "kind": "kvalitetsberattelse",
            "outline": "hel",
            "year": "2024",
            "unit": organisation.ifo.pk,
            "as_of": "2024-12-31",
        },
    )
    assert Report.objects.get().sections.filter(key="lexsarah").exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("as_of", "2023-12-31", "Datumet ska ligga i 2024"),
        ("as_of", "31/12", "Fyll i ett giltigt datum"),
        ("year", "tjugo", "Fyll i ett heltal"),
        ("year", "99999", "2100"),
    ],
)
def test_a_wrong_value_is_explained_at_its_field(
    field: str, value: str, words: str, client: Client, karin: User, organisation: Organisation
) -> None:
    client.force_login(karin)
    form = {
        "kind": "kvalitetsberattelse",
        "outline": "hel",
        "year": "2024",
        "unit": organisation.ifo.pk,
        "as_of": "2024-12-31",
    }
    response = client.post(reverse("qualityreport:create"), {**form, field: value})
    assert words in str(response.context["form"].errors[field])


def test_the_same_report_twice_is_refused_in_words(
    client: Client, karin: User, report: Report
) -> None:
    client.force_login(karin)
    form = {
        "kind": report.kind,
        "outline": "hel",
        "year": report.year,
        "unit": report.unit_id,
        "as_of": report.as_of,
    }
    response = client.post(reverse("qualityreport:create"), form)
    assert "Rapporten finns redan" in str(response.context["form"].errors)

    internal = client.post(reverse("qualityreport:create"), form | {"audience": "internal"})
    assert internal.status_code == 302


def test_a_section_is_saved_by_the_coordinator(client: Client, karin: User, report: Report) -> None:
    client.force_login(karin)
    page = url("section", report, "syfte")
    client.post(page, {"body": "<p>Därför.</p>", "status": "done", "version": "1"})
    section = report.sections.get(key="syfte")
    assert (section.body, section.saved_by_name) == ("<p>Därför.</p>", "Karin Ek")


def test_the_later_of_two_writers_keeps_the_own_text_and_sees_the_others(
    client: Client, karin: User, report: Report
) -> None:
    write(report, "syfte", "<p>Den andras text</p>")
    client.force_login(karin)
    page = url("section", report, "syfte")
    form = {"body": "<p>Min text</p>", "status": "draft", "version": "1"}
    response = client.post(page, form)
    assert response.status_code == 409
    assert response.context["stored"].body == "<p>Den andras text</p>"
    assert response.context["form"]["body"].value() == "<p>Min text</p>"


def test_after_the_comparison_the_later_writer_may_save(
    client: Client, karin: User, report: Report
) -> None:
    write(report, "syfte", "<p>Den andras text</p>")
    client.force_login(karin)
    page = url("section", report, "syfte")
    conflict = client.post(page, {"body": "<p>Min</p>", "status": "draft", "version": "1"})
    again = conflict.context["form"]["version"].value()
    client.post(page, {"body": "<p>Båda</p>", "status": "draft", "version": again})
    assert report.sections.get(key="syfte").body == "<p>Båda</p>"


def test_an_owner_who_has_left_reaches_the_report_no_more(
    client: Client, report: Report, eva: User
) -> None:
    report.sections.filter(key="klagomal").update(owner=eva)
    Membership.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    client.force_login(eva)
    answer = client.get(reverse("qualityreport:section", args=[report.pk, "klagomal"]))
    overview = client.get(reverse("start:overview")).content.decode()
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "klagomal" not in overview


def test_an_owner_may_write_the_own_section_and_no_other(
    client: Client, eva: User, report: Report
) -> None:
    report.sections.filter(key="klagomal").update(owner=eva)
    client.force_login(eva)
    answers = [client.get(url("section", report, key)).status_code for key in ("klagomal", "syfte")]
    assert answers == [200, 403]


def test_the_texts_are_not_for_the_secretary_while_they_are_written(
    client: Client, nils: User, report: Report
) -> None:
    ReportVersion.objects.create(report=report, number=1, state=VersionState.ATTESTED)
    client.force_login(nils)
    assert client.get(url("preview", report)).status_code == 403


def test_skapa_rapport_leads_to_its_progress(client: Client, karin: User, report: Report) -> None:
    client.force_login(karin)
    response = client.post(url("build", report))
    assert response.headers["Location"] == url("version", report, 1)


def test_a_build_that_is_stopped_says_where_and_why(
    client: Client, karin: User, report: Report
) -> None:
    write(report, "syfte", "<p>Det var SIFFROR? rapporter.</p>")
    client.force_login(karin)
    response = client.post(url("build", report))
    assert (response.status_code, response.context["stopping"][0].title) == (
        422,
        "Platshållare som står kvar",
    )


def test_the_progress_is_shown_while_it_is_built(
    client: Client, karin: User, report: Report, version: ReportVersion
) -> None:
    Job.objects.filter(kind=BUILD).update(state="running", step="Sätter sidorna", progress=50)
    client.force_login(karin)
    response = client.get(url("status", report, 1))
    assert "Sätter sidorna" in response.text
    assert "HX-Refresh" not in response.headers


def test_when_the_build_has_ended_the_page_is_fetched_anew(
    client: Client, karin: User, report: Report, version: ReportVersion
) -> None:
    Job.objects.filter(kind=BUILD).update(state="failed", error="Disken är full.")
    client.force_login(karin)
    response = client.get(url("status", report, 1))
    assert (response.headers["HX-Refresh"], "Disken är full." in response.text) == ("true", True)


def test_a_failed_build_may_be_tried_again(
    client: Client, karin: User, report: Report, version: ReportVersion
) -> None:
    Job.objects.filter(kind=BUILD).update(state="failed")
    client.force_login(karin)
    client.post(url("retry", report, 1))
    assert Job.objects.get(kind=BUILD).state == "queued"


def test_a_build_under_way_may_be_stopped(
    client: Client, karin: User, report: Report, version: ReportVersion
) -> None:
    client.force_login(karin)
    client.post(url("cancel", report, 1))
    assert Job.objects.get(kind=BUILD).state == "cancelled"


def test_a_download_without_a_file_is_not_found(
    client: Client, karin: User, report: Report, version: ReportVersion
) -> None:
    client.force_login(karin)
    assert client.get(url("download", report, 1, "pdf")).status_code == 404


def with_file(version: ReportVersion) -> ReportVersion:
    name = default_storage.save("reports/test.pdf", ContentFile(b"%PDF-1.7"))
    ReportFile.objects.create(
        version=version, format="pdf", name="x.pdf", stored_as=name, size=8, pages=1
    )
    return version


def test_the_secretary_downloads_the_pdf_and_the_download_is_logged(
    client: Client, nils: User, report: Report, version: ReportVersion
) -> None:
    with_file(version)
    ReportFile.objects.update(attested=True)
    ReportVersion.objects.update(state=VersionState.ATTESTED)
    client.force_login(nils)
    response = client.get(url("download", report, 1, "pdf"))
    assert (response["Content-Type"], b"".join(response.streaming_content)) == (  # type: ignore[attr-defined]
        "application/pdf",
        b"%PDF-1.7",
    )
    event = Event.objects.filter(action=Event.Action.DOWNLOAD).get()
    assert event.actor_name == "Nils Dahl"


@pytest.mark.parametrize(("username", "told"), [("karin", ["empty_section"]), ("nils", [])])
def test_what_the_checks_say_is_told_to_those_who_write(
    username: str, told: list[str], client: Client, people: People, version: ReportVersion
) -> None:
    """They name places and goals that a report may have to hide from its readers."""
    finding = asdict(Finding("empty_section", "warns", "", "Syfte", "Skrivs inte ut.", "Skriv."))
    version.snapshot, version.state = {"findings": [finding]}, VersionState.ATTESTED
    version.save()
    client.force_login(getattr(people, username))
    page = client.get(url("version", version.report, version.number))
    assert [item.group.name for item in page.context["judged"]] == told


def test_the_auditor_sees_nothing_before_it_is_published(
    client: Client, rut: User, report: Report, version: ReportVersion
) -> None:
    client.force_login(rut)
    assert client.get(url("version", report, 1)).status_code == 404


def test_the_auditor_sees_what_is_published(
    client: Client, rut: User, report: Report, version: ReportVersion
) -> None:
    ReportVersion.objects.update(state=VersionState.PUBLISHED)
    client.force_login(rut)
    assert client.get(url("version", report, 1)).status_code == 200


def test_a_coordinator_elsewhere_does_not_know_of_the_report(
    client: Client, erik: User, report: Report, organisation: Organisation
) -> None:
    Membership.objects.create(user=erik, role=Role.COORDINATOR, unit=organisation.elderly)
    client.force_login(erik)
    assert client.get(url("detail", report)).status_code == 404


def test_a_file_that_is_lost_is_not_found_rather_than_an_error(
    client: Client, karin: User, report: Report, version: ReportVersion
) -> None:
    file = with_file(version).files.get()
    default_storage.delete(file.stored_as)
    client.force_login(karin)
    assert client.get(url("download", report, 1, "pdf")).status_code == 404
