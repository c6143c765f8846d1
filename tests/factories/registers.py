"""Rows of the registers that a report prints: as little as a sentence of a test needs."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from indicators.models import (
    AnswerOption,
    Indicator,
    Observation,
    ObservationPart,
    Question,
    Survey,
    Target,
)
from organisation.models import ServiceArea, Unit
from organisation.scales import DEFAULT, Scale
from risks.models import Control, ControlResult, Risk, RiskAssessment, Verdict

YEAR = 2023
OPENED = date(2020, 1, 1)


def area(unit: Unit, name: str = "Barn och unga", order: int = 1) -> ServiceArea:
    found, _ = ServiceArea.objects.get_or_create(unit=unit, name=name, defaults={"order": order})
    return found


def indicator(unit: Unit, code: str, *, measured: str = "share", **fields: Any) -> Indicator:
    fields.setdefault("name", f"Indikator {code}")
    fields.setdefault("first_year", 2020)
    return Indicator.objects.create(unit=unit, code=code, measured=measured, **fields)


def outcome(
    of: Indicator,
    *,
    n: int | None = None,
    whole: int | None = None,
    value: float | None = None,
    share: float | None = None,
    year: int = YEAR,
    period: str = "VB",
    unit: Unit | None = None,
    parts: Mapping[str, int] | None = None,
    **fields: Any,
) -> Observation:
    made = Observation.objects.create(
        indicator=of,
        unit=unit or of.unit,
        year=year,
        period=period,
        numerator=n,
        denominator=whole,
        value=_decimal(value),
        reported_share=_decimal(share),
        source=fields.pop("source", "" if share is None else "Årsrapporten"),
        **fields,
    )
    for order, (name, count) in enumerate((parts or {}).items()):
        ObservationPart.objects.create(observation=made, name=name, count=count, order=order)
    return made


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def target(
    of: Indicator, value: float | None = None, *, kind: str = "milestone", **fields: Any
) -> Target:
    fields.setdefault("year", 2030 if kind == "long_term" else YEAR)
    fields.setdefault("unit", of.unit)
    return Target.objects.create(indicator=of, kind=kind, value=_decimal(value), **fields)


def survey(
    unit: Unit,
    code: str = "ENK-1",
    *,
    distributed: int | None = 120,
    answered: int | None = 108,
    instrument: str = "national",
    **fields: Any,
) -> Survey:
    fields.setdefault("name", "Brukarundersökning boendestöd")
    fields.setdefault("respondents", "vuxna med boendestöd")
    fields.setdefault("year", YEAR)
    return Survey.objects.create(
        unit=unit,
        code=code,
        instrument=instrument,
        distributed=distributed,
        answered=answered,
        **fields,
    )


def question(of: Survey, key: str, favourable: int, others: int, **fields: Any) -> Question:
    made = Question.objects.create(
        survey=of, key=key, text=fields.pop("text", f"Fråga {key}"), **fields
    )
    AnswerOption.objects.create(question=made, text="Ja", count=favourable, is_favourable=True)
    AnswerOption.objects.create(question=made, text="Nej", count=others)
    return made


def risk(
    unit: Unit, code: str, *, levels: Sequence[tuple[date, int, int]] = (), **fields: Any
) -> Risk:
    """levels: when it was judged, and its probability and consequence then."""
    fields.setdefault("title", f"Risk {code}")
    fields.setdefault("opened_on", OPENED)
    made = Risk.objects.create(unit=unit, code=code, **fields)
    for judged in levels:
        judge(made, *judged)
    return made


def judge(
    risk: Risk, day: date, probability: int, consequence: int, scale: Scale = DEFAULT
) -> RiskAssessment:
    return RiskAssessment.objects.create(
        risk=risk,
        assessed_on=day,
        probability=probability,
        consequence=consequence,
        steps=scale.steps,
        medium_from=scale.medium_from,
        high_from=scale.high_from,
    )


def control(unit: Unit, code: str, *, measured: str = "share", **fields: Any) -> Control:
    fields.setdefault("title", f"Kontroll {code}")
    fields.setdefault("opened_on", OPENED)
    fields.setdefault("method", "file_review")
    return Control.objects.create(unit=unit, code=code, measured=measured, **fields)


def result(
    of: Control,
    *,
    n: int | None = None,
    whole: int | None = None,
    count: int | None = None,
    share: float | None = None,
    verdict: str = Verdict.APPROVED,
    on: date = date(YEAR, 10, 1),
    **fields: Any,
) -> ControlResult:
    return ControlResult.objects.create(
        control=of,
        threshold=of.threshold,
        better=of.better,
        carried_out_on=on,
        numerator=n,
        denominator=whole,
        count=count,
        reported_share=_decimal(share),
        source=fields.pop("source", "" if share is None else "Årsrapporten"),
        verdict=verdict,
        **fields,
    )
