"""Indicators as other registers know them: what a risk was born from."""

from django.urls import reverse

from indicators.models import Indicator
from organisation.births import Birth
from organisation.models import User


def birth(user: User, code: str) -> Birth | None:
    indicator = Indicator.objects.visible_to(user).filter(code__iexact=code).first()
    if indicator is None:
        return None
    url = reverse("indicators:detail", args=[indicator.code])
    return Birth("indicator", indicator.code, f"Indikator {indicator}"[:120], url)
