"""The register's letters: numbers and days, and the way to the overview. Never a word of a case."""

import logging
from collections.abc import Iterable, Sequence
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from organisation.models import User

log = logging.getLogger(__name__)


def tell(users: Iterable[User], subject: str, lines: Sequence[str]) -> None:
    """One letter each, once the caller's transaction is committed.

    `subject` and `lines` may hold the case's number and a day and nothing else. A letter that
    cannot be sent is logged and stops nothing: the overview says the same.
    """
    receivers = [user for user in users if reachable(user)]
    transaction.on_commit(partial(_tell_each, receivers, subject, tuple(lines)), robust=True)


def reachable(user: User) -> bool:
    return user.is_active and bool(user.email)


def letter(user: User, subject: str, lines: Sequence[str]) -> EmailMessage:
    address = settings.SITE_URL + reverse("start:overview")
    body = "\n".join([*lines, "", f"Vad som ska göras står i översikten: {address}", ""])
    return EmailMessage(subject, body, to=[user.email])


def _tell_each(users: Sequence[User], subject: str, lines: Sequence[str]) -> None:
    for user in users:
        try:
            letter(user, subject, lines).send()
        except OSError as error:  # smtplib's errors are among them
            log.warning("mail to user %s was not sent: %s", user.pk, type(error).__name__)
