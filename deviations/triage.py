"""What is no deviation, or not only one: a clear word and a way, beside the text.

It never stops a report. Words are found from their beginnings; static/js/forms.js finds them in the
same way while somebody types.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from organisation.models import Referral

CONCERN = Referral.Way.CONCERN.value


@dataclass(frozen=True)
class Way:
    code: str
    title: str
    advice: str
    words: tuple[str, ...]
    url: str = ""
    contact: str = ""

    @property
    def data(self) -> str:
        """For the page's script."""
        return "|".join(self.words)


WAYS = (
    Way(
        CONCERN,
        "Far ett barn illa hemma eller någon annanstans?",
        "Gör en orosanmälan till mottagningen nu. Den får inte vänta på rapporten.",
        (
            *("orosanm", "far illa", "misshandl", "slår barn", "slår sitt barn", "slår sina barn"),
            *("pappa slår", "mamma slår", "slagen av sin", "slagen av pappa", "slagen av mamma"),
            *("våld hemma", "våld i hemmet", "hedersvåld", "hedersrelaterat", "barnaga"),
        ),
    ),
    Way(
        Referral.Way.DATA.value,
        "Har uppgifter om någon hamnat fel eller kommit bort?",
        "Anmäl det genast som en personuppgiftsincident också. Kommunen har 72 timmar på sig att "
        "anmäla den vidare.",
        (
            *("personuppgift", "fel mottagare", "fel kuvert", "fel person", "fel adress"),
            *("till fel", "obehörig", "sekretess", "kom bort", "tappade", "stulen dator"),
        ),
    ),
    Way(
        Referral.Way.INJURY.value,
        "Blev du eller en kollega skadad eller hotad?",
        "Anmäl arbetsskada eller tillbud i arbetsgivarens system.",
        (
            *("arbetsskad", "tillbud", "hotade mig", "hotad av", "hot mot personal", "slog mig"),
            *("skadade mig", "slog en kollega", "hotade en kollega", "hotade personal"),
        ),
    ),
    Way(
        Referral.Way.MARIA.value,
        "Gäller det hälso- och sjukvård som kommunen ger?",
        "Kontakta den medicinskt ansvariga (MAS eller MAR): det kan vara lex Maria. Samma händelse "
        "kan vara båda delarna.",
        (
            *("läkemedel", "medicin", "insulin", "sjuksköterska", "sjukvård", "delegering"),
            *("lex maria", "patient"),
        ),
    ),
    Way(
        Referral.Way.APPEAL.value,
        "Är någon missnöjd med ett beslut?",
        "Hjälp personen att överklaga. Tiden att överklaga löper från den dag personen fick del "
        "av beslutet.",
        ("överklag", "avslag", "missnöjd med beslut", "håller inte med om beslut", "fel beslut"),
    ),
    Way(
        Referral.Way.OTHERS.value,
        "Var det någon annan som brast: regionen, skolan, en annan myndighet?",
        "Rapportera det här som avvikelse hos någon annan, så skickas den vidare och svaret följs.",
        (
            *("regionen", "bup", "skolan", "vårdcentral", "sjukhus", "akuten", "polisen"),
            *("försäkringskassan", "kriminalvård"),
        ),
    ),
    Way(
        Referral.Way.WHISTLE.value,
        "Gäller det allvarliga missförhållanden hos arbetsgivaren i stort?",
        "Använd kommunens visselblåsarfunktion. Den är skild från det här registret, och där kan "
        "du vara skyddad som visselblåsare.",
        ("visselblås", "muta", "mutor", "korruption", "förskingr", "oegentlig"),
    ),
)


def matching(text: str) -> tuple[str, ...]:
    """The codes of the ways that the words of a text lead to."""
    return tuple(way.code for way in WAYS if _names(way.words, text.lower()))


def _names(words: Iterable[str], text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}", text) for word in words)


def ways(codes: Iterable[str] | None = None) -> list[Way]:
    """All, or those of some codes, with where the municipality takes them."""
    wanted = [way for way in WAYS if codes is None or way.code in tuple(codes)]
    places = {row.way: row for row in Referral.objects.all()} if wanted else {}
    return [_placed(way, places.get(way.code)) for way in wanted]


def _placed(way: Way, place: Referral | None) -> Way:
    if place is None:
        return way
    return Way(way.code, way.title, way.advice, way.words, place.url, place.contact)
