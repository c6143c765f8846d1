"""From what a row says to an outcome of its indicator: n of N, a value, a reported share, or why
there is none. By explicit rules, and never by a guess."""

from decimal import Decimal
from typing import Any, NamedTuple

from imports.importer import Row
from indicators.importers.figures import HIGHEST, NEGATIVE, Figure, Said
from indicators.models import Indicator
from lib.numbers import format_exact, format_integer, percent

Measured = Indicator.Measured
SHARE, COUNT = Measured.SHARE.value, Measured.COUNT.value
SAYING = ("figure", "numerator", "denominator", "share", "no_data")
NO_BASE = (
    "Andelen av noll går inte att räkna. Lämna talen tomma och skriv varför utfall saknas i"
    " stället."
)
WHOLE = "Skriv ett helt tal, utan decimaler."
NOT_A_SHARE = "Skriv antalet, inte andelen i procent."
PER_CENT = "Indikatorn mäts i {measured}: här står en andel i procent."
UNCLEAR_SHARE = (
    "Indikatorn är en andel. Skriv n och N, till exempel 19 av 34, eller en redovisad andel med"
    " procenttecken: 56 %."
)
UNCLEAR_PERCENT = (
    "Oklart om det är {share} % eller {number} %: Excel sparar 45 % som 0,45. Skriv cellen som"
    " text med procenttecken."
)
NO_SOURCE = (
    "Skriv var andelen är redovisad i kolumnen Källa, eller antalen bakom den i stället för den."
)
TOO_LARGE = 10**12
FEW_TEXT = "Källan redovisar ”{figure}”"


class Outcome(NamedTuple):
    """In the order of the columns of an observation."""

    numerator: int | None = None
    denominator: int | None = None
    value: int | Decimal | None = None
    reported_share: int | Decimal | None = None
    source: str = ""
    no_data: str = ""


class _Refused(Exception):
    def __init__(self, key: str, words: str) -> None:
        super().__init__(words)
        self.key, self.words = key, words


def outcome_of(row: Row, measured: str) -> Outcome | None:
    """None where the row says nothing of it, or where it has been refused."""
    values = row.values
    try:
        if plain := _plain(values, measured):
            return plain
        told = {key: values[key] for key in SAYING if values[key]}
        return _told(told, measured, str(values["source"])) if told else None
    except _Refused as refused:
        row.refuse(refused.key, refused.words)
        return None


def _plain(values: dict[str, Any], measured: str) -> Outcome | None:
    """Nearly always: n and N in a column each, or a count in its own, and nothing more."""
    n, whole, figure = values["numerator"], values["denominator"], values["figure"]
    if values["share"] or values["no_data"]:
        return None
    if measured == SHARE and n and whole and not figure:
        if n.is_count and whole.is_count:
            return _counted("numerator", n.number, whole.number)
    elif measured == COUNT and figure and figure.is_count and not (n or whole):
        return Outcome(None, None, figure.number)
    return None


def _told(told: dict[str, Any], measured: str, source: str) -> Outcome:
    if reason := told.pop("no_data", ""):
        if told:
            raise _Refused("no_data", "Det finns ett utfall på raden också. Ta bort ett av dem.")
        return Outcome(no_data=reason)
    if few := _few(told):
        return few
    if measured == Measured.SHARE:
        return _share(told, source)
    return Outcome(value=_value(told, measured))


def _few(told: dict[str, Figure]) -> Outcome | None:
    """ "< 5" is not a number: what the source says is kept in words."""
    for key, figure in told.items():
        if figure.said is Said.FEW:
            whole = told.get("denominator")
            of = f" av {whole}" if key == "numerator" and whole else ""
            return Outcome(no_data=FEW_TEXT.format(figure=f"{figure}{of}"))
    return None


def _share(told: dict[str, Figure], source: str) -> Outcome:
    pair_key = next((key for key, one in told.items() if one.said is Said.PAIR), "")
    if pair_key:
        pair = told.pop(pair_key)
        counted = _counted(pair_key, int(pair.number), pair.of)
        _agree(told, counted)
        return counted
    if "numerator" in told or "denominator" in told:
        return _of_columns(told)
    return _reported(told, source)


def _of_columns(told: dict[str, Figure]) -> Outcome:
    for key, other in (("numerator", "denominator"), ("denominator", "numerator")):
        if key not in told:
            raise _Refused(key, f"Fyll i, eftersom {_name(other)} är {told[other]}.")
    part, whole = (_whole(key, told[key]) for key in ("numerator", "denominator"))
    counted = _counted("numerator", part, whole)
    _agree({key: told[key] for key in ("figure", "share") if key in told}, counted)
    return counted


