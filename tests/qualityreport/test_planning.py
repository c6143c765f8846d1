"""The year around a report: dates backwards from the meeting, areas to answer, next year's."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisation.models import User
from qualityreport import checks, services, wheel
from qualityreport.collect import collect
from qualityreport.models import Report, ReportRules
from qualityreport.scope import Scope
from qualityreport.todo import todo
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, make_version, write
from tests.qualityreport.reading import cells, tables


def unanswered(report: Report) -> list[str]:
    found = checks.run(collect(report))
    return [finding.place for finding in found if finding.check == "improvement_not_answered"]


@pytest.fixture
def last_year(report: Report, karin: User) -> Report:
    made = make_report(report.unit, report.year - 1)
    services.name_improvement(actor=karin, report=made, title="Barns röst", why="Aktgranskning.")
    return made


def test_nothing_is_planned_before_a_meeting_is_decided(report: Report) -> None:
    assert wheel.dates(report) == []


def test_the_dates_are_counted_backwards_by_the_municipalitys_rule(
    report: Report, organisation: Organisation
) -> None:
    ReportRules.objects.create(unit=organisation.board, days_to_summons=8)
    report.meeting_on = date(2024, 3, 20)
    days = {due.key: due.on for due in wheel.dates(report)}
    assert days["days_to_summons"] == date(2024, 3, 12)


def test_a_day_that_falls_on_a_holiday_is_the_working_day_before(report: Report) -> None:
    report.meeting_on = date(2024, 1, 8)
    days = {due.key: due.on for due in wheel.dates(report)}
    assert days["days_to_summons"] == date(2023, 12, 29)  # New Year's Day, a weekend before


def test_what_is_attested_is_not_late(report: Report) -> None:
    report.meeting_on = date(2024, 3, 20)
    make_version(report, "attested")
    late = {due.key for due in wheel.dates(report) if due.is_late}
    assert late == {"days_to_preparation", "days_to_summons", "meeting"}


def test_every_area_of_last_year_must_be_answered(
    report: Report, last_year: Report, karin: User
) -> None:
    assert unanswered(report) == ["Barns röst"]
    area = last_year.improvements.get()
    services.answer_improvement(
        actor=karin,
        report=report,
        pk=area.pk,
        version=1,
        changes={"outcome": "reached", "answer": "Alla barn hörs."},
    )
    assert unanswered(report) == []
    (table,) = tables("improvements.followed_up", Scope.of(report))
    assert cells(table) == [["Barns röst", "Uppnått", "Alla barn hörs."]]


def test_the_areas_of_the_year_stand_in_the_report(last_year: Report) -> None:
    (table,) = tables("improvements.next", Scope.of(last_year))
    assert cells(table) == [["Barns röst", "Aktgranskning.", "–"]]


def test_next_years_report_takes_over_the_outline_and_none_of_the_words(
    client: Client, report: Report, karin: User, eva: User
) -> None:
    write(report, "syfte", "<p>Årets ord.</p>")
    report.sections.filter(key="syfte").update(owner=eva, title="Syftet i år")
    client.force_login(karin)
    client.post(reverse("qualityreport:next_year", args=[report.pk]))
    made = Report.objects.get(year=2024)
    section = made.sections.get(key="syfte")
    assert (section.title, section.owner, section.body) == ("Syftet i år", eva, "")
    assert made.sections.count() == report.sections.count()
    assert section.parent is not None and section.parent.report == made


def test_next_year_is_begun_once(client: Client, report: Report, karin: User) -> None:
    client.force_login(karin)
    for _ in range(2):
        client.post(reverse("qualityreport:next_year", args=[report.pk]))
    assert Report.objects.filter(year=2024).count() == 1


def test_an_area_is_answered_with_words(
    client: Client, report: Report, last_year: Report, karin: User
) -> None:
    client.force_login(karin)
    area = last_year.improvements.get()
    url = reverse("qualityreport:improvement_answer", args=[report.pk, area.pk])
    page = client.post(url, {"outcome": "reached", "answer": "", "version": 1})
    assert list(page.context["form"].errors) == ["answer"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_start_page_asks_as_much_for_three_reports_as_for_one(
    count: int,
    organisation: Organisation,
    karin: User,
    dag: User,
    django_assert_max_num_queries: Any,
) -> None:
    """On the way to the board, with a version to attest and an underlag to write."""
    for year in range(2020, 2020 + count):
        made = make_report(organisation.ifo, year)
        Report.objects.filter(pk=made.pk).update(meeting_on=timezone.localdate())
        make_version(made, "in_review")
        services.ask_for_contributions(
            actor=karin, report=made, units=[organisation.intake], due_on=date(2024, 1, 20)
        )
    for user in (karin, dag):
        with django_assert_max_num_queries(24):
            assert len(todo(user)) >= count


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_underlag_asks_as_much_for_three_units_as_for_one(
    count: int,
    client: Client,
    report: Report,
    organisation: Organisation,
    karin: User,
    django_assert_max_num_queries: Any,
) -> None:
    units = [organisation.intake, organisation.youth, organisation.support][:count]
    services.ask_for_contributions(
        actor=karin, report=report, units=units, due_on=date(2024, 1, 20)
    )
    client.force_login(karin)
    with django_assert_max_num_queries(12):
        client.get(reverse("qualityreport:contributions", args=[report.pk]))
