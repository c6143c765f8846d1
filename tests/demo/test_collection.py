"""The demo shows how outcomes are chased: what is planned, missing, closed and redefined."""

import pytest

from indicators.due import missing
from indicators.models import DefinitionBreak, PeriodLock
from indicators.statistics import series
from lib.periods import Period
from organisation.groups import unit_ids_below
from organisation.models import Unit

pytestmark = pytest.mark.usefixtures("demo", "db")


def ifo() -> frozenset[int]:
    return unit_ids_below(Unit.objects.get(slug="ifo").pk)


def test_something_is_missing_and_somebody_is_to_enter_it() -> None:
    waiting = missing(ifo(), 2026, "DA2")

    assert waiting
    assert all(one.receivers for one in waiting)


def test_the_years_whose_reports_are_decided_are_closed() -> None:
    assert set(PeriodLock.objects.values_list("year", flat=True)) == {2021, 2022}


def test_a_series_that_was_redefined_is_not_compared_over_the_break() -> None:
    changed = DefinitionBreak.objects.get()
    found = series(ifo(), Period.of(changed.from_year))
    [redefined] = [one for one in found if one.code == "IFO-20"]

    assert redefined.is_cut(changed.from_year - 1, changed.from_year)
