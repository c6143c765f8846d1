"""Many reports at once: two workers against one, on the same reports in the same run.

`python -m bench.many_reports work` is one worker: it builds what waits until nothing does.
"""

import os
import subprocess
import sys
import time
from datetime import date

import django

django.setup()

from django.core.cache import caches  # noqa: E402 -- Django is set up first
from django.core.management import call_command  # noqa: E402

from bench.measure import Result, hand_over, tell  # noqa: E402
from jobs.engine import run  # noqa: E402
from jobs.models import Job  # noqa: E402
from organisation.models import Unit, User  # noqa: E402
from qualityreport import services  # noqa: E402
from qualityreport.build import BUILD  # noqa: E402
from qualityreport.models import ReportFile, ReportVersion  # noqa: E402

NUMBERS = (1, 10, 50)
CLAIM = 0.6
FIRST_YEAR = 2014


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    every = Job.objects.filter(kind=BUILD)
    rows = []
    for number in NUMBERS:
        order(number)
        begin_anew()
        one, peak = drained_by(1)
        begin_anew()
        two, _ = drained_by(2)
        failed = every.exclude(state=Job.State.DONE).count()
        note = f"{number} reports, {failed} failed, a worker's peak {peak} MiB"
        tell(f"{note}: one worker {one:.1f} s, two {two:.1f} s")
        claim = CLAIM if number > 1 else None
        rows.append(
            Result(f"{number} reports, two workers against one", two, one, "s wall", claim, note)
        )
    hand_over(rows)


def begin_anew() -> None:
    """As if nothing had been built or drawn."""
    ReportFile.objects.all().delete()
    ReportVersion.objects.update(snapshot=None, snapshot_hash="")
    caches["charts"].clear()
    Job.objects.filter(kind=BUILD).update(state=Job.State.QUEUED, token="", attempt=0)


def order(number: int) -> None:
    """Of the demo's units, year after year, until there are as many as wanted."""
    units = list(Unit.objects.filter(level=Unit.Level.UNIT, valid_to=None).order_by("pk"))
    Job.objects.filter(kind=BUILD).delete()
    actor = User.objects.get(username="karin")
    over = Unit.objects.get(slug="ifo")
    year = FIRST_YEAR
    while number > 0:
        wanted = {
            "kind": "kvalitetsberattelse",
            "year": year,
            "as_of": date(year, 12, 31),
            "audience": "internal",
            "outline": "hel",
        }
        services.order_many(actor=actor, over=over, units=units[:number], wanted=wanted)
        number -= len(units[:number])
        year += 1


def drained_by(workers: int) -> tuple[float, int]:
    """Seconds until nothing waits, and the largest worker's memory in MiB."""
    command = [sys.executable, "-m", "bench.many_reports", "work"]
    started = time.perf_counter()
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ)
        for _ in range(workers)
    ]
    peaks = [int(process.communicate()[0].split()[-1]) for process in running]
    return time.perf_counter() - started, max(peaks)


def work() -> None:
    import resource

    while True:
        waiting = Job.objects.filter(kind=BUILD, state=Job.State.QUEUED).order_by("pk")
        job = waiting.values_list("pk", flat=True).first()
        if job is None:
            break
        run(job)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    work() if sys.argv[1:] == ["work"] else main()
