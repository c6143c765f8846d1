"""How Kolada is asked: politely, again after a fault, and never anybody else."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from pytest_django import Settings

from indicators.kolada.client import (
    LONGEST_WAIT,
    NOT_UNDERSTOOD,
    SILENT,
    Kolada,
    KoladaError,
    KoladaSilent,
    retry_after,
    wait_after,
)
from tests.indicators.kolada_server import FakeKolada, Fault, kpi, serving

YEARS = range(2020, 2024)


def values(kolada: Kolada) -> list[object]:
    return list(kolada.values("U33400", ["0126"], YEARS))


def fill(kolada: FakeKolada) -> None:
    for year in YEARS:
        kolada.put("U33400", "0126", year, 80 + year % 10)


def test_all_pages_are_read(kolada: FakeKolada) -> None:
    fill(kolada)
    kolada.per_page = 1

    assert len(values(Kolada())) == 4
    assert len(kolada.asked) == 4


def test_ids_and_years_are_asked_for_25_at_a_time(kolada: FakeKolada) -> None:
    areas = [f"{number:04d}" for number in range(114, 144)]
    list(Kolada().values("U33400", areas, range(1995, 2024)))

    assert len(kolada.asked) == 4
    assert "per_page=5000" in kolada.asked[0]


def test_another_server_s_next_url_is_not_followed(kolada: FakeKolada) -> None:
    fill(kolada)
    kolada.per_page = 2
    with serving() as stranger:
        kolada.next_url = lambda url: f"{stranger.url}/secret?page=2"
        found = values(Kolada())

        assert (len(found), stranger.asked) == (4, [])


def test_a_next_url_that_goes_in_a_circle_is_an_error(kolada: FakeKolada) -> None:
    fill(kolada)
    kolada.next_url = lambda url: url.replace("page=3", "page=2")
    kolada.per_page = 1

    with pytest.raises(KoladaError, match="gick inte att läsa"):
        values(Kolada())


def test_a_redirect_is_not_followed(kolada: FakeKolada) -> None:
    with serving() as stranger:
        kolada.fail_first(1, Fault(302, {"Location": f"{stranger.url}/kpi"}))
        with pytest.raises(KoladaError, match="felkod 302"):
            values(Kolada())

        assert stranger.asked == []


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_passes_is_asked_again(kolada: FakeKolada, status: int) -> None:
    fill(kolada)
    kolada.fail_first(3, Fault(status))

    assert len(values(Kolada())) == 4
    assert len(kolada.asked) == 4


def test_after_three_retries_it_gives_up(kolada: FakeKolada) -> None:
    kolada.fail_first(10)

    with pytest.raises(KoladaSilent, match=SILENT):
        values(Kolada())
    assert len(kolada.asked) == 4


@pytest.mark.parametrize("status", [400, 404, 500])
def test_what_does_not_pass_is_not_asked_again(kolada: FakeKolada, status: int) -> None:
    kolada.fail_first(1, Fault(status))

    with pytest.raises(KoladaError, match=f"felkod {status}"):
        values(Kolada())
    assert len(kolada.asked) == 1


def test_a_slow_answer_is_given_up(kolada: FakeKolada, settings: Settings) -> None:
    settings.KOLADA_TIMEOUT = 0.1
    kolada.fail_first(9, Fault(slow=True))

    with pytest.raises(KoladaSilent):
        values(Kolada(tries=2))
    assert len(kolada.asked) == 2


def test_nobody_there_is_the_same_as_silence(settings: Settings) -> None:
    settings.KOLADA_URL, settings.KOLADA_BACKOFF = "http://127.0.0.1:9/v3", 0
    settings.KOLADA_PAUSE = 0

    with pytest.raises(KoladaSilent):
        values(Kolada())


@pytest.mark.parametrize(
    "body", [b"<html>", b"[]", b'{"values": 1}', b"\xff\xfe", b'{"values": [NaN'],
)  # fmt: skip
def test_an_answer_of_another_shape_is_an_error(kolada: FakeKolada, body: bytes) -> None:
    kolada.fail_first(1, Fault(200, body=body))

    with pytest.raises(KoladaError, match=NOT_UNDERSTOOD):
        values(Kolada())


def test_questions_keep_their_distance(kolada: FakeKolada, settings: Settings) -> None:
    settings.KOLADA_PAUSE = 0.05
    kolada.kpis = [kpi(f"N{number:05d}") for number in range(60)]
    began = time.monotonic()
    found = list(Kolada().key_figures([row["id"] for row in kolada.kpis]))

    assert (len(found), len(kolada.asked)) == (60, 3)
    assert time.monotonic() - began >= 0.1


def test_each_wait_is_twice_the_one_before(settings: Settings) -> None:
    settings.KOLADA_BACKOFF = 2
    assert [wait_after(attempt, None) for attempt in (1, 2, 3)] == [2, 4, 8]


def test_the_wait_that_is_asked_for_is_kept_to_and_capped() -> None:
    assert [wait_after(1, told) for told in (7.0, 0.0, 86_400.0)] == [7, 0, LONGEST_WAIT]


def test_a_wait_can_be_told_in_seconds_or_as_a_moment() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    read = [retry_after({"Retry-After": told}) for told in ("7", soon, "snart", "")]
    assert (read[0], read[2], read[3]) == (7, None, None)
    assert read[1] and 50 < read[1] <= 60


def test_an_installation_that_may_not_ask_says_so(settings: Settings) -> None:
    settings.KOLADA_URL = ""
    with pytest.raises(KoladaError, match="hämtar inte från Kolada"):
        Kolada()
