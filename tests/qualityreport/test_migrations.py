"""Back and forth on filled tables."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command

from qualityreport.models import Report, ReportFile, ReportVersion
from tests.factories.organisation import make_organisation
from tests.factories.reports import make_report

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def report() -> Iterator[Report]:
    yield make_report(make_organisation().ifo)
    call_command("migrate", verbosity=0)


def migrate(name: str) -> None:
    call_command("migrate", "qualityreport", name, verbosity=0)


def to_now() -> None:
    call_command("migrate", verbosity=0)


def test_a_report_stays_whichever_way_one_goes(report: Report) -> None:
    migrate("0003")
    to_now()

    assert Report.objects.get() == report


def test_reports_that_differ_in_audience_alone_are_not_thrown_away(report: Report) -> None:
    twin = make_report(report.unit, audience="internal")

    with pytest.raises(RuntimeError, match="differ in audience alone"):
        migrate("0003")

    to_now()
    twin.delete()


def test_on_the_way_back_the_attested_file_is_the_one_that_stays(report: Report) -> None:
    version = ReportVersion.objects.create(report=report, number=1)
    for attested in (False, True):
        ReportFile.objects.create(
            version=version,
            format=ReportFile.Format.PDF,
            attested=attested,
            name="rapport.pdf",
            stored_as=f"reports/{attested}.pdf",
            sha256="0" * 64,
            size=8,
            pages=1,
        )

    migrate("0005")
    to_now()

    assert ReportFile.objects.get().stored_as == "reports/True.pdf"
    ReportFile.objects.all().delete()
    version.delete()
