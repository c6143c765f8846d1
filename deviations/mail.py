"""The register's letters: numbers and days, and the way to the overview. Never a word of a case."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from organisation.letters import reachable, send_later
from organisation.models import User


def tell(users: Iterable[User], subject: str, lines: Sequence[str]) -> None:
    """One letter each, once the caller's transaction is committed.

    `subject` and `lines` may hold the case's number and a day and nothing else. A letter that
    cannot be sent stops nothing: the overview says the same.
    """
    for user in users:
        if reachable(user):
            send_later(user, subject, body_of(lines))


def letter(user: User, subject: str, lines: Sequence[str]) -> EmailMessage:
    return EmailMessage(subject, body_of(lines), to=[user.email])


def body_of(lines: Sequence[str]) -> str:
    address = settings.SITE_URL + reverse("start:overview")
    return "\n".join([*lines, "", f"Vad som ska göras står i översikten: {address}", ""])
