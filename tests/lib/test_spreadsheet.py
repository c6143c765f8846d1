"""What comes out of Excel again is what was put in."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from lib.spreadsheet import Column, Value, workbook


def read(content: bytes) -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()]


def back(value: Value) -> object:
    return read(workbook("Blad", [Column("A"), Column("B")], [(value, "slut")]))[1][0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 3, 2), date(2026, 3, 2)),
        (datetime(2026, 7, 1, 12, 30, tzinfo=UTC), datetime(2026, 7, 1, 14, 30)),
        (17, 17),
        (Decimal("2.5"), 2.5),
        (True, "Ja"),
        (None, ""),
        ("0123", "0123"),
        ("https://exempel.se", "https://exempel.se"),
    ],
)
def test_values_keep_their_kind(value: Value, expected: object) -> None:
    assert back(value) == expected


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUM(A1)", "{=A1}", "\t=1", '=cmd|"x"'])
def test_text_never_becomes_a_formula(text: str) -> None:
    content = workbook("Blad", [Column("A")], [(text,)])
    assert read(content)[1][0] == text
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    assert len(str(back("å" * 40_000))) == 32_767


def test_an_empty_table_still_has_its_headings() -> None:
    assert read(workbook("A/B:C", [Column("Nummer")], [])) == [["Nummer"]]
