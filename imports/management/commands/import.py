"""The same machinery as the page, for whoever runs the server."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from imports import services
from imports.checking import check
from imports.explain import as_markdown
from imports.importer import (
    Actor,
    CannotSave,
    CannotUndo,
    Importer,
    Outcome,
    Problem,
    importer_named,
    importers,
)
from imports.models import ImportBatch
from lib.numbers import counted
from lib.sheets.content import LARGEST
from lib.sheets.errors import TOO_BIG, SheetError
from organisation.models import User


class Command(BaseCommand):
    help = "För in ett register från en fil: alla rader eller ingen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        names = ", ".join(one.name for one in importers())
        parser.add_argument("register", help=f"vad filen innehåller: {names}")
        parser.add_argument("file", type=Path, nargs="?", help=".xlsx, .xls, .ods eller .csv")
        parser.add_argument("--dry-run", action="store_true", help="kontrollera utan att föra in")
        parser.add_argument("--as", dest="username", default="", help="vems rätt som gäller")
        parser.add_argument("--undo", type=int, metavar="NUMMER", help="ångra en import")
        parser.add_argument("--columns", action="store_true", help="visa kolumnerna som tabell")

    def handle(self, *args: Any, **options: Any) -> None:
        importer = importer_named(options["register"])
        if importer is None:
            raise CommandError(f"Det finns inget register som heter {options['register']}.")
        actor = _person(options["username"], importer)
        try:
            if options["columns"]:
                self.stdout.write(as_markdown(importer))
            elif options["undo"]:
                self._undo(options["undo"], importer, actor)
            elif options["file"]:
                content = _content(options["file"])
                act = self._try if options["dry_run"] else self._save
                act(importer, content, actor, options["file"].name)
            else:
                raise CommandError("Ange en fil.")
        except (SheetError, CannotSave, CannotUndo, services.IllegalImport) as error:
            raise CommandError(str(error)) from error

    def _try(self, importer: Importer, content: bytes, actor: Actor, name: str) -> None:
        checked = check(importer, content, actor)
        self._tell(checked.ignored, checked.problems)
        new, known = len(checked.to_write), checked.count(Outcome.KNOWN)
        told = f"{name}: {counted(new, *importer.counted)} att föra in, {known} finns redan."
        skipped = checked.count(Outcome.SKIPPED)
        self.stdout.write(f"{told} {skipped} hoppas över." if skipped else told)

    def _save(self, importer: Importer, content: bytes, actor: Actor, name: str) -> None:
        self._try(importer, content, actor, name)
        batch = services.bring(actor=actor, importer=importer, name=name, content=content)
        made = counted(batch.new + batch.changed, *importer.counted)
        self.stdout.write(f"{name}: {made} införda, {batch.known} fanns redan. Import {batch.pk}.")

    def _undo(self, pk: int, importer: Importer, actor: Actor) -> None:
        batch = ImportBatch.objects.filter(pk=pk, importer=importer.name).first()
        if batch is None:
            raise CommandError(f"Det finns ingen import {pk} till det registret.")
        services.remove(actor=actor, batch=batch)
        self.stdout.write(f"Import {pk} är ångrad.")

    def _tell(self, ignored: list[str], problems: list[Problem]) -> None:
        if ignored:
            self.stdout.write(f"Kolumner som hoppas över: {', '.join(ignored)}")
        for one in problems:
            self.stderr.write(f"Rad {one.row}, {one.heading}: {one.words} ({one.value or 'tom'})")
        if problems:
            raise CommandError(f"{counted(len(problems), 'fel', 'fel')}. Inget är infört.")


def _person(username: str, importer: Importer) -> Actor:
    """Without a name the import is the system's own, with the right to everything."""
    if not username:
        return None
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None or not importer.may_use(user):
        raise CommandError(f"{username} får inte föra in {importer.title.lower()}.")
    return user


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise CommandError(f"Hittar inte filen {path}.")
    if path.stat().st_size > LARGEST:
        raise CommandError(TOO_BIG)
    return path.read_bytes()
