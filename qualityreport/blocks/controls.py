"""Egenkontroller: those that led to measures or were not carried out, and those approved."""

from collections.abc import Sequence

from lib.numbers import NOT_SET, counted, format_exact, format_share
from lib.sentences import in_order
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.risks import measure_entry
from qualityreport.parts import Cell, Column, Entry, Part, Row, Table, paragraphs, shortened
from qualityreport.scope import Scope
from qualityreport.shown import Measured, Shown, reported
from risks.models import Control, Verdict
from risks.plan import PlannedControl
from risks.statistics import ControlState

SOURCE = "Registret över egenkontroller"
NOT_CARRIED_OUT, IN_WORDS = "inte genomförd", "se kommentaren"


def action(scope: Scope) -> Sequence[Part]:
    """A control that was not carried out asks for something to be done, too."""
    tally = scope.counted(tallies.of_controls, scope)
    if not tally.all:
        return [paragraphs(f"Inga egenkontroller var planerade under {scope.period.year}.")]
    verdicts = [
        (tally.approved, "blev godkänd" if tally.approved == 1 else "blev godkända"),
        (tally.action, "krävde åtgärder"),
        (tally.without_result, "genomfördes inte"),
    ]
    told = in_order([f"{number} {words}" for number, words in verdicts if number])
    lead = f"{counted(tally.all, 'egenkontroll', 'egenkontroller')} skulle göras: {told}."
    rows = [row for row in tallies.controls(scope) if row.verdict != Verdict.APPROVED]
    title = "Egenkontroller som lett till åtgärder eller inte genomförts"
    return [paragraphs(lead), *_table("kontroller-atgard", title, rows, scope)]


def approved(scope: Scope) -> Sequence[Part]:
    rows = [row for row in tallies.controls(scope) if row.verdict == Verdict.APPROVED]
    if not rows:
        return [paragraphs(f"Ingen egenkontroll fick godkänt resultat under {scope.period.year}.")]
    return _table("kontroller-godkanda", "Godkända egenkontroller", rows, scope)


def _table(key: str, title: str, controls: Sequence[ControlState], scope: Scope) -> Sequence[Part]:
    if not controls:
        return []
    has_measures = any(control.measures for control in controls)
    rows, left_out = shortened(
        (_row(control, scope, has_measures), bool(control.comment)) for control in controls
    )
    widths = (25, 20, 25, 30) if has_measures else (35, 25, 40)
    titles = ("Egenkontroll", "Resultat", "Kommentar", "Åtgärder")
    columns = [Column(title, width=width) for title, width in zip(titles, widths, strict=False)]
    return [Table(key, title, columns, rows, scope.source(SOURCE), left_out)]


def _row(control: ControlState, scope: Scope, has_measures: bool) -> Row:
    motive = f"Bedömd för sig: {control.motive}" if control.motive else ""
    entries = [measure_entry(measure) for measure in control.measures]
    return Row(
        [
            Cell(control.title),
            Cell(result_text(control, scope), note=_beside(control), footnote=_origin(control)),
            Cell(control.comment, note=motive),
            *([Cell("", entries=entries or [Entry(NOT_SET)])] if has_measures else []),
        ]
    )


def result_text(control: ControlState, scope: Scope) -> str:
    """ "982 av 1 384, 71 %", "9", "se kommentaren", "inte genomförd" """
    if control.carried_out_on is None:
        return NOT_CARRIED_OUT
    if control.numerator is not None:
        found = share(control, scope)
        return f"{found.counts}, {found.share}" if found.counts else found.share
    if control.reported_share is not None:
        return format_share(control.reported_share)
    if control.count is None:
        return IN_WORDS
    return Shown(scope.policy, control.unit_level).count(control.count)


def share(control: ControlState, scope: Scope) -> Measured:
    """Of a result that was counted as n of N."""
    shown = Shown(scope.policy, control.unit_level)
    return shown.measured(control.numerator or 0, control.denominator or 0)


def threshold_text(control: ControlState | PlannedControl) -> str:
    """ "90 %", "5" """
    if control.threshold is None:
        return ""
    is_share = control.measured == Control.Measured.SHARE
    return format_share(control.threshold) if is_share else format_exact(control.threshold)


def _beside(control: ControlState) -> str:
    """What the result is held against."""
    limit = threshold_text(control)
    return f"mål {Control.Better(control.better).label} {limit}" if limit else ""


def _origin(control: ControlState) -> str:
    return "" if control.reported_share is None else reported(control.source)


BLOCKS = (
    Block("controls.action", "Egenkontroller som lett till åtgärder", action),
    Block("controls.approved", "Godkända egenkontroller", approved),
)
