"""What must hold whatever is typed."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.models import Indicator, Observation, ObservationRevision
from lib.numbers import format_percent
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation

COUNTS = st.integers(1, 999_999_999).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)
SLOW_START = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def by_coordinator(client: Client, karin: User) -> Client:
    client.force_login(karin)
    return client


def sent(row: Observation, **given: object) -> dict[str, Any]:
    return {"version": row.version, "comment": "", "confirmed": "on", **given}


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW_START)
@given(counts=COUNTS, decimals=st.integers(0, 2))
def test_a_share_is_the_same_typed_shown_and_counted(
    by_coordinator: Client,
    organisation: Organisation,
    counts: tuple[int, int],
    decimals: int,
) -> None:
    Observation.objects.all().delete()
    Indicator.objects.all().delete()
    part, whole = counts
    indicator = make_indicator(organisation.ifo, decimals=decimals)
    typed = {"unit": organisation.ifo.pk, "year": 2023, "period": "VB", "comment": ""}
    typed |= {"numerator": f"{part:,}".replace(",", " "), "denominator": str(whole)}

    answer = by_coordinator.post(reverse("indicators:record", args=["IFO-01"]), typed)
    shown = by_coordinator.get(reverse("indicators:detail", args=["IFO-01"])).context["rows"]

    stored = Observation.objects.get()
    assert answer.status_code == 302
    assert (stored.numerator, stored.denominator) == counts
    assert [row.outcome for row in shown] == [format_percent(part, whole, decimals)]
    assert indicator.pk == stored.indicator_id


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW_START)
@given(values=st.lists(st.integers(0, 10_000), min_size=1, max_size=5))
def test_there_is_a_revision_for_each_change_and_none_else(
    by_coordinator: Client, organisation: Organisation, values: list[int]
) -> None:
    Observation.objects.all().delete()
    Indicator.objects.all().delete()
    indicator = make_indicator(organisation.ifo, measured=Indicator.Measured.COUNT)
    row = make_outcome(indicator, organisation.ifo, value=7)
    url = reverse("indicators:outcome", args=["IFO-01", row.pk])

    for value in values:
        by_coordinator.post(url, sent(row, value=str(value)))
        row.refresh_from_db()

    said = [Decimal(7), *map(Decimal, values)]
    stood = [before for before, after in pairwise(said) if before != after]
    kept = ObservationRevision.objects.order_by("pk").values_list("value", flat=True)
    assert (row.value, list(kept)) == (said[-1], stood)
