from datetime import date

import pytest

from deviations.models import Cause, Deviation, Kind, Severity
from organisation.models import Unit
from qualityreport.models import Report
from qualityreport.scope import Scope
from tests.factories.history import lay
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report


def investigated(unit: Unit, severity: str, *, year: int = 2023) -> Deviation:
    return lay(unit, date(year, 3, 1), decided=date(year, 5, 1), severity=severity)


@pytest.fixture
def cases(organisation: Organisation) -> None:
    """Two misconducts and a risk among children, one risk among adults, three internal ones."""
    cause = Cause.objects.create(name="Processer och rutiner")
    for severity in (Severity.MISCONDUCT, Severity.MISCONDUCT, Severity.RISK):
        investigated(organisation.intake, severity).causes.add(cause)
    investigated(organisation.support, Severity.RISK)
    for _ in range(3):
        lay(organisation.youth, date(2023, 6, 1), kind=Kind.INTERNAL)


@pytest.fixture
def report(organisation: Organisation) -> Report:
    return make_report(organisation.ifo)


@pytest.fixture
def scope(report: Report) -> Scope:
    return Scope.of(report)
