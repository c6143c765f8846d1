"""A process of its own that reports cases from several threads, some of them in vain."""

import sys
from concurrent.futures import ThreadPoolExecutor

import django

THREADS = 4
KEPT = 2  # per thread, after one whose transaction is rolled back


class GivenUp(Exception):
    pass


def report_several(username: str, slug: str) -> list[str]:
    """The first report fails after it took its number."""
    from django.db import connection, transaction

    from deviations.models import Kind
    from deviations.services import report_deviation
    from organisation.models import Unit, User

    mona, unit = User.objects.get(username=username), Unit.objects.get(slug=slug)

    def report() -> str:
        words = "Ett brev kom bort."
        case = report_deviation(actor=mona, kind=Kind.LEX_SARAH, unit=unit, description=words)
        return case.number

    try:
        try:
            with transaction.atomic():
                report()
                raise GivenUp
        except GivenUp:
            return [report() for _ in range(KEPT)]
    finally:
        connection.close()


if __name__ == "__main__":
    django.setup()
    with ThreadPoolExecutor(THREADS) as pool:
        done = [pool.submit(report_several, *sys.argv[1:3]) for _ in range(THREADS)]
        sys.stdout.write(" ".join(number for one in done for number in one.result()))
