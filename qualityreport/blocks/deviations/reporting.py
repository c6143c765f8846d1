"""What came in and how: reports, channels, types, and the units from which nothing came."""

from collections import Counter
from collections.abc import Mapping, Sequence

from deviations import statistics
from deviations.models import Channel, Kind
from lib.numbers import counted, format_integer, part_of
from lib.sentences import in_order
from organisation.models import Unit
from qualityreport.blocks.block import Block
from qualityreport.blocks.deviations.parts import counted_table, largest_first
from qualityreport.parts import Part, paragraphs
from qualityreport.scope import Scope
from qualityreport.shown import Shown, protected

CHANNELS = dict(Channel.choices)
NO_TYPE, NO_CHANNEL = "Typ ej angiven", "Kanal ej angiven"
MOST_NAMED = 12


def reported(scope: Scope) -> Sequence[Part]:
    """n ärenden, m rapporter: both are counted, and neither stands for the other."""
    year = scope.period.year
    every = scope.counted(statistics.reported, scope.units, scope.period)
    found = every.get(Kind.LEX_SARAH, statistics.Reported())
    if not found.cases:
        return [paragraphs(f"Inga lex Sarah-rapporter kom in under {year}.")]
    sentence = (
        f"Under {year} kom {counted(found.cases, 'ärende', 'ärenden')} in genom "
        f"{counted(found.reports, 'rapport', 'rapporter')}. Flera rapporter om samma händelse är "
        "ett ärende. Ärenden som har annullerats räknas inte här."
    )
    counts = [found.cases, found.reports - found.cases]
    return [
        *protected(scope, counts, [paragraphs(sentence)]),
        *_channels(scope, Kind.LEX_SARAH, "lex-sarah-kanaler", "Inkomna lex Sarah-ärenden"),
    ]


def lex_sarah_types(scope: Scope) -> Sequence[Part]:
    return _types(scope, Kind.LEX_SARAH, "lex-sarah-typer", "Inkomna lex Sarah-ärenden") or [
        paragraphs("Ingen typ av händelse finns att redovisa för perioden.")
    ]


def internal_types(scope: Scope) -> Sequence[Part]:
    parts = [
        *_types(scope, Kind.INTERNAL, "interna-typer", "Interna avvikelser"),
        *_channels(scope, Kind.INTERNAL, "interna-kanaler", "Interna avvikelser"),
    ]
    return parts or [paragraphs("Inga interna avvikelser finns att dela upp för perioden.")]


def _types(scope: Scope, kind: str, key: str, title: str) -> Sequence[Part]:
    found: Counter[str] = Counter()
    for (name, _), count in _divided(scope, kind).items():
        found[name] += count
    if not any(name for name in found):
        return []
    counts = largest_first(found, NO_TYPE)
    return counted_table(
        scope, key, f"{title} {scope.period.year} efter typ", "Typ av händelse", counts
    )


def _channels(scope: Scope, kind: str, key: str, title: str) -> Sequence[Part]:
    """One way alone is no table."""
    found: Counter[str] = Counter()
    for (_, channel), count in _divided(scope, kind).items():
        found[CHANNELS.get(channel, "")] += count
    if len(found) < 2:
        return []
    counts = largest_first(found, NO_CHANNEL)
    return counted_table(
        scope, key, f"{title} {scope.period.year} efter kanal", "Hur det kom in", counts
    )


def _divided(scope: Scope, kind: str) -> Mapping[tuple[str, str], int]:
    return scope.counted(statistics.per_type_and_channel, scope.units, scope.period, kind)


def silent(scope: Scope) -> Sequence[Part]:
    """Rarely is it because nothing happened."""
    received = scope.counted(statistics.received_per_unit, scope.units, scope.period)
    found = statistics.silent_units(scope.units, scope.period, received)
    year = scope.period.year
    if not found.units:
        return [paragraphs(f"Verksamheten hade inga enheter under {year}.")]
    if not found.silent:
        return [paragraphs(f"Alla enheter rapporterade minst en avvikelse under {year}.")]
    share = part_of(len(found.silent), found.units)
    sentence = f"Från {share} enheter kom varken avvikelser eller lex Sarah-rapporter {year}."
    meaning = (
        "Det kan betyda att inget har hänt, men också att det som händer inte rapporteras. "
        "Jämför med vad som är känt om enheterna på andra sätt."
    )
    return [paragraphs(f"{sentence}{_names(scope, found)} {meaning}")]


def _names(scope: Scope, found: statistics.Silence) -> str:
    """Where all but one are silent, naming them gives away the count of the last."""
    unit = Shown(scope.policy, Unit.Level.UNIT)
    if len(found.others) == 1 and not unit.tells(found.others[0]):
        return ""
    names = list(found.silent[:MOST_NAMED])
    if more := len(found.silent) - len(names):
        names.append(f"{format_integer(more)} till")
    return f" Det gäller {in_order(names)}."


BLOCKS = (
    Block("deviations.reported", "Lex Sarah, inkomna ärenden och rapporter", reported),
    Block("deviations.lex_sarah_types", "Lex Sarah, typ av händelse", lex_sarah_types),
    Block("deviations.internal_types", "Interna avvikelser, typ och kanal", internal_types),
    Block("deviations.silent", "Enheter utan avvikelser", silent),
)
