"""Beat's memory of when each task last ran."""

import logging
from contextlib import suppress

from celery.beat import PersistentScheduler

log = logging.getLogger(__name__)


class Scheduler(PersistentScheduler):  # type: ignore[misc]  # Celery has no types
    """A power cut may leave the file half written, and Celery itself never gets past that: nobody
    would be reminded of anything again. Then it begins anew, as on the first day."""

    def setup_schedule(self) -> None:
        try:
            super().setup_schedule()
        except EOFError as error:
            log.warning("the schedule's file is broken and begins anew: %r", error)
            with suppress(Exception):
                self._store.close()
            self._remove_db()
            super().setup_schedule()
