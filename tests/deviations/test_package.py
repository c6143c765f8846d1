"""The package for IVO, really built: order, masking, its file, and who may have it."""

from datetime import date
from io import BytesIO

import page
import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations import services
from deviations.build import html
from deviations.ivo import job_of
from deviations.masking import mask_of
from deviations.models import CasePackage, Deviation, InvestigationNote, Kind
from deviations.package import document_of
from jobs.engine import run
from jobs.models import Job
from lib import pdf
from organisation.models import User
from tests.factories.organisation import Organisation
from tests.people import People

STORY = (
    "Mona Berg såg att skyddsbedömningen saknades. Hon ringde Evas mobil 070-123 45 67 och skrev "
    "till eva.lind@lindby.example om 20120304-2398. Mötet var 2026-03-02 kl. 08:30."
)


@pytest.fixture
def report(people: People, organisation: Organisation) -> Deviation:
    case = services.report_deviation(
        actor=people.mona, kind=Kind.LEX_SARAH, unit=organisation.intake, description=STORY
    )
    case.notes.create(
        noted_on=date(2026, 3, 5),
        source="Samtal med Mona Berg",
        passages=[
            {"nature": "fact", "text": "Mona läste akten den 2 mars."},
            {"nature": "assessment", "text": "<b>Rutinen</b> saknades."},
        ],
        author=people.ulla,
        author_name=str(people.ulla),
        author_title=people.ulla.title,
        signed_at=timezone.now(),
    )
    return case


def test_names_and_numbers_are_replaced_and_days_are_not(report: Deviation) -> None:
    assert mask_of(report)(STORY) == (
        "[rapportören] såg att skyddsbedömningen saknades. Hon ringde [chefen] mobil "
        "[telefonnummer] och skrev till [e-postadress] om [personnummer]. Mötet var 2026-03-02 "
        "kl. 08:30."
    )


def test_a_name_is_replaced_however_it_is_written(report: Deviation) -> None:
    text = "mona berg och EVA LIND. Mona\nBerg. Eva  Linds rum. BERG vid ett berg."
    assert mask_of(report)(text) == (
        "[rapportören] och [chefen]. [rapportören]. [chefen] rum. [rapportören] vid ett berg."
    )


def printed(report: Deviation, *, redacted: bool) -> str:
    package = CasePackage(deviation=report, redacted=redacted)
    return html(document_of(package, timezone.now()))


def test_a_redacted_copy_keeps_who_noted_and_drops_who_reported(report: Deviation) -> None:
    text = printed(report, redacted=True)
    assert "Ulla Sten, utredare" in text
    assert "Samtal med [rapportören]" in text
    assert [name for name in ("Mona", "Berg", "Eva", "2398", "070") if name in text] == []
    assert "&lt;b&gt;Rutinen&lt;/b&gt; saknades." in text
    assert "Avidentifierad kopia" in text


def test_a_whole_copy_is_whole(report: Deviation) -> None:
    text = printed(report, redacted=False)
    assert "Samtal med Mona Berg" in text
    assert "070-123 45 67" in text
    assert "Fullständig kopia" in text


def test_it_follows_the_order_of_the_regulation(report: Deviation) -> None:
    package = CasePackage(deviation=report)
    titles = [section.title for section in document_of(package, timezone.now()).sections]
    assert titles[:11] == [
        "Vad som hände och vilka konsekvenser det fick",
        "När och hur det uppmärksammades",
        "När det inträffade",
        "Orsaker",
        "Om något liknande har hänt tidigare",
        "Om något liknande kan hända igen",
        "Omedelbara åtgärder och tidpunkten för dem",
        "Vad som i övrigt har kommit fram",
        "Ställningstaganden och beslut",
        "Åtgärder för att det inte ska hända igen",
        "Utredningens anteckningar",
    ]


