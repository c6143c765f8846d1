"""Whatever people paste or type: a Swedish message at the field or harmless text, never a 500,
and what was typed is still there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.core.cache import caches
from django.db import transaction
from django.forms import BaseForm, BooleanField, FileField
from django.test import Client
from django.urls import reverse

from deviations.models import DeviationReport
from tests.permissions.world import World, make_world
from tests.proper_forms import FORMS, PASSWORD, Form, report

TEXTS = {
    "100 000 letters": "ö" * 100_000,
    "html": "<script>alert(1)</script><b onclick=x>fet</b>",
    "template": "{{ 7*7 }}{% now 'Y' %}",
    "control characters": "a\x00b\x01c\x1b[31m\x7f\x9f",
    "emoji": "🙂👩‍👧‍👦 é ﷽",
    "blanks": " \t\u00a0\u200b ",
}
VALUES = {
    "100 000 letters": "ö" * 100_000,
    "control characters": "a\x00b",
    "no such day": "2026-02-30",
    "first day of all": "0001-01-01",
    "last day of all": "9999-12-31",
    "last moment of all": "9999-12-31T23:59:59",
    "very big number": "9" * 40,
    "negative": "-1",
    "not a number": "1e999",
    "unknown id": "123456789",
}
# Fields that take words; the others are chosen, counted or dated.
WORDS = {
    *("description", "immediate_measures", "consequence_text", "contact_name", "contact", "title"),
    *("own_view", "own_view_missing_reason", "diary_number", "motive", "delegation", "text"),
    *("ny-title", "ny-description", "subtitle", "body", "username", "password"),
    *("theme", "comment", "closed_because", "requirement", "source"),
    *("sample",),
    *("name", "goal", "source", "collection", "kolada_kpi", "no_data"),
    *("comment", "part_1_name", "with_whom", "respondents", "carried_out", "asked_of"),
    *("national_text", "option_1_text"),
}
ENGLISH = re.compile(r"\b(Enter|Ensure|Select|This|That|is not|must|value|characters)\b")


# Never sent back to the page.
SECRETS = {"password", "old_password", "new_password1", "new_password2"}


@pytest.fixture
def world(db: None) -> World:
    made = make_world()
    eva = made.people["eva"]
    eva.set_password(PASSWORD)
    eva.save()
    made.clients["eva"].force_login(eva)
    return made


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    forms: list[BaseForm]

    @property
    def messages(self) -> list[str]:
        return [
            str(message)
            for form in self.forms
            for errors in form.errors.values()
            for message in errors
        ]

    def keeps(self, field: str, typed: str) -> bool:
        """In the page as a person would see it; a choice cannot show what it does not offer,
        and no browser takes back a file."""
        form = next((form for form in self.forms if form.is_bound and named(form, field)), None)
        found = form and form.fields[named(form, field)]
        kinds = BooleanField | FileField
        unseen = found is None or hasattr(found, "choices") or isinstance(found, kinds)
        if unseen or field in SECRETS or not typed.strip() or field.endswith(("version", "token")):
            return True
        shown = unescape(self.text).replace("\r\n", "\n")
        return typed[:20_000].strip() in shown


def named(form: BaseForm, field: str) -> str:
    return next((name for name in form.fields if form.add_prefix(name) == field), "")


def send(client: Client, url: str, sent: dict[str, Any]) -> Answer:
    caches["throttle"].clear()
    with transaction.atomic():
        response = client.post(url, sent)
        transaction.set_rollback(True)
    contexts: Any = response.context or ()
    seen = {
        id(value): value
        for context in contexts
        for layer in context
        for value in layer.values()
        if isinstance(value, BaseForm) and value.is_bound
    }
    return Answer(response.status_code, response.content.decode(), list(seen.values()))


def attempts(form: Form, world: World) -> Iterator[tuple[str, str, str]]:
    for field in form.sent(world):
        for what, typed in (TEXTS if field in WORDS else VALUES).items():
            yield field, what, typed


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_what_is_proper_is_taken(world: World, form: Form) -> None:
    answer = send(world.clients[form.who], form.address(world), form.sent(world))
    assert (answer.status, answer.messages) == (302, [])


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_no_field_of_any_form_breaks_or_loses_what_was_typed(world: World, form: Form) -> None:
    url, client, wrong = form.address(world), world.clients[form.who], []
    for field, what, typed in attempts(form, world):
        answer = send(client, url, form.sent(world) | {field: typed})
        if answer.status == 302:
            continue
        if answer.status not in (200, 409, 422):
            wrong.append(f"{field}, {what}: status {answer.status}")
        elif answer.status != 409 and not answer.messages:
            wrong.append(f"{field}, {what}: refused without a word")
        elif any(map(ENGLISH.search, answer.messages)):
            wrong.append(f"{field}, {what}: {answer.messages}")
        elif not answer.keeps(field, typed):
            wrong.append(f"{field}, {what}: what was typed is gone")
    assert wrong == []


LISTS = {
    "deviations:list": (
        *("q", "unit", "kind", "status", "severity", "cause", "year", "received_from"),
        *("received_to", "mine", "sort", "order", "before", "after"),
    ),
    "deviations:export": ("q", "unit", "year", "received_from", "sort"),
    "deviations:mine": ("sida",),
    "measures:list": ("q", "unit", "status", "overdue", "mine", "sort", "order", "after"),
    "measures:export": ("q", "unit", "status"),
    "risks:list": ("q", "area", "unit", "zone", "status", "mine", "sort", "order", "sida"),
    "risks:export": ("q", "area", "unit", "zone", "status", "sort"),
    "controls:list": (
        *("q", "area", "unit", "outcome", "status", "due", "mine", "sort", "order", "sida"),
    ),
    "controls:export": ("q", "area", "unit", "outcome", "status", "sort"),
    "indicators:list": ("q", "area", "unit", "year", "missing", "sort", "order", "sida"),
    "indicators:export": ("q", "area", "unit", "year", "missing"),
    "indicators:surveys": ("year", "unit", "sida"),
    "indicators:survey_export": ("year", "unit"),
}
QUERIES = (
    TEXTS
    | VALUES
    | {
        "search syntax": '"a OR (b* NEAR -c:^',
        "wildcards": "%_\\'",
        "cursor of a day": "9999-12-31_99999999999999999999",
        "cursor of a number": "LS_9999999999_99999999999",
    }
)


@pytest.mark.parametrize("url", LISTS)
def test_no_address_of_a_list_breaks_it(world: World, url: str) -> None:
    statuses = {
        (field, what): world.clients["sara"].get(reverse(url), {field: typed}).status_code
        for field in LISTS[url]
        for what, typed in QUERIES.items()
    }
    assert {tried: status for tried, status in statuses.items() if status != 200} == {}


@pytest.mark.parametrize(
    "path",
    [
        f"/atgarder/{'9' * 30}/",
        f"/indikatorer/{'9' * 30}/",
        "/indikatorer/%00/",
        f"/indikatorer/IFO-01/utfall/{'9' * 30}/",
        f"/indikatorer/undersokningar/{'9' * 30}/",
        f"/rapporter/{'9' * 30}/",
        f"/rapporter/1/version/{'9' * 30}/",
        "/avvikelser/AVV-9999-999999999/",
        "/avvikelser/%00/",
        "/rapporter/1/avsnitt/%EF%BF%BD/",
        f"/import/fil/{'9' * 30}/",
        f"/risker/{'R' * 30}/",
        "/risker/R%00/",
        f"/egenkontroller/E1/resultat/{'9' * 30}/ratta/",
    ],
)
def test_an_address_of_nothing_is_not_found(world: World, path: str) -> None:
    assert world.clients["karin"].get(path).status_code == 404


@pytest.mark.parametrize(
    "sent", [{"description": "x" * 6_000_000}, dict.fromkeys(map(str, range(1200)), "")]
)
def test_a_form_that_is_too_big_is_refused(world: World, sent: dict[str, str]) -> None:
    answer = world.clients["mona"].post(reverse("deviations:report"), sent)
    assert answer.status_code == 400


@pytest.mark.parametrize("typed", [TEXTS["html"], TEXTS["template"], TEXTS["emoji"]])
def test_what_is_stored_is_shown_as_it_was_typed(world: World, typed: str) -> None:
    world.clients["mona"].post(reverse("deviations:report"), report(world) | {"description": typed})
    stored = DeviationReport.objects.latest("pk").deviation
    page = world.clients["eva"].get(reverse("deviations:detail", args=[stored.number]))
    html = page.content.decode()
    assert stored.description == typed
    assert "<script>alert" not in html
    assert typed.replace("'", "&#x27;").replace("<", "&lt;").replace(">", "&gt;") in html
