"""Riskmatris in print: how many risks stand where, and what has moved since the year before."""

from collections.abc import Mapping, Sequence

from organisation.scales import Axis, Scale, risk_scale
from qualityreport import tallies
from qualityreport.parts import Cell, Column, Part, Row, Table, number_columns, row
from qualityreport.scope import Scope
from risks.matrix import Matrix, Movement, Square, matrices, movements
from risks.statistics import RiskState

SOURCE = "Riskregistret"


def matrix(scope: Scope) -> Sequence[Part]:
    """Nothing where no open risk has been judged: the table of risks says so."""
    every = tallies.risks(scope)
    judged = [risk.judged for risk in every if risk.is_open and risk.judged]
    if not judged:
        return []
    found = matrices(judged)
    several = len(found) > 1
    return [*(_table(one, scope, several=several) for one in found), _moved(every, scope)]


def _table(matrix: Matrix, scope: Scope, *, several: bool) -> Table:
    scale = _worded(matrix.scale, scope)
    steps = range(1, scale.steps + 1)
    named = f", skala 1–{scale.steps}" if several else ""
    return Table(
        key="riskmatris",
        title=f"Riskmatris {scope.period.end:%Y-%m-%d}{named}: antal risker",
        columns=[
            Column("Sannolikhet", width=25),
            *(Column(f"Konsekvens {scale.step(Axis.CONSEQUENCE, step)}") for step in steps),
        ],
        rows=[_row(squares, scale) for squares in matrix.rows],
        source=scope.source(SOURCE),
        note="Rutans tal är sannolikhet gånger konsekvens.",
    )


def _worded(scale: Scale, scope: Scope) -> Scale:
    held = scope.counted(risk_scale, scope.unit.pk, scope.period.end)
    return held if held.key == scale.key else scale


def _row(squares: Sequence[Square], scale: Scale) -> Row:
    first = Cell(scale.step(Axis.PROBABILITY, squares[0].probability))
    return Row([first, *map(_cell, squares)])


def _cell(square: Square) -> Cell:
    """The level and its word in the square of the zone, and how many stand there."""
    mark = f"{square.level} {square.zone.label.capitalize()}"
    return Cell(str(square.count) if square.count else "–", tone=square.zone.tone, mark=mark)


def _moved(every: Sequence[RiskState], scope: Scope) -> Table:
    year = scope.period.year
    counts = _counts(every)
    return Table(
        key="risker-andrade",
        title=f"Risknivåer {year} jämfört med slutet av {year - 1}",
        columns=number_columns("Ändring", "Antal risker"),
        rows=[row(str(way.label), number) for way, number in counts.items()],
        source=scope.source(SOURCE),
    )


def _counts(every: Sequence[RiskState]) -> Mapping[Movement, int]:
    now = {risk.pk: risk.judged for risk in every if risk.judged}
    before = {risk.pk: risk.before for risk in every if risk.before}
    open_ids = [risk.pk for risk in every if risk.is_open]
    return movements(open_ids, len(every) - len(open_ids), now, before)
