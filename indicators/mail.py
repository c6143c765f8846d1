"""The letter about outcomes that are missing: unit, period and number, and the way to the grid."""

import logging
from functools import partial
from urllib.parse import urlencode

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from indicators.words import period_label
from lib.numbers import counted
from organisation.models import Unit, User

log = logging.getLogger(__name__)


def reachable(user: User) -> bool:
    return user.is_active and bool(user.email)


def remind(user: User, unit: Unit, year: int, period: str, count: int) -> None:
    """Sent once the caller's transaction is committed; one that cannot be sent stops nothing."""
    label = period_label(year, period)
    address = urlencode({"enhet": unit.pk, "ar": year, "period": period})
    lines = (
        f"{counted(count, 'utfall', 'utfall')} saknas för {label}, {unit}.",
        "",
        f"Lämna dem här: {settings.SITE_URL}{reverse('indicators:grid')}?{address}",
        "Finns det inga uppgifter, skriv varför på raden.",
        "",
    )
    subject = f"Utfall saknas: {label}, {unit}"
    letter = EmailMessage(subject, "\n".join(lines), to=[user.email])
    transaction.on_commit(partial(_send, letter, user.pk), robust=True)


def _send(letter: EmailMessage, receiver: int) -> None:
    try:
        letter.send()
    except OSError as error:  # smtplib's errors are among them
        log.warning("mail to user %s was not sent: %s", receiver, type(error).__name__)
