"""Whatever people paste or type: a Swedish message at the field or harmless text, never a 500,
and what was typed is still there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.cache import caches
from django.db import transaction
from django.forms import BaseForm, BooleanField
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from deviations.models import Deviation, DeviationReport
from tests.permissions.world import World, make_world

TODAY = timezone.localdate()
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


@dataclass(frozen=True)
class Form:
    """A form, who sends it, and what can be sent."""

    url: str
    who: str
    sent: Callable[[World], dict[str, Any]]
    about: str = ""

    def __str__(self) -> str:
        return self.url

    def address(self, world: World) -> str:
        return reverse(self.url, kwargs=world.kwargs(self.url, self.about))


def report(world: World) -> dict[str, Any]:
    return {
        "description": "Ett brev kom bort.",
        "unit": world.organisation.intake.pk,
        "is_safe_now": "yes",
        "kind": "internal",
        "occurred_on": TODAY,
        "discovered_at": "",
        "immediate_measures": "",
        "consequence_possible": "",
        "consequence_text": "",
        "token": "",
    }


def complaint(world: World) -> dict[str, Any]:
    return {
        "kind": "complaint",
        "description": "Ingen svarade i telefon.",
        "unit": world.organisation.intake.pk,
        "topic": "",
        "received_on": TODAY,
        "occurred_on": "",
        "channel": "phone",
        "is_appeal": "",
        "contact_name": "",
        "contact": "",
        "wants_answer": "",
        "token": "",
    }


def case(world: World) -> dict[str, Any]:
    stored = Deviation.objects.get(number=world.kwargs("deviations:edit", "own")["number"])
    empty = (
        *("process", "occurred_until", "discovered_at", "immediate_measures", "type"),
        *("immediate_measures_at", "affected_count", "sex", "age_band", "is_safe_now"),
        *("could_recur", "consequence_actual", "consequence_possible", "consequence_text"),
        *("own_view", "own_view_missing_reason", "diary_number", "occurred_on"),
    )
    return {
        "version": stored.version,
        "title": stored.title,
        "description": stored.description,
        "unit": stored.unit_id,
        "act": "sol",
        "channel": "form",
        **dict.fromkeys(empty, ""),
        "causes": [],
    }


def measure(world: World) -> dict[str, Any]:
    return {
        "version": 1,
        "title": "Ny rutin",
        "description": "",
        "kind": "routine",
        "unit": world.organisation.intake.pk,
        "responsible": "",
        "due_on": TODAY + timedelta(days=30),
        "continues_next_year": "",
    }


def new_measure(world: World) -> dict[str, Any]:
    sent = {"title": "Ny rutin", "kind": "routine", "due_on": "", "responsible": ""}
    return {f"ny-{name}": value for name, value in (sent | {"description": ""}).items()}


def risk(world: World) -> dict[str, Any]:
    empty = ("service_area", "quality_area", "responsible", "review_on", "theme", "consequence")
    return {
        "version": 1,
        "title": "Risk att barn inte hörs",
        "unit": world.organisation.intake.pk,
        "processes": [],
        "decision": "act",
        "opened_on": TODAY,
        "order": "",
        **dict.fromkeys(empty, ""),
    }


def assessment(world: World) -> dict[str, Any]:
    return {
        "scale_version": "3-3-6",
        "assessed_on": TODAY,
        "kind": "residual",
        "probability": 2,
        "consequence": 3,
        "comment": "",
        "decision": "act",
        "review_on": "",
    }


def control(world: World) -> dict[str, Any]:
    empty = (
        *("requirement", "service_area", "process", "numerator", "denominator", "source"),
        *("threshold", "responsible", "closed_on", "order"),
    )
    return {
        "version": 1,
        "title": "Loggkontroll",
        "unit": world.organisation.intake.pk,
        "risks": [],
        "method": "log_check",
        "frequency": "yearly",
        "measured": "share",
        "better": "at_least",
        "opened_on": "2024-01-01",
        **dict.fromkeys(empty, ""),
    }


def result(world: World) -> dict[str, Any]:
    empty = ("reported_share", "source", "sample", "comment", "verdict", "motive")
    found = {"carried_out_on": TODAY - timedelta(days=1), "numerator": 19, "denominator": 34}
    return found | dict.fromkeys(empty, "")


def measure_of_register(world: World) -> dict[str, Any]:
    return new_measure(world) | {"ny-unit": world.organisation.intake.pk}


def section(world: World) -> dict[str, Any]:
    return {"body": "<p>Året var lugnt.</p>", "status": "draft", "version": 1}


def standing_text(world: World) -> dict[str, Any]:
    return {"body": "<p>Lagen kräver det.</p>", "version": 1}


def new_standing_text(world: World) -> dict[str, Any]:
    return {
        "key": "uppdrag",
        "unit": world.organisation.ifo.pk,
        "first_year": 2021,
        "body": "<p>Vi utreder.</p>",
    }


def quality_report(world: World) -> dict[str, Any]:
    return {
        "kind": "kvalitetsberattelse",
        "outline": "kort",
        "year": 2021,
        "unit": world.organisation.ifo.pk,
        "as_of": "2021-12-31",
        "subtitle": "",
        "diary_number": "",
    }


def indicator(world: World) -> dict[str, Any]:
    blank = (
        *("service_area", "quality_area", "process", "goal", "minimum_base", "source", "order"),
        *("collection", "owner", "kolada_kpi", "last_year", "numerator", "denominator"),
    )
    return {
        **dict.fromkeys(blank, ""),
        "code": "IFO-77",
        "name": "Andel i tid",
        "unit": world.organisation.ifo.pk,
        "measured": "share",
        "direction": "higher",
        "decimals": "0",
        "is_cumulative": "on",
        "split_by_sex": "",
        "first_year": 2015,
    }


def target(world: World) -> dict[str, Any]:
    unit = world.organisation.ifo.pk
    return {"unit": unit, "kind": "annual", "year": 2023, "value": "50", "text": ""}


def comparison(world: World) -> dict[str, Any]:
    return {"year": 2022, "with_whom": "Riket", "value": "50", "text": "", "source": ""}


def outcome(world: World) -> dict[str, Any]:
    return {
        "unit": world.organisation.intake.pk,
        "year": 2022,
        "period": "VB",
        "numerator": "19",
        "denominator": "34",
        "reported_share": "",
        "source": "",
        "no_data": "",
        "not_measured": "",
        "comment": "",
        "part_1_name": "Del",
        "part_1_count": "3",
    }


def changed_outcome(world: World) -> dict[str, Any]:
    place = ("unit", "year", "period")
    kept = {name: value for name, value in outcome(world).items() if name not in place}
    return kept | {"version": 1}


def survey(world: World) -> dict[str, Any]:
    return {
        "code": "BU-NY",
        "year": 2023,
        "name": "Egen enkät",
        "instrument": "own",
        "unit": world.organisation.intake.pk,
        "service_area": "",
        "respondents": "ungdomar",
        "carried_out": "",
        "distributed": "100",
        "answered": "48",
        "source": "",
        "comment": "",
    }


def question(world: World) -> dict[str, Any]:
    blank = ("asked_of", "reported_share", "national_share", "national_text", "previous_share")
    return {
        **dict.fromkeys(blank, ""),
        "text": "Är du nöjd?",
        "key": "nojd",
        "option_1_text": "Ja",
        "option_1_count": "3",
        "option_1_favourable": "on",
    }


def versioned(sent: Callable[[World], dict[str, Any]]) -> Callable[[World], dict[str, Any]]:
    return lambda world: sent(world) | {"version": 1}


PASSWORD = "ett-langt-losenord"
NEW_PASSWORD = {"old_password": PASSWORD, "new_password1": "ny-och-lang-fras"}
FORMS = [
    Form("deviations:report", "mona", report),
    Form("deviations:complaint", "mona", complaint),
    Form("deviations:edit", "eva", case, "own"),
    Form(
        "deviations:decide",
        "sara",
        lambda world: {
            "severity": "risk",
            "causes": [],
            "motive": "Rutinen brast.",
            "decided_on": TODAY,
            "delegation": "",
        },
        "secret",
    ),
    Form("deviations:annul", "eva", lambda world: {"motive": "Dubblett."}, "own"),
    Form("deviations:feedback", "eva", lambda world: {"text": "Tack."}, "own"),
    Form(
        "deviations:assign", "eva", lambda world: {"investigator": world.people["ulla"].pk}, "own"
    ),
    Form("deviations:measure", "eva", new_measure, "own"),
    Form("measures:edit", "eva", measure, "own"),
    Form(
        "measures:follow_up",
        "eva",
        lambda world: {
            "followed_up_on": TODAY,
            "status": "done",
            "effect": "yes",
            "text": "Klart.",
        },
        "own",
    ),
    Form("risks:create", "eva", lambda world: risk(world) | {"code": "R77"}),
    Form("risks:edit", "eva", risk, "own"),
    Form("risks:assess", "eva", assessment, "own"),
    Form(
        "risks:close",
        "eva",
        lambda world: {"closed_on": TODAY, "closed_because": "Verksamheten har upphört."},
        "own",
    ),
    Form("risks:measure", "eva", measure_of_register, "own"),
    Form("controls:create", "eva", lambda world: control(world) | {"code": "E77"}),
    Form("controls:edit", "eva", control, "own"),
    Form("controls:record", "eva", result, "own"),
    Form("controls:correct", "eva", result, "own"),
    Form("controls:measure", "eva", measure_of_register, "own"),
    Form("indicators:create", "karin", indicator),
    Form("indicators:edit", "karin", versioned(indicator), "own"),
    Form("indicators:target_add", "karin", target, "own"),
    Form("indicators:target", "karin", versioned(target), "own"),
    Form("indicators:comparison_add", "karin", comparison, "own"),
    Form("indicators:comparison", "karin", versioned(comparison), "own"),
    Form("indicators:record", "eva", outcome, "own"),
    Form("indicators:outcome", "eva", changed_outcome, "own"),
    Form("indicators:survey_create", "eva", survey),
    Form("indicators:survey_edit", "eva", versioned(survey), "own"),
    Form("indicators:question_add", "eva", question, "own"),
    Form("indicators:question", "eva", versioned(question), "own"),
    Form("qualityreport:create", "karin", quality_report),
    Form("qualityreport:section", "karin", section, "own"),
    Form("qualityreport:standing_new", "karin", new_standing_text),
    Form("qualityreport:standing_text", "karin", standing_text, "own"),
    Form("login", "-", lambda world: {"username": "eva", "password": PASSWORD}),
    Form(
        "password_change",
        "eva",
        lambda world: NEW_PASSWORD | {"new_password2": NEW_PASSWORD["new_password1"]},
    ),
]
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
        """In the page as a person would see it; a choice cannot show what it does not offer."""
        form = next((form for form in self.forms if form.is_bound and named(form, field)), None)
        found = form and form.fields[named(form, field)]
        unseen = found is None or hasattr(found, "choices") or isinstance(found, BooleanField)
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
