"""Definitions as a coordinator lays them up, and outcomes as units enter them."""

from decimal import Decimal
from typing import Any

from indicators import services
from indicators.models import (
    Indicator,
    KoladaKpi,
    KoladaWatch,
    Observation,
    Question,
    ReportingPeriod,
    Survey,
    SurveyGroup,
    Target,
)
from indicators.services.surveys import GroupRow, Option
from organisation.models import Unit, User

ANSWERS: tuple[Option, ...] = (("Ja", 30, True), ("Nej", 10, False))


def make_indicator(
    unit: Unit,
    code: str = "IFO-01",
    name: str = "Utredningar inom lagstadgad tid",
    *,
    measured: str = Indicator.Measured.SHARE,
    **fields: Any,
) -> Indicator:
    return services.create_indicator(
        actor=None,
        unit=unit,
        **{"code": code, "name": name, "measured": measured, "first_year": 2015, **fields},
    )


def make_outcome(
    indicator: Indicator,
    unit: Unit,
    year: int = 2023,
    period: str = ReportingPeriod.WHOLE_YEAR,
    *,
    of: tuple[int, int] | None = None,
    value: float | None = None,
    actor: User | None = None,
    **content: Any,
) -> Observation:
    """`of=(982, 1384)` is 982 of 1384."""
    if of:
        content |= {"numerator": of[0], "denominator": of[1]}
    if value is not None:
        content |= {"value": Decimal(str(value))}
    return services.record_outcome(
        actor=actor, indicator=indicator, unit=unit, year=year, period=period, **content
    )


def make_target(
    indicator: Indicator,
    value: float | None = None,
    year: int = 2023,
    *,
    kind: str = Target.Kind.MILESTONE,
    unit: Unit | None = None,
    text: str = "",
) -> Target:
    return services.set_target(
        actor=None,
        indicator=indicator,
        unit=unit or indicator.unit,
        kind=kind,
        year=year,
        value=None if value is None else Decimal(str(value)),
        text=text,
    )


def follow_the_nation(indicator: Indicator, code: str = "U33400") -> KoladaWatch:
    """Linked to a key figure of Kolada."""
    kpi = KoladaKpi.objects.get_or_create(code=code, defaults={"title": "Ej återaktualiserade"})[0]
    return KoladaWatch.objects.create(indicator=indicator, kpi=kpi, area="0000", area_title="Riket")


def make_survey(
    unit: Unit,
    code: str = "BU-BARN",
    year: int = 2023,
    *,
    distributed: int | None = 100,
    answered: int | None = 48,
    **fields: Any,
) -> Survey:
    told = {
        "name": "Nationell brukarundersökning",
        "instrument": Survey.Instrument.NATIONAL,
        "respondents": "ungdomar 13–18 år",
    }
    return services.create_survey(
        actor=None,
        unit=unit,
        code=code,
        year=year,
        distributed=distributed,
        answered=answered,
        **{**told, **fields},
    )


def make_question(
    survey: Survey, text: str = "Har din situation förbättrats?", **fields: Any
) -> Question:
    key = fields.pop("key", f"fraga-{survey.questions.count() + 1}")
    options = fields.pop("options", ANSWERS)
    return services.add_question(
        actor=None, survey=survey, key=key, text=text, options=options, **fields
    )


def make_groups(survey: Survey, *names: str, **answered: int) -> dict[str, SurveyGroup]:
    """make_groups(survey, kvinnor=30, män=18) → the groups by name."""
    told = {**dict.fromkeys(names), **answered}
    survey.refresh_from_db()
    services.set_groups(
        actor=None,
        survey_id=survey.pk,
        version=survey.version,
        groups=[GroupRow(name, answered=count) for name, count in told.items()],
    )
    return {group.name: group for group in survey.groups.all()}
