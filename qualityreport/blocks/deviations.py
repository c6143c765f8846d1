"""Avvikelser, lex Sarah, synpunkter och klagomål, by the counting rules of their register."""

from collections import Counter
from collections.abc import Callable, Sequence

from deviations import statistics
from deviations.models import Kind
from deviations.models.choices import COMPLAINT_KINDS, GRADES
from lib.numbers import counted, format_integer, format_signed
from lib.periods import Period
from lib.sentences import in_order
from measures.models import Status
from measures.statistics import created_by, status_as_of
from qualityreport.blocks.block import Block
from qualityreport.parts import Chart, Part, Row, Series, Table, number_columns, paragraphs, row
from qualityreport.scope import Scope
from qualityreport.shown import protected
from qualityreport.tallies import flow as flow_of
from qualityreport.tallies import received

SOURCE = "Avvikelseregistret"


def two_years(scope: Scope) -> Sequence[Part]:
    """Both years counted to the same day of the year."""
    now, before = scope.period, scope.period.years_back(1)
    counted_kinds = [
        (label, count(scope, now), count(scope, before)) for label, count in _two_year_counts()
    ]
    table = Table(
        key="rapporterade-avvikelser",
        title=f"Rapporterade avvikelser {now.year} och {before.year}",
        columns=number_columns("Typ", str(now.year), str(before.year), "Förändring"),
        rows=[
            row(label, this_year, last_year, format_signed(this_year - last_year))
            for label, this_year, last_year in counted_kinds
        ],
        source=scope.source(SOURCE),
        note="Inkomna räknas det år de kom in och utredda det år de beslutades. Annullerade lex "
        "Sarah-rapporter ingår bland de inkomna. Andra annullerade ärenden räknas inte.",
    )
    counts = [count for _, *years in counted_kinds for count in years]
    return protected(scope, counts, [table])


Count = Callable[[Scope, Period], int]


def _two_year_counts() -> list[tuple[str, Count]]:
    def kinds(*kinds: str) -> Count:
        return lambda scope, period: received(scope, scope.units, period, *kinds)

    def flow(part: str) -> Count:
        """From the reconciliation, so that the two tables never disagree."""
        return lambda scope, period: getattr(flow_of(scope, scope.units, period), part)

    return [
        ("Lex Sarah-rapporter, inkomna", flow("received")),
        ("Lex Sarah-rapporter, utredda", flow("investigated")),
        ("Interna avvikelser", kinds(Kind.INTERNAL)),
        ("Avvikelser hos privata utförare", kinds(Kind.PROVIDER)),
        ("Synpunkter och klagomål", kinds(*COMPLAINT_KINDS)),
    ]


def reconciliation(scope: Scope) -> Sequence[Part]:
    """överförda + inkomna = utredda + ej lex Sarah + annullerade + pågående, per section."""
    per_group = [
        (group.name, flow_of(scope, group.unit_ids, scope.period)) for group in scope.groups
    ]
    # What belongs to no section is a row only where there is something in it.
    flows = [(name, flow) for name, flow in per_group if any(_flow_counts(flow))]
    total = flow_of(scope, scope.units, scope.period)
    shown = flows if len(flows) > 1 else []
    columns = ["Överförda", "Inkomna", "Utredda", "Ej lex Sarah", "Annullerade", "Pågående"]
    table = Table(
        key="lex-sarah-avstamning",
        title=f"Lex Sarah-rapporter {scope.period.year}, från inkommen till utredd",
        columns=number_columns("Verksamhet", *columns),
        rows=[
            *(_flow_row(name, flow) for name, flow in shown),
            _flow_row("Totalt" if shown else scope.whole.name, total, total=bool(shown)),
        ],
        source=scope.source(SOURCE),
        note="Överförda och inkomna är lika många som utredda, ej lex Sarah, annullerade och "
        "pågående tillsammans.",
    )
    counts = [count for _, flow in flows for count in _flow_counts(flow)]
    return protected(scope, counts, [paragraphs(_flow_sentence(total, scope)), table])


def _flow_counts(flow: statistics.Reconciliation) -> list[int]:
    return [
        flow.carried_over,
        flow.received,
        flow.investigated,
        flow.outside,
        flow.annulled,
        flow.open,
    ]


