"""Standing texts: kept by the coordinators, printed before the year's own words."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Event
from measures.models import Status
from organisation.models import User
from qualityreport.collect import collect
from qualityreport.models import Report, StandingText
from qualityreport.outlines import OUTLINES
from qualityreport.standing import TITLES
from tests.factories import registers as make
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, make_standing_text, write
from tests.qualityreport.test_register_checks import JANUARY, JUNE

LIST = reverse("qualityreport:standing_list")
NEW = reverse("qualityreport:standing_new")


def page(text: StandingText) -> str:
    return reverse("qualityreport:standing_text", args=[text.pk])


def printed(report: Report, key: str) -> str:
    return next(found.text.html for found in collect(report).walk() if found.section.key == key)


def sent(organisation: Organisation, **changes: object) -> dict[str, object]:
    form = {"key": "syfte", "unit": organisation.ifo.pk, "first_year": 2023, "body": "<p>Nu</p>"}
    return form | changes


def test_every_standing_text_of_the_outlines_has_a_title() -> None:
    assert set(TITLES) == {"syfte", "uppdrag", "ansvar", "kvalitet", "lexsarah", "plan"}
    assert OUTLINES


def test_it_is_printed_before_the_years_own_words(
    report: Report, organisation: Organisation
) -> None:
    make_standing_text(organisation.ifo, body="<p>Lagen kräver det.</p>")
    write(report, "syfte", "<p>I år även kommunen.</p>")
    assert printed(report, "syfte") == "<p>Lagen kräver det.</p><p>I år även kommunen.</p>"


def test_a_new_wording_leaves_earlier_reports_as_they_were(
    client: Client, karin: User, report: Report, organisation: Organisation
) -> None:
    make_standing_text(organisation.ifo, first_year=2020, body="<p>Förr</p>")
    client.force_login(karin)
    client.post(NEW, sent(organisation, first_year=2024))
    assert printed(report, "syfte") == "<p>Förr</p>"
    assert printed(make_report(organisation.ifo, 2024), "syfte") == "<p>Nu</p>"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"body": "<p> </p>"}, "body", "Skriv texten."),
        ({"first_year": 2020}, "first_year", "Det finns redan en text från det rapportåret."),
        ({"first_year": "i år"}, "first_year", "Fyll i ett heltal"),
        ({"unit": ""}, "unit", "måste fyllas i"),
    ],
)
def test_what_cannot_be_saved_is_explained_at_its_field(
    changes: dict[str, object],
    field: str,
    words: str,
    client: Client,
    karin: User,
    organisation: Organisation,
) -> None:
    make_standing_text(organisation.ifo, first_year=2020)
    client.force_login(karin)
    response = client.post(NEW, sent(organisation, **changes))
    assert response.status_code == 422
    assert words in str(response.context["form"].errors[field])


def test_the_later_of_two_writers_keeps_the_own_text_and_sees_the_others(
    client: Client, karin: User, organisation: Organisation
) -> None:
    text = make_standing_text(organisation.ifo)
    client.force_login(karin)
    client.post(page(text), {"body": "<p>Den andras</p>", "version": 1})
    response = client.post(page(text), {"body": "<p>Min</p>", "version": 1})
    assert response.status_code == 409
    assert response.context["stored"].body == "<p>Den andras</p>"
    assert response.context["form"]["body"].value() == "<p>Min</p>"
    again = response.context["form"]["version"].value()
    client.post(page(text), {"body": "<p>Båda</p>", "version": again})
    text.refresh_from_db()
    assert (text.body, text.version) == ("<p>Båda</p>", 3)


def test_saving_is_audited_without_the_text(
    client: Client, karin: User, organisation: Organisation
) -> None:
    client.force_login(karin)
    client.post(page(make_standing_text(organisation.ifo)), {"body": "Hemligt", "version": 1})
    event = Event.objects.filter(action=Event.Action.CHANGE).latest("pk")
    assert (event.actor_name, "Hemligt" in str(event.__dict__)) == ("Karin Ek", False)


def test_every_wording_of_a_text_is_shown_beside_it(
    client: Client, karin: User, organisation: Organisation
) -> None:
    make_standing_text(organisation.ifo, first_year=2020)
    newer = make_standing_text(organisation.ifo, first_year=2023)
    client.force_login(karin)
    history = client.get(page(newer)).context["history"]
    assert [(row.first_year, bool(row.url)) for row in history] == [(2023, False), (2020, True)]


def test_a_section_shows_what_stands_before_its_own_text(
    client: Client, karin: User, report: Report, organisation: Organisation
) -> None:
    text = make_standing_text(organisation.ifo)
    client.force_login(karin)
    shown = client.get(reverse("qualityreport:section", args=[report.pk, "syfte"]))
    assert shown.context["standing"]["url"] == page(text)
    assert "Lagen kräver det." in shown.content.decode()


def test_the_list_asks_as_many_questions_for_three_texts_as_for_one(
    client: Client, karin: User, organisation: Organisation
) -> None:
    client.force_login(karin)
    make_standing_text(organisation.ifo)
    one = _questions(client)
    for key in ("uppdrag", "ansvar"):
        make_standing_text(organisation.children, key)
    assert _questions(client) == one


def _questions(client: Client) -> int:
    client.get(LIST)
    with CaptureQueriesContext(connection) as asked:
        client.get(LIST)
    return len(asked)


def test_a_report_may_be_created_with_the_short_outline(
    client: Client, karin: User, organisation: Organisation
) -> None:
    client.force_login(karin)
    form = {
        "kind": "kvalitetsberattelse",
        "outline": "kort",
        "year": "2024",
        "unit": organisation.ifo.pk,
        "as_of": "2024-12-31",
    }
    client.post(reverse("qualityreport:create"), form)
    keys = Report.objects.get().sections.values_list("key", flat=True)
    assert "utvecklingsomraden" in keys
    assert "forbattringsomraden" not in keys


def test_the_coordinator_finds_what_changed_after_the_period(
    client: Client, karin: User, report: Report, organisation: Organisation
) -> None:
    measure = make_measure(organisation.ifo, "Ny rutin", status=Status.DONE)
    make.risk(organisation.ifo, "R1").measures.add(measure)
    make_follow_up(measure, JUNE, Status.ONGOING)
    make_follow_up(measure, JANUARY, Status.DONE, effect="yes")
    client.force_login(karin)
    response = client.get(reverse("qualityreport:findings", args=[report.pk]))
    group = response.context["judged"][-1].group
    assert (group.severity_text, group.findings[0].place) == ("Upplyser", "Ny rutin")
