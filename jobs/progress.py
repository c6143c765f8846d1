"""How long is left, by how long it has taken so far."""

from datetime import datetime

from django.utils import timezone

LEAST = 15  # percent done before anything can be said


def time_left(since: datetime | None, percent: float) -> str:
    """ "Ungefär 20 sekunder kvar", or "" while nobody can know."""
    if since is None or not LEAST <= percent < 100:
        return ""
    seconds = (timezone.now() - since).total_seconds() * (100 - percent) / percent
    if seconds < 10:
        return "Några sekunder kvar"
    if seconds < 90:
        return f"Ungefär {round(seconds / 10) * 10} sekunder kvar"
    return f"Ungefär {round(seconds / 60)} minuter kvar"
