import logging

from celery import shared_task

from audit import chain

log = logging.getLogger(__name__)


@shared_task(name="audit.tasks.seal")  # type: ignore[untyped-decorator]
def seal() -> None:
    count = chain.seal()
    if count:
        # To the log server, outside the database: this is how the head is published.
        log.info("audit sealed=%s head=%s", count, chain.head())
