"""Every improvement area of last year is answered in this one (F39)."""

from collections.abc import Iterator

from qualityreport import improvements
from qualityreport.checks.finding import Remark
from qualityreport.collect import Collection


def improvement_not_answered(collection: Collection) -> Iterator[Remark]:
    scope = collection.scope
    for row in scope.counted(improvements.to_answer_in, scope.report_id):
        if not row.outcome:
            yield Remark(
                row.title,
                f"Området från rapporten {scope.period.year - 1} är inte besvarat.",
                "Svara på sidan Förbättringsområden: vad hände, och fortsätter det?",
            )
