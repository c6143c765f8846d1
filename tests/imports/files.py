"""Files as people hand them in."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from xlsxwriter import Workbook

HEADINGS = ("Nummer", "Typ", "Inkom", "Enhet", "Vad hände")
ROW = ("17", "Intern avvikelse", "3 mars 2023", "Mottagningsenheten", "Ett brev kom bort.")


def case(**cells: str) -> dict[str, str]:
    """A proper row, by heading; `_` stands for a blank in a heading."""
    own = {heading.replace("_", " "): cell for heading, cell in cells.items()}
    return dict(zip(HEADINGS, ROW, strict=True)) | own


def csv_of(*rows: dict[str, str], encoding: str = "utf-8-sig", separator: str = ";") -> bytes:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    target = StringIO(newline="")
    writer = csv.DictWriter(target, headings, delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode(encoding)


def xlsx(
    rows: Iterable[Sequence[object]], merged: Iterable[tuple[int, int, int, int, object]] = ()
) -> bytes:
    target = BytesIO()
    with Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        for top, left, bottom, right, value in merged:
            page.merge_range(top, left, bottom, right, value)
    return target.getvalue()
