from datetime import date
from typing import Any

from organisation.models import Unit
from risks.models import Control, ControlResult, Frequency, Method, Risk, RiskAssessment, Verdict

OPENED = date(2020, 1, 15)


def make_risk(
    unit: Unit,
    code: str = "R1",
    title: str = "Risk att barn inte får komma till tals",
    *,
    opened_on: date = OPENED,
    **fields: Any,
) -> Risk:
    return Risk.objects.create(unit=unit, code=code, title=title, opened_on=opened_on, **fields)


def make_assessment(
    risk: Risk,
    on: date,
    probability: int = 2,
    consequence: int = 3,
    *,
    kind: str = RiskAssessment.Kind.RESIDUAL,
    steps: int = 3,
    **fields: Any,
) -> RiskAssessment:
    return RiskAssessment.objects.create(
        risk=risk,
        assessed_on=on,
        kind=kind,
        probability=probability,
        consequence=consequence,
        steps=steps,
        medium_from=3,
        high_from=6,
        **fields,
    )


def make_control(
    unit: Unit,
    code: str = "E1",
    title: str = "Utredningar inom lagstadgad tid",
    *,
    opened_on: date = OPENED,
    **fields: Any,
) -> Control:
    values: dict[str, Any] = {
        "measured": Control.Measured.SHARE,
        "threshold": 90,
        "method": Method.SYSTEM_DATA,
        "frequency": Frequency.YEARLY,
    }
    return Control.objects.create(
        unit=unit, code=code, title=title, opened_on=opened_on, **(values | fields)
    )


def make_result(
    control: Control,
    on: date,
    numerator: int | None = 19,
    denominator: int | None = 34,
    *,
    verdict: str = Verdict.ACTION,
    **fields: Any,
) -> ControlResult:
    return ControlResult.objects.create(
        control=control,
        carried_out_on=on,
        numerator=numerator,
        denominator=denominator,
        verdict=verdict,
        threshold=control.threshold,
        better=control.better,
        **fields,
    )
