"""Risks, matrix, chain, processes and the plan, over 5,000 risks with 20,000 measures.

Run by run.py once per database. The number of queries is that of the same pages with 50 risks and
200 measures; the times are told beside it.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- Django is set up first
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.browser import Browser  # noqa: E402
from bench.measure import Result, hand_over, tell  # noqa: E402
from lib.periods import Period  # noqa: E402
from measures.models import Measure  # noqa: E402
from organisation.groups import unit_ids_below  # noqa: E402
from organisation.models import (  # noqa: E402
    Membership,
    Process,
    Role,
    Unit,
    UnitClosure,
    User,
)
from risks.models import Control, Risk, RiskAssessment  # noqa: E402
from risks.plan import plan  # noqa: E402

FEW, MANY = 50, 5_000
MEASURES_EACH, UNITS, PROCESSES = 4, 50, 16
ROUNDS = 3
BATCH = 400


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    units = organise()
    browser = Browser(User.objects.get(username="karin"))
    fill(units, 0, FEW)
    few = {name: queries(browser, address) for name, address in addresses().items()}
    few_of_plan = queries_of_plan()
    started = time.perf_counter()
    fill(units, FEW, MANY)
    tell(f"{connection.vendor}: filled in {time.perf_counter() - started:.0f} s")
    hand_over([*pages(browser, few), *of_plan(few_of_plan)])


def organise() -> list[Unit]:
    top = Unit.objects.create(name="IFO", slug="ifo", level=Unit.Level.SECTION)
    units = Unit.objects.bulk_create(
        Unit(name=f"Enhet {n}", slug=f"enhet-{n}", level=Unit.Level.UNIT, parent=top)
        for n in range(UNITS)
    )
    UnitClosure.rebuild()
    karin = User.objects.create(username="karin", first_name="Karin", last_name="Ek")
    Membership.objects.create(user=karin, role=Role.COORDINATOR, unit=top, valid_from="2020-01-01")
    Process.objects.bulk_create(
        Process(unit=top, number=f"4.{n}", name=f"Process {n}", order=n) for n in range(PROCESSES)
    )
    return units


def fill(units: list[Unit], first: int, last: int) -> None:
    """Each risk with an assessment, a control, a process and four measures."""
    processes = list(Process.objects.all())
    begun = timezone.localdate().replace(month=1, day=1)
    numbers = range(first, last)
    risks = Risk.objects.bulk_create(
        (
            Risk(code=f"R{n}", title=f"Risk {n}", unit=units[n % UNITS], opened_on=begun)
            for n in numbers
        ),
        batch_size=BATCH,
    )
    controls = Control.objects.bulk_create(
        (
            Control(
                code=f"E{n}",
                title=f"Kontroll {n}",
                unit=units[n % UNITS],
                process=processes[n % PROCESSES],
                measured=Control.Measured.SHARE,
                method="system_data",
                opened_on=begun,
            )
            for n in numbers
        ),
        batch_size=BATCH,
    )
    RiskAssessment.objects.bulk_create(
        (
            RiskAssessment(
                risk=risk,
                assessed_on=begun,
                probability=1 + risk.pk % 3,
                consequence=1 + risk.pk % 2,
                steps=3,
                medium_from=3,
                high_from=6,
            )
            for risk in risks
        ),
        batch_size=BATCH,
    )
    links(risks, controls, processes)
    measure(risks)


def links(risks: list[Risk], controls: list[Control], processes: list[Process]) -> None:
    of_process, of_control = Risk.processes.through, Control.risks.through
    of_process.objects.bulk_create(
        (
            of_process(risk_id=risk.pk, process_id=processes[n % PROCESSES].pk)
            for n, risk in enumerate(risks)
        ),
        batch_size=BATCH,
    )
    of_control.objects.bulk_create(
        (
            of_control(control_id=control.pk, risk_id=risk.pk)
            for control, risk in zip(controls, risks, strict=True)
        ),
        batch_size=BATCH,
    )


def measure(risks: list[Risk]) -> None:
    owners = [risk for risk in risks for _ in range(MEASURES_EACH)]
    made = Measure.objects.bulk_create(
        (
            Measure(title=f"Åtgärd {n}", kind="routine", unit_id=risk.unit_id, origin="risk")
            for n, risk in enumerate(owners)
        ),
        batch_size=BATCH,
    )
    link = Risk.measures.through
    link.objects.bulk_create(
        (link(risk_id=risk.pk, measure_id=one.pk) for risk, one in zip(owners, made, strict=True)),
        batch_size=BATCH,
    )


def addresses() -> dict[str, str]:
    a_unit = Unit.objects.get(slug="enhet-7")
    return {
        "list of risks": reverse("risks:list"),
        "risk matrix": reverse("risks:matrix"),
        "list of controls": reverse("controls:list"),
        "list of measures": reverse("measures:list"),
        "list of processes": reverse("processes:list"),
        "chain of one unit": f"{reverse('risks:chain')}?unit={a_unit.pk}",
    }


def queries(browser: Browser, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        browser.get(address)
    return len(asked)


def queries_of_plan() -> int:
    with CaptureQueriesContext(connection) as asked:
        collect()
    return len(asked)


def collect() -> None:
    today = timezone.localdate()
    top = Unit.objects.get(slug="ifo")
    plan(unit_ids_below(top.pk), Period.of(today.year, today))


def pages(browser: Browser, few: dict[str, int]) -> Iterator[Result]:
    for name, address in addresses().items():
        asked = queries(browser, address)
        seconds = median(timed(partial(browser.get, address)) for _ in range(ROUNDS))
        note = f"5,000 risks and 20,000 measures against 50 and 200; {seconds * 1000:.0f} ms"
        title = f"queries of {name}, {connection.vendor}"
        yield Result(title, asked, few[name], "queries", 1.0, note)


def of_plan(few: int) -> Iterator[Result]:
    asked = queries_of_plan()
    seconds = median(timed(collect) for _ in range(ROUNDS))
    note = f"5,000 risks and 20,000 measures against 50 and 200; {seconds:.1f} s"
    yield Result(f"queries of a plan, {connection.vendor}", asked, few, "queries", 1.0, note)


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
