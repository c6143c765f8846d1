"""Definitions, outcomes and surveys from spreadsheets."""

from collections.abc import Sequence
from typing import Any

from imports.importer import Actor, Importer, Row
from indicators.importers import (
    outcome_checking,
    outcome_columns,
    outcome_saving,
    outcome_undoing,
    wide,
)
from indicators.querysets import EDITORS
from lib.sheets.tables import Table


class ObservationImporter(Importer):
    name = "observations"
    title = "Utfall"
    lead = (
        "Utfall av indikatorer, med ett i varje rad eller med en kolumn för varje period. Det som"
        " redan står i registret ändras bara där filen säger något annat, och det gamla sparas."
    )
    counted = ("utfall", "utfall")
    roles = EDITORS
    columns = outcome_columns.COLUMNS

    def unfolded(self, table: Table) -> Table:
        return wide.unfolded(table, self.columns)

    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        outcome_checking.check(rows, actor)

    def save(self, rows: Sequence[Row], actor: Actor) -> list[Any]:
        return list(outcome_saving.save(rows, actor))

    def undo(self, made: Sequence[Any], actor: Actor) -> None:
        outcome_undoing.undo(made)
