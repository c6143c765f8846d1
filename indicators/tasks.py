from celery import shared_task

from indicators.kolada.fetching import watched
from indicators.services.kolada import request_fetch


@shared_task(name="indicators.tasks.fetch_kolada")  # type: ignore[untyped-decorator]
def fetch_kolada() -> None:
    if watched():
        request_fetch(actor=None, everything=False)
