"""How many questions each page asks the database: as many for fifty rows as for one.

Run by run.py with a data folder of its own, on the demo municipality.
"""

from collections.abc import Iterator

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- Django is set up first
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench.browser import Browser  # noqa: E402
from bench.measure import Result, hand_over  # noqa: E402
from deviations.models import Deviation  # noqa: E402
from organisation.models import User  # noqa: E402
from qualityreport.models import Report  # noqa: E402


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    hand_over([*lists(), *single_pages()])


def lists() -> Iterator[Result]:
    browser = Browser(User.objects.get(username="karin"))
    address = reverse("deviations:list")
    one = Deviation.objects.visible_to(User.objects.get(username="karin")).first()
    assert one is not None
    few = asked(browser, f"{address}?q={one.number}")
    many = asked(browser, f"{address}?kind=internal&year=2023")
    note = "28 rows against 1, session and user included"
    yield Result("queries of the list of cases", many, few, "queries", 1.0, note)
    full = asked(browser, address)
    note = "50 rows of more: counting them all is one question more"
    yield Result("queries of a full page of the list", full, few, "queries", None, note)


def single_pages() -> Iterator[Result]:
    sara = User.objects.get(username="sara")
    browser = Browser(sara)
    plain, rich = cases_of_few_and_many_rows(sara)
    note = "a case with measures and causes against one without"
    yield Result(
        "queries of a case page",
        asked(browser, reverse("deviations:detail", args=[rich.number])),
        asked(browser, reverse("deviations:detail", args=[plain.number])),
        "queries",
        None,
        note,
    )
    yield Result(
        "queries of the overview", asked(browser, reverse("start:overview")), None, "queries"
    )
    report = Report.objects.first()
    if report is not None:
        karin = Browser(User.objects.get(username="karin"))
        page = reverse("qualityreport:detail", args=[report.pk])
        yield Result("queries of a report's page", asked(karin, page), None, "queries")


def cases_of_few_and_many_rows(user: User) -> tuple[Deviation, Deviation]:
    visible = Deviation.objects.visible_to(user).filter(restricted=True)
    rich = visible.filter(measures__isnull=False, causes__isnull=False).first()
    plain = visible.filter(measures=None, causes=None).first()
    assert plain is not None and rich is not None
    return plain, rich


def asked(browser: Browser, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        browser.get(address)
    return len(queries)


if __name__ == "__main__":
    main()
