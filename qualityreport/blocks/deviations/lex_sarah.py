"""Lex Sarah: what was brought over, came in and was decided, why, and what is done about it."""

from collections import Counter
from collections.abc import Sequence

from django.utils.formats import date_format

from deviations import statistics
from deviations.models import Kind
from deviations.models.choices import GRADES
from lib.numbers import counted, format_integer
from lib.sentences import in_order
from measures.models import Status
from measures.statistics import created_by, status_as_of
from qualityreport import tallies
from qualityreport.blocks.block import Block
from qualityreport.blocks.deviations.parts import SOURCE, counted_table, divided
from qualityreport.parts import Part, Row, Table, number_columns, paragraphs, row
from qualityreport.scope import Scope
from qualityreport.shown import protected


def reconciliation(scope: Scope) -> Sequence[Part]:
    """överförda + inkomna = utredda + ej lex Sarah + annullerade + pågående, per section."""
    per_group = [
        (group.name, tallies.flow(scope, group.unit_ids, scope.period)) for group in scope.groups
    ]
    # What belongs to no section is a row only where there is something in it.
    flows = [(name, flow) for name, flow in per_group if any(_flow_counts(flow))]
    total = tallies.flow(scope, scope.units, scope.period)
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
    # Whole: other tables print some of these, and what is carried over follows from the rest.
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
    late = tallies.flow(scope, scope.units, scope.period).late
    if not any(sum(column.values()) for column in table.values()):
        nothing = f"Inga lex Sarah-rapporter utreddes färdigt under {scope.period.year}."
        return protected(scope, [late], [paragraphs(nothing, _late(late, scope))])
    return divided(
        scope,
        key="lex-sarah-grader",
        title=f"Utredda lex Sarah-rapporter {scope.period.year} efter bedömning",
        first="Bedömning",
        rows={grade.label: [table[name][grade] for name in shown] for grade in GRADES},
        groups=shown,
        unit="antal rapporter",
        source=scope.source(SOURCE),
        note=_late(late, scope) if scope.shows(late) else "",
    )


def _late(late: int, scope: Scope) -> str:
    """What is left out of the population is named as a number."""
    if not late:
        return ""
    day = date_format(scope.period.end, "j F Y")
    reports = counted(late, "rapport", "rapporter")
    finished = "färdigutredd" if late == 1 else "färdigutredda"
    year = scope.period.year
    return f"{reports} som kom in under {year} var inte {finished} den {day} och ingår inte."


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
    parts = divided(
        scope,
        key="bakomliggande-orsaker",
        title=f"Bakomliggande orsaker till utredda lex Sarah-rapporter {scope.period.year}",
        first="Orsak",
        rows={name: [found.per_group[group][name] for group in shown] for name in names},
        groups=shown,
        unit="antal orsaker",
        source=scope.source(SOURCE),
    )
    counts = [found.cases, found.named]
    return [*protected(scope, counts, [paragraphs(sentence)]), *parts]


def measures(scope: Scope) -> Sequence[Part]:
    """How the measures that cases led to stood on the as-of date, whatever has happened since."""
    return _measures(scope, "atgarder-avvikelser", "ärenden")


def lex_sarah_measures(scope: Scope) -> Sequence[Part]:
    return _measures(scope, "atgarder-lex-sarah", "lex Sarah-rapporter", Kind.LEX_SARAH)


def _measures(scope: Scope, key: str, plural: str, *kinds: str) -> Sequence[Part]:
    linked = statistics.measure_ids(scope.units, scope.period, *kinds)
    known = status_as_of(linked, scope.period.end)
    ids = created_by(linked, scope.period.end) | known.keys()
    states = Counter(known[pk].status if pk in known else Status.NOT_STARTED for pk in ids)
    counts = {status.label: states[status] for status in Status}
    if not ids:
        return [paragraphs(f"Inga åtgärder är kopplade till periodens {plural}.")]
    title = f"Åtgärder med anledning av {plural} som beslutades {scope.period.year}"
    return counted_table(scope, key, title, "Läge", counts, "Åtgärdsregistret")


BLOCKS = (
    Block("deviations.reconciliation", "Lex Sarah, avstämning", reconciliation),
    Block("deviations.grades", "Lex Sarah, grader", grades),
    Block("deviations.causes", "Bakomliggande orsaker", causes),
    Block("deviations.measures", "Åtgärder efter avvikelser", measures),
    Block("deviations.lex_sarah_measures", "Åtgärder efter lex Sarah", lex_sarah_measures),
)
