"""Every unit's report at once: each its own, and one that fails fails alone."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jobs.engine import run
from jobs.models import Job
from organisation.models import User
from qualityreport import pages, services
from qualityreport.models import Batch, Report
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, write

WANTED: dict[str, Any] = {
    "kind": "kvalitetsberattelse",
    "year": 2023,
    "as_of": date(2023, 12, 31),
    "audience": "internal",
    "outline": "kort",
}


@pytest.fixture
def ordered(organisation: Organisation, karin: User) -> Batch:
    units = [organisation.intake, organisation.youth]
    return services.order_many(actor=karin, over=organisation.ifo, units=units, wanted=WANTED)


def posted(organisation: Organisation, **changed: str) -> dict[str, str]:
    return {
        "kind": "kvalitetsberattelse",
        "year": "2023",
        "as_of": "2023-12-31",
        "over": str(organisation.ifo.pk),
        "level": "unit",
        "audience": "internal",
    } | changed


def test_every_unit_gets_a_report_of_its_own(ordered: Batch, organisation: Organisation) -> None:
    units = set(Report.objects.values_list("unit__name", flat=True))
    assert units == {organisation.intake.name, organisation.youth.name}
    assert Job.objects.filter(state=Job.State.QUEUED).count() == 2


def test_a_second_order_while_they_are_built_builds_nothing_twice(
    ordered: Batch, organisation: Organisation, karin: User
) -> None:
    units = [organisation.intake, organisation.youth]
    again = services.order_many(actor=karin, over=organisation.ifo, units=units, wanted=WANTED)
    assert set(again.versions.all()) == set(ordered.versions.all())


def test_one_that_is_wrong_fails_alone(
    ordered: Batch, organisation: Organisation, cases: None
) -> None:
    write(Report.objects.get(unit=organisation.youth), "inledning", "<p>Antal: SIFFROR?</p>")
    for job in Job.objects.all():
        run(job.pk)
    shown = pages.batch(ordered)
    assert (shown["done"], shown["failed"], shown["open"]) == (1, 1, False)
    errors = {row.unit: row.error for row in shown["rows"]}
    assert "SIFFROR" in errors[organisation.youth.name]


def test_the_order_leads_to_one_page_that_follows_them(
    client: Client, karin: User, organisation: Organisation
) -> None:
    client.force_login(karin)
    answer = client.post(reverse("qualityreport:order_many"), posted(organisation))
    page = client.get(answer.headers["Location"])
    assert {row.unit for row in page.context["rows"]} == {
        unit.name for unit in (organisation.intake, organisation.youth, organisation.support)
    }


def test_sections_are_ordered_as_well_whatever_they_do(
    client: Client, karin: User, organisation: Organisation
) -> None:
    organisation.children.operation = "authority"
    organisation.children.save()
    client.force_login(karin)
    answer = client.post(reverse("qualityreport:order_many"), posted(organisation, level="section"))
    rows = client.get(answer.headers["Location"]).context["rows"]
    assert organisation.children.name in {row.unit for row in rows}


def test_a_report_that_is_there_gets_a_new_version(organisation: Organisation, karin: User) -> None:
    known = make_report(organisation.intake, audience="internal")
    services.order_many(
        actor=karin, over=organisation.ifo, units=[organisation.intake], wanted=WANTED
    )
    assert Report.objects.get() == known


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"as_of": "2022-12-31"}, "as_of"), ({"year": "tjugo"}, "year"), ({"over": ""}, "over")],
)
def test_what_cannot_be_ordered_is_told_at_its_field(
    changed: dict[str, str], field: str, client: Client, karin: User, organisation: Organisation
) -> None:
    client.force_login(karin)
    page = client.post(reverse("qualityreport:order_many"), posted(organisation, **changed))
    assert list(page.context["form"].errors) == [field]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_much_for_three_as_for_one(
    count: int,
    client: Client,
    karin: User,
    organisation: Organisation,
    django_assert_max_num_queries: Any,
) -> None:
    units = [organisation.intake, organisation.youth, organisation.support][:count]
    made = services.order_many(actor=karin, over=organisation.ifo, units=units, wanted=WANTED)
    client.force_login(karin)
    with django_assert_max_num_queries(10):
        client.get(reverse("qualityreport:batch", args=[made.pk]))
