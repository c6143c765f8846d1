"""The pages of an import, for the person who does it."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from deviations.importers import DeviationImporter
from deviations.models import Deviation
from imports.explain import as_markdown
from imports.importer import Importer, importers
from imports.models import ImportBatch
from lib.sheets.content import LARGEST
from organisation.models import User
from tests.imports.files import case, csv_of
from tests.product import ROOT

UPLOAD = "/import/deviations/"


@pytest.fixture
def client(client: Client, karin: User) -> Client:
    client.force_login(karin)
    return client


def upload(client: Client, content: bytes, name: str = "register.csv") -> str:
    """The page that answers."""
    answer = client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)}, follow=True)
    return answer.content.decode()


def sheet(content: bytes, number: int = 0) -> Sequence[Sequence[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(number).to_python()


def test_a_person_looks_confirms_and_takes_it_back(client: Client) -> None:
    page = upload(client, csv_of(case(), case(Nummer="18")))
    batch = ImportBatch.objects.get()
    address = f"/import/fil/{batch.pk}/"
    assert "2\u00a0ärenden förs in när du bekräftar." in page
    assert "Ett brev kom bort." in page
    saved = client.post(f"{address}bekrafta/", follow=True).content.decode()
    assert "Filen är införd." in saved
    assert Deviation.objects.count() == 2
    assert "Filen har införts förut" in upload(client, csv_of(case(), case(Nummer="18")))
    assert "Ångra importen?" in client.get(f"{address}angra/").content.decode()
    client.post(f"{address}angra/")
    assert Deviation.objects.count() == 0


def test_errors_stand_by_row_and_column_and_come_as_excel(client: Client) -> None:
    page = upload(client, csv_of(case(), case(Nummer="18", Inkom="i våras")))
    words = "Kan inte läsas som ett datum. Skriv till exempel 2024-03-03 eller 3 mars 2024."
    assert words in page
    assert "Bekräfta och för in" not in page
    pk = ImportBatch.objects.get().pk
    rows = sheet(client.get(f"/import/fil/{pk}/fel/").content)
    assert rows[1:] == [[3.0, "Inkom", "i våras", words]]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"MZ\x90\x00\x03" * 100, "register.xlsx", "Det här är ingen fil som går att läsa in."),
        (b"", "register.xlsx", "Filen är tom."),
        (b"\x00" * (LARGEST + 1), "register.xlsx", "Filen är större än 20 MB."),
    ],
)
def test_what_cannot_be_used_is_told_at_the_field(
    client: Client, content: bytes, name: str, words: str
) -> None:
    answer = client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_latin_1_comes_out_as_it_was_written(client: Client) -> None:
    upload(client, csv_of(case(Vad_hände="Åsa föll på älvstigen."), encoding="cp1252"))
    client.post(f"/import/fil/{ImportBatch.objects.get().pk}/bekrafta/")
    assert Deviation.objects.get().description == "Åsa föll på älvstigen."


def test_the_name_of_a_file_is_only_a_name(client: Client) -> None:
    page = upload(client, csv_of(case()), "../../<b>r\x00.csv")
    assert ImportBatch.objects.get().file_name == "<b>r.csv"
    assert "<b>r" not in page


def test_the_template_explains_every_column(client: Client) -> None:
    content = client.get(f"{UPLOAD}mall/").content
    headings = [column.heading for column in DeviationImporter.columns]
    assert sheet(content)[0] == headings
    assert [row[0] for row in sheet(content, 1)[1:]] == headings


def test_nobody_else_sees_the_file(client: Client, sara: User) -> None:
    upload(client, csv_of(case()))
    pk = ImportBatch.objects.get().pk
    client.force_login(sara)
    assert client.get(reverse("imports:batch", args=[pk])).status_code == 404
    assert "register.csv" not in client.get(reverse("imports:index")).content.decode()


@pytest.mark.parametrize("importer", list(importers()), ids=lambda importer: importer.name)
def test_the_documented_columns_are_those_of_the_importer(importer: Importer) -> None:
    documented = Path(ROOT, "docs", "import.md").read_text()
    assert as_markdown(importer) in documented
