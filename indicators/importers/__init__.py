"""Definitions, outcomes and surveys from spreadsheets."""

from collections.abc import Sequence
from typing import Any

from imports.importer import Actor, Importer, Look, Row
from indicators.importers import (
    definition_columns,
    definitions,
    outcome_checking,
    outcome_columns,
    outcome_saving,
    outcome_undoing,
    survey_checking,
    survey_columns,
    survey_saving,
    wide,
)
from indicators.querysets import DEFINERS, EDITORS
from lib.sheets.tables import Table


class IndicatorImporter(Importer):
    name = "indicators"
    title = "Indikatorer"
    lead = "Definitioner av indikatorer. En kod som finns ändras bara där filen säger något annat."
    counted = ("indikator", "indikatorer")
    roles = DEFINERS
    columns = definition_columns.COLUMNS

    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        definitions.check(rows, actor)

    def save(self, rows: Sequence[Row], actor: Actor) -> list[Any]:
        return list(definitions.save(rows))

    def undo(self, made: Sequence[Any], actor: Actor) -> None:
        definitions.undo(made)


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

    def first_look(self, actor: Actor) -> Look:
        return outcome_checking.first_look(actor)

    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        outcome_checking.check(rows)

    def save(self, rows: Sequence[Row], actor: Actor) -> list[Any]:
        return list(outcome_saving.save(rows, actor))

    def undo(self, made: Sequence[Any], actor: Actor) -> None:
        outcome_undoing.undo(made)


class SurveyImporter(Importer):
    name = "surveys"
    title = "Brukarundersökningar"
    lead = (
        "Undersökningar med frågor och svar, ett svarsalternativ i varje rad. Kod och år avgör"
        " vilken undersökning det är."
    )
    counted = ("rad", "rader")
    roles = EDITORS
    columns = survey_columns.COLUMNS

    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        survey_checking.check(rows, actor)

    def save(self, rows: Sequence[Row], actor: Actor) -> list[Any]:
        return list(survey_saving.save(rows))

    def undo(self, made: Sequence[Any], actor: Actor) -> None:
        survey_saving.undo(made)
