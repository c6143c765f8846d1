"""manage.py import"""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from deviations.models import Deviation
from imports.models import ImportBatch
from organisation.models import User
from tests.imports.files import case, csv_of
from tests.people import People


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_bytes(csv_of(case(), case(Nummer="18")))
    return path


def said(*arguments: Any, **options: Any) -> str:
    out = StringIO()
    call_command("import", "deviations", *arguments, stdout=out, stderr=out, **options)
    return out.getvalue()


def test_a_dry_run_saves_nothing(people: People, file: Path) -> None:
    assert "2\u00a0ärenden att föra in" in said(file, "--dry-run")
    assert Deviation.objects.count() == 0


def test_a_file_is_imported_and_taken_back(people: People, file: Path) -> None:
    assert "2\u00a0ärenden införda, 0 fanns redan" in said(file, "--as", "karin")
    batch = ImportBatch.objects.get()
    assert (batch.uploaded_by, Deviation.objects.count()) == (people.karin, 2)
    said("--undo", batch.pk)
    assert Deviation.objects.count() == 0


def test_errors_are_printed_by_row_and_column(people: People, file: Path) -> None:
    file.write_bytes(csv_of(case(Inkom="i våras")))
    out = StringIO()
    with pytest.raises(CommandError, match="Inget är infört"):
        call_command("import", "deviations", file, stderr=out)
    assert out.getvalue().startswith("Rad 2, Inkom: Kan inte läsas som ett datum.")


def test_the_right_of_the_named_person_holds(people: People, file: Path, eva: User) -> None:
    with pytest.raises(CommandError, match="eva får inte föra in"):
        said(file, "--as", "eva")
    file.write_bytes(csv_of(case(Typ="Lex Sarah-rapport")))
    with pytest.raises(CommandError):
        said(file, "--as", "karin")


@pytest.mark.parametrize("arguments", [(), ("/nowhere.csv",), ("--undo", "99")])
def test_what_is_missing_is_told(db: None, arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        said(*arguments)
