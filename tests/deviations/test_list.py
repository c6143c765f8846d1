"""The list of cases: narrowed, sorted, paged, exported, logged."""

from datetime import date, timedelta
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from audit.models import Event
from deviations.forms.filters import _read
from deviations.listing import Listing
from deviations.models import Clock, Deviation, Kind, Severity, Status
from deviations.sorting import SORTS
from organisation.models import User
from tests.factories.deviations import assigned, decided, make_case, make_cause
from tests.factories.organisation import Organisation

LIST, EXPORT = "/avvikelser/", "/avvikelser/excel/"
# Session, person, memberships, tree and the frame's municipality are paid by every page.
FRAME = 5


def shown(client: Client, **query: str) -> list[str]:
    return [row.number for row in client.get(LIST, query).context["rows"]]


@pytest.fixture
def some(organisation: Organisation, sara: User, ulla: User) -> dict[str, Deviation]:
    cases = {
        "internal": make_case(organisation.intake, title="Fel kuvert"),
        "youth": make_case(organisation.youth, received_on=date(2025, 3, 1)),
        "support": make_case(organisation.support, Kind.COMPLAINT),
        "report": make_case(organisation.intake, Kind.LEX_SARAH, received_on=date(2025, 5, 1)),
        "decided": make_case(organisation.youth, Kind.LEX_SARAH, received_on=date(2024, 5, 1)),
    }
    assigned(cases["report"], sara, ulla)
    causes, day = [make_cause()], date(2024, 6, 1)
    decided(cases["decided"], sara, Severity.RISK, decided_on=day, causes=causes)
    return cases


def test_newest_comes_first(client: Client, sara: User, some: dict[str, Deviation]) -> None:
    client.force_login(sara)
    names = ["support", "internal", "report", "youth", "decided"]
    assert shown(client) == [some[name].number for name in names]


