"""Real files, made by the programs that make them; and files that are not what they say."""

import io
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter
from matplotlib.figure import Figure

from lib.filetypes import TYPES, WrongType, type_of

DOCX = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"}
ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": "<office:document-content/>",
}


def archive(members: dict[str, str], packed: int = zipfile.ZIP_STORED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packed) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return content.getvalue()


def workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write(0, 0, "Hej")
    return content.getvalue()


def drawn(kind: str) -> bytes:
    content = io.BytesIO()
    Figure().savefig(content, format=kind)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("rapport.pdf", drawn("pdf"), "application/pdf"),
        ("bild.PNG", drawn("png"), "image/png"),
        ("foto.jpg", drawn("jpeg"), "image/jpeg"),
        ("foto.jpeg", drawn("jpeg"), "image/jpeg"),
        ("bild.gif", drawn("gif"), "image/gif"),
        ("lista.xlsx", workbook(), "spreadsheetml.sheet"),
        ("brev.docx", archive(DOCX), "wordprocessingml.document"),
        ("brev.odt", archive(ODT), "opendocument.text"),
        ("text.txt", "Åsa skrev.\n".encode(), "text/plain"),
        ("text.txt", "Åsa skrev.\r\n".encode("latin-1"), "text/plain"),
        ("tabell.csv", "\ufeffnamn;år\r\n".encode(), "text/csv"),
    ],
)
def test_a_file_is_what_its_content_says(name: str, content: bytes, expected: str) -> None:
    assert type_of(name, io.BytesIO(content)).content_type.endswith(expected)


PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(60)


@pytest.mark.parametrize("ending", [*TYPES, "jpg"])
def test_a_renamed_program_is_refused_whatever_it_is_called(ending: str) -> None:
    with pytest.raises(WrongType, match=f"Filen heter .{ending} men innehållet är inte"):
        type_of(f"faktura.{ending}", io.BytesIO(PROGRAM))


@pytest.mark.parametrize("name", ["x.exe", "x.html", "x.svg", "x.docm", "x.zip", "x.pdf.js"])
def test_other_kinds_are_refused_by_name(name: str) -> None:
    with pytest.raises(WrongType, match=r"Filer som slutar på \.\w+ tas inte emot"):
        type_of(name, io.BytesIO(b"%PDF-1.7"))


def test_a_name_without_an_ending_is_refused() -> None:
    with pytest.raises(WrongType, match="Filer utan filändelse"):
        type_of("pdf", io.BytesIO(b"%PDF-1.7"))


@pytest.mark.parametrize(
    "packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_an_archive_that_is_damaged_anywhere_is_refused_in_words(packed: int) -> None:
    """From a whole one with a byte changed, to one that says nothing of what it is."""
    content = archive(ODT, packed)
    for at in range(len(content)):
        for byte in (0, 0x7F, 0xFF):
            damaged = content[:at] + bytes([byte]) + content[at + 1 :]
            with suppress(WrongType):
                type_of("x.odt", io.BytesIO(damaged))
    with pytest.raises(WrongType):
        type_of("x.odt", io.BytesIO(archive({"content.xml": "text"}, packed)))


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("x.docx", DOCX | {"word/vbaProject.bin": "makro"}),
        ("x.odt", ODT | {"Basic/Standard/Module1.xml": "makro"}),
        ("x.xlsx", DOCX),
        ("x.docx", {"index.html": "<script>"}),
        ("x.odt", ODT | {"mimetype": "application/zip"}),
    ],
)
def test_an_archive_with_macros_or_of_another_kind_is_refused(
    name: str, members: dict[str, str]
) -> None:
    with pytest.raises(WrongType, match="makron"):
        type_of(name, io.BytesIO(archive(members)))


def test_an_archive_that_is_cut_off_or_has_a_huge_directory_is_refused() -> None:
    crowded = archive(DOCX | {f"word/{number:0200d}": "" for number in range(2000)})
    for content in (workbook()[:-30], crowded):
        with pytest.raises(WrongType):
            type_of("x.docx", io.BytesIO(content))
