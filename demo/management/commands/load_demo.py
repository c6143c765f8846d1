from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo import loader


class Command(BaseCommand):
    help = "Läser in demokommunen: påhittade personer och ärenden med publicerade siffror."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Gör ingenting, i stället för att klaga, om databasen redan har en organisation.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demodata läses bara in när DEMO=1 är satt, aldrig i drift.")
        if loader.is_loaded():
            self.stdout.write("Demokommunen finns redan.")
            return
        try:
            count = loader.load()
        except loader.NotEmpty:
            if options["if_empty"]:
                return
            raise CommandError(
                "Databasen har redan en organisation. Demodata blandas inte med den."
            ) from None
        self.stdout.write(f"Demokommunen är inläst: {count} ärenden.")
