"""What is kept of what Kolada answers, and what happens when a run is cut off."""

from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from indicators import tasks
from indicators.kolada import fetching
from indicators.kolada.areas import EVERY
from indicators.kolada.client import Kolada
from indicators.kolada.fetching import FETCH
from indicators.kolada.shapes import Area
from indicators.models import Indicator, KoladaKpi, KoladaRun, KoladaValue, Observation
from indicators.services import kolada as services
from jobs import engine
from jobs.models import Job
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation
from tests.indicators.kolada_server import FakeKolada, Fault, kpi

HUDDINGE = Area("0126", "Huddinge")


@pytest.fixture
def linked(indicator: Indicator, kolada: FakeKolada) -> Indicator:
    """Follows U33400 in Huddinge and the nation since 2022."""
    Indicator.objects.filter(pk=indicator.pk).update(first_year=2022)
    link(indicator, "U33400")
    return indicator


def link(indicator: Indicator, code: str) -> None:
    row = KoladaKpi.objects.get_or_create(code=code, defaults={"title": code})[0]
    services.link_to_kolada(actor=None, indicator=indicator, kpi=row)
    services.follow_area(actor=None, indicator=indicator, kpi=row, area=HUDDINGE)


def fetched(actor: User | None = None) -> tuple[KoladaRun, Job]:
    """Asked for, and done by the worker."""
    run = services.request_fetch(actor=actor)
    job = Job.objects.get(kind=FETCH, subject_id=run.pk)
    engine.run(job.pk)
    run.refresh_from_db()
    job.refresh_from_db()
    return run, job


def kept(**of: Any) -> list[tuple[str, int, str, Decimal | None]]:
    rows = KoladaValue.objects.filter(**of).order_by("kpi__code", "area", "year", "gender")
    return list(rows.values_list("area", "year", "gender", "value"))


def test_values_are_kept_by_area_year_and_sex(linked: Indicator, kolada: FakeKolada) -> None:
    kolada.put("U33400", "0126", 2022, 80.0)
    kolada.put("U33400", "0126", 2022, 80.5, gender="K")
    kolada.put("U33400", "0000", 2023, 78.25)
    kolada.put("U33400", "0180", 2023, 99)

    run, job = fetched()

    assert kept() == [
        ("0000", 2023, "T", Decimal("78.25")),
        ("0126", 2022, "K", Decimal("80.5")),
        ("0126", 2022, "T", Decimal(80)),
    ]
    assert (run.seen, run.changed, run.done) == (3, 3, ["U33400"])
    assert (job.state, bool(run.finished_at)) == (Job.State.DONE, True)


def test_what_is_missing_is_never_zero(linked: Indicator, kolada: FakeKolada) -> None:
    kolada.put("U33400", "0126", 2022, None, status="Missing", gender="M")
    kolada.put("U33400", "0126", 2023, 0)

    fetched()

    assert kept() == [("0126", 2022, "M", None), ("0126", 2023, "T", Decimal(0))]
    assert KoladaValue.objects.get(gender="M").status == "Missing"


def test_a_revised_value_remembers_what_it_was(linked: Indicator, kolada: FakeKolada) -> None:
    kolada.put("U33400", "0126", 2022, 80.1)
    fetched()
    kolada.put("U33400", "0126", 2022, 79.6)

    run, _ = fetched()

    row = KoladaValue.objects.get()
    assert (row.value, run.changed) == (Decimal("79.6"), 1)
    assert [Decimal(one["value"]) for one in row.earlier] == [Decimal("80.1")]


def test_what_has_not_changed_is_not_written(linked: Indicator, kolada: FakeKolada) -> None:
    kolada.put("U33400", "0126", 2022, 80.1)
    fetched()
    before = KoladaValue.objects.get().fetched_at

    run, _ = fetched()

    assert (run.seen, run.changed) == (1, 0)
    assert KoladaValue.objects.get().fetched_at == before


