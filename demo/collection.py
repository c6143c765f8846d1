"""How outcomes come in: who enters what, a period that is closed, a definition that was changed."""

from datetime import date, datetime, time

from django.utils import timezone

from demo import plan
from demo.register import Register
from indicators.models import CollectionPlan, DefinitionBreak, Indicator, PeriodLock
from indicators.models.periods import ReportingPeriod

# Indicator, unit, and who is named; without a name the unit's manager enters it.
PLANNED = (
    ("IFO-04", "barnenheten", ""),
    ("IFO-04", "ungdomsenheten", ""),
    ("IFO-04", "valdsenheten", ""),
    ("IFO-20", "barn", "gunnel"),
    ("IFO-21", "vuxna", "henrik"),
)
PERIODS = (ReportingPeriod.INTERIM_1, ReportingPeriod.INTERIM_2, ReportingPeriod.WHOLE_YEAR)
LOCKED = (2021, 2022)  # the years whose reports are decided
CHANGED = (
    ("IFO-20", 2020, "Tiden räknas från den dag anmälan kom in, inte från beslutet att inleda."),
)


def load_collection(register: Register) -> None:
    indicators = {row.code: row for row in Indicator.objects.all()}
    CollectionPlan.objects.bulk_create(
        CollectionPlan(
            indicator=indicators[code],
            unit=register.units[unit],
            period=period,
            responsible=register.people[who] if who else None,
        )
        for code, unit, who in PLANNED
        for period in PERIODS
    )
    karin = register.people["karin"]
    PeriodLock.objects.bulk_create(
        PeriodLock(
            unit=register.units["ifo"],
            year=year,
            period=ReportingPeriod.WHOLE_YEAR,
            locked_at=_in_march(year + 1),
            locked_by_name=str(karin),
        )
        for year in LOCKED
    )
    DefinitionBreak.objects.bulk_create(
        DefinitionBreak(
            indicator=indicators[code], from_year=year, what=what, made_by_name=str(karin)
        )
        for code, year, what in CHANGED
    )


def _in_march(year: int) -> datetime:
    day = plan.working_day(date(year, 3, 4))
    return timezone.make_aware(datetime.combine(day, time(9, 10)))
