"""Tables and charts that the blocks of the deviation register share."""

from collections.abc import Mapping, Sequence

from lib.numbers import NOT_SET, format_integer, format_signed
from lib.sentences import REPORTED
from qualityreport.guarded import guarded, sheet
from qualityreport.parts import Cell, Chart, Part, Row, Series, Table, number_columns, row
from qualityreport.scope import Scope
from qualityreport.tallies import Figure

SOURCE = "Avvikelseregistret"


def divided(
    scope: Scope,
    *,
    key: str,
    title: str,
    first: str,
    rows: Mapping[str, Sequence[int]],
    groups: Sequence[str],
    unit: str,
    source: str,
    note: str = "",
) -> list[Part]:
    """A chart and its table: one column per group, stacked and summed where there are several."""
    several = len(groups) > 1
    totals = [sum(values) for values in zip(*rows.values(), strict=True)]
    chart = Chart(
        key=f"{key}-diagram",
        title=title,
        kind="stacked" if several else "bars",
        categories=list(rows),
        series=[
            Series(group, [values[index] for values in rows.values()])
            for index, group in enumerate(groups)
        ],
        unit=unit,
        source=source,
    )
    table = Table(
        key=key,
        title=title,
        columns=number_columns(first, *groups, *(["Totalt"] if several else [])),
        rows=[
            *(_summed_row(name, values, several) for name, values in rows.items()),
            _summed_row("Totalt", totals, several, total=True),
        ],
        source=source,
        note=note,
    )
    printed = [*rows.values(), totals]
    summed = [[*values, sum(values)] for values in printed] if several else printed
    return guarded(scope, table, sheet(summed, total_row=True, total_column=several), chart)


def _summed_row(name: str, values: Sequence[int], summed: bool, *, total: bool = False) -> Row:
    return row(name, *values, *([sum(values)] if summed else []), total=total)


def counted_table(
    scope: Scope,
    key: str,
    title: str,
    first: str,
    counts: Mapping[str, int],
    register: str = SOURCE,
) -> Sequence[Part]:
    """One column of counts with their sum."""
    table = Table(
        key=key,
        title=title,
        columns=number_columns(first, "Antal"),
        rows=[
            *(row(name, count) for name, count in counts.items()),
            row("Totalt", sum(counts.values()), total=True),
        ],
        source=scope.source(register),
    )
    column = [[count] for count in (*counts.values(), sum(counts.values()))]
    return guarded(scope, table, sheet(column, total_row=True))


def largest_first(counts: Mapping[str, int], unnamed: str) -> dict[str, int]:
    """By count and then by name; what has no name comes last."""
    named = sorted((name for name in counts if name), key=lambda name: (-counts[name], name))
    rest = {unnamed: counts[""]} if counts.get("") else {}
    return {name: counts[name] for name in named} | rest


def figure_row(name: str, *figures: Figure, change: bool = False, total: bool = False) -> Row:
    """Counted figures and published ones, which are marked; no change is told between the two."""
    cells = [Cell(name), *map(_cell, figures)]
    if change:
        cells.append(Cell(_change(*figures)))
    return Row(cells, total)


def _cell(figure: Figure) -> Cell:
    if figure.count is None:
        return Cell(NOT_SET)
    note = f"{REPORTED.capitalize()}: {', '.join(figure.sources)}." if figure.sources else ""
    return Cell(format_integer(figure.count), footnote=note)


def _change(now: Figure, before: Figure) -> str:
    if now.count is None or before.count is None or now.sources or before.sources:
        return NOT_SET
    return format_signed(now.count - before.count)
