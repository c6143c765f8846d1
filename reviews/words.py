"""How the sum of a year's follow-up is told: on the page and in the report alike."""

from lib.numbers import counted, format_integer
from lib.sentences import in_order
from reviews.models import ProviderFollowUp
from reviews.statistics import ServiceYear

Reason = ProviderFollowUp.Reason
# One, several.
REASONS = {
    Reason.NO_CUSTOMERS: ("hade inga kunder från kommunen", "hade inga kunder från kommunen"),
    Reason.NEW: ("var nystartad", "var nystartade"),
    Reason.OTHER: ("följdes inte upp av annat skäl", "följdes inte upp av annat skäl"),
}


def arithmetic(one: ServiceYear) -> str:
    """ "13 utförare: 10 följdes upp (6 uppfyller kraven och 4 behöver åtgärda brister), …"."""
    parts = [
        _part(one.followed_up, ("följdes upp", "följdes upp"), judged(one)),
        *(_part(number, REASONS[Reason(reason)]) for reason, number in one.reasons.items()),
        _part(len(one.pending), ("är inte registrerad än", "är inte registrerade än")),
    ]
    return (
        f"{counted(one.providers, 'utförare', 'utförare')}: {in_order(list(filter(None, parts)))}."
    )


def _part(number: int, words: tuple[str, str], more: str = "") -> str:
    if not number:
        return ""
    return f"{format_integer(number)} {words[number != 1]}{more}"


def judged(one: ServiceYear) -> str:
    if one.meets == one.followed_up > 1:
        return " (alla uppfyller kraven)"
    told = [
        _part(one.meets, ("uppfyller kraven", "uppfyller kraven")),
        _part(one.needs, ("behöver åtgärda brister", "behöver åtgärda brister")),
        _part(one.not_judged, ("är inte bedömd mot kraven", "är inte bedömda mot kraven")),
    ]
    parts = [part for part in told if part]
    return f" ({in_order(parts)})" if parts else ""