def _name(key: str) -> str:
    return {"numerator": "n", "denominator": "N"}[key]


def _counted(key: str, part: int, whole: int) -> Outcome:
    if whole == 0:
        raise _Refused("denominator" if key == "numerator" else key, NO_BASE)
    if part > whole:
        raise _Refused(
            key,
            f"Antalet kan inte vara större än {format_integer(whole)}, som det är en del av.",
        )
    return Outcome(part, whole)


def _agree(others: dict[str, Figure], counted: Outcome) -> None:
    """A share beside n and N is only checked: it is computed anew wherever it is shown."""
    part, whole = counted.numerator or 0, counted.denominator or 1
    for key, figure in others.items():
        if figure.said is Said.PAIR or key in ("numerator", "denominator"):
            same = figure.number in (part, whole) and figure.of in (0, whole)
        else:
            same = _is_share_of(figure, part, whole)
        if not same:
            right = format_exact(percent(part, whole, 1) or Decimal(0))
            words = f"Stämmer inte: {part} av {whole} är {right} %. Rätta eller ta bort."
            raise _Refused(key, words)


def _is_share_of(figure: Figure, part: int, whole: int) -> bool:
    """Rounded as it may be, and as Excel keeps per cent."""
    exact = Decimal(100 * part) / whole
    said = Decimal(figure.number)
    decimals = max(0, -int(said.as_tuple().exponent))
    near = Decimal("0.51").scaleb(-decimals)
    excel = figure.bare and abs(said * 100 - exact) <= Decimal("0.51")
    return abs(said - exact) <= near or excel


def _reported(told: dict[str, Figure], source: str) -> Outcome:
    key, *more = (key for key in ("share", "figure") if key in told)
    figure = told[key]
    if more and told[more[0]].number != figure.number:
        raise _Refused(more[0], f"Det finns redan en andel på raden: {figure}.")
    if key == "figure" and figure.said is not Said.PERCENT:
        raise _Refused(key, UNCLEAR_SHARE)
    number: int | Decimal = figure.number
    if figure.bare and 0 < number <= 1:
        hundred = format_exact(Decimal(number) * 100)
        words = UNCLEAR_PERCENT.format(share=hundred, number=format_exact(Decimal(number)))
        raise _Refused(key, words)
    if not 0 <= number <= 100:
        raise _Refused(key, "En andel ligger mellan 0 och 100 procent.")
    if not source:
        raise _Refused(key, NO_SOURCE)
    return Outcome(reported_share=_exact(key, number), source=source)


def _value(told: dict[str, Figure], measured: str) -> int | Decimal:
    """Of what is no share, in the column of outcomes or of counts."""
    key = "figure" if "figure" in told else next(iter(told))
    extra = next((other for other in told if other != key), "")
    if key in ("denominator", "share") or extra:
        wrong = extra or key
        named = Measured(measured).label
        raise _Refused(wrong, f"Indikatorn mäts i {named}: bara kolumnen Utfall fylls i.")
    figure = told[key]
    if measured == Measured.COUNT:
        return _whole(key, figure)
    return _amount(key, figure, measured)


def _amount(key: str, figure: Figure, measured: str) -> int | Decimal:
    if figure.said is Said.PERCENT:
        raise _Refused(key, PER_CENT.format(measured=Measured(measured).label))
    if figure.said is Said.PAIR:
        raise _Refused(key, f"Indikatorn mäts i {Measured(measured).label}: skriv ett tal.")
    return _exact(key, figure.number)


def _exact(key: str, number: int | Decimal) -> int | Decimal:
    if isinstance(number, Decimal) and int(number.as_tuple().exponent) < -2:
        raise _Refused(key, "Högst två decimaler. Avrunda talet i filen.")
    if not -TOO_LARGE < number < TOO_LARGE:
        raise _Refused(key, "Talet är för stort. Kontrollera siffrorna.")
    return number


def _whole(key: str, figure: Figure) -> int:
    number: int | Decimal = figure.number
    if figure.said is Said.PERCENT:
        raise _Refused(key, NOT_A_SHARE)
    if figure.said is Said.PAIR:
        raise _Refused(key, f"Indikatorn är ett antal: skriv {number}, utan ”av {figure.of}”.")
    if not isinstance(number, int):
        raise _Refused(key, WHOLE)
    if number < 0:
        raise _Refused(key, NEGATIVE)
    if number > HIGHEST:
        raise _Refused(key, "Talet är för stort. Kontrollera siffrorna.")
    return number