@pytest.mark.parametrize("how", ["deleted", "vanished"])
def test_what_is_deleted_or_has_vanished_is_withdrawn_until_it_is_back(
    linked: Indicator, kolada: FakeKolada, how: str
) -> None:
    kolada.put("U33400", "0126", 2022, 80.1)
    fetched()
    if how == "deleted":
        kolada.put("U33400", "0126", 2022, 80.1, isdeleted=True)
    else:
        kolada.values.clear()

    run, _ = fetched()
    assert (run.changed, bool(KoladaValue.objects.get().withdrawn_at)) == (1, True)

    kolada.put("U33400", "0126", 2022, 80.1)
    fetched()
    assert (KoladaValue.objects.get().withdrawn_at, len(kept())) == (None, 1)


def test_a_renamed_key_figure_has_its_new_name(linked: Indicator, kolada: FakeKolada) -> None:
    kolada.kpis = [kpi("U33400", "Ungdomar som inte återkommit, andel (%)")]

    fetched()

    assert KoladaKpi.objects.get().title == "Ungdomar som inte återkommit, andel (%)"


def test_all_municipalities_can_be_followed(linked: Indicator, kolada: FakeKolada) -> None:
    services.follow_area(
        actor=None, indicator=linked, kpi=KoladaKpi.objects.get(), area=Area(EVERY, "Alla kommuner")
    )
    for area in ("0000", "0126", "0180", "G123"):
        kolada.put("U33400", area, 2023, 80)

    fetched()

    assert [area for area, *_ in kept()] == ["0000", "0126", "0180"]
    assert len(kolada.asked_for("data")) == 1


def test_units_are_asked_for_by_themselves(linked: Indicator, kolada: FakeKolada) -> None:
    services.follow_area(
        actor=None,
        indicator=linked,
        kpi=KoladaKpi.objects.get(),
        area=Area("V15E012600101", "Grinden", is_unit=True),
    )
    kolada.put("U33400", "V15E012600101", 2023, 66)

    fetched()

    assert kept() == [("V15E012600101", 2023, "T", Decimal(66))]


def test_the_own_outcome_is_never_touched(
    linked: Indicator, kolada: FakeKolada, organisation: Organisation
) -> None:
    own = make_outcome(linked, organisation.ifo, 2023, of=(1, 2))
    kolada.put("U33400", "0126", 2023, 80)

    fetched()

    row = Observation.objects.get()
    assert (row.pk, row.numerator, row.version) == (own.pk, 1, 1)


# Faults and interruptions


def two_figures(organisation: Organisation, kolada: FakeKolada) -> None:
    """N00001 and N00002, each with a value of a year long ago and of 2023."""
    for code in ("N00001", "N00002"):
        link(make_indicator(organisation.ifo, f"I-{code}"), code)
        for year in (2001, 2023):
            kolada.put(code, "0126", year, 50)
    kolada.kpis = [kpi("N00001"), kpi("N00002")]


def test_a_failed_chunk_keeps_nothing_of_its_key_figure(
    kolada: FakeKolada, organisation: Organisation
) -> None:
    two_figures(organisation, kolada)
    # Since 1990 there are two chunks of years, and the later one fails.
    Indicator.objects.update(first_year=1990)
    last_chunk = ("/data/kpi/N00001/", "2023")
    kolada.fault = lambda path: Fault(400) if all(part in path for part in last_chunk) else None
    run, job = fetched()

    assert (job.state, run.done, run.finished_at) == (Job.State.FAILED, ["N00002"], None)
    assert "N00001: Kolada kunde inte besvara frågan (felkod 400)." in job.error
    assert "1 av 2 nyckeltal är hämtade." in job.error
    assert kept(kpi__code="N00001") == []


def test_a_failed_run_goes_on_where_it_stopped_and_fetches_nothing_twice(
    kolada: FakeKolada, organisation: Organisation
) -> None:
    two_figures(organisation, kolada)
    kolada.fault = lambda path: Fault(503) if "data/kpi/N00002" in path else None
    first, job = fetched()
    assert (job.state, first.done) == (Job.State.FAILED, ["N00001"])

    kolada.fault, kolada.asked = lambda path: None, []
    second, job = fetched()

    assert (second.pk, job.state, second.done) == (first.pk, "done", ["N00001", "N00002"])
    assert [path for path in kolada.asked if "N00001" in path] == []
    assert (second.seen, KoladaValue.objects.count()) == (2, 2)


