"""A section at work: chips, saving while typing, comments, who answers for it."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Event
from organisation.models import User
from qualityreport import services
from qualityreport.models import Report, Section
from qualityreport.todo import todo
from tests.factories.reports import write


def url(name: str, report: Report, key: str = "syfte", *more: int) -> str:
    return reverse(f"qualityreport:{name}", args=[report.pk, key, *more])


def typed(client: Client, report: Report, body: str, version: int) -> Any:
    return client.post(
        url("section", report),
        {"body": body, "status": "not_started", "version": version},
        headers={"Accept": "application/json"},
    )


def test_what_is_typed_is_saved_and_begun(client: Client, karin: User, report: Report) -> None:
    client.force_login(karin)
    answer = typed(client, report, "<p>Vi följer upp.</p>", 1).json()
    assert (answer["version"], answer["status"]) == (2, "draft")
    assert report.sections.get(key="syfte").body == "<p>Vi följer upp.</p>"


def test_one_sitting_is_one_line_in_the_log(client: Client, karin: User, report: Report) -> None:
    client.force_login(karin)
    for version in (1, 2, 3):
        typed(client, report, f"<p>Rad {version}.</p>", version)
    changes = Event.objects.filter(action=Event.Action.CHANGE, object_type="qualityreport.section")
    assert changes.count() == 1


def test_whoever_types_second_gets_the_others_text_and_saves_nothing(
    client: Client, karin: User, report: Report
) -> None:
    write(report, "syfte", "<p>Evas text.</p>")
    client.force_login(karin)
    answer = typed(client, report, "<p>Karins text.</p>", 1)
    assert (answer.status_code, answer.json()["body"]) == (409, "<p>Evas text.</p>")
    assert report.sections.get(key="syfte").body == "<p>Evas text.</p>"


def test_a_text_that_is_too_long_is_told_and_not_saved(
    client: Client, karin: User, report: Report
) -> None:
    client.force_login(karin)
    answer = typed(client, report, "ord " * 3000, 1)
    assert (answer.status_code, "Dela upp det" in answer.json()["said"]) == (422, True)


def test_the_editor_sees_that_somebody_else_saved(
    client: Client, karin: User, report: Report
) -> None:
    write(report, "syfte", "<p>Ny text.</p>")
    client.force_login(karin)
    answer = client.get(url("section_standing", report)).json()
    assert (answer["version"], answer["body"]) == (2, "<p>Ny text.</p>")


def test_a_chip_tells_its_value_and_where_it_comes_from(
    client: Client, karin: User, report: Report, cases: None
) -> None:
    client.force_login(karin)
    asked = {"t": ["lexsarah.utredda", "lexsarah.utreda", "}}<b>"]}
    answer = client.get(reverse("qualityreport:values", args=[report.pk]), asked).json()
    assert answer["lexsarah.utredda"]["text"] == "4"
    assert "Avvikelseregistret" in answer["lexsarah.utredda"]["source"]
    assert "lexsarah.utredda" in answer["lexsarah.utreda"]["fault"]
    assert "ingen levande siffra" in answer["}}<b>"]["fault"]


@pytest.mark.parametrize("count", [1, 3])
def test_values_of_three_chips_cost_as_much_as_of_one(
    count: int, client: Client, karin: User, report: Report, django_assert_max_num_queries: Any
) -> None:
    client.force_login(karin)
    asked = {"t": ["lexsarah.utredda", "lexsarah.inkomna", "lexsarah.pagaende"][:count]}
    with django_assert_max_num_queries(20):
        client.get(reverse("qualityreport:values", args=[report.pk]), asked)


def test_the_editor_is_told_where_values_are(client: Client, karin: User, report: Report) -> None:
    client.force_login(karin)
    form = client.get(url("section", report)).context["form"]
    config = json.loads(
        form.fields["body"].widget.get_context("body", "", {})["widget"]["attrs"][
            "data-django-prose-editor-configurable"
        ]
    )
    assert config["extensions"]["LiveFigure"]["url"] == f"/rapporter/{report.pk}/siffror/varden/"


def test_the_tables_of_a_section_stand_beside_its_text(
    client: Client, karin: User, report: Report, cases: None
) -> None:
    client.force_login(karin)
    page = client.get(url("section_data", report, "lexsarah"))
    assert [part["type"] for part in page.context["parts"]][:2] == ["text", "table"]


def test_whoever_answers_for_a_section_has_it_on_the_start_page(
    client: Client, karin: User, eva: User, report: Report
) -> None:
    client.force_login(karin)
    client.post(url("assign", report), {"owner": eva.pk, "due_on": "2026-12-24"})
    assert [str(item.due) for item in todo(eva)] == ["2026-12-24"]


def test_a_comment_to_somebody_waits_on_their_start_page(
    client: Client, karin: User, sara: User, report: Report
) -> None:
    client.force_login(karin)
    client.post(url("comment", report), {"remark": "Stämmer det?", "mentions": [sara.pk]})
    (item,) = todo(sara)
    assert item.title == "Svara Karin Ek om ”Syfte”"
    comment = Section.objects.get(report=report, key="syfte").comments.get()
    client.force_login(sara)
    client.post(url("resolve_comment", report, "syfte", comment.pk))
    assert (todo(sara), Section.objects.get(key="syfte").comments.get().resolved_by) == (
        [],
        "Sara Alm",
    )


def test_an_empty_comment_is_told_at_its_field(client: Client, karin: User, report: Report) -> None:
    client.force_login(karin)
    page = client.post(url("comment", report), {"remark": " "})
    assert (page.status_code, list(page.context["comment_form"].errors)) == (422, ["remark"])


def test_own_numbers_bear_their_source(report: Report, karin: User) -> None:
    from qualityreport.scope import Scope
    from qualityreport.text import compose

    text = "<p>I riket ((eget tal: 12 procent; källa: SCB 2023)).</p>"
    made = compose(text, scope=Scope.of(report), heading_level=3)
    assert made.html == (
        '<p>I riket <span class="own">12 procent</span>'
        '<span class="footnote">Källa: SCB 2023</span>.</p>'
    )
    half = compose("<p>((eget tal: 12))</p>", scope=Scope.of(report), heading_level=3)
    assert "inte helt" in half.faults[0]


def test_a_comment_is_resolved_once(report: Report, karin: User, eva: User) -> None:
    section = report.sections.get(key="syfte")
    comment = services.comment_on(actor=karin, section=section, body="Hm.")
    services.resolve(actor=karin, comment=comment)
    services.resolve(actor=eva, comment=comment)
    comment.refresh_from_db()
    assert comment.resolved_by == "Karin Ek"
