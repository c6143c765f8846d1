from collections.abc import Iterator

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
