"""The assessments of a file of risks: probability and consequence on the unit's own scale."""

from collections.abc import Collection, Sequence
from typing import Any

from django.utils import timezone

from imports.importer import Actor, Outcome, Row
from organisation.scales import RiskScales, Scale, risk_scales
from risks.models import RiskAssessment

COLUMNS = ("probability", "severity", "assessed_on")
NOT_UNDONE = (
    "Importen kan inte ångras: riskerna är bedömda, och bedömningar tas aldrig bort. Avsluta de"
    " risker som inte ska finnas."
)
AT_ONCE = 400
Kind = RiskAssessment.Kind


def check(rows: Sequence[Row]) -> None:
    """In one question for each unit's scale, and one for what is judged already."""
    scales: dict[int, RiskScales] = {}
    judged = _judged([row["found"].pk for row in rows if row["found"]])
    for row in rows:
        row.values["scale"] = None
        if row["probability"] is None and row["severity"] is None:
            continue
        unit = row["unit"] or (row["found"] and row["found"].unit)
        row.values["assessed_on"] = row["assessed_on"] or timezone.localdate()
        if unit is None or not hasattr(unit, "pk"):
            continue
        if unit.pk not in scales:
            scales[unit.pk] = risk_scales(unit.pk)
        scale = scales[unit.pk].on(row["assessed_on"])
        if _fits(row, scale):
            row.values["scale"] = scale
            _outcome(row, judged)


def _fits(row: Row, scale: Scale) -> bool:
    for key in ("probability", "severity"):
        step = row[key]
        if step is None:
            row.refuse(key, "Ange både sannolikhet och konsekvens, eller ingen av dem.")
        elif not 1 <= step <= scale.steps:
            row.refuse(key, f"Skalan går från 1 till {scale.steps}.")
    opened = row["opened_on"] or (row["found"].opened_on if row["found"] else None)
    if opened and row["assessed_on"] < opened:
        row.refuse("assessed_on", "Risken kan inte bedömas före den dag den identifierades.")
    return not row.problems


def _outcome(row: Row, judged: Collection[Any]) -> None:
    """The same judgement of the same day is there already."""
    found = row["found"]
    if found is None:
        return
    if (found.pk, row["assessed_on"], row["probability"], row["severity"]) in judged:
        row.values["scale"] = None
    elif row.outcome == Outcome.KNOWN:
        row.outcome = Outcome.CHANGED


def _judged(risk_ids: Sequence[int]) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = set()
    for at in range(0, len(risk_ids), AT_ONCE):
        rows = RiskAssessment.objects.filter(
            risk_id__in=risk_ids[at : at + AT_ONCE], kind=Kind.RESIDUAL
        )
        found |= set(rows.values_list("risk_id", "assessed_on", "probability", "consequence"))
    return found


def save(pairs: Sequence[tuple[Row, int]], actor: Actor) -> None:
    RiskAssessment.objects.bulk_create(
        (
            RiskAssessment(
                risk_id=pk,
                assessed_on=row["assessed_on"],
                kind=Kind.RESIDUAL,
                probability=row["probability"],
                consequence=row["severity"],
                steps=row["scale"].steps,
                medium_from=row["scale"].medium_from,
                high_from=row["scale"].high_from,
                author=actor,
            )
            for row, pk in pairs
            if row["scale"] is not None
        ),
        batch_size=AT_ONCE,
    )


def are_judged(risk_ids: Sequence[int]) -> bool:
    return bool(_judged(risk_ids))
