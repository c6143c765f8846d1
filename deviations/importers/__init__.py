"""An old register of cases, from a spreadsheet."""

from collections.abc import Sequence

from deviations.importers import checking, saving, undoing
from deviations.importers.columns import COLUMNS
from deviations.models import Deviation
from imports.importer import Actor, Importer, Row
from organisation.models import Role


class DeviationImporter(Importer):
    name = "deviations"
    title = "Avvikelser"
    lead = (
        "Ett äldre register med lex Sarah-rapporter, avvikelser, synpunkter och klagomål. Varje rad"
        " blir ett ärende."
    )
    counted = ("ärende", "ärenden")
    # Lex Sarah reports by the lex Sarah-ansvarig alone: checking.py asks for each row.
    roles = (Role.COORDINATOR, Role.LEX_SARAH)
    columns = COLUMNS

    def check(self, rows: Sequence[Row], actor: Actor) -> None:
        checking.check(rows, actor)

    def save(self, rows: Sequence[Row], actor: Actor) -> list[int]:
        return saving.save(rows)

    def undo(self, made: Sequence[int], actor: Actor) -> None:
        undoing.undo(made)

    def restricted(self, made: Sequence[int]) -> list[int]:
        cases = Deviation.objects.filter(pk__in=made, restricted=True)
        return sorted(cases.values_list("pk", flat=True))
