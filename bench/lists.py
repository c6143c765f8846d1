"""The list of cases over 200,000 rows, against a bare view on the same SQL.

Run by run.py once per database, with a data folder and a database of its own.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- Django is set up first
from django.db import connection  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench import bare, register  # noqa: E402
from bench.browser import Browser  # noqa: E402
from bench.measure import Result, hand_over, tell  # noqa: E402
from deviations.models import Deviation  # noqa: E402
from organisation.models import User  # noqa: E402

CLAIM = 1.5
ROUNDS = 5
REQUESTS = 10
WARM_UP = 2
NANOSECONDS = 1e9
PEOPLE = {"eva": "manager of a unit", "karin": "coordinator of a section", "sara": "lex Sarah, all"}


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    started = time.perf_counter()
    register.fill()
    tell(f"{connection.vendor}: filled in {time.perf_counter() - started:.0f} s")
    hand_over([result for name in PEOPLE for result in measured(User.objects.get(username=name))])


def measured(user: User) -> Iterator[Result]:
    browser, address = Browser(user), reverse("deviations:list")
    cases = Deviation.objects.visible_to(user).count()
    browser.get(address)
    with bare.recording() as asked:
        browser.get(address)
    bare.recorded[:] = asked
    ours, floor = [], []
    for _ in range(ROUNDS):
        ours.append(milliseconds(browser, address))
        floor.append(milliseconds(browser, "/bare/"))
    name = f"list of {cases:,} cases, {PEOPLE[user.username]}, {connection.vendor}"
    note = f"{len(asked)} queries beside session and user"
    yield Result(name, median(ours), median(floor), "ms CPU", CLAIM, note)


def milliseconds(browser: Browser, address: str) -> float:
    """Of processor time, ours and the database server's, per request."""
    for _ in range(WARM_UP):
        browser.get(address)
    started = cpu_of_both()
    for _ in range(REQUESTS):
        browser.get(address)
    return (cpu_of_both() - started) * 1000 / REQUESTS


def cpu_of_both() -> float:
    return time.process_time() + server_seconds()


def server_seconds() -> float:
    """Of the server process that serves us, when it runs on this machine."""
    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    backend = connection.connection.info.backend_pid
    with suppress(OSError):
        return int(Path(f"/proc/{backend}/schedstat").read_text().split()[0]) / NANOSECONDS
    return 0.0


if __name__ == "__main__":
    main()
