"""Files of a case: what they are is seen in them, and only those who may get them."""

import tracemalloc
from http import HTTPStatus
from io import SEEK_CUR, BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from matplotlib.figure import Figure

from audit.models import Event
from deviations.inner_rights import inner_rights_of
from deviations.models import Attachment, Deviation, Kind, Status
from deviations.services import (
    IllegalStep,
    attach_file,
    remove_attachment,
)
from deviations.services.attachments import LIMIT, clean_name
from organisation.models import User
from tests.factories.deviations import assigned, make_case
from tests.factories.organisation import Organisation
from tests.people import People

MEGABYTE = 1024 * 1024


@pytest.fixture
def case(sara: User, ulla: User, organisation: Organisation) -> Deviation:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    return assigned(case, sara, ulla)


def pdf() -> bytes:
    content = BytesIO()
    Figure().savefig(content, format="pdf")
    return content.getvalue()


def attach(actor: User, case: Deviation, content: bytes = b"%PDF-1.7 x") -> Attachment:
    file = ContentFile(content)
    return attach_file(actor=actor, deviation=case, file=file, name="underlag.pdf")


def address(case: Deviation, name: str = "attachments", *args: int) -> str:
    return reverse(f"deviations:{name}", args=[case.number, *args])


def upload(client: Client, case: Deviation, name: str, content: bytes, **more: str) -> Any:
    return client.post(address(case), {"file": SimpleUploadedFile(name, content), **more})


def test_a_file_is_stored_under_its_hash_and_comes_back_whole(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    content = pdf()
    answer = upload(client, case, "Skärmbild å.pdf", content, description="Brevlådan")
    assert answer.status_code == HTTPStatus.FOUND
    row = Attachment.objects.get()
    assert row.stored_as == f"attachments/{row.sha256[:2]}/{row.sha256}"
    assert (row.name, row.size, row.uploaded_by_name) == (
        "Skärmbild å.pdf",
        len(content),
        "Ulla Sten",
    )
    got = client.get(address(case, "attachment", row.pk))
    assert got.getvalue() == content
    assert got.headers["Content-Type"] == "application/pdf"
    assert got.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''Sk")
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in got.headers["Cache-Control"]


def test_the_download_is_logged_beside_the_read(
    client: Client, ulla: User, case: Deviation
) -> None:
    row = attach(ulla, case)
    client.force_login(ulla)
    client.get(address(case, "attachment", row.pk))
    read, loaded = Event.objects.order_by("pk").reverse()[:2][::-1]
    assert (read.action, read.object_id) == (Event.Action.READ, str(case.pk))
    assert (loaded.action, loaded.object_id) == (Event.Action.DOWNLOAD, str(row.pk))
    assert loaded.label == case.number


def test_the_same_file_in_two_cases_is_stored_once(
    ulla: User, case: Deviation, organisation: Organisation
) -> None:
    other = make_case(organisation.intake)
    assert attach(ulla, case).stored_as == attach(ulla, other).stored_as


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("faktura.pdf", b"MZ\x90\x00" + bytes(60), "men innehållet är inte en PDF"),
        ("program.exe", b"MZ\x90\x00" + bytes(60), "Filer som slutar på .exe tas inte emot"),
        ("sida.html", b"<script>alert(1)</script>", "Filer som slutar på .html"),
        ("tom.pdf", b"", "Filen är tom"),
    ],
)
def test_what_is_not_taken_is_said_in_words_at_the_field(
    client: Client, ulla: User, case: Deviation, name: str, content: bytes, words: str
) -> None:
    client.force_login(ulla)
    answer = upload(client, case, name, content, description="Det jag skrev.")
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert words in page
    assert "Det jag skrev." in page
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("size", [LIMIT + 1, 60 * MEGABYTE])
def test_a_big_file_is_refused_in_words_without_filling_memory_or_disk(
    client: Client, ulla: User, case: Deviation, tmp_path: Path, size: int
) -> None:
    client.force_login(ulla)
    body = body_of(tmp_path, size)
    with body.open("rb") as sent:
        tracemalloc.start()
        answer = client.request(
            REQUEST_METHOD="POST",
            PATH_INFO=address(case),
            CONTENT_TYPE="multipart/form-data; boundary=edge",
            CONTENT_LENGTH=str(body.stat().st_size),
            **{"wsgi.input": sent},
        )
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f"Filen är {-(-size // MEGABYTE)} MB; högst 20 MB tas emot" in answer.content.decode()
    assert most < 12 * MEGABYTE
    left = sum(file.stat().st_size for file in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir())
    assert left < settings.UPLOAD_CAP