FILTERS: list[tuple[dict[str, str], set[str]]] = [
    ({"kind": "lex_sarah"}, {"report", "decided"}),
    ({"status": "open"}, {"internal", "youth", "support", "report", "decided"}),
    ({"status": "investigation"}, {"report"}),
    ({"severity": "risk"}, {"decided"}),
    ({"year": "2025"}, {"youth", "report"}),
    ({"received_from": "2025-04-01", "received_to": "2025-12-31"}, {"report"}),
    ({"q": "kuvert", "year": "2025"}, {"youth", "report"}),
    ({"q": "LS-2024-0001"}, {"decided"}),
    ({"q": "finns inte"}, set()),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_the_list_is_narrowed(
    client: Client,
    sara: User,
    some: dict[str, Deviation],
    query: dict[str, str],
    expected: set[str],
) -> None:
    today = timezone.localdate()
    if query.get("year") == "2025" and today.year > 2034:
        pytest.skip("The filter offers ten years")
    client.force_login(sara)
    assert set(shown(client, **query)) == {some[name].number for name in expected}


def test_a_unit_means_everything_below_it(
    client: Client, sara: User, some: dict[str, Deviation], organisation: Organisation
) -> None:
    client.force_login(sara)
    found = shown(client, unit=str(organisation.children.pk))
    assert set(found) == {some[n].number for n in ("internal", "youth", "report", "decided")}


def test_a_cause_and_ones_own_investigations(
    client: Client, sara: User, ulla: User, some: dict[str, Deviation]
) -> None:
    cause = some["decided"].causes.get()
    client.force_login(sara)
    assert shown(client, cause=str(cause.pk)) == [some["decided"].number]
    client.force_login(ulla)
    assert shown(client, mine="on") == [some["report"].number]


def test_sorted_by_number_both_ways(client: Client, sara: User, some: dict[str, Deviation]) -> None:
    client.force_login(sara)
    down = shown(client, sort="number")
    assert down[0] == "SK-" + down[0][3:]
    assert shown(client, sort="number", order="asc") == down[::-1]


def test_sorted_by_unit_status_and_grade(
    client: Client, sara: User, some: dict[str, Deviation]
) -> None:
    """Within each the newest comes first; what has no grade comes last either way."""
    client.force_login(sara)
    names = {case.number: name for name, case in some.items()}
    orders = {
        sort: [
            [names[number] for number in shown(client, sort=sort, order=order)]
            for order in ("asc", "desc")
        ]
        for sort in ("unit", "status", "severity")
    }
    assert orders["unit"] == [
        ["support", "internal", "report", "youth", "decided"],
        ["youth", "decided", "internal", "report", "support"],
    ]
    assert orders["status"] == [
        ["support", "internal", "youth", "report", "decided"],
        ["decided", "report", "support", "internal", "youth"],
    ]
    assert orders["severity"] == [["decided", "support", "internal", "report", "youth"]] * 2


def with_deadline(case: Deviation, days: int | None) -> str:
    """So many days from today."""
    due = None if days is None else timezone.localdate() + timedelta(days=days)
    Deviation.objects.filter(pk=case.pk).update(due_on=due, due_for=Clock.ASSESSMENT if due else "")
    return case.number


@pytest.fixture
def due(some: dict[str, Deviation]) -> dict[str, str]:
    days = {"internal": -1, "youth": 0, "support": 7, "report": 8, "decided": None}
    return {name: with_deadline(some[name], number) for name, number in days.items()}


def test_narrowed_by_deadline(client: Client, sara: User, due: dict[str, str]) -> None:
    client.force_login(sara)
    found = {wanted: set(shown(client, due=wanted)) for wanted in ("overdue", "week", "any")}
    assert found == {
        "overdue": {due["internal"]},
        "week": {due["youth"], due["support"]},
        "any": {due[name] for name in ("internal", "youth", "support", "report")},
    }


def test_sorted_by_deadline_what_has_none_comes_last(
    client: Client, sara: User, due: dict[str, str]
) -> None:
    client.force_login(sara)
    rising = ["internal", "youth", "support", "report"]
    assert shown(client, sort="due") == [due[name] for name in (*rising, "decided")]
    falling = shown(client, sort="due", order="desc")
    assert falling == [due[name] for name in (*rising[::-1], "decided")]


def test_a_deadline_that_has_passed_is_said_in_words(
    client: Client, sara: User, due: dict[str, str]
) -> None:
    client.force_login(sara)
    late = client.get(LIST, {"q": due["internal"]}).content.decode()
    assert '<span class="status status--late">Försenad</span>' in late
    today = client.get(LIST, {"q": due["youth"]}).content.decode()
    assert "status--late" not in today and "Första bedömning" in today


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("sort", SORTS)
def test_pages_follow_each_other_without_loss_and_lead_back(
    client: Client, sara: User, many: None, sort: str, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deviations.listing.PAGE_SIZE", 5)
    client.force_login(sara)
    whole = list(Listing(sara, QueryDict(f"sort={sort}&order={order}")).everything())
    numbers = [found.number for found in whole]
    seen: list[list[str]] = []
    url = f"{LIST}?sort={sort}&order={order}"
    while url:
        page = client.get(url)
        seen.append([row.number for row in page.context["rows"]])
        url = LIST + page.context["older_url"] if page.context["older_url"] else ""
    assert [number for page in seen for number in page] == numbers
    assert len(set(numbers)) == MANY
    back = seen[-1:]
    while page.context["newer_url"]:
        page = client.get(LIST + page.context["newer_url"])
        back.insert(0, [row.number for row in page.context["rows"]])
    assert back == seen


MANY = 22


@pytest.fixture
def many(organisation: Organisation) -> None:
    """Alike in all ways that a list is sorted by."""
    today = timezone.localdate()
    places = (organisation.intake, organisation.youth, organisation.support)
    grades = (Severity.RISK, Severity.SERIOUS, "")
    for number in range(MANY):
        day = today - timedelta(days=number % 4)
        grade = grades[number % 3]
        kind = Kind.LEX_SARAH if grade else Kind.INTERNAL
        case = make_case(places[number % 3], kind, received_on=day)
        Deviation.objects.filter(pk=case.pk).update(
            severity=grade,
            decided_on=day if grade else None,
            status=(Status.DECIDED, Status.RECEIVED)[number % 2],
            due_on=None if number % 5 == 0 else day,
        )


@pytest.mark.parametrize(
    "query",
    [
        "year=abc&unit=9999&kind=x&cause=0&received_from=2026-13-40&sort=x&order=y",
        "after=2026-01-01_99999999999999999999",
        "after=LS_1_2_3&sort=number",
        "after=999999_2026-01-01_1&sort=unit",
        "after=-_2026-01-01_1&sort=due&order=asc",
        "after=-_2026-01-01_1&sort=severity&order=desc",
        "before=9999_2026-01-01_1&sort=status",
        "due=x&sort=due&after=_",
        "before=%00&after=%00",
        "q=%00%0a%1b",
        "q=" + "ord+" * 400,
        "unit=" + "9" * 40,
        "cause=" + "9" * 40,
    ],
)
def test_an_address_nobody_meant_is_no_error(client: Client, sara: User, query: str) -> None:
    client.force_login(sara)
    assert client.get(f"{LIST}?{query}").status_code == 200
    assert client.get(f"{EXPORT}?{query}").status_code == 200


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_list_costs_the_same_with_one_and_with_three_cases(
    client: Client, sara: User, organisation: Organisation
) -> None:
    client.force_login(sara)
    costs = []
    for wanted in (1, 3):
        while Deviation.objects.count() < wanted:
            make_case(organisation.intake, Kind.LEX_SARAH)
        costs.append(queries_of(client, LIST))
    assert costs[0] == costs[1]
    assert costs[0] - FRAME <= 8


def test_a_list_with_restricted_cases_is_logged_with_their_ids(
    client: Client, sara: User, eva: User, some: dict[str, Deviation]
) -> None:
    client.force_login(eva)
    client.get(LIST)
    assert not Event.objects.filter(action=Event.Action.LIST).exists()
    client.force_login(sara)
    client.get(LIST, {"kind": "lex_sarah"})
    event = Event.objects.get(action=Event.Action.LIST)
    assert set(event.detail["ids"]) == {some["report"].pk, some["decided"].pk}


def test_the_spreadsheet_is_the_list_with_real_dates_and_harmless_text(
    client: Client, sara: User, some: dict[str, Deviation]
) -> None:
    Deviation.objects.filter(pk=some["internal"].pk).update(title='=HYPERLINK("http://x","y")')
    waits = with_deadline(some["internal"], 0)
    client.force_login(sara)
    query = {"sort": "number", "order": "asc"}
    answer = client.get(EXPORT, query)
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)
    heading, *rows = sheet.to_python()
    assert heading[:2] == ["Nummer", "Rubrik"]
    assert [row[0] for row in rows] == shown(client, **query)
    cells = {row[0]: row for row in rows}
    assert cells[some["internal"].number][1] == '=HYPERLINK("http://x","y")'
    assert cells[some["decided"].number][4:6] == [date(2024, 5, 1), date(2024, 6, 1)]
    assert cells[waits][8:] == [timezone.localdate(), "Första bedömning"]
    event = Event.objects.get(action=Event.Action.EXPORT)
    assert event.detail["count"] == len(some)
    assert set(event.detail["restricted_ids"]) == {some["report"].pk, some["decided"].pk}


def test_a_heading_turns_the_order_and_keeps_the_filter(
    client: Client, sara: User, some: dict[str, Deviation]
) -> None:
    client.force_login(sara)
    page = client.get(LIST, {"kind": "lex_sarah"})
    query = parse_qs(urlsplit(page.context["sort"]["received"]["url"]).query)
    assert query == {"kind": ["lex_sarah"], "sort": ["received"], "order": ["asc"]}


def test_a_search_with_very_many_answers_says_so(
    client: Client, sara: User, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deviations.listing.COUNTED_UP_TO", 3)
    monkeypatch.setattr("deviations.listing.PAGE_SIZE", 2)
    for _ in range(5):
        make_case(organisation.intake)
    client.force_login(sara)
    assert client.get(LIST, {"q": "kuvert"}).context["total"] == "3+"
    assert client.get(LIST).context["total"] == "5"


def test_the_list_has_an_address_of_its_own() -> None:
    assert (reverse("deviations:list"), reverse("deviations:export")) == (LIST, EXPORT)


def test_what_people_have_written_is_text_in_the_list(
    client: Client, sara: User, organisation: Organisation
) -> None:
    organisation.intake.name = "Mottag & <i>råd</i>"
    organisation.intake.save()
    make_case(organisation.intake, title="<script>alert('1')</script> \"a\" & {0}")
    client.force_login(sara)
    page = client.get(LIST).content.decode()
    assert "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &quot;a&quot; &amp; {0}</td>" in page
    assert '<td data-label="Enhet">Mottag &amp; &lt;i&gt;råd&lt;/i&gt;</td>' in page
    assert "<script>alert" not in page and "<i>råd" not in page


def test_names_causes_and_reach_are_as_new_on_each_page(
    client: Client, sara: User, eva: User, some: dict[str, Deviation], organisation: Organisation
) -> None:
    """What is drawn once is drawn anew when anything in it has changed, and for each person."""
    client.force_login(sara)
    before = client.get(LIST).content.decode()
    assert "Övriga enheten" not in before and "Ny orsak" not in before
    organisation.support.name = "Övriga enheten"
    organisation.support.save()
    make_cause(name="Ny orsak")
    after = client.get(LIST).content.decode()
    assert '<td data-label="Enhet">Övriga enheten</td>' in after
    assert f'<option value="{organisation.support.pk}">' in after
    assert ">Ny orsak</option>" in after
    client.force_login(eva)
    assert "Övriga enheten" not in client.get(LIST).content.decode()


def test_who_has_left_finds_the_list_closed(
    client: Client, eva: User, some: dict[str, Deviation]
) -> None:
    client.force_login(eva)
    assert client.get(LIST).status_code == 200
    eva.memberships.update(valid_to=timezone.localdate() - timedelta(days=1))
    assert client.get(LIST).status_code == 403


def test_the_years_offered_follow_the_day(
    client: Client, sara: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(sara)
    assert '<option value="2199">' not in client.get(LIST).content.decode()
    monkeypatch.setattr("deviations.forms.filters.timezone.localdate", lambda: date(2199, 1, 1))
    assert '<option value="2199">' in client.get(LIST).content.decode()


def test_what_somebody_searched_for_is_shown_to_that_person_alone(
    client: Client, sara: User, some: dict[str, Deviation]
) -> None:
    client.force_login(sara)
    assert 'value="kuvert"' in client.get(LIST, {"q": "kuvert"}).content.decode()
    assert 'value="kuvert"' not in client.get(LIST).content.decode()
    kept = _read.cache_info().currsize
    client.get(LIST, {"q": "ett annat ord"})
    assert _read.cache_info().currsize == kept


def test_a_case_is_listed_as_long_as_it_names_the_person(
    client: Client, sara: User, ulla: User, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    client.force_login(ulla)
    seen = [shown(client)]
    for investigator in (ulla, sara, ulla):
        assigned(case, sara, investigator)
        seen.append(shown(client))
    assert seen == [[], [case.number], [], [case.number]]