def _flow_row(name: str, flow: statistics.Reconciliation, *, total: bool = False) -> Row:
    return row(name, *_flow_counts(flow), total=total)


def _flow_sentence(flow: statistics.Reconciliation, scope: Scope) -> str:
    """The sum in words: what came in and was carried over is all told of after it."""
    year = scope.period.year
    if not any(_flow_counts(flow)):
        return f"Under {year} kom inga lex Sarah-rapporter in, och inga fanns kvar från året före."
    came = counted(flow.received, "rapport", "rapporter") if flow.received else "inga rapporter"
    carried = f", och {format_integer(flow.carried_over)} fanns kvar från året före"
    ended = [
        (flow.investigated, "utreddes färdigt"),
        (flow.outside, "föll inte inom lex Sarah"),
        (flow.annulled, "annullerades"),
        (flow.open, "var utan beslut vid periodens slut"),
    ]
    told = [f"{format_integer(count)} {words}" for count, words in ended if count]
    # Where the register does not add up, which a check tells of, there may be nothing to say.
    rest = f": {in_order(told)}" if told else ""
    return f"Under {year} kom {came} in{carried if flow.carried_over else ''}{rest}."


def grades(scope: Scope) -> Sequence[Part]:
    table = scope.counted(statistics.investigated_per_grade, scope.groups, scope.period)
    shown = [name for name in table if sum(table[name].values()) or len(table) == 1]
    if not any(sum(column.values()) for column in table.values()):
        return [paragraphs(f"Inga lex Sarah-rapporter utreddes färdigt under {scope.period.year}.")]
    return protected(
        scope,
        [count for column in table.values() for count in column.values()],
        _divided(
            key="lex-sarah-grader",
            title=f"Utredda lex Sarah-rapporter {scope.period.year} efter bedömning",
            first="Bedömning",
            rows={grade.label: [table[name][grade] for name in shown] for grade in GRADES},
            groups=shown,
            unit="antal rapporter",
            source=scope.source(SOURCE),
        ),
    )


def causes(scope: Scope) -> Sequence[Part]:
    found = scope.counted(statistics.causes, scope.groups, scope.period)
    if not found.named:
        return [
            paragraphs("Inga bakomliggande orsaker har angetts för periodens utredda rapporter.")
        ]
    shown = [name for name in found.per_group if sum(found.per_group[name].values())]
    names = [name for name in found.names if any(row[name] for row in found.per_group.values())]
    sentence = (
        f"I {counted(found.cases, 'utrett ärende', 'utredda ärenden')} angavs "
        f"{counted(found.named, 'orsak', 'orsaker')}. Ett ärende kan ha flera orsaker."
    )
    parts = _divided(
        key="bakomliggande-orsaker",
        title=f"Bakomliggande orsaker till utredda lex Sarah-rapporter {scope.period.year}",
        first="Orsak",
        rows={name: [found.per_group[group][name] for group in shown] for name in names},
        groups=shown,
        unit="antal orsaker",
        source=scope.source(SOURCE),
    )
    counts = [count for row in found.per_group.values() for count in row.values()]
    return protected(scope, counts, [paragraphs(sentence), *parts])


def _divided(
    *,
    key: str,
    title: str,
    first: str,
    rows: dict[str, list[int]],
    groups: Sequence[str],
    unit: str,
    source: str,
) -> list[Part]:
    """A chart and its table: one column per group, stacked and summed where there are several."""
    several = len(groups) > 1
    totals = [sum(values) for values in zip(*rows.values(), strict=True)]
    chart = Chart(
        key=f"{key}-diagram",
        title=title,
        kind="stacked" if several else "bars",
        categories=list(rows),
        series=[
            Series(group, [values[index] for values in rows.values()])
            for index, group in enumerate(groups)
        ],
        unit=unit,
        source=source,
    )
    table = Table(
        key=key,
        title=title,
        columns=number_columns(first, *groups, *(["Totalt"] if several else [])),
        rows=[
            *(_summed_row(name, values, several) for name, values in rows.items()),
            _summed_row("Totalt", totals, several, total=True),
        ],
        source=source,
    )
    return [chart, table]


def _summed_row(name: str, values: Sequence[int], summed: bool, *, total: bool = False) -> Row:
    return row(name, *values, *([sum(values)] if summed else []), total=total)