def body_of(folder: Path, size: int) -> Path:
    """A form with one file of zeros, which takes no room on disk."""
    named = 'Content-Disposition: form-data; name="file"; filename="stor.pdf"'
    head = f"--edge\r\n{named}\r\n\r\n%PDF-1.7".encode()
    path = folder / "body"
    with path.open("wb") as file:
        file.write(head)
        file.seek(size - len(b"%PDF-1.7"), SEEK_CUR)
        file.write(b"\r\n--edge--\r\n")
    return path


def test_the_service_refuses_what_the_form_would(ulla: User, case: Deviation) -> None:
    with pytest.raises(IllegalStep, match="inte en PDF"):
        attach(ulla, case, b"MZ")
    with pytest.raises(IllegalStep, match="högst 20 MB"):
        attach(ulla, case, b"")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\eva\\rapport.pdf", "rapport.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("fak\u202etura.pdf", "fak_tura.pdf"),
        ('en "fil"\n.pdf', "en _fil__.pdf"),
        (".pdf", "bilaga.pdf"),
        ("a" * 300 + ".pdf", "a" * 156 + ".pdf"),
    ],
)
def test_a_name_is_cleaned_of_paths_and_of_what_is_not_seen(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_taking_away_takes_a_reason_and_keeps_row_and_file(
    client: Client, ulla: User, case: Deviation
) -> None:
    row = attach(ulla, case)
    client.force_login(ulla)
    url = address(case, "attachment_remove", row.pk)
    assert client.post(url, {"motive": ""}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.post(url, {"motive": "Fel fil."}).status_code == HTTPStatus.FOUND
    row.refresh_from_db()
    assert (row.removed_by_name, row.removed_because) == ("Ulla Sten", "Fel fil.")
    assert default_storage.exists(row.stored_as)
    assert client.get(address(case, "attachment", row.pk)).status_code == HTTPStatus.NOT_FOUND
    assert "Borttagen av Ulla Sten: Fel fil." in client.get(address(case)).content.decode()
    with pytest.raises(IllegalStep, match="redan borttagen"):
        remove_attachment(actor=ulla, attachment=row, motive="Igen.")


def test_a_file_of_another_case_is_not_reached_through_ones_own(
    client: Client, ulla: User, case: Deviation, organisation: Organisation
) -> None:
    hidden = attach(ulla, make_case(organisation.home_care))
    client.force_login(ulla)
    for pk in (hidden.pk, 10**30):
        url = address(case, "attachment", pk)
        assert client.get(url).status_code == HTTPStatus.NOT_FOUND


def test_a_file_that_has_gone_from_the_store_is_told_of(
    client: Client, ulla: User, case: Deviation
) -> None:
    row = attach(ulla, case)
    default_storage.delete(row.stored_as)
    client.force_login(ulla)
    answer = client.get(address(case, "attachment", row.pk), follow=True)
    assert "Filen saknas i lagret" in answer.content.decode()


@pytest.mark.parametrize(
    ("kind", "readers"),
    [
        (Kind.LEX_SARAH, {"sara", "dag", "ulla", "mona"}),
        (Kind.INTERNAL, {"sara", "dag", "ulla", "mona", "eva"}),
    ],
)
def test_who_handles_the_case_or_is_named_opens_its_files(
    people: People, organisation: Organisation, kind: str, readers: set[str]
) -> None:
    """The coordinator sees that there are files, and not what they are called."""
    case = make_case(organisation.intake, kind)
    case = assigned(case, people.sara, people.ulla)
    case.named_readers.add(people.mona)
    may = {
        name
        for name, user in vars(people).items()
        if Deviation.objects.visible_to(user).filter(pk=case.pk).exists()
        and inner_rights_of(user, case).read_files
    }
    assert may == readers


def test_the_coordinator_is_not_told_what_a_file_is_called(
    client: Client, eva: User, karin: User, organisation: Organisation
) -> None:
    case = make_case(organisation.intake)
    attach(eva, case)
    client.force_login(karin)
    page = client.get(address(case)).content.decode()
    assert "En bilaga" in page
    assert "underlag.pdf" not in page
    assert "underlag.pdf" not in client.get(address(case, "detail")).content.decode()


def test_nothing_is_attached_to_a_finished_case(ulla: User, case: Deviation) -> None:
    Deviation.objects.filter(pk=case.pk).update(
        status=Status.ANNULLED, annulled_on="2026-01-01", annulled_because="mistake"
    )
    with pytest.raises(IllegalStep):
        attach(ulla, case)
