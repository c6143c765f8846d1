"""How the cases were handled: the law they follow, the time they took, IVO and the person."""

from collections import defaultdict
from collections.abc import Sequence

from deviations import statistics
from lib.numbers import counted, format_exact, format_integer
from lib.suppression import Sum
from organisation.models import LegalReference
from qualityreport.blocks.block import Block
from qualityreport.blocks.deviations.parts import SOURCE
from qualityreport.guarded import Sheet, guarded, sheet
from qualityreport.parts import Cell, Column, Part, Row, Table, number_columns, paragraphs, row
from qualityreport.scope import Scope
from qualityreport.shown import Shown, protected

DUTIES = ("report", "inform_staff", "provider", "investigate", "notify")


def law(scope: Scope) -> Sequence[Part]:
    """As it read during the period: a case follows the law of its own day."""
    start, end = scope.period.start, scope.period.end
    found = (
        LegalReference.objects.filter(duty__in=DUTIES, valid_from__lte=end)
        .exclude(valid_to__lt=start)
        .order_by("valid_from", "pk")
    )
    cited: dict[str, list[str]] = defaultdict(list)
    meaning: dict[str, str] = {}
    for reference in sorted(found, key=lambda one: one.act != LegalReference.Act.SOL):
        cited[reference.duty].append(_cited(reference, scope))
        meaning[reference.duty] = reference.meaning
    if not cited:
        return [paragraphs("Inga lagrum för perioden är inlagda.")]
    table = Table(
        key="lex-sarah-lagrum",
        title=f"Vad lagen krävde {scope.period.year}",
        columns=[Column("Skyldighet", width=60), Column("Lagrum", width=40)],
        rows=[
            Row([Cell(meaning[duty]), Cell(", ".join(cited[duty]))])
            for duty in DUTIES
            if duty in cited
        ],
    )
    return [table]


def _cited(reference: LegalReference, scope: Scope) -> str:
    """With the day of the change, where the law changed within the period."""
    words = reference.citation
    if reference.valid_to and reference.valid_to < scope.period.end:
        words += f" (t.o.m. {reference.valid_to:%Y-%m-%d})"
    if reference.valid_from > scope.period.start:
        words += f" (fr.o.m. {reference.valid_from:%Y-%m-%d})"
    return words


def time(scope: Scope) -> Sequence[Part]:
    now, before = (
        scope.counted(statistics.time_to_decision, scope.units, period)
        for period in (scope.period, scope.period.years_back(1))
    )
    if not now.cases:
        year = scope.period.year
        return [paragraphs(f"Inga lex Sarah-rapporter fick beslut om grad under {year}.")]
    shown = Shown(scope.policy, scope.unit.level)
    if not shown.tells_share(now.cases):
        return [paragraphs("Rapporterna är för få för att ange en mediantid till beslut.")]
    sentence = (
        f"Mediantiden från inkommen rapport till beslut var {_days(now)} för de "
        f"{format_integer(now.cases)} rapporter som fick beslut om grad {scope.period.year}: "
        "hälften gick fortare och hälften tog längre tid."
    )
    if shown.tells_share(before.cases):
        reports = counted(before.cases, "rapport", "rapporter")
        sentence += f" Året före var den {_days(before)}, för {reports}."
    return protected(scope, [now.cases], [paragraphs(sentence)])


def _days(found: statistics.Time) -> str:
    assert found.median is not None  # noqa: S101 -- there are cases
    return f"{format_exact(found.median)} dagar"


def ivo(scope: Scope) -> Sequence[Part]:
    found = scope.counted(statistics.notified_to_ivo, scope.units, scope.period)
    year = scope.period.year
    if not found.notified:
        return [paragraphs(f"Ingen rapport anmäldes till IVO under {year}.")]
    sentence = f"{counted(found.notified, 'rapport', 'rapporter')} anmäldes till IVO under {year}"
    if found.before_finished:
        sentence += f", varav {format_integer(found.before_finished)} innan utredningen var klar"
    counts = [found.notified, found.before_finished, found.notified - found.before_finished]
    return protected(scope, counts, [paragraphs(f"{sentence}.")])


def people(scope: Scope) -> Sequence[Part]:
    """Whether the person was told, and whether what the child says stands in the case."""
    told = scope.counted(statistics.informed, scope.units, scope.period)
    heard = scope.counted(statistics.heard, scope.units, scope.period)
    if not told.cases:
        year = scope.period.year
        return [paragraphs(f"Inga lex Sarah-rapporter utreddes färdigt under {year}.")]
    asked = [("Den enskilde eller en företrädare har informerats", told)]
    if heard.cases:
        asked.append(("Barnets egen syn finns i ärendet", heard))
    table = Table(
        key="lex-sarah-den-enskilde",
        title=f"Den enskilde i utredda lex Sarah-rapporter {scope.period.year}",
        columns=number_columns(
            "Vad som gjordes", "Rapporter", "Ja", "Nej, skäl angivet", "Uppgift saknas"
        ),
        rows=[row(name, *_documented(found)) for name, found in asked],
        source=scope.source(SOURCE),
        note="Barnets egen syn räknas på rapporter som rör barn och unga under 18 år."
        if heard.cases
        else "",
    )
    return guarded(scope, table, _asked_sheet([_documented(found) for _, found in asked]))


def _asked_sheet(rows: Sequence[Sequence[int]]) -> Sheet:
    made = sheet(rows)
    made.sums += [
        Sum((place, 1), ((place, 2), (place, 3), (place, 4))) for place in range(len(rows))
    ]
    return made


def _documented(found: statistics.Documented) -> list[int]:
    return [found.cases, found.done, found.reason, found.missing]


BLOCKS = (
    Block("deviations.law", "Lex Sarah i lagen", law),
    Block("deviations.time", "Lex Sarah, tid till beslut", time),
    Block("deviations.ivo", "Lex Sarah, anmälningar till IVO", ivo),
    Block("deviations.people", "Lex Sarah, den enskilde", people),
)