def internal(scope: Scope) -> Sequence[Part]:
    return _received_per_group(
        scope, "interna-avvikelser", "Interna avvikelser", "interna avvikelser", Kind.INTERNAL
    )


def providers(scope: Scope) -> Sequence[Part]:
    return _received_per_group(
        scope,
        "avvikelser-utforare",
        "Avvikelser hos privata utförare",
        "avvikelser hos privata utförare",
        Kind.PROVIDER,
    )


def _received_per_group(
    scope: Scope, key: str, title: str, plural: str, kind: str
) -> Sequence[Part]:
    now, before = scope.period, scope.period.years_back(1)
    counts = [
        (
            group.name,
            received(scope, group.unit_ids, now, kind),
            received(scope, group.unit_ids, before, kind),
        )
        for group in scope.groups
    ]
    if not any(this_year or last_year for _, this_year, last_year in counts):
        return [paragraphs(f"Inga {plural} rapporterades under {now.year} eller {before.year}.")]
    rows = [row(name, *years) for name, *years in counts if any(years)]
    if len(rows) > 1:
        sums = sum(count for _, count, _ in counts), sum(count for _, _, count in counts)
        rows.append(row("Totalt", *sums, total=True))
    table = Table(
        key=key,
        title=f"{title} {now.year} och {before.year}",
        columns=number_columns("Verksamhet", str(now.year), str(before.year)),
        rows=rows,
        source=scope.source(SOURCE),
    )
    flat = [count for _, *years in counts for count in years]
    return protected(scope, flat, [table])


def complaints(scope: Scope) -> Sequence[Part]:
    counts = scope.counted(statistics.complaints, scope.groups, scope.period)
    received = sum(group.received for group in counts.values())
    appeals = sum(group.appeals for group in counts.values())
    if not received:
        return [paragraphs(f"Inga synpunkter eller klagomål kom in under {scope.period.year}.")]
    rows = [row(name, group.received, group.appeals) for name, group in counts.items()]
    if len(rows) > 1:
        rows.append(row("Totalt", received, appeals, total=True))
    table = Table(
        key="synpunkter-och-klagomal",
        title=f"Synpunkter och klagomål {scope.period.year}",
        columns=number_columns("Verksamhet", "Inkomna", "varav överklaganden"),
        rows=rows,
        source=scope.source(SOURCE),
        note="Överklaganden av beslut har en egen väg men kommer ofta in som klagomål.",
    )
    flat = [
        count
        for group in counts.values()
        for count in (group.received, group.appeals, group.received - group.appeals)
    ]
    return protected(scope, flat, [table])


def measures(scope: Scope) -> Sequence[Part]:
    """How the measures that cases led to stood on the as-of date, whatever has happened since."""
    linked = statistics.measure_ids(scope.units, scope.period)
    known = status_as_of(linked, scope.period.end)
    ids = created_by(linked, scope.period.end) | known.keys()
    states = Counter(known[pk].status if pk in known else Status.NOT_STARTED for pk in ids)
    counts = {status.label: states[status] for status in Status}
    if not ids:
        return [paragraphs("Inga åtgärder är kopplade till periodens ärenden.")]
    table = Table(
        key="atgarder-avvikelser",
        title=f"Åtgärder med anledning av ärenden som beslutades {scope.period.year}",
        columns=number_columns("Läge", "Antal"),
        rows=[
            *(row(label, count) for label, count in counts.items()),
            row("Totalt", sum(counts.values()), total=True),
        ],
        source=scope.source("Åtgärdsregistret"),
    )
    return protected(scope, list(counts.values()), [table])


BLOCKS = (
    Block("deviations.two_years", "Avvikelser, två år", two_years),
    Block("deviations.reconciliation", "Lex Sarah, avstämning", reconciliation),
    Block("deviations.grades", "Lex Sarah, grader", grades),
    Block("deviations.causes", "Bakomliggande orsaker", causes),
    Block("deviations.internal", "Interna avvikelser", internal),
    Block("deviations.providers", "Avvikelser hos privata utförare", providers),
    Block("deviations.complaints", "Synpunkter och klagomål", complaints),
    Block("deviations.measures", "Åtgärder efter avvikelser", measures),
)
