"""After a new first key in IDENTITY_KEYS: everything is encrypted by it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from deviations.services.identity import rotate_identities


class Command(BaseCommand):
    help = (
        "Krypterar om de enskildas identitet med den första nyckeln i IDENTITY_KEYS. Kan köras om."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        done = rotate_identities()
        self.stdout.write(
            f"{done.renewed} krypterades om, {done.untouched} hade redan den första nyckeln."
        )
        if done.lost:
            raise CommandError(
                f"{len(done.lost)} kan inte läsas med någon av nycklarna: {', '.join(done.lost)}."
                " Lägg till den nyckel som fattas sist i IDENTITY_KEYS och kör om."
            )
