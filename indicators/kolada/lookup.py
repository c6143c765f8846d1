"""Finding key figures and areas for a person who waits: one try, a short time.

Where the installation does not ask Kolada, what has been read from files is looked through.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.conf import settings
from django.utils import timezone

from indicators.kolada import areas, client, shapes, storing
from indicators.kolada.client import Kolada, KoladaError
from indicators.kolada.shapes import Area, KeyFigure
from indicators.models import KoladaKpi

Coded = TypeVar("Coded", KeyFigure, Area)
LONGEST_WAIT = 10.0
MOST_SHOWN = 50
NO_SUCH_FIGURE = "Nyckeltalet {code} finns inte i Kolada. Sök på ord ur namnet i stället."
NOT_READ = "Nyckeltalet {code} har inte lästs in. Läs in en fil med det först."
NO_SUCH_AREA = "Området {code} finns inte i Kolada. Sök på namnet i stället."
NAME_IT = "Skriv också områdets namn: installationen hämtar inte från Kolada och kan inte veta det."


def _asked() -> Kolada:
    return Kolada(timeout=min(LONGEST_WAIT, float(settings.KOLADA_TIMEOUT)), tries=1)


def key_figures(words: str) -> list[KeyFigure]:
    """With the words in their title, or with the code."""
    if not client.is_on():
        return list(islice(_known_key_figures(words), MOST_SHOWN))
    code = words.upper()
    is_code = len(code) == 6 and code[:1].isalpha() and code[1:].isdecimal()
    rows = _asked().key_figures([code]) if is_code else _asked().titled("kpi", words)
    return [shapes.key_figure(row) for row in islice(rows, MOST_SHOWN)]


def _known_key_figures(words: str) -> Iterator[KeyFigure]:
    # In Python, because SQLite does not know that Ä is ä.
    for row in KoladaKpi.objects.all():
        if words.casefold() in str(row).casefold():
            yield KeyFigure(
                row.code,
                row.title,
                row.description,
                row.is_divided_by_gender,
                row.has_ou_data,
                row.publication_date,
            )


def key_figure_of(code: str) -> KoladaKpi:
    known = KoladaKpi.objects.filter(code=code).first()
    if not client.is_on():
        if known is None:
            raise KoladaError(NOT_READ.format(code=code))
        return known
    figure = _the_one(map(shapes.key_figure, _asked().key_figures([code])), code)
    if figure is None:
        raise KoladaError(NO_SUCH_FIGURE.format(code=code))
    return storing.describe(figure, timezone.now())


def areas_named(words: str, *, with_units: bool) -> list[Area]:
    """Municipalities and regions, and units where the key figure has them."""
    kolada = _asked()
    found = list(kolada.titled("municipality", words))
    if with_units:
        found += islice(kolada.titled("ou", words), MOST_SHOWN)
    return [shapes.area(row) for row in found[:MOST_SHOWN]]


def area_of(code: str, title: str) -> Area:
    kind = areas.kind_of(code)
    if known := areas.known_title(code) or ("" if client.is_on() else title):
        return Area(code, known, is_unit=not areas.known_title(code) and kind == "ou")
    if not client.is_on():
        raise KoladaError(NAME_IT)
    found = _the_one(map(shapes.area, _asked().named(kind, code)), code)
    if found is None:
        raise KoladaError(NO_SUCH_AREA.format(code=code))
    return found


def _the_one(found: Iterable[Coded], code: str) -> Coded | None:
    return next((row for row in found if row.code == code), None)
