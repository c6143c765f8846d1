"""Whatever people paste or type: a Swedish message at the field or harmless text, never a 500,
and what was typed is still there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import caches
from django.db import transaction
from django.forms import BaseForm, BooleanField, FileField
from django.test import Client
from django.urls import reverse

from deviations.models import DeviationReport
from tests.permissions.world import World
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
    *(
        "own_view",
        "own_view_missing_reason",
        "diary_number",
        "ivo_diary_number",
        "motive",
        "delegation",
        "text",
    ),
    *("ny-title", "ny-description", "subtitle", "body", "username", "password"),
    *("theme", "comment", "closed_because", "requirement", "source"),
    *("sample",),
    *("name", "goal", "source", "collection", "kolada_kpi", "no_data"),
    *("comment", "part_1_name", "with_whom", "respondents", "carried_out", "asked_of"),
    *("national_text", "option_1_text"),
    *("happened_before_text", "passage_1_text", "reason", "personal_number", "case_number"),
    *("how", "reason_not", "reason", "instruction", "left_because", "other"),
    *("national_text", "option_1_text", "answer"),
    *("kpi", "area", "area_title", "what"),
    *("remark", "question", "because", "words", "summary", "background", "matter", "equality"),
    *("children", "economy", "views", "point_1", "to_1", "body_1", "events", "risks", "why"),
}
ENGLISH = re.compile(r"\b(Enter|Ensure|Select|This|That|is not|must|value|characters)\b")


# Never sent back to the page.
SECRETS = {"password", "old_password", "new_password1", "new_password2"}


@pytest.fixture(autouse=True)
def signed_in_anew(world: World) -> None:
    """Eva changes her password in one of the forms, and Dag signs with his in another."""
    for name in ("eva", "dag"):
        user = world.people[name]
        user.set_password(PASSWORD)
        user.save()
        world.clients[name].force_login(user)


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

    def refused(self, fields: list[str]) -> set[str]:
        """Those with an error of their own."""
        erring = {form.add_prefix(name) for form in self.forms for name in form.errors}
        return erring & set(fields)

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
    context: Any = response.context or []
    contexts = context if isinstance(context, list) else [context]  # of one template alone
    seen = {
        id(value): value
        for context in contexts
        for layer in context
        for value in layer.values()
        if isinstance(value, BaseForm) and value.is_bound
    }
    return Answer(response.status_code, response.content.decode(), list(seen.values()))


def is_taken(form: Form, answer: Answer) -> bool:
    return answer.status == form.taken and not answer.messages


def fault(form: Form, answer: Answer, typed: dict[str, str]) -> str:
    """What is wrong with an answer to these fields, or nothing."""
    if is_taken(form, answer):
        return ""
    if answer.status not in (200, 409, 422):
        return f"status {answer.status}"
    if answer.status != 409 and not answer.messages:
        return "refused without a word"
    if any(map(ENGLISH.search, answer.messages)):
        return str(answer.messages)
    gone = [field for field, text in typed.items() if not answer.keeps(field, text)]
    return f"what was typed is gone: {gone}" if gone else ""


def faults(form: Form, world: World, fields: list[str], typed: str) -> Iterator[str]:
    """In all the fields at once; then without those that said no, until the rest is taken."""
    while fields:
        given = dict.fromkeys(fields, typed)
        answer = send(world.clients[form.who], form.address(world), form.sent(world) | given)
        if found := fault(form, answer, given):
            yield f"{', '.join(fields)}: {found}"
        refused = answer.refused(fields)
        if is_taken(form, answer) or (not refused and len(fields) == 1):
            return
        if not refused:  # something else objects: one at a time
            for field in fields:
                yield from faults(form, world, [field], typed)
            return
        fields = [field for field in fields if field not in refused]


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_what_is_proper_is_taken(world: World, form: Form) -> None:
    answer = send(world.clients[form.who], form.address(world), form.sent(world))
    assert (answer.status, answer.messages) == (form.taken, [])


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_no_field_of_any_form_breaks_or_loses_what_was_typed(world: World, form: Form) -> None:
    fields = [name for name, sent in form.sent(world).items() if not hasattr(sent, "read")]
    wrong = [
        f"{what} in {found}"
        for texts in (TEXTS, VALUES)
        for what, typed in texts.items()
        for some in batched([name for name in fields if (name in WORDS) == (texts is TEXTS)])
        for found in faults(form, world, some, typed)
    ]
    assert wrong == []


def batched(names: list[str]) -> Iterator[list[str]]:
    """Few enough at once that a long text in each is not refused for the size of the whole."""
    for start in range(0, len(names), 10):
        yield names[start : start + 10]


# Lists that are not for everybody who reads the registers.
OWN_READERS = {"indicators:grid": "eva", "indicators:missing": "karin"}
LISTS = {
    "deviations:list": (
        *("q", "unit", "kind", "status", "severity", "cause", "year", "received_from"),
        *("received_to", "due", "mine", "sort", "order", "before", "after"),
    ),
    "deviations:export": ("q", "unit", "year", "received_from", "sort"),
    "deviations:mine": ("sida",),
    "diary:list": ("q", "year", "kind", "undiaried", "sida"),
    "diary:export": ("q", "year", "kind", "undiaried"),
    "diary:due": ("enhet",),
    "measures:list": (
        "q",
        "unit",
        "status",
        "origin",
        "overdue",
        "unjudged",
        "mine",
        "sort",
        "order",
        "after",
    ),
    "measures:export": ("q", "unit", "status"),
    "risks:list": ("q", "area", "unit", "zone", "status", "mine", "sort", "order", "sida"),
    "risks:export": ("q", "area", "unit", "zone", "status", "sort"),
    "controls:list": (
        *("q", "area", "unit", "outcome", "status", "due", "mine", "sort", "order", "sida"),
    ),
    "controls:export": ("q", "area", "unit", "outcome", "status", "sort"),
    "controls:wheel": ("ar", "unit", "state", "mine"),
    "controls:wheel_export": ("ar", "unit", "state"),
    "risks:matrix": ("dag", "unit", "ruta", "rorelse"),
    "risks:chain": ("unit", "process", "holes"),
    "risks:chain_export": ("unit", "process"),
    "indicators:list": ("q", "area", "unit", "year", "missing", "sort", "order", "sida"),
    "indicators:export": ("q", "area", "unit", "year", "missing"),
    "indicators:grid": ("enhet", "ar", "period", "sida"),
    "indicators:missing": ("enhet", "ar", "period"),
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
    """Every field meets every value, as many at once as there are fields."""
    values = list(QUERIES.items())
    statuses = {}
    for shift in range(len(values)):
        tried = {
            field: values[(shift + number) % len(values)] for number, field in enumerate(LISTS[url])
        }
        query = {field: typed for field, (_, typed) in tried.items()}
        names = tuple((field, what) for field, (what, _) in tried.items())
        reader = world.clients[OWN_READERS.get(url, "sara")]
        statuses[names] = reader.get(reverse(url), query).status_code
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
        "/avvikelser/diarium/%00/",
        f"/avvikelser/rapportera/utkast/{UUID(int=0)}/",
        "/avvikelser/rapportera/utkast/inget/",
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
