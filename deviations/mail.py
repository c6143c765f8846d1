"""Mails about cases: a number and a deadline, never a word of what has happened."""

import logging
from functools import partial
from smtplib import SMTPException

from django.core.mail import send_mail
from django.db import transaction

from organisation.models import User

logger = logging.getLogger(__name__)


def tell(user: User, number: str, what: str) -> None:
    """Sent when all is saved. A mail that fails stops nobody: the overview tells the same."""
    if user.email:
        transaction.on_commit(partial(_send, user.email, number, what))


def _send(address: str, number: str, what: str) -> None:
    try:
        send_mail(number, f"{number}: {what}\n\nLogga in för att läsa.", None, [address])
    except (OSError, SMTPException):
        logger.exception("the mail about %s was not sent", number)
