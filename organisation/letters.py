"""Letters to people. What one may say is decided by the register that writes it."""

import logging
from functools import partial

from django.core.mail import EmailMessage
from django.db import transaction

from organisation.models import User

log = logging.getLogger(__name__)


def reachable(user: User) -> bool:
    return user.is_active and bool(user.email)


def send_later(user: User, letter: EmailMessage) -> None:
    """Once the caller's transaction is committed; one that cannot be sent is logged and stops
    nothing."""
    transaction.on_commit(partial(_send, letter, user.pk), robust=True)


def _send(letter: EmailMessage, receiver: int) -> None:
    try:
        letter.send()
    except OSError as error:  # smtplib's errors are among them
        log.warning("mail to user %s was not sent: %s", receiver, type(error).__name__)
