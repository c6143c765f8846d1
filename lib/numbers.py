"""One rounding rule and one way to write numbers, for screen, paper and export alike."""

from decimal import ROUND_HALF_UP, Decimal

NOT_SET = "–"
MINUS = "−"
THOUSANDS = "\u202f"  # narrow no-break space
NO_BREAK = "\u00a0"


def rounded(value: Decimal | float | int, decimals: int = 0) -> Decimal:
    """Half up, as the reports promise; Python's own round goes to even."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def percent(part: int, whole: int, decimals: int = 0) -> Decimal | None:
    """The share in percent, from whole numbers only; None where there is no base."""
    if whole == 0:
        return None
    return rounded(Decimal(100 * part) / Decimal(whole), decimals)


def format_integer(value: int | None) -> str:
    if value is None:
        return NOT_SET
    digits = f"{abs(value):,}".replace(",", THOUSANDS)
    return f"{MINUS}{digits}" if value < 0 else digits


def format_decimal(value: Decimal | float | None, decimals: int = 1) -> str:
    if value is None:
        return NOT_SET
    exact = rounded(Decimal(str(value)), decimals)
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    digits = format_integer(int(whole)) + (f",{fraction}" if fraction else "")
    return f"{MINUS}{digits}" if exact < 0 else digits


def format_exact(value: Decimal) -> str:
    """With the decimals that it has, and none that say nothing."""
    decimals = -value.normalize().as_tuple().exponent  # type: ignore[operator]  # it is finite
    return format_decimal(value, max(decimals, 0))


def format_share(value: Decimal) -> str:
    """ "94,5 %": a share in percent as it was set, or as it was reported elsewhere."""
    return f"{format_exact(value)}{NO_BREAK}%"


def part_of(part: int, whole: int, space: str = " ") -> str:
    """ "37 av 40"; with NO_BREAK as the space, on one line."""
    return f"{format_integer(part)}{space}av{space}{format_integer(whole)}"


def format_percent(part: int, whole: int, decimals: int = 0) -> str:
    """ "42 %" with a no-break space, or "–" where there is no base."""
    value = percent(part, whole, decimals)
    return NOT_SET if value is None else f"{format_decimal(value, decimals)}{NO_BREAK}%"


def format_signed(value: int | None) -> str:
    """A change: "+3", "−8", "0"."""
    if value is None:
        return NOT_SET
    return f"+{format_integer(value)}" if value > 0 else format_integer(value)


def counted(count: int, singular: str, plural: str) -> str:
    """ "1 ärende", "17 ärenden"."""
    return f"{format_integer(count)}{NO_BREAK}{singular if count == 1 else plural}"
