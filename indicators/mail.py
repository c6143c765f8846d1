"""The letter about outcomes that are missing: unit, period and number, and the way to the grid."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from indicators.words import period_label
from lib.numbers import counted
from organisation.letters import send_later
from organisation.models import Unit, User


def remind(user: User, unit: Unit, year: int, period: str, count: int) -> None:
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
    send_later(user, subject, "\n".join(lines))
