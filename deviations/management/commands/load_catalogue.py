"""What a new installation starts from: law, types, causes, deadlines, the fields of IVO's form."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from deviations.catalogue import (
    load_causes,
    load_clock_rules,
    load_transfer_fields,
    load_types,
)
from organisation.law import load_legal_references


class Command(BaseCommand):
    help = "Lägger till lagrum, avvikelsetyper och orsaker som saknas. Ändrar inget som finns."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        load_legal_references()
        load_clock_rules()
        load_transfer_fields()
        types, causes = load_types(), load_causes()
        self.stdout.write(f"Katalogen har {len(types)} avvikelsetyper och {len(causes)} orsaker.")
