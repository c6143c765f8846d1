"""Indicators, surveys, risks and controls in bulk, for the large report."""

from datetime import date
from random import Random

from indicators.models import (
    AnswerOption,
    Indicator,
    Observation,
    ObservationPart,
    Question,
    Survey,
    Target,
)
from measures.models import FollowUp, Measure, Status
from organisation.models import ServiceArea, Unit
from risks.models import Control, ControlResult, Risk, RiskAssessment, Verdict

INDICATORS, YEARS, LAST_YEAR = 500, 10, 2023
# More than half of them in one area: its table is longer than what is printed.
LONG_AREA_SHARE, AREAS = 0.55, 9
DAY = date(LAST_YEAR, 10, 1)
COMMENT = "Resultatet påverkas av bemanningen under sommaren och av ett nytt arbetssätt."


def fill(unit: Unit, rng: Random, first: int, last: int) -> None:
    """Numbers first to last of each; a fifth as many risks and controls, fewer surveys."""
    areas = [
        ServiceArea.objects.get_or_create(unit=unit, name=f"Område {number}", order=number)[0]
        for number in range(AREAS)
    ]
    numbers = range(first, last)
    _indicators(unit, rng, areas, numbers)
    _risks(unit, rng, areas, numbers[::5])
    _controls(unit, rng, numbers[::5])
    _surveys(unit, rng, areas, numbers[::20] or numbers[:1])


def _indicators(unit: Unit, rng: Random, areas: list[ServiceArea], numbers: range) -> None:
    made = Indicator.objects.bulk_create(
        Indicator(
            code=f"IND-{number:03d}",
            name=f"Andel som får stödet i rätt tid, mått {number}",
            unit=unit,
            service_area=areas[0] if rng.random() < LONG_AREA_SHARE else rng.choice(areas[1:]),
            measured=Indicator.Measured.SHARE if number % 3 else Indicator.Measured.COUNT,
            first_year=LAST_YEAR - YEARS,
            order=number,
        )
        for number in numbers
    )
    observed = Observation.objects.bulk_create(
        _observation(indicator, year, rng)
        for indicator in made
        for year in range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1)
    )
    newest = [row for row in observed if row.year == LAST_YEAR]
    ObservationPart.objects.bulk_create(
        ObservationPart(observation=row, name=name, count=1)
        for row in newest[::10]
        for name in ("kvinnor", "män")
    )
    Target.objects.bulk_create(
        Target(indicator=indicator, unit=unit, kind=kind, year=year, value=50)
        for indicator in made[::3]
        for kind, year in (("milestone", LAST_YEAR), ("long_term", LAST_YEAR + 7))
    )


def _observation(indicator: Indicator, year: int, rng: Random) -> Observation:
    whole = rng.randrange(20, 900)
    row = Observation(indicator=indicator, unit=indicator.unit, year=year)
    if indicator.is_share:
        row.numerator, row.denominator = rng.randrange(whole), whole
    else:
        row.value = whole
    row.comment = COMMENT if year == LAST_YEAR and rng.random() < 0.3 else ""
    return row


def _measures(unit: Unit, count: int) -> list[Measure]:
    made = Measure.objects.bulk_create(
        Measure(title=f"Åtgärd {number}", kind="routine", unit=unit, status=Status.ONGOING)
        for number in range(count)
    )
    FollowUp.objects.bulk_create(
        FollowUp(measure=measure, followed_up_on=DAY, status=Status.ONGOING, text=COMMENT)
        for measure in made
    )
    return made


def _risks(unit: Unit, rng: Random, areas: list[ServiceArea], numbers: range) -> None:
    made = Risk.objects.bulk_create(
        Risk(
            code=f"R{number}",
            title=f"Den enskilde får inte stödet i rätt tid, fall {number}",
            unit=unit,
            service_area=rng.choice(areas),
            opened_on=date(2020, 1, 1),
            order=number,
        )
        for number in numbers
    )
    RiskAssessment.objects.bulk_create(
        RiskAssessment(
            risk=risk,
            assessed_on=date(year, 6, 1),
            probability=rng.randrange(1, 4),
            consequence=rng.randrange(1, 4),
            steps=3,
            medium_from=3,
            high_from=6,
            comment=COMMENT,
        )
        for risk in made
        for year in (LAST_YEAR - 1, LAST_YEAR)
    )
    link = Risk.measures.through
    link.objects.bulk_create(
        link(risk=risk, measure=measure)
        for risk, measure in zip(made, _measures(unit, len(made)), strict=True)
    )


def _controls(unit: Unit, rng: Random, numbers: range) -> None:
    made = Control.objects.bulk_create(
        Control(
            code=f"K{number}",
            title=f"Granskning {number}",
            unit=unit,
            method="file_review",
            measured=Control.Measured.SHARE,
            threshold=90,
            opened_on=date(2020, 1, 1),
            order=number,
        )
        for number in numbers
    )
    ControlResult.objects.bulk_create(
        ControlResult(
            control=control,
            carried_out_on=DAY,
            numerator=rng.randrange(40),
            denominator=40,
            threshold=control.threshold,
            verdict=rng.choice(Verdict.values),
            comment=COMMENT,
        )
        for control in made
    )


def _surveys(unit: Unit, rng: Random, areas: list[ServiceArea], numbers: range) -> None:
    for number in numbers:
        survey = Survey.objects.create(
            code=f"ENK-{number}",
            year=LAST_YEAR,
            name=f"Brukarundersökning {number}",
            instrument=rng.choice(Survey.Instrument.values),
            unit=unit,
            service_area=rng.choice(areas),
            respondents="de som får stöd",
            distributed=200,
            answered=150,
        )
        for place in range(6):
            question = Question.objects.create(survey=survey, key=f"q{place}", text="Får du stöd?")
            AnswerOption.objects.create(
                question=question, text="Ja", count=rng.randrange(90), is_favourable=True
            )
            AnswerOption.objects.create(question=question, text="Nej", count=60)
