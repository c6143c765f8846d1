"""The page of a series and the grid, over 500 indicators, 50 units and 10 years.

Run by run.py once per database, with a data folder and a database of its own. The floor is the
page's own SQL asked again through a plain cursor.
"""

import time
from statistics import median

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- Django is set up first
from django.db import connection  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench import bare, lists  # noqa: E402
from bench.browser import Browser  # noqa: E402
from bench.measure import Result, hand_over, tell  # noqa: E402
from indicators.models import Indicator, Target  # noqa: E402
from organisation.models import Membership, Role, Unit, UnitClosure, User  # noqa: E402

INDICATORS, UNITS, YEARS, LAST_YEAR = 500, 50, 10, 2025
ROUNDS = 5


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    started = time.perf_counter()
    units = fill()
    tell(f"{connection.vendor}: filled in {time.perf_counter() - started:.0f} s")
    browser = Browser(User.objects.get(username="karin"))
    hand_over([*pages(browser, units)])


def fill() -> list[Unit]:
    top = Unit.objects.create(name="IFO", slug="ifo", level=Unit.Level.SECTION)
    units = Unit.objects.bulk_create(
        Unit(name=f"Enhet {n}", slug=f"enhet-{n}", level=Unit.Level.UNIT, parent=top)
        for n in range(UNITS)
    )
    UnitClosure.rebuild()
    karin = User.objects.create(username="karin", first_name="Karin", last_name="Ek")
    Membership.objects.create(user=karin, role=Role.COORDINATOR, unit=top, valid_from="2020-01-01")
    made = Indicator.objects.bulk_create(
        Indicator(
            code=f"IND-{number:03d}",
            name=f"Andel som får stödet i rätt tid, mått {number}",
            unit=top,
            measured=Indicator.Measured.SHARE if number % 3 else Indicator.Measured.COUNT,
            first_year=LAST_YEAR - YEARS,
            order=number,
        )
        for number in range(INDICATORS)
    )
    _outcomes(made, units)
    return units


# A quarter of a million rows: written by the database itself, which takes seconds.
OUTCOMES = """
    INSERT INTO indicators_observation (
        indicator_id, unit_id, year, period, sex, numerator, denominator, value,
        source, no_data, quality, comment, updated_at, version
    )
    SELECT i.id, u.id, y.year, 'VB', 'all',
        CASE WHEN i.measured = 'share' THEN (i.id * 5 + u.id * 3 + y.year) % 20 END,
        CASE WHEN i.measured = 'share' THEN 20 + (i.id * 7 + u.id * 13 + y.year) % 880 END,
        CASE WHEN i.measured = 'count' THEN 20 + (i.id * 7 + u.id * 13 + y.year) % 880 END,
        '', '', '', '', CURRENT_TIMESTAMP, 1
    FROM indicators_indicator i CROSS JOIN organisation_unit u CROSS JOIN ({years}) y
    WHERE u.level = 'unit'
"""


def _outcomes(made: list[Indicator], units: list[Unit]) -> None:
    years = range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1)
    with connection.cursor() as cursor:
        cursor.execute(
            OUTCOMES.format(years=" UNION ALL ".join(f"SELECT {year} AS year" for year in years))
        )
    Target.objects.bulk_create(
        Target(indicator=indicator, unit=unit, kind="milestone", year=LAST_YEAR, value=50)
        for indicator in made[::3]
        for unit in units
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def pages(browser: Browser, units: list[Unit]) -> list[Result]:
    grid = f"{reverse('indicators:grid')}?enhet={units[7].pk}&ar={LAST_YEAR}&period=VB"
    series = f"{reverse('indicators:detail', args=['IND-100'])}?enhet={units[7].pk}"
    addresses = {"grid of a unit, 60 of 500 rows": grid, "page of a series": series}
    return [measured(browser, name, address) for name, address in addresses.items()]


def measured(browser: Browser, name: str, address: str) -> Result:
    browser.get(address)
    with bare.recording() as asked:
        browser.get(address)
    ours = [lists.milliseconds(browser, address) for _ in range(ROUNDS)]
    floor = [_again(asked) for _ in range(ROUNDS)]
    note = f"{len(asked)} queries; the floor is their SQL alone"
    return Result(f"{name}, {connection.vendor}", median(ours), median(floor), "ms CPU", None, note)


def _again(asked: list[bare.Query]) -> float:
    started = lists.cpu_of_both()
    for _ in range(lists.REQUESTS):
        for sql, params in asked:
            with connection.cursor() as cursor:
                cursor.execute(sql, params)
                if cursor.description:
                    cursor.fetchall()
    return (lists.cpu_of_both() - started) * 1000 / lists.REQUESTS


if __name__ == "__main__":
    main()
