"""Every URL for every role, about own, foreign and secret things (tests/permissions/table)."""

import re
from collections.abc import Iterator
from copy import copy
from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.template import Template
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from deviations.dependants import tables
from deviations.models import ArchiveExport, CaseStub, Deviation, PurgeProtocol
from organisation.models import Membership, User
from tests.permissions.table import EVERYBODY, ROWS, STRANGER, Row
from tests.permissions.world import World

# What a read may write: that it happened, the session, and what waits to be told.
READING_LEAVES = ("audit_event", "django_session", "deviations_managerslip")
# Sent by every form of ours; without it an empty form looks like no form at all.
EMPTY_FORM = {"csrfmiddlewaretoken": "x"}


REGISTERS = sorted({row.register for row in ROWS})


@pytest.fixture(autouse=True)
def blank_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half the time would go to drawing what nobody reads here. Each page is drawn for each role
    in tests/browser."""
    monkeypatch.setattr(Template, "render", lambda template, context: "")


WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.I)


class Writes:
    """The tables that were written to, seen in the SQL itself: an update changes no row count."""

    def __init__(self) -> None:
        self.tables: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        written = re.match(
            r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', sql, re.I
        )
        if written and written[1] not in READING_LEAVES:
            self.tables.append(written[1])
        return execute(sql, params, many, context)


def address(world: World, row: Row) -> str:
    if row.url in ("livez", "readyz"):
        return f"/{row.url}"
    return reverse(row.url, kwargs=world.kwargs(row.url, row.about))


def answer(client: Client, method: str, url: str) -> tuple[int, list[str]]:
    """The status, and what was written; nothing of it stays."""
    writes, cookies = Writes(), copy(client.cookies)
    client.raise_request_exception = False
    with transaction.atomic(), connection.execute_wrapper(writes):
        response = client.get(url) if method == "GET" else client.post(url, EMPTY_FORM)
        transaction.set_rollback(True)
    client.cookies = cookies
    return response.status_code, writes.tables


@pytest.mark.parametrize("register", REGISTERS)
def test_everybody_gets_what_the_table_says(
    world: World, subtests: pytest.Subtests, register: str
) -> None:
    """And neither a read nor a refused form changes anything."""
    for row in ROWS:
        if row.register == register:
            with subtests.test(str(row)):
                hold(world, row)


def differing(seen: dict[str, int], expected: dict[str, int]) -> dict[str, str]:
    return {
        who: f"{status} instead of {expected[who]}"
        for who, status in seen.items()
        if status != expected[who]
    }


def hold(world: World, row: Row) -> None:
    url = address(world, row)
    answers = {who: answer(world.clients[who], row.method, url) for who in EVERYBODY}
    assert differing({who: status for who, (status, _) in answers.items()}, row.expected) == {}
    assert {
        who: written
        for who, (status, written) in answers.items()
        if written and (row.method == "GET" or status != 302)
    } == {}


# The table is whole ------------------------------------------------------------------------


def patterns(resolver: Any, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """(name with namespace, pattern) of all that can be reached; without a name its route."""
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            below = f"{namespace}{part.namespace}:" if part.namespace else namespace
            yield from patterns(part, below)
        else:
            yield namespace + (part.name or str(part.pattern)), part


OURS = {
    name: pattern
    for name, pattern in patterns(get_resolver())
    if not name.startswith("admin:")  # a group of its own, below
}


@pytest.mark.parametrize("url", OURS)
def test_every_url_is_in_the_table(url: str) -> None:
    methods = {row.method for row in ROWS if row.url == url}
    assert methods == {"GET", "POST"}, (
        f"{url} is missing from the table in tests/permissions/table: say there what GET and "
        "POST answer to each role."
    )


@pytest.mark.parametrize("url", [url for url, found in OURS.items() if found.pattern.converters])
def test_every_url_about_a_thing_is_tried_with_a_foreign_and_a_secret_one(url: str) -> None:
    wanted = {"own", "foreign"} | ({"secret"} if url.startswith("deviations:") else set())
    tried = {row.about for row in ROWS if row.url == url}
    assert wanted <= tried, f"{url} is not tried with {wanted - tried} in the table."


def test_the_table_names_no_url_that_is_gone() -> None:
    assert {row.url for row in ROWS} - set(OURS) == set()


# Memberships that have ended, accounts that are closed -------------------------------------


def test_who_has_no_role_any_more_reaches_nothing(world: World, subtests: pytest.Subtests) -> None:
    """Their sessions are still there."""
    leavers = [world.people[who] for who in ("eva", "karin", "dag", "erik")]
    Membership.objects.filter(user__in=leavers).update(valid_to=date(2020, 12, 31))
    for row in ROWS:
        if row.about == "own":
            with subtests.test(str(row)):
                url = address(world, row)
                seen = {answer(world.clients[who.username], row.method, url)[0] for who in leavers}
                assert seen <= {403, 404, 405}


def test_a_closed_account_is_a_stranger(world: World) -> None:
    User.objects.filter(username="dag").update(is_active=False)
    assert answer(world.clients["dag"], "GET", "/")[0] == 302


# Settings: configuration alone, for the administrator alone ----------------------------------

ADMIN_PAGES = [
    "admin:index",
    *(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        for model in admin.site._registry
    ),
]
NO_CONFIGURATION = (
    "audit",
    "jobs",
    "measures",
    "deviations",
    "risks",
    "indicators",
    "qualityreport",
)
# Rules and lists that the municipality decides, which name no case.
DECIDED = {
    f"deviations.{name}"
    for name in (
        *("Cause", "ClockRule", "DeviationType", "LexSarahPolicy", "RetentionRule"),
        *("TransferField",),
    )
} | {"qualityreport.AttestStep", "qualityreport.ReportRules"}


def test_settings_are_for_the_administrator_alone(world: World, subtests: pytest.Subtests) -> None:
    expected = dict.fromkeys(EVERYBODY, 403) | {STRANGER: 200, "admin": 200}
    for page in ADMIN_PAGES:
        with subtests.test(page):
            url = reverse(page)
            seen = {who: world.clients[who].get(url, follow=True) for who in EVERYBODY}
            statuses = {who: response.status_code for who, response in seen.items()}
            assert differing(statuses, expected) == {}
            assert seen[STRANGER].redirect_chain[-1][0] == f"{reverse('login')}?next={url}"


def test_settings_have_no_sign_in_of_their_own(world: World) -> None:
    """It would have no brake against guessing."""
    response = Client().post(reverse("admin:login"), {"username": "admin", "password": "fel"})
    assert response.headers["Location"] == f"{reverse('login')}?next={reverse('admin:index')}"


def test_settings_hold_configuration_and_no_cases() -> None:
    registered = {
        model._meta.label
        for model in admin.site._registry
        if model._meta.app_label in NO_CONFIGURATION
    }
    assert registered == DECIDED
    of_cases = {Deviation, CaseStub, ArchiveExport, PurgeProtocol} | {t.model for t in tables()}
    assert of_cases & set(admin.site._registry) == set()
