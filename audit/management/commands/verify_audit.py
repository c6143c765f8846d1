from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit import chain


class Command(BaseCommand):
    help = "Checks that nobody has changed or removed rows of the log; exit status 1 if so."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", help="a head that was printed earlier: number:checksum")

    def handle(self, *args: Any, **options: Any) -> None:
        findings = chain.verify(_parsed(options["head"]))
        for finding in findings:
            self.stderr.write(finding.text)
        if findings:
            raise CommandError(f"Loggen är inte hel: {len(findings)} fel.", returncode=1)
        self.stdout.write(f"Loggen är hel. Kedjans huvud: {chain.head() or 'inget förseglat än'}")


def _parsed(text: str | None) -> chain.Head | None:
    try:
        return chain.Head.parse(text) if text else None
    except ValueError as error:
        raise CommandError(str(error)) from error
