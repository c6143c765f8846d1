"""What the pages of risks and controls show, put into words before the template."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.formats import date_format

from lib.numbers import (
    NO_BREAK,
    NOT_SET,
    format_decimal,
    format_exact,
    format_integer,
    format_share,
    format_signed,
    part_of,
    rounded,
)
from lib.sentences import REPORTED
from organisation import births
from organisation.models import User
from organisation.scales import Axis, RiskScales, Scale, Zone, risk_scales
from risks.models import Control, ControlResult, Risk, RiskAssessment, Verdict
from risks.statistics import newest_results

VERDICT_LABELS = dict(Verdict.choices)
VERDICT_TONES = {Verdict.APPROVED: "done", Verdict.ACTION: "waiting"}


@dataclass(frozen=True)
class Level:
    """A risk level as figure and word."""

    figure: int
    word: str
    tone: str

    @classmethod
    def of(cls, figure: int | None, zone: str | None) -> "Level | None":
        if figure is None or not zone:
            return None
        return cls(figure, Zone(zone).label.capitalize(), Zone(zone).tone)


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    url: str = ""


@dataclass(frozen=True)
class Judged:
    """One assessment in the organisation's own words."""

    on: date
    level: Level
    kind: str
    probability: str
    consequence: str
    terms: str
    comment: str
    who: str


@dataclass(frozen=True)
class Step:
    """Something that happened to a risk, for the timeline."""

    on: date
    title: str
    judged: Judged | None = None
    text: str = ""
    done: bool = False


@dataclass(frozen=True)
class LinkedControl:
    title: str
    url: str
    outcome: str
    on: date | None
    verdict: str
    tone: str


def day(value: date | None) -> str:
    return date_format(value, "j F Y") if value else ""


def moved(level: int | None, before: int | None) -> str:
    """Since the last day of last year."""
    if level is None:
        return NOT_SET
    if before is None:
        return "Ny bedömning"
    if level == before:
        return "Oförändrad"
    return f"{'Upp' if level > before else 'Ned'} från {before}"


# Risk ----------------------------------------------------------------------------------------


def risk_facts(risk: Risk, user: User) -> list[Fact]:
    told = [
        ("Beslut", risk.get_decision_display()),
        ("Accepterad av", _accepted(risk)),
        ("Ansvarig", str(risk.responsible or "Ingen utsedd")),
        ("Ses över", day(risk.review_on) or "Ingen tid satt"),
        ("Verksamhet", risk.unit.name),
        ("Berör även", ", ".join(unit.name for unit in risk.also_units.all())),
        ("Område", str(risk.service_area or "")),
        ("Processer", ", ".join(str(process) for process in risk.processes.all())),
        ("Kvalitetsområde", str(risk.quality_area or "")),
        ("Tema", risk.theme),
        ("Identifierad", day(risk.opened_on)),
        ("Avslutad", day(risk.closed_on)),
    ]
    return [*(Fact(label, value) for label, value in told if value), *_born(risk, user)]


def _born(risk: Risk, user: User) -> Iterator[Fact]:
    """With a way there for those who may go."""
    if risk.origin_label:
        found = births.find(user, f"{risk.origin_kind}:{risk.origin_id}")
        yield Fact("Uppstod ur", risk.origin_label, found.url if found else "")


def _accepted(risk: Risk) -> str:
    if risk.accepted_by is None:
        return ""
    return ", ".join(filter(None, (str(risk.accepted_by), day(risk.accepted_on))))


def assessments(risk: Risk) -> list[Judged]:
    """Newest first, each by the scale and the words that held then."""
    scales = risk_scales(risk.unit_id)
    rows = risk.assessments.select_related("author")
    return [_judged(row, scales) for row in rows]


def _judged(row: RiskAssessment, scales: RiskScales) -> Judged:
    scale = scales.on(row.assessed_on)
    if scale.steps != row.steps:  # the setting was changed afterwards: its words do not fit
        scale = row.scale
    level = Level.of(row.level, row.zone)
    assert level is not None  # noqa: S101 -- both are given
    author = row.author
    return Judged(
        on=row.assessed_on,
        level=level,
        kind=row.kind,
        probability=_step(scale, Axis.PROBABILITY, row.probability),
        consequence=_step(scale, Axis.CONSEQUENCE, row.consequence),
        terms=f"sannolikhet {row.probability} × konsekvens {row.consequence}",
        comment=row.comment,
        who=", ".join(filter(None, (str(author), author.title))) if author else "",
    )


def _step(scale: Scale, axis: str, value: int) -> str:
    word = scale.word(axis, value)
    return f"{value} ({word})" if word else str(value)


def standing(judged: Iterable[Judged], kind: str) -> Judged | None:
    return next((row for row in judged if row.kind == kind), None)


def history(risk: Risk, judged: Iterable[Judged]) -> list[Step]:
    """Newest first; what was judged on the day it was identified stands above that."""
    steps = [Step(row.on, _title(row), judged=row, done=True) for row in judged]
    steps.append(Step(risk.opened_on, "Risken identifierades", done=True))
    if risk.closed_on:
        told = Step(risk.closed_on, "Risken avslutades", text=risk.closed_because, done=True)
        steps.insert(0, told)
    return sorted(steps, key=lambda step: step.on, reverse=True)


