"""What a test asks of the product, in a process of its own: one line in, one line out."""

import sys
import time
import traceback
from concurrent.futures import Future, ThreadPoolExecutor

import django
from django.db import connection, transaction

CROWD = 50
WRITERS, EVENTS = 8, 25


def submit(kind: str, subject_id: str) -> str:
    """The seconds that the click took."""
    from jobs.services import submit

    started = time.monotonic()
    submit(kind=kind, subject_id=int(subject_id), actor=None)
    return f"{time.monotonic() - started:.3f}"


def submit_together(kind: str, subject_id: str) -> str:
    """Fifty clicks at once; the ids of the jobs they were given."""
    from jobs.services import submit

    def click(_: int) -> int:
        try:
            return submit(kind=kind, subject_id=int(subject_id), actor=None).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(CROWD) as crowd:
        return " ".join(str(pk) for pk in set(crowd.map(click, range(CROWD))))


def cancel(subject_id: str) -> None:
    from jobs.models import Job
    from jobs.services import cancel

    cancel(job=Job.objects.get(subject_id=int(subject_id)), actor=None)


def ring(subject_id: str, times: str) -> None:
    from jobs.doorbell import ring
    from jobs.models import Job

    job = Job.objects.get(subject_id=int(subject_id))
    assert all(ring(job.pk) for _ in range(int(times)))


def write_and_seal() -> str:
    """Many write, some take long over it and some change their mind, while two seal."""
    from audit import chain

    with ThreadPoolExecutor(WRITERS + 2) as crowd:
        writers = [crowd.submit(_write, number) for number in range(WRITERS)]
        sealers = [crowd.submit(_seal_until, writers) for _ in range(2)]
        for task in (*writers, *sealers):
            task.result()
    chain.seal()
    return " ".join(finding.text for finding in chain.verify())


def _write(number: int) -> None:
    from audit.services import record

    for turn in range(EVENTS):
        try:
            with transaction.atomic():
                record(actor=None, action="create", object_type="written", object_id=turn)
                time.sleep(0.01 if number % 2 else 0)
                if turn % 10 == 9:
                    raise InterruptedError
        except InterruptedError:
            continue
    connection.close()


def _seal_until(writers: list[Future[None]]) -> None:
    from audit import chain

    while not all(writer.done() for writer in writers):
        chain.seal()
        time.sleep(0.01)
    connection.close()


def answer(line: str) -> str:
    name, *arguments = line.split()
    try:
        return ACTIONS[name](*arguments) or "done"
    except Exception:
        return "FAILED " + traceback.format_exc().replace("\n", " | ")
    finally:
        connection.close()


ACTIONS = {
    action.__name__: action for action in (submit, submit_together, cancel, ring, write_and_seal)
}

if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        sys.stdout.write(answer(line) + "\n")
        sys.stdout.flush()
