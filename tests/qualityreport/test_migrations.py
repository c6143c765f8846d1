"""Back and forth on filled tables."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command

from qualityreport.models import Report
from tests.factories.organisation import make_organisation
from tests.factories.reports import make_report

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def report() -> Iterator[Report]:
    yield make_report(make_organisation().ifo)
    call_command("migrate", verbosity=0)


def migrate(name: str) -> None:
    call_command("migrate", "qualityreport", name, verbosity=0)


def test_a_report_stays_whichever_way_one_goes(report: Report) -> None:
    migrate("0003")
    migrate("0004")

    assert Report.objects.get() == report


def test_reports_that_differ_in_audience_alone_are_not_thrown_away(report: Report) -> None:
    twin = make_report(report.unit, audience="internal")

    with pytest.raises(RuntimeError, match="differ in audience alone"):
        migrate("0003")

    twin.delete()
