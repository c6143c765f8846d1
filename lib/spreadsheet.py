"""Excel out: real dates and numbers, and text that stays text (never a formula or a link)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767  # Excel's own limit
FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

Value = str | int | float | Decimal | bool | date | datetime | None

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


@dataclass(frozen=True)
class Column:
    title: str
    width: float = 14


@dataclass(frozen=True)
class Sheet:
    """A heading row that stays in sight and can be filtered by."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


def workbook(sheet: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    return book([Sheet(sheet, columns, rows)])


def book(sheets: Iterable[Sheet]) -> bytes:
    target = BytesIO()
    with Workbook(target, OPTIONS) as made:
        forms = Forms(
            heading=made.add_format(
                {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
            ),
            days=made.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            moments=made.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
        )
        for sheet in sheets:
            _fill(
                made.add_worksheet(sheet.title.translate(FORBIDDEN_IN_SHEET_NAMES)[:31]),
                sheet,
                forms,
            )
    return target.getvalue()


class Forms(NamedTuple):
    heading: object
    days: object
    moments: object


def _fill(page: Worksheet, sheet: Sheet, forms: Forms) -> None:
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, column.title, forms.heading)
    page.freeze_panes(1, 0)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        for number, value in enumerate(row):
            form = forms.moments if isinstance(value, datetime) else forms.days
            _write(page, last, number, value, form)
    page.autofilter(0, 0, last, max(len(sheet.columns) - 1, 0))


def download(
    title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]
) -> HttpResponse:
    """As a file that is named after what it holds and the day."""
    response = HttpResponse(workbook(title, columns, rows), content_type=CONTENT_TYPE)
    name = f"{slugify(title)}-{timezone.localdate().isoformat()}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _write(page: Worksheet, row: int, column: int, value: Value, form: object) -> None:
    match value:
        case None | "":
            return
        case bool():
            page.write_string(row, column, "Ja" if value else "Nej")
        case datetime():
            page.write_datetime(row, column, _local(value), form)
        case date():
            page.write_datetime(row, column, value, form)
        case int() | float() | Decimal():
            page.write_number(row, column, value)
        case _:
            page.write_string(row, column, value[:LONGEST_CELL])


def _local(moment: datetime) -> datetime:
    """Excel knows no time zones: the wall clock of the municipality."""
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment
