"""Saved narrowings of the list: a person's own, and checked again whenever they are used."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from deviations import services
from deviations.models import SavedFilter
from deviations.saved import saved_by
from deviations.services.saved import MOST
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

LIST, NEW = "/avvikelser/", "/avvikelser/urval/nytt/"


def save(user: User, name: str = "Försenade", query: str = "due=overdue") -> SavedFilter:
    return services.save_filter(actor=user, name=name, query=query)


def offered(client: Client, query: str) -> str:
    return str(client.get(f"{LIST}?{query}").context["save_url"])


def test_the_list_as_it_is_narrowed_gets_a_name(client: Client, eva: User) -> None:
    client.force_login(eva)
    url = offered(client, "kind=internal&due=overdue&sort=due&after=x&utm=1")
    assert parse_qs(urlsplit(url).query) == {
        "kind": ["internal"],
        "due": ["overdue"],
        "sort": ["due"],
    }
    query = str(client.get(url).context["form"].initial["query"])
    answer = client.post(NEW, {"name": "Försenade", "query": query})
    assert answer.headers["Location"] == f"{LIST}?{query}"
    page = client.get(f"{LIST}?{query}")
    assert [(one.name, one.current) for one in page.context["saved"]] == [("Försenade", True)]
    assert page.context["save_url"] == ""


def test_a_whole_list_is_nothing_to_save(client: Client, eva: User) -> None:
    client.force_login(eva)
    assert offered(client, "") == offered(client, "utm=1&sort=x") == ""
    answer = client.post(NEW, {"name": "Allt", "query": "kind=x"})
    assert answer.status_code == 422 and "Urvalet är tomt" in answer.content.decode()


def test_only_what_the_person_can_narrow_by_is_saved(
    client: Client, eva: User, organisation: Organisation
) -> None:
    client.force_login(eva)
    foreign = organisation.home_care.pk
    client.post(NEW, {"name": "Mitt", "query": f"unit={foreign}&kind=internal&year=x"})
    assert SavedFilter.objects.get().query == "kind=internal"


def test_what_no_longer_holds_is_said_when_it_is_used(
    client: Client, eva: User, organisation: Organisation
) -> None:
    case = make_case(organisation.intake)
    save(eva, query="unit=999999&evil=1")
    client.force_login(eva)
    url = client.get(LIST).context["saved"][0].url
    assert url == f"{LIST}?unit=999999"
    page = client.get(url)
    assert [row.number for row in page.context["rows"]] == [case.number]
    assert "field__error" in page.content.decode()


def test_nobody_else_sees_it(client: Client, eva: User, sara: User) -> None:
    saved = save(eva)
    assert saved_by(sara) == []
    client.force_login(sara)
    assert client.get(reverse("deviations:filter_edit", args=[saved.pk])).status_code == 404
    assert client.post(reverse("deviations:filter_remove", args=[saved.pk])).status_code == 404
    assert SavedFilter.objects.filter(pk=saved.pk).exists()


def test_it_is_renamed_and_removed(client: Client, eva: User) -> None:
    saved = save(eva)
    client.force_login(eva)
    client.post(reverse("deviations:filter_edit", args=[saved.pk]), {"name": "Sena"})
    assert [one.name for one in saved_by(eva)] == ["Sena"]
    question = client.get(reverse("deviations:filter_remove", args=[saved.pk])).content.decode()
    assert "Ta bort urvalet ”Sena”?" in question
    client.post(reverse("deviations:filter_remove", args=[saved.pk]))
    assert saved_by(eva) == []


def test_a_name_is_used_once_by_each_person(client: Client, eva: User, sara: User) -> None:
    save(sara)
    client.force_login(eva)
    sent = {"name": "Försenade", "query": "due=overdue"}
    assert client.post(NEW, sent).status_code == 302
    again = client.post(NEW, sent)
    assert again.status_code == 422 and "Du har redan ett urval" in again.content.decode()


def test_no_more_than_can_be_overlooked(eva: User) -> None:
    for number in range(MOST):
        save(eva, name=f"Urval {number}")
    with pytest.raises(services.IllegalStep, match="Ta bort något"):
        save(eva)