def test_a_worker_that_lost_its_lease_writes_no_more_and_another_goes_on(
    kolada: FakeKolada, organisation: Organisation
) -> None:
    two_figures(organisation, kolada)
    run = services.request_fetch(actor=None)
    job = Job.objects.get(kind=FETCH)
    work = engine._claimed(job.pk)
    assert work
    # In mid-run the sweeper gives the job to whoever comes next.
    work.progress("", 0)
    fetching._fetch_one(work, run, Kolada(), "N00001", {})
    Job.objects.filter(pk=job.pk).update(state=Job.State.QUEUED, token="")
    with pytest.raises(engine.LeaseLost):
        fetching._fetch_one(work, run, Kolada(), "N00002", {})
    assert kept(kpi__code="N00002") == []

    kolada.asked = []
    engine.run(job.pk)

    run.refresh_from_db()
    assert (run.done, run.seen) == (["N00001", "N00002"], 2)
    assert [path for path in kolada.asked if "N00001" in path] == []


def test_a_second_click_finds_the_run_that_is_under_way(linked: Indicator, karin: User) -> None:
    first = services.request_fetch(actor=karin)
    assert services.request_fetch(actor=None).pk == first.pk
    assert first.requested_by_name == "Karin Ek"


def test_a_run_that_is_done_is_followed_by_a_new_one(linked: Indicator) -> None:
    first, _ = fetched()
    second, _ = fetched()
    assert first.pk != second.pk


def test_the_week_s_fetch_is_asked_for_only_where_something_is_followed(
    indicator: Indicator, kolada: FakeKolada
) -> None:
    tasks.fetch_kolada()
    assert KoladaRun.objects.count() == 0

    link(indicator, "U33400")
    tasks.fetch_kolada()
    assert [run.requested_by_name for run in KoladaRun.objects.all()] == [""]


def test_where_kolada_is_switched_off_a_run_says_so(linked: Indicator, settings: Settings) -> None:
    settings.KOLADA_URL = ""
    _, job = fetched()
    assert (job.state, job.error[:41]) == ("failed", "Installationen hämtar inte från Kolada. L")


# Every night --------------------------------------------------------------------------------


def fetched_at_night() -> KoladaRun:
    run = services.request_fetch(actor=None, everything=False)
    engine.run(Job.objects.get(kind=FETCH, subject_id=run.pk).pk)
    run.refresh_from_db()
    return run


def questions(kolada: FakeKolada) -> int:
    return len(kolada.asked_for("data"))


def test_what_has_not_been_published_anew_is_not_asked_for_again(
    linked: Indicator, kolada: FakeKolada
) -> None:
    fetched()
    asked = questions(kolada)

    run = fetched_at_night()

    assert questions(kolada) == asked
    assert run.done == ["U33400"]
    assert run.finished_at


def test_a_new_publication_is_read(linked: Indicator, kolada: FakeKolada) -> None:
    fetched()
    kolada.kpis = [kpi("U33400", publication_date="2025-06-13")]
    kolada.put("U33400", "0126", 2023, 81)

    assert fetched_at_night().changed == 1


def test_a_publication_of_the_same_day_is_read_once_more(
    linked: Indicator, kolada: FakeKolada
) -> None:
    """It may have come after the fetching."""
    kolada.kpis = [kpi("U33400", publication_date=timezone.localdate().isoformat())]
    fetched()
    kolada.put("U33400", "0126", 2023, 81)

    assert fetched_at_night().changed == 1


def test_a_place_that_is_followed_since_then_is_read(linked: Indicator, kolada: FakeKolada) -> None:
    fetched()
    kolada.put("U33400", "0180", 2023, 77)
    row = KoladaKpi.objects.get()
    services.follow_area(actor=None, indicator=linked, kpi=row, area=Area("0180", "Stockholm"))

    assert fetched_at_night().changed == 1


def test_once_a_week_everything_is_read_anew(linked: Indicator, kolada: FakeKolada) -> None:
    fetched()
    week_ago = timezone.now() - fetching.READ_ANEW
    KoladaKpi.objects.update(fetched_at=week_ago)
    kolada.put("U33400", "0126", 2023, 81)

    assert fetched_at_night().changed == 1


def test_by_hand_everything_is_read(linked: Indicator, kolada: FakeKolada) -> None:
    fetched()
    kolada.put("U33400", "0126", 2023, 81)

    assert fetched()[0].changed == 1
