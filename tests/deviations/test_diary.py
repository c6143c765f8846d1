"""The registrator's cards: that a case exists, and nothing of what it says."""

import re
from datetime import date
from functools import partial
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from audit.models import Event
from deviations.diary import SECRECY
from deviations.models import Deviation, Kind
from deviations.services import StaleVersion, register_complaint, report_deviation, set_diary_number
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation
from tests.people import People

STORY = "Pojken blev kvar ensam på boendet."
LIST = reverse("diary:list")
# What a card may be read from; every other column of the case is its content.
CARD = {
    *("id", "number", "diary_number", "received_on", "kind", "unit_id", "reporting_unit_id"),
    *("status", "closed_on", "annulled_on", "restricted", "version"),
}


@pytest.fixture
def registrar(client: Client, nils: User) -> Client:
    client.force_login(nils)
    return client


@pytest.fixture
def secret(mona: User, organisation: Organisation) -> Deviation:
    return report_deviation(
        actor=mona,
        kind=Kind.LEX_SARAH,
        unit=organisation.youth,
        reporting_unit=organisation.intake,
        description=STORY,
    )


def card_url(case: Deviation) -> str:
    return reverse("diary:card", args=[case.number])


def columns_read(captured: CaptureQueriesContext) -> set[str]:
    sql = " ".join(query["sql"] for query in captured.captured_queries)
    return set(re.findall(r'"deviations_deviation"\."(\w+)"', sql))


def test_a_card_has_what_a_diary_needs(registrar: Client, secret: Deviation) -> None:
    (card,) = registrar.get(LIST).context["cards"]
    assert (card.number, card.diary_number, card.received_on) == (
        secret.number,
        "",
        secret.received_on,
    )
    assert card.title == "Rapport enligt lex Sarah, Ungdomsenheten"
    assert (card.sender, card.state) == ("Mottagningsenheten", "Öppet")
    assert card.secrecy == SECRECY


def test_no_column_of_the_content_is_even_selected(registrar: Client, secret: Deviation) -> None:
    form = {"version": secret.version, "diary_number": "SN 2026/7"}
    with CaptureQueriesContext(connection) as captured:
        registrar.get(LIST, {"q": "LS"})
        registrar.get(reverse("diary:export"))
        registrar.get(card_url(secret))
        registrar.post(card_url(secret), form)
        registrar.post(card_url(secret), form)  # the loser's way
    assert columns_read(captured) == CARD


def test_neither_list_nor_card_shows_a_word_of_the_case(
    registrar: Client, secret: Deviation
) -> None:
    pages = registrar.get(LIST).content + registrar.get(card_url(secret)).content
    for word in (STORY, secret.title, "Mona Berg"):
        assert word not in pages.decode()


def test_a_search_reads_the_card_and_not_the_text(
    registrar: Client, nils: User, secret: Deviation
) -> None:
    set_diary_number(
        actor=nils, deviation_id=secret.pk, version=secret.version, diary_number="SN 2026/7"
    )
    found = {
        word: len(registrar.get(LIST, {"q": word}).context["cards"])
        for word in ("Pojken", "boendet", secret.number[:7].lower(), "sn 2026")
    }
    assert found == {"Pojken": 0, "boendet": 0, secret.number[:7].lower(): 1, "sn 2026": 1}


def test_a_private_sender_has_no_name(
    registrar: Client, people: People, organisation: Organisation
) -> None:
    case = register_complaint(
        actor=people.mona,
        kind=Kind.COMPLAINT,
        unit=organisation.intake,
        description="Ingen svarade.",
        complaint={"contact_name": "Siv Granne", "contact": "070"},
    )
    page = registrar.get(card_url(case))
    assert page.context["card"].sender == "Enskild person"
    case.complaint.is_public = True
    case.complaint.save()
    assert registrar.get(card_url(case)).context["card"].sender == "Allmänheten"
    assert "Siv" not in page.content.decode()


def test_the_provider_is_the_sender_where_no_employee_is(
    registrar: Client, organisation: Organisation
) -> None:
    make_case(organisation.provider, Kind.PROVIDER)
    (card,) = registrar.get(LIST).context["cards"]
    assert (card.sender, card.title) == ("Utförare", "Avvikelse hos utförare, HVB Ekudden")


def test_the_registrator_sets_the_number_of_a_case_that_she_may_not_read(
    registrar: Client, nils: User, secret: Deviation
) -> None:
    form = {"version": secret.version, "diary_number": " SN 2026/7 "}
    answer = registrar.post(card_url(secret), form)
    assert answer["Location"] == card_url(secret)
    secret.refresh_from_db()
    assert (secret.diary_number, secret.version) == ("SN 2026/7", 2)
    event = Event.objects.get(action="change", object_id=str(secret.pk))
    assert (event.actor_id, event.label, list(event.changes)) == (
        nils.pk,
        secret.number,
        ["diary_number"],
    )
    assert registrar.get(reverse("deviations:detail", args=[secret.number])).status_code == 404


