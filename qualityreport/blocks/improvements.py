"""Förbättringsområden: next year's, and what became of last year's."""

from collections.abc import Sequence

from qualityreport import improvements
from qualityreport.blocks.block import Block
from qualityreport.parts import Cell, Column, Part, Row, Table
from qualityreport.scope import Scope


def coming(scope: Scope) -> Sequence[Part]:
    rows = scope.counted(improvements.own, scope.report_id)
    if not rows:
        return []
    return [
        Table(
            key="forbattringsomraden",
            title=f"Förbättringsområden för {scope.period.year + 1}",
            columns=[
                Column("Område", width=30),
                Column("Vad som visar det", width=50),
                Column("Ansvarig", width=20),
            ],
            rows=[
                Row([Cell(row.title), Cell(row.why), Cell(row.responsible or "–")]) for row in rows
            ],
        )
    ]


def followed_up(scope: Scope) -> Sequence[Part]:
    rows = scope.counted(improvements.to_answer_in, scope.report_id)
    if not rows:
        return []
    return [
        Table(
            key="forra_arets_forbattringsomraden",
            title=f"Förbättringsområden för {scope.period.year} och vad som hände",
            columns=[
                Column("Område", width=30),
                Column("Utfall", width=20),
                Column("Vad som hände", width=50),
            ],
            rows=[
                Row(
                    [
                        Cell(row.title),
                        Cell(row.get_outcome_display() or "Inte besvarat"),
                        Cell(row.answer or "–"),
                    ]
                )
                for row in rows
            ],
        )
    ]


BLOCKS = (
    Block("improvements.next", "Förbättringsområden för nästa år", coming),
    Block("improvements.followed_up", "Uppföljning av förra årets områden", followed_up),
)