def test_a_second_click_builds_nothing_and_a_new_package_is_a_new_row(
    sara: User, report: Deviation
) -> None:
    first, again = (services.request_package(actor=sara, deviation=report) for _ in range(2))
    assert first == again
    Job.objects.update(state=Job.State.DONE)
    assert services.request_package(actor=sara, deviation=report) != first


@pytest.mark.django_db(transaction=True)
def test_the_file_is_archivable_frozen_and_each_step_is_logged(
    client: Client, people: People, report: Deviation
) -> None:
    package = services.request_package(actor=people.sara, deviation=report)
    job = job_of(package)
    assert job is not None
    run(job.pk)
    package.refresh_from_db()
    assert job_of(package).state == Job.State.DONE  # type: ignore[union-attr]
    client.force_login(people.sara)
    url = reverse("deviations:package_download", args=[report.number, package.pk])
    answer = client.get(url)
    content = answer.getvalue()
    with pikepdf.open(BytesIO(content)) as file, file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfuaid:part"]) == ("3", "1")
        assert len(file.pages) == package.pages
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf_bytes(content, profile=profile).failures == []
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="{report.number}-avidentifierad.pdf"'
    )
    logged = Event.objects.filter(object_type="deviations.casepackage").order_by("pk")
    assert [event.action for event in logged] == ["create", "build", "download"]
    assert default_storage.exists(package.stored_as)


@pytest.mark.django_db(transaction=True)
def test_a_failure_is_told_in_words(
    client: Client, sara: User, report: Deviation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*args: object, **kwargs: object) -> None:
        raise pdf.PdfTooSlow

    monkeypatch.setattr(pdf, "render", slow)
    package = services.request_package(actor=sara, deviation=report)
    job = job_of(package)
    assert job is not None
    run(job.pk)
    client.force_login(sara)
    text = client.get(reverse("deviations:package", args=[report.number, package.pk])).text
    assert "Det tog för lång tid att skapa dokumentet" in text
    assert "Försök igen" in text


def ready(report: Deviation, sara: User, *, redacted: bool) -> str:
    name = default_storage.save("packages/x.pdf", BytesIO(b"%PDF-1.7"))
    package = report.packages.create(redacted=redacted, requested_by=sara, stored_as=name)
    return reverse("deviations:package_download", args=[report.number, package.pk])


def test_a_whole_copy_is_for_the_lex_sarah_ansvarig_alone(
    client: Client, people: People, report: Deviation
) -> None:
    redacted, full = (ready(report, people.sara, redacted=one) for one in (True, False))
    create = reverse("deviations:package_create", args=[report.number])
    seen = {}
    for user in (people.sara, people.dag):
        client.force_login(user)
        asked = client.post(create, {"copy": "whole"}).status_code
        seen[user.username] = (
            client.get(redacted).status_code,
            client.get(full).status_code,
            asked,
        )
    assert seen == {"sara": (200, 200, 302), "dag": (200, 403, 422)}


def test_another_cases_package_is_not_found(
    client: Client, people: People, report: Deviation, organisation: Organisation
) -> None:
    other = services.report_deviation(
        actor=people.mona, kind=Kind.LEX_SARAH, unit=organisation.intake, description="Annat."
    )
    package = other.packages.create(requested_by=people.sara)
    client.force_login(people.sara)
    url = reverse("deviations:package", args=[report.number, package.pk])
    assert client.get(url).status_code == 404


def test_notes_are_printed_with_all_that_the_regulation_asks(report: Deviation) -> None:
    note = InvestigationNote.objects.get()
    section = document_of(CasePackage(deviation=report), timezone.now()).sections[10]
    (entry,) = section.entries
    assert entry.title == "5 mars 2026: Samtal med [rapportören]"
    assert entry.by.startswith("Ulla Sten, utredare. Signerad ")
    assert [row.label for row in entry.passages] == ["Faktauppgift", "Bedömning"]
    assert note.author_name == "Ulla Sten"