def _title(row: Judged) -> str:
    without = row.kind == RiskAssessment.Kind.INHERENT
    return "Bedömd utan åtgärder" if without else "Bedömd"


def linked_controls(risk: Risk, user: User) -> list[LinkedControl]:
    """Those this person may see, each with its newest result."""
    controls = list(Control.objects.visible_to(user).filter(risks=risk))
    newest = newest_results([control.pk for control in controls])
    return [_linked_control(control, newest.get(control.pk)) for control in controls]


def _linked_control(control: Control, result: ControlResult | None) -> LinkedControl:
    return LinkedControl(
        title=str(control),
        url=reverse("controls:detail", args=[control.code]),
        outcome=outcome(result, control) if result else "",
        on=result.carried_out_on if result else None,
        verdict=VERDICT_LABELS[result.verdict] if result else "Inte genomförd än",
        tone=VERDICT_TONES[Verdict(result.verdict)] if result else "new",
    )


# Control -------------------------------------------------------------------------------------


def control_facts(control: Control, due: date | None) -> list[Fact]:
    told = [
        ("Nästa gång", day(due)),
        ("Hur ofta", control.get_frequency_display()),
        ("Metod", control.get_method_display()),
        ("Gränsvärde", threshold(control) or "Inget, varje resultat bedöms"),
        ("Täljare (n)", control.numerator),
        ("Nämnare (N)", control.denominator),
        ("Källa", control.source),
        ("Ansvarig", str(control.responsible or "Ingen utsedd")),
        ("Verksamhet", control.unit.name),
        ("Område", str(control.service_area or "")),
        ("Process", str(control.process or "")),
        ("Gäller från", day(control.opened_on)),
        ("Upphörde", day(control.closed_on)),
    ]
    return [Fact(label, value) for label, value in told if value]


def threshold(control: Control) -> str:
    """ "Minst 90 %" or "Högst 3"."""
    if control.threshold is None:
        return ""
    is_share = control.measured == Control.Measured.SHARE
    number = format_share(control.threshold) if is_share else format_exact(control.threshold)
    return f"{control.get_better_display().capitalize()} {number}"


def outcome(result: ControlResult, control: Control) -> str:
    """ "56 % (19 av 34)", "94 % enligt tidigare redovisning", "12"; "" where only words tell it."""
    value = result.value
    if value is None:
        return ""
    if result.count is not None:
        return format_integer(result.count)
    if result.numerator is None or result.denominator is None:
        return f"{format_share(value)} {REPORTED}"
    counts = part_of(result.numerator, result.denominator)
    return f"{_share(value, control)}{NO_BREAK}% ({counts})"


def _share(value: Decimal, control: Control) -> str:
    """Whole per cent, unless the rounding would put it on the other side of the threshold."""
    said = control.verdict_on(value)
    for decimals in (0, 1):
        if control.verdict_on(rounded(value, decimals)) == said:
            return format_decimal(value, decimals)
    return format_decimal(value, 2)


def change(now: ControlResult, before: ControlResult | None) -> str:
    """Since the round before: in percentage points, or in number; "" where they do not compare."""
    if before is None:
        return ""
    newer, older = now.value, before.value
    if newer is None or older is None:
        return ""
    if now.count is not None and before.count is not None:
        return _changed(format_signed(now.count - before.count), "")
    if now.count is not None or before.count is not None:
        return ""
    points = int(rounded(newer) - rounded(older))
    unit = "procentenhet" if abs(points) == 1 else "procentenheter"
    return _changed(format_signed(points), f"{NO_BREAK}{unit}")


def _changed(signed: str, unit: str) -> str:
    return "Oförändrat" if signed == "0" else f"{signed}{unit}"


@dataclass(frozen=True)
class ResultRow:
    """One result; `replaced` when a later row stands instead of it."""

    pk: int
    on: date
    outcome: str
    verdict: str
    tone: str
    motive: str
    change: str
    sample: str
    source: str
    comment: str
    who: str
    replaced: bool


def results(control: Control) -> list[ResultRow]:
    """Newest first; under each the rows that it has replaced."""
    rows = list(control.results.select_related("author"))
    by_pk = {row.pk: row for row in rows}
    replaced = {row.replaces_id for row in rows}
    standing_rows = [row for row in rows if row.pk not in replaced]
    told: list[ResultRow] = []
    for row, last in zip(standing_rows, [*standing_rows[1:], None], strict=False):
        told.append(_result(row, control, change=change(row, last)))
        told += [_result(old, control, replaced=True) for old in _chain(row, by_pk)]
    return told


def _chain(row: ControlResult, by_pk: dict[int, ControlResult]) -> Iterator[ControlResult]:
    while row.replaces_id:
        row = by_pk[row.replaces_id]
        yield row


def _result(
    row: ControlResult, control: Control, *, change: str = "", replaced: bool = False
) -> ResultRow:
    return ResultRow(
        pk=row.pk,
        on=row.carried_out_on,
        outcome=outcome(row, control),
        verdict=VERDICT_LABELS[row.verdict],
        tone="muted" if replaced else VERDICT_TONES[Verdict(row.verdict)],
        motive=row.motive,
        change=change,
        sample=row.sample,
        source=row.source,
        comment=row.comment,
        who=str(row.author) if row.author else "",
        replaced=replaced,
    )
