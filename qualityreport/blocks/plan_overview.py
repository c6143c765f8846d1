"""What surrounds the plan: its numbers, last year's findings, the areas, and the year's wheel."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lib.months import MONTHS
from lib.numbers import NOT_SET, counted
from lib.periods import Period
from lib.sentences import in_order
from qualityreport import tallies
from qualityreport.blocks import controls
from qualityreport.blocks.block import Block
from qualityreport.blocks.plan import COUNTED_ONCE, SOURCE
from qualityreport.blocks.risks import SOURCE as RISKS
from qualityreport.parts import Cell, Column, Part, Row, Table, number_columns, paragraphs, row
from qualityreport.scope import Scope
from qualityreport.tallies import PlanTally
from risks.plan import PlannedControl, ProcessPlan
from risks.schedule import planned_days

NO_AREA = "Utan kvalitetsområde"
EVERY_MONTH = 12


def overview(scope: Scope) -> Sequence[Part]:
    plan = tallies.plan(scope)
    if not plan.processes:
        return [paragraphs("Inga processer är beskrivna och inga risker finns i registret.")]
    tally = scope.counted(tallies.of_plan, scope)
    whole = [
        counted(tally.processes, "process", "processer"),
        counted(tally.risks, "risk", "risker"),
        counted(tally.controls, "egenkontroll", "egenkontroller"),
        counted(tally.measures, "åtgärd", "åtgärder"),
    ]
    rows = [row(process.title, *_numbers(process)) for process in plan.processes]
    sums = [tally.risks, tally.controls, tally.measures]
    shared = sums != [sum(column) for column in zip(*map(_numbers, plan.processes), strict=True)]
    table = Table(
        key="plan-i-siffror",
        title="Risker, egenkontroller och åtgärder per process",
        columns=number_columns("Process", "Risker", "Egenkontroller", "Åtgärder"),
        rows=[*rows, row("Totalt", *sums, total=True)],
        source=scope.source(SOURCE),
        note=COUNTED_ONCE if shared else "",
    )
    return [paragraphs(f"Planen omfattar {in_order(whole)}.", _missing(tally)), table]


def _numbers(process: ProcessPlan) -> list[int]:
    return [len(process.risks), len(process.every_control), len(process.every_measure)]


def _missing(tally: PlanTally) -> str:
    told = [
        f"{counted(number, 'process', 'processer')} har ingen {what}"
        for number, what in (
            (tally.without_control, "egenkontroll"),
            (tally.without_measure, "åtgärd"),
        )
        if number
    ]
    return f"{in_order(told)}." if told else ""


def findings(scope: Scope) -> Sequence[Part]:
    """Last year's controls that called for action or were not made."""
    before = replace(scope, period=Period.of(scope.period.year - 1))
    return controls.action(before)


def areas(scope: Scope) -> Sequence[Part]:
    risks = tallies.plan(scope).risks
    if not risks:
        return [paragraphs("Inga risker finns i registret.")]
    by_area = Counter(risk.quality_area or NO_AREA for risk in risks)
    by_theme = Counter(risk.theme for risk in risks if risk.theme)
    without = by_area.pop(NO_AREA, 0)
    last = [(NO_AREA, without)] if without else []
    title = "Risker per kvalitetsområde"
    rows = [row(name, count) for name, count in [*by_area.most_common(), *last]]
    table = Table(
        key="risker-per-kvalitetsomrade",
        title=title,
        columns=number_columns("Kvalitetsområde", "Antal"),
        rows=[*rows, row("Totalt", len(risks), total=True)],
        source=scope.source(RISKS),
    )
    return [*([paragraphs(_themes(by_theme))] if by_theme else []), table]


def _themes(counts: Counter[str]) -> str:
    told = in_order([f"{theme} ({number})" for theme, number in counts.most_common()])
    return f"{counted(counts.total(), 'risk', 'risker')} har samlats under ett tema: {told}."


def year_wheel(scope: Scope) -> Sequence[Part]:
    plan = tallies.plan(scope)
    if not plan.controls:
        return [paragraphs("Inga egenkontroller är planerade.")]
    table = Table(
        key="arshjul",
        title=f"Egenkontroller under {scope.period.year}",
        columns=[
            Column("Egenkontroll", width=35),
            Column("Metod", width=20),
            Column("När", width=25),
            Column("Ansvarig", width=20),
        ],
        rows=[_planned(control, scope.period.year) for control in plan.controls],
        source=scope.source(controls.SOURCE),
    )
    return [table]


def _planned(control: PlannedControl, year: int) -> Row:
    when, often = months_of(control, year), control.frequency.label
    return Row(
        [
            Cell(control.title),
            Cell(control.method.label),
            Cell(when or often, note=often if when else ""),
            Cell(control.responsible or NOT_SET),
        ]
    )


def months_of(control: PlannedControl, year: int) -> str:
    """ "mars, juni, september och december"; "" without a plan, or where it is each month."""
    if control.first_month is None:
        return ""
    days = planned_days(control.frequency, control.first_month, year)
    return "" if len(days) == EVERY_MONTH else in_order([MONTHS[day.month - 1] for day in days])


BLOCKS = (
    Block("plan.overview", "Kvalitetsplanen i siffror", overview),
    Block("plan.findings", "Förra årets egenkontroller som krävde åtgärd", findings),
    Block("plan.areas", "Risker per kvalitetsområde och tema", areas),
    Block("plan.year_wheel", "Årets egenkontroller", year_wheel),
)
