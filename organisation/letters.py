"""Letters to people. What one may say is decided by the register that writes it."""

from functools import partial

from django.db import transaction

from jobs.doorbell import hand_over
from organisation.models import User

TASK = "organisation.tasks.send_letter"


def reachable(user: User) -> bool:
    return user.is_active and bool(user.email)


def send_later(user: User, subject: str, body: str) -> None:
    """By a worker, once the caller's transaction is committed: nobody waits for a mail server.

    A letter that is lost on the way stops nothing; the overview says the same.
    """
    transaction.on_commit(partial(hand_over, TASK, user.pk, subject, body), robust=True)
