from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from audit import chain


class Command(BaseCommand):
    help = "Seals the log's events and prints the head of the chain, to be kept elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="look through the whole log")

    def handle(self, *args: Any, **options: Any) -> None:
        chain.seal(everything=options["all"])
        self.stdout.write(str(chain.head() or ""))
