from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from indicators.kolada.client import KoladaError
from indicators.kolada.files import read
from indicators.services.kolada import read_answers


class Command(BaseCommand):
    help = (
        "Läser in svar från Kolada (JSON från /kpi, /data och /oudata), för en installation som "
        "inte får hämta själv. Egna utfall ändras aldrig."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FIL")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            answers = read(path.read_bytes())
        except OSError as error:
            raise CommandError(f"Filen {path} gick inte att läsa: {error.strerror}.") from error
        except KoladaError as error:
            raise CommandError(str(error)) from error
        run = read_answers(
            actor=None, name=path.name, figures=answers.figures, points=answers.points
        )
        self.stdout.write(
            f"{len(answers.figures)} nyckeltal och {run.seen} värden lästa, {run.changed} nya "
            "eller ändrade."
        )
