from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.services import purge_before


class Command(BaseCommand):
    help = "Removes old, sealed events. Run it as the database's owner, not as the runtime role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--before", type=date.fromisoformat, required=True, metavar="DATE")
        parser.add_argument("--reason", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = purge_before(actor=None, date=options["before"], reason=options["reason"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} händelser gallrade.")
