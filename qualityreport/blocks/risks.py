"""Riskhantering: each risk with its level, and what is done about it, per service area."""

from collections import Counter
from collections.abc import Sequence

from django.utils.formats import date_format

from lib.numbers import counted
from lib.sentences import in_order
from measures.statistics import MeasureState
from organisation.groups import by_area
from organisation.scales import risk_scale
from qualityreport import tallies
from qualityreport.blocks import risk_matrix
from qualityreport.blocks.block import Block
from qualityreport.parts import (
    Cell,
    Column,
    Entry,
    Group,
    Part,
    Row,
    Table,
    paragraphs,
    shortened,
)
from qualityreport.scope import Scope
from qualityreport.tallies import RiskTally
from risks.statistics import Judged, RiskState

SOURCE = "Riskregistret"


def risks(scope: Scope) -> Sequence[Part]:
    found = tallies.risks(scope)
    if not found:
        return [paragraphs(f"Inga risker fanns i registret under {scope.period.year}.")]
    tally = scope.counted(tallies.of_risks, scope)
    lead = paragraphs(_sentence(tally, scope), _scale(found, scope))
    groups = (_group(area, rows, scope) for area, rows in by_area(found))
    return [lead, *risk_matrix.matrix(scope), *groups]


def _sentence(tally: RiskTally, scope: Scope) -> str:
    levels = [("hög", tally.high), ("medel", tally.medium), ("låg", tally.low)]
    told = [f"{number} på nivån {word}" for word, number in levels if number]
    if tally.unjudged:
        told.append(f"{tally.unjudged} ännu inte {'bedömd' if tally.unjudged == 1 else 'bedömda'}")
    day = date_format(scope.period.end, "j F Y")
    count = counted(tally.open, "risk", "risker")
    start = f"Den {day} fanns {count} i registret: {in_order(told)}." if told else ""
    return f"{start or f'Den {day} fanns inga öppna risker i registret.'} {_changes(tally)}"


def _changes(tally: RiskTally) -> str:
    numbers = [
        (tally.raised, "bedöms högre"),
        (tally.lowered, "bedöms lägre"),
        (tally.new, "är ny" if tally.new == 1 else "är nya"),
        (tally.closed, "har avslutats"),
    ]
    told = [f"{number} {words}" for number, words in numbers if number]
    return f"Sedan förra årets slut: {in_order(told)}." if told else ""


def _scale(risks: Sequence[RiskState], scope: Scope) -> str:
    """What the levels mean: by the scales that the assessments were made on."""
    used = Counter(risk.judged.scale for risk in risks if risk.judged)
    (first, _), *others = used.most_common() or [(risk_scale(scope.unit.pk, scope.period.end), 0)]
    if not others:
        return (
            f"Nivån är sannolikhet gånger konsekvens, var och en på skalan 1–{first.steps}. Från "
            f"{first.medium_from} är nivån medel och från {first.high_from} hög."
        )
    told = [
        f"{number} på skalan 1–{scale.steps} (medel från {scale.medium_from}, hög från "
        f"{scale.high_from})"
        for scale, number in used.most_common()
    ]
    return f"Nivån är sannolikhet gånger konsekvens. Riskerna är bedömda på: {in_order(told)}."


def _group(area: str, rows: Sequence[RiskState], scope: Scope) -> Group:
    printed, left_out = shortened((_row(risk), bool(risk.measures)) for risk in rows)
    table = Table(
        key="risker",
        title=f"Risker, {area.lower()}" if area else "Risker utan verksamhetsområde",
        columns=[
            Column("Risk", width=30),
            Column("Kommentar", width=30),
            Column("Uppföljning av åtgärder", width=40),
        ],
        rows=printed,
        source=scope.source(SOURCE),
        note=left_out,
    )
    return Group(area or "Utan verksamhetsområde", [table])


def _row(risk: RiskState) -> Row:
    judged = risk.judged
    closed = "" if risk.is_open else f"Avslutad: {risk.closed_because}"
    return Row(
        [
            Cell(
                risk.title,
                note=_earlier(risk),
                tone=judged.zone.tone if judged else "unset",
                mark=level_text(judged),
            ),
            Cell(risk.year_comment or (judged.comment if judged else ""), note=closed),
            Cell("", entries=_handling(risk)),
        ]
    )


def level_text(judged: Judged | None) -> str:
    """ "6 Hög" """
    return f"{judged.level} {judged.zone.label.capitalize()}" if judged else "Ej bedömd"


def _earlier(risk: RiskState) -> str:
    if risk.judged and risk.before and risk.judged.scale != risk.before.scale:
        return f"Förra året {level_text(risk.before)} på en annan skala"
    change = tallies.change_of(risk)
    if not change:
        return ""
    word = "Högre" if change > 0 else "Lägre"
    return f"{word} än förra året: {level_text(risk.before)}"


def _handling(risk: RiskState) -> list[Entry]:
    if risk.measures:
        return [measure_entry(measure) for measure in risk.measures]
    if risk.controls:
        return [Entry("Hanteras genom egenkontroll", text=in_order(risk.controls))]
    return [Entry("Ingen åtgärd eller egenkontroll")]


def measure_entry(measure: MeasureState) -> Entry:
    said = [measure.text, "Kvarstår nästa år." if measure.continues_next_year else ""]
    state = measure.status_text
    if measure.effect:
        state += f", {measure.effect_text.lower()}"
    return Entry(measure.title, state, " ".join(filter(None, said)))


BLOCKS = (Block("risks.by_area", "Risker per verksamhetsområde", risks),)