def test_the_same_number_again_changes_nothing(nils: User, secret: Deviation) -> None:
    assert not set_diary_number(
        actor=nils, deviation_id=secret.pk, version=secret.version, diary_number=""
    )
    assert not Event.objects.filter(action="change").exists()


def test_who_saves_last_is_told_and_keeps_what_was_typed(
    registrar: Client, people: People, secret: Deviation
) -> None:
    save = partial(set_diary_number, deviation_id=secret.pk, version=secret.version)
    save(actor=people.sara, diary_number="SN 2026/1")
    with pytest.raises(StaleVersion):
        save(actor=people.nils, diary_number="SN 2026/2")
    form = {"version": secret.version, "diary_number": "SN 2026/2"}
    answer = registrar.post(card_url(secret), form)
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Sara Alm ändrade ärendet medan du skrev" in html
    assert 'value="SN 2026/2"' in html
    assert "<strong>SN 2026/1</strong>" in html
    again = form | {"version": answer.context["form"].data["version"]}
    assert registrar.post(card_url(secret), again).status_code == 302


def test_a_number_that_another_case_has_is_asked_about(
    registrar: Client, secret: Deviation, organisation: Organisation
) -> None:
    other = make_case(organisation.intake)
    Deviation.objects.filter(pk=other.pk).update(diary_number="SN 2026/7")
    form = {"version": secret.version, "diary_number": "SN 2026/7"}
    page = registrar.post(card_url(secret), form, follow=True)
    assert f"står redan på {other.number}" in page.content.decode()


def test_a_closed_case_can_still_be_entered(nils: User, organisation: Organisation) -> None:
    case = make_case(organisation.intake)
    today = date.today()
    Deviation.objects.filter(pk=case.pk).update(status="closed", decided_on=today, closed_on=today)
    assert set_diary_number(actor=nils, deviation_id=case.pk, version=1, diary_number="SN 1")


def test_the_list_is_narrowed_by_year_kind_and_missing_number(
    registrar: Client, organisation: Organisation
) -> None:
    old = make_case(organisation.intake, received_on=date(2024, 5, 2))
    new = make_case(organisation.intake, Kind.VIEWPOINT, received_on=date(2025, 5, 2))
    Deviation.objects.filter(pk=old.pk).update(diary_number="SN 2024/1")

    def numbers(**query: str | int) -> list[str]:
        return [card.number for card in registrar.get(LIST, query).context["cards"]]

    assert numbers() == [new.number, old.number]
    assert numbers(year=2024) == [old.number]
    assert numbers(kind=Kind.VIEWPOINT) == [new.number]
    assert numbers(undiaried="on") == [new.number]


def test_each_person_keeps_the_cards_of_the_own_units(
    people: People, organisation: Organisation
) -> None:
    here = make_case(organisation.intake)
    there = make_case(organisation.home_care)
    numbers = {
        name: {row[1] for row in Deviation.objects.for_registrar(user)}
        for name, user in vars(people).items()
    }
    assert {name: found for name, found in numbers.items() if found} == {
        "nils": {here.number, there.number},
        "sara": {here.number},
    }


def test_the_list_in_excel_says_what_the_screen_says(registrar: Client, secret: Deviation) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(registrar.get(reverse("diary:export")).content))
    _, row = book.get_sheet_by_index(0).to_python()
    assert row == [
        "",
        secret.number,
        secret.received_on,
        "Mottagningsenheten",
        "Rapport enligt lex Sarah, Ungdomsenheten",
        SECRECY.text,
        "Öppet",
        "",
    ]


def test_reading_cards_of_secret_cases_is_logged(registrar: Client, secret: Deviation) -> None:
    registrar.get(LIST)
    registrar.get(reverse("diary:export"))
    registrar.get(card_url(secret))
    logged = Event.objects.exclude(action__in=("create", "login")).order_by("pk")
    listed, exported, read = logged.values_list("action", "object_id", "detail")
    assert (listed[0], listed[2]["ids"]) == ("list", [secret.pk])
    assert (exported[0], exported[2]["restricted_ids"]) == ("export", [secret.pk])
    assert read == ("read", str(secret.pk), {"part": "diary card"})


def test_the_list_costs_the_same_for_one_and_three(
    registrar: Client, organisation: Organisation
) -> None:
    costs = []
    for _ in range(2):
        make_case(organisation.intake)
        make_case(organisation.youth, Kind.COMPLAINT)
        with CaptureQueriesContext(connection) as captured:
            registrar.get(LIST)
        costs.append(len(captured))
    assert costs[0] == costs[1]
