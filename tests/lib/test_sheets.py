"""Whatever file people hand in: its table, or one sentence that says what to do."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from lib.sheets import errors, texts
from lib.sheets.child import table_of
from lib.sheets.content import LARGEST, is_book
from lib.sheets.errors import SheetError
from lib.sheets.reading import opened
from lib.sheets.tables import LONGEST, Cell, find
from tests.imports.files import xlsx

KNOWN = {"nummer", "enhet", "inkom"}
HEAD = ["Nummer", "Enhet", "Inkom"]


def read(content: bytes) -> tuple[list[str], list[tuple[int, list[Cell]]]]:
    with opened(content, KNOWN) as table:
        return table.headings, [(number, list(row)) for number, row in table.rows]


def refusal(content: bytes) -> str:
    with pytest.raises(SheetError) as refused:
        read(content)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_is_read_in_whatever_alphabet_and_separator(encoding: str, separator: str) -> None:
    rows = (HEAD, ("1", "Hälsan, söder; Åre", "2024-03-03"))
    target = StringIO(newline="")
    csv.writer(target, delimiter=separator).writerows(rows)
    table = table_of(target.getvalue().encode(encoding), KNOWN)
    assert (table.headings, list(table.rows)) == (HEAD, [(2, list(rows[1]))])


def test_a_workbook_is_read_below_its_titles_and_blank_rows() -> None:
    rows: list[list[object]] = [
        ["Avvikelser 2023"],
        [],
        ["", *HEAD],
        ["", 17, "Norr", "3 mars"],
        [],
        ["", 18.5, "Syd"],
    ]
    assert read(xlsx(rows)) == (
        ["", *HEAD],
        [(4, ["", 17, "Norr", "3 mars"]), (6, ["", 18.5, "Syd", ""])],
    )


def test_a_merged_cell_holds_for_each_of_its_rows() -> None:
    rows: list[list[object]] = [
        ["", "", ""],
        [*HEAD],
        [1, "", "2024-01-02"],
        [2, "", "2024-01-03"],
        [3, "Syd", ""],
    ]
    content = xlsx(rows, merged=[(0, 0, 0, 2, "Register 2024"), (2, 1, 3, 1, "Norr")])
    assert [row[1] for _, row in read(content)[1]] == ["Norr", "Norr", "Syd"]


def test_what_stands_beside_the_table_is_left_out() -> None:
    assert read(xlsx([HEAD, [1, "Norr", "x", "", "Obs!"]]))[1] == [(2, [1, "Norr", "x"])]


def test_the_first_sheet_with_the_headings_is_read() -> None:
    target = BytesIO()
    with Workbook(target) as book:
        book.add_worksheet("Läs mig").write_row(0, 0, ["Så här gör du"])
        hidden = book.add_worksheet("Gammalt")
        hidden.write_row(0, 0, HEAD)
        hidden.hide()
        book.add_worksheet("Register").write_row(0, 0, HEAD)
    with opened(target.getvalue(), KNOWN) as table:
        assert table.sheet == "Register"


def zipped(**files: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


def lying_bomb(size: int) -> bytes:
    """Much in little, and a directory that denies it."""
    content = zipped(xl__workbook_xml=b"<x/>", xl__sheet_xml=b"0" * size)
    return content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", errors.EMPTY),
        (b"  \r\n ", errors.EMPTY),
        (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(2000), errors.UNKNOWN),
        (b"\x89PNG\r\n\x1a\n\x00\x00", errors.UNKNOWN),
        (b"%PDF-1.7\n1 0 obj", errors.DOCUMENT),
        (zipped(word__document_xml=b"<x/>"), errors.DOCUMENT),
        (zipped(hej_xml=b"<x/>"), errors.UNKNOWN),
        (zipped(xl__workbook_xml=b"<x/>"), errors.BROKEN),
        (b"PK\x03\x04 and no more", errors.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), errors.BROKEN),
        (b"Nummer;Enhet\n1;\x81\x8d", errors.LETTERS),
        (b'Nummer;Enhet\n1;Norr\n2;"Syd\n3;Norr', errors.QUOTES.format(row=3)),
        (b"a;b;c\n1;2;3", errors.HEADINGS),
        (xlsx([["Hej"]]), errors.HEADINGS),
        (b"x" * (LARGEST + 1), errors.TOO_BIG),
    ],
    ids=[
        *("empty", "blanks", "program", "picture", "pdf", "word", "archive", "broken xlsx"),
        *("cut zip", "broken xls", "letters", "quotes", "headings", "headings xlsx", "too big"),
    ],
)
def test_what_is_no_register_is_refused_in_words(content: bytes, words: str) -> None:
    assert refusal(content) == words


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.sheets.content.LARGEST_UNPACKED", 5_000_000)
    with pytest.raises(SheetError, match="för stor"):
        is_book(lying_bomb(5_000_001))


def test_a_stray_cell_in_the_last_corner_ends_the_child_and_not_us() -> None:
    """Between it and the table lie seventeen thousand million cells."""
    target = BytesIO()
    with ZipFile(BytesIO(xlsx([HEAD, [1, 2, 3]]))) as proper, ZipFile(target, "w") as strange:
        for name in proper.namelist():
            content = proper.read(name)
            for near, far in ((b'"C2"', b'"XFD1048576"'), (b'r="2"', b'r="1048576"')):
                content = content.replace(near, far)
            strange.writestr(name, content)
    assert refusal(target.getvalue()) == errors.TOO_WIDE


def test_a_table_has_its_limits() -> None:
    rows = ((number, ["1", "Norr", ""]) for number in range(1, LONGEST + 2))
    table = find("", iter([(0, HEAD), *rows]), KNOWN)
    assert table
    with pytest.raises(SheetError, match="100 000 rader"):
        list(table.rows)
    with pytest.raises(SheetError, match="200 kolumner"):
        wide = find("", iter([(0, [*HEAD, *map(str, range(200))])]), KNOWN)
        list(wide.rows if wide else [])


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader_of_text(content: bytes) -> None:
    try:
        table = texts.read(b"Nummer;Enhet\n" + content, KNOWN)
        assert table and list(table.rows) is not None
    except SheetError:
        pass


def test_the_child_knows_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is started without the parent's environment, and reads through a file without a name."""
    monkeypatch.setenv("SECRET_KEY", "x")
    monkeypatch.chdir(tmp_path)
    read(xlsx([HEAD, [1, "Norr", "x"]]))
    assert list(tmp_path.iterdir()) == []
