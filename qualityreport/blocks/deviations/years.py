"""Two years beside each other; a year before the register stands as it was published."""

from collections.abc import Sequence

from deviations.models import Kind, PublishedTotal
from deviations.models.choices import COMPLAINT_KINDS
from qualityreport.blocks.block import Block
from qualityreport.blocks.deviations.parts import SOURCE, figure_row
from qualityreport.parts import Part, Table, number_columns, paragraphs
from qualityreport.scope import Scope
from qualityreport.shown import protected
from qualityreport.tallies import Figure, figure

Kinds = tuple[str, ...]
Of = PublishedTotal.Figure
LEX_SARAH: Kinds = (Kind.LEX_SARAH,)
EVERY_KIND: tuple[tuple[str, str, Kinds], ...] = (
    ("Lex Sarah-rapporter, inkomna", Of.RECEIVED, LEX_SARAH),
    ("Lex Sarah-rapporter, utredda", Of.INVESTIGATED, LEX_SARAH),
    ("Interna avvikelser", Of.RECEIVED, (Kind.INTERNAL,)),
    ("Avvikelser hos privata utförare", Of.RECEIVED, (Kind.PROVIDER,)),
    ("Synpunkter och klagomål", Of.RECEIVED, COMPLAINT_KINDS),
)
LEX_SARAH_ALONE: tuple[tuple[str, str, Kinds], ...] = (
    ("Inkomna", Of.RECEIVED, LEX_SARAH),
    ("Utredda", Of.INVESTIGATED, LEX_SARAH),
    ("Ej lex Sarah", Of.OUTSIDE, LEX_SARAH),
    ("Annullerade", Of.ANNULLED, LEX_SARAH),
    ("Pågående vid periodens slut", Of.OPEN, LEX_SARAH),
)


def two_years(scope: Scope) -> Sequence[Part]:
    return _two_years(
        scope,
        "rapporterade-avvikelser",
        "Rapporterade avvikelser",
        "Typ",
        EVERY_KIND,
        "Inkomna räknas det år de kom in och utredda det år de beslutades. Annullerade lex "
        "Sarah-rapporter ingår bland de inkomna. Andra annullerade ärenden räknas inte.",
    )


def lex_sarah_two_years(scope: Scope) -> Sequence[Part]:
    return _two_years(
        scope,
        "lex-sarah-tva-ar",
        "Lex Sarah-rapporter",
        "Rapporter",
        LEX_SARAH_ALONE,
        "Inkomna räknas det år de kom in, de övriga det år de beslutades eller annullerades.",
    )


def _two_years(
    scope: Scope,
    key: str,
    title: str,
    first: str,
    told: Sequence[tuple[str, str, Kinds]],
    note: str,
) -> Sequence[Part]:
    """Both years counted to the same day of the year."""
    now, before = scope.period, scope.period.years_back(1)
    figures = [
        (label, [figure(scope, scope.units, period, of, *kinds) for period in (now, before)])
        for label, of, kinds in told
    ]
    table = Table(
        key=key,
        title=f"{title} {now.year} och {before.year}",
        columns=number_columns(first, str(now.year), str(before.year), "Förändring"),
        rows=[figure_row(label, *both, change=True) for label, both in figures],
        source=scope.source(SOURCE),
        note=note,
    )
    return protected(scope, _counts([both for _, both in figures]), [table])


def _counts(figures: Sequence[Sequence[Figure]]) -> list[int]:
    return [one.count for both in figures for one in both if one.count is not None]


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
    years = (scope.period, scope.period.years_back(1))
    now, before = years

    def both(units: frozenset[int]) -> list[Figure]:
        return [figure(scope, units, period, Of.RECEIVED, kind) for period in years]

    groups = [(group.name, both(group.unit_ids)) for group in scope.groups]
    whole = both(scope.units)
    if not any(_counts([whole, *(figures for _, figures in groups)])):
        return [paragraphs(f"Inga {plural} rapporterades under {now.year} eller {before.year}.")]
    shown = [(name, figures) for name, figures in groups if any(_counts([figures]))]
    rows = [figure_row(name, *figures) for name, figures in shown]
    if len(rows) != 1 or _counts([shown[0][1]]) != _counts([whole]):
        rows.append(figure_row("Totalt" if rows else scope.whole.name, *whole, total=bool(rows)))
    table = Table(
        key=key,
        title=f"{title} {now.year} och {before.year}",
        columns=number_columns("Verksamhet", str(now.year), str(before.year)),
        rows=rows,
        source=scope.source(SOURCE),
    )
    counts = _counts([whole, *(figures for _, figures in groups)])
    return protected(scope, counts, [table])


BLOCKS = (
    Block("deviations.two_years", "Avvikelser, två år", two_years),
    Block("deviations.lex_sarah_two_years", "Lex Sarah, två år", lex_sarah_two_years),
    Block("deviations.internal", "Interna avvikelser", internal),
    Block("deviations.providers", "Avvikelser hos privata utförare", providers),
)
