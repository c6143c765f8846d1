from collections.abc import Iterator

from deviations.models import Kind, PublishedTotal
from qualityreport import tallies
from qualityreport.checks.finding import Remark
from qualityreport.collect import Collection


def lex_sarah_adds_up(collection: Collection) -> Iterator[Remark]:
    scope = collection.scope
    for group in (scope.whole, *scope.groups):
        flow = tallies.flow(scope, group.unit_ids, scope.period)
        if not flow.adds_up:
            yield Remark(
                group.name,
                "Överförda och inkomna rapporter är inte lika många som utredda, ej lex Sarah, "
                "annullerade och pågående.",
                "Gå igenom ärendenas datum i avvikelseregistret.",
            )


def opening_balance(collection: Collection) -> Iterator[Remark]:
    """The first counted year begins with what the last published one ended with."""
    scope = collection.scope
    known, year = tallies.totals(scope), scope.period.year
    ended = known.rows.get((year - 1, Kind.LEX_SARAH, PublishedTotal.Figure.OPEN, False), {})
    for unit, published in ended.items():
        units = known.below[unit]
        if not units <= scope.units or known.first_counted(units) != year:
            continue
        begins = tallies.flow(scope, units, scope.period).carried_over
        if published.count != begins:
            yield Remark(
                known.names[unit],
                f"{year} börjar med {begins} överförda lex Sarah-rapporter, men {year - 1} slutade "
                f"med {published.count} pågående enligt tidigare redovisning.",
                "Lägg in de pågående rapporterna i registret, eller förklara skillnaden i texten.",
            )


def year_before_the_register(collection: Collection) -> Iterator[Remark]:
    scope = collection.scope
    if tallies.totals(scope).is_published(scope.units, scope.period.year):
        yield Remark(
            scope.unit.name,
            f"{scope.period.year} finns bara enligt tidigare redovisning. Det som räknas ur "
            "registret är inte hela året.",
            "Använd rapporten från det året. Året före i en senare rapport skrivs ut med källa.",
        )
