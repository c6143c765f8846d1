"""Providers: contracts, the year's follow-up, what has to be put right."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from audit.models import Event
from lib.refusals import Refused
from lib.versions import EditedByAnother
from organisation.models import User
from reviews import services
from reviews.models import Contract, Provider, ProviderFollowUp, Requirement, RequirementResult
from reviews.services import FollowedUp
from tests.factories.organisation import Organisation
from tests.factories.reviews import (
    make_contract,
    make_follow_up,
    make_plan,
    make_provider,
    make_requirement,
)

LIST = reverse("providers:list")
MEETS, ACTION = RequirementResult.Result.MEETS, RequirementResult.Result.ACTION
THIS_YEAR = timezone.localdate().year


def page(provider: Provider) -> str:
    return reverse("providers:detail", args=[provider.pk])


def follow_up_page(contract: Contract, year: int = THIS_YEAR) -> str:
    return reverse("providers:follow_up", args=[contract.provider_id, contract.pk, year])


def sent(**changes: object) -> dict[str, object]:
    names = ("carried_out_on", "reason", "comment", "next_focus", "responsible")
    return {**dict.fromkeys(names, ""), "happened": "done", **changes}


def refused(client: Client, url: str, data: dict[str, object]) -> dict[str, list[str]]:
    answer = client.post(url, data)
    assert answer.status_code == 422
    errors: dict[str, list[str]] = dict(answer.context["form"].errors)
    return errors


def test_a_follow_up_is_registered_with_each_requirement(
    eva_in: Client, contract: Contract, requirement: Requirement
) -> None:
    today = timezone.localdate()
    judged = {f"krav-{requirement.pk}": "action", f"krav-{requirement.pk}-text": "Saknas."}

    answer = eva_in.post(follow_up_page(contract), sent(carried_out_on=today, **judged))

    assert answer["Location"] == page(contract.provider)
    row = contract.follow_ups.get()
    assert (row.year, row.carried_out_on, row.not_because) == (THIS_YEAR, today, "")
    assert [(one.result, one.comment) for one in row.results.all()] == [("action", "Saknas.")]


def test_why_there_was_no_follow_up_is_kept(eva_in: Client, contract: Contract) -> None:
    eva_in.post(follow_up_page(contract), sent(happened="no_customers"))

    row = contract.follow_ups.get()
    assert (row.not_because, row.carried_out_on) == ("no_customers", None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"happened": ""}, "happened"),
        ({}, "carried_out_on"),
        ({"happened": "other"}, "reason"),
        ({"happened": "new", "carried_out_on": "2023-05-01"}, "carried_out_on"),
        ({"carried_out_on": "2999-05-01"}, "carried_out_on"),
    ],
)
def test_done_or_why_not_but_never_both(
    eva_in: Client, contract: Contract, changes: dict[str, object], field: str
) -> None:
    assert field in refused(eva_in, follow_up_page(contract), sent(**changes))
    assert not contract.follow_ups.exists()


def test_nothing_is_judged_of_one_that_was_not_followed_up(
    eva_in: Client, contract: Contract, requirement: Requirement
) -> None:
    key = f"krav-{requirement.pk}"
    data = sent(happened="no_customers") | {key: "meets", f"{key}-text": ""}

    assert key in refused(eva_in, follow_up_page(contract), data)


def test_a_follow_up_is_changed_where_it_stands(
    eva_in: Client, contract: Contract, requirement: Requirement
) -> None:
    row = make_follow_up(contract, THIS_YEAR - 1, {requirement: ACTION})
    key = f"krav-{requirement.pk}"
    data = sent(carried_out_on=row.carried_out_on, version=1) | {key: "meets", f"{key}-text": ""}

    eva_in.post(follow_up_page(contract, row.year), data)

    row.refresh_from_db()
    assert (row.version, row.results.get().result) == (2, "meets")


def test_of_two_who_follow_up_the_second_sees_what_the_first_found(
    eva_in: Client, contract: Contract, requirement: Requirement
) -> None:
    row = make_follow_up(contract, THIS_YEAR - 1, {requirement: MEETS})
    services.follow_up(
        actor=None,
        contract=contract,
        year=row.year,
        fields={"comment": "Klart."},
        results={requirement.pk: FollowedUp("action", "")},
        version=1,
    )
    key = f"krav-{requirement.pk}"
    data = sent(carried_out_on=row.carried_out_on, version=1) | {key: "meets", f"{key}-text": ""}

    answer = eva_in.post(follow_up_page(contract, row.year), data)

    assert answer.status_code == 409
    told = {(d.label, d.mine, d.saved) for d in answer.context["differences"]}
    assert (requirement.text, "Uppfyller kravet", "Åtgärd krävs") in told
    assert row.results.get().result == "action"


def test_the_same_year_registered_twice_at_once_is_refused(contract: Contract) -> None:
    make_follow_up(contract, 2023)

    with pytest.raises(Refused, match="hann registrera"):
        services.follow_up(
            actor=None,
            contract=contract,
            year=2023,
            fields={"carried_out_on": date(2023, 9, 1)},
            results={},
        )


def test_who_was_second_to_register_the_year_is_told_and_loses_nothing(
    eva_in: Client, contract: Contract
) -> None:
    """The form was opened before anybody had registered anything."""
    make_follow_up(contract, THIS_YEAR, carried_out_on=timezone.localdate())
    mine = sent(happened="other", reason="Utföraren är vilande")

    answer = eva_in.post(follow_up_page(contract), mine)

    assert answer.status_code == 422
    form = answer.context["form"]
    assert "hann registrera" in str(form.non_field_errors())
    assert form["reason"].value() == "Utföraren är vilande"
    assert contract.follow_ups.get().not_because == ""


def test_an_old_version_is_not_saved_over(contract: Contract) -> None:
    make_follow_up(contract, 2023)

    with pytest.raises(EditedByAnother):
        services.follow_up(
            actor=None, contract=contract, year=2023, fields={}, results={}, version=5
        )


def test_a_year_without_a_contract_has_no_follow_up(eva_in: Client, provider: Provider) -> None:
    ended = make_contract(provider, ends_on=date(2022, 12, 31))

    assert eva_in.get(follow_up_page(ended, 2022)).status_code == 200
    assert eva_in.get(follow_up_page(ended, 2023)).status_code == 404
    assert eva_in.get(follow_up_page(ended, 1066)).status_code == 404


def test_a_requirement_is_asked_in_the_years_it_holds(
    organisation: Organisation, provider: Provider
) -> None:
    held = make_requirement(organisation.ifo, "Gäller alla år")
    old = make_requirement(organisation.intake, "Gällde förr", valid_to=date(2022, 6, 1))
    make_requirement(organisation.home_care, "Gäller någon annan")
    rows = Requirement.objects.of(provider.unit_id)

    assert list(rows.in_force(2022)) == [held, old]
    assert list(rows.in_force(2023)) == [held]


def test_the_list_tells_how_the_year_adds_up(
    eva_in: Client, organisation: Organisation, requirement: Requirement
) -> None:
    told: list[tuple[str, dict[str, Any]]] = [
        ("Alfa", {"results": {requirement: MEETS}}),
        ("Beta", {"results": {requirement: ACTION}}),
        ("Gamma", {"not_because": "no_customers"}),
    ]
    for name, fields in told:
        make_follow_up(make_contract(make_provider(organisation.intake, name)), **fields)
    make_contract(make_provider(organisation.intake, "Delta"))

    [service] = eva_in.get(LIST, {"year": 2023}).context["services"]

    assert service.sum == (
        "4\N{NO-BREAK SPACE}utförare: 2 följdes upp (1 uppfyller kraven och 1 behöver åtgärda"
        " brister), 1 hade inga kunder från kommunen och 1 är inte registrerad än."
    )
    assert [row.standing for row in service.rows] == [
        "Uppföljd",
        "Åtgärd krävs, 1\N{NO-BREAK SPACE}krav",
        "Inte registrerad",
        "Inga kunder från kommunen",
    ]


def test_a_narrowed_list_still_tells_the_whole_sum(
    eva_in: Client, organisation: Organisation, contract: Contract
) -> None:
    make_contract(make_provider(organisation.intake, "Åbackens samtal"))

    [service] = eva_in.get(LIST, {"q": "åbacken"}).context["services"]

    assert len(service.rows) == 1
    assert service.sum.startswith("2\N{NO-BREAK SPACE}utförare")


def test_the_list_asks_as_often_for_three_providers_as_for_one(
    eva_in: Client,
    organisation: Organisation,
    contract: Contract,
    requirement: Requirement,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_follow_up(contract, THIS_YEAR, {requirement: MEETS})
    eva_in.get(LIST)
    with CaptureQueriesContext(connection) as before:
        eva_in.get(LIST)
    for name in ("Beta", "Gamma"):
        other = make_contract(make_provider(organisation.intake, name))
        make_follow_up(other, THIS_YEAR, {requirement: ACTION})
    with django_assert_num_queries(len(before)):
        eva_in.get(LIST)


def test_the_providers_page_asks_as_often_for_three_years_as_for_one(
    eva_in: Client,
    contract: Contract,
    requirement: Requirement,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def follow(year: int) -> None:
        row = make_follow_up(contract, year, {requirement: ACTION})
        make_plan(row, date(year, 12, 1))

    follow(2021)
    eva_in.get(page(contract.provider))
    with CaptureQueriesContext(connection) as before:
        eva_in.get(page(contract.provider))
    follow(2022)
    follow(2023)
    with django_assert_num_queries(len(before)):
        eva_in.get(page(contract.provider))


def test_a_service_is_written_as_it_is_written_already(
    eva_in: Client, contract: Contract, organisation: Organisation
) -> None:
    other = make_provider(organisation.intake, "Beta")
    empty = dict.fromkeys(("ends_on", "revised_on", "terminated_on"), "")
    data = {"service": "familjeRÅDGIVNING", "form": "lov", "starts_on": "2023-01-01", **empty}

    eva_in.post(reverse("providers:contract_add", args=[other.pk]), data)

    assert other.contracts.get().service == "Familjerådgivning"


def test_a_contract_cannot_end_before_it_begins(eva_in: Client, provider: Provider) -> None:
    data: dict[str, object] = {
        "service": "Stöd",
        "form": "lov",
        "starts_on": "2023-01-01",
        "ends_on": "2022-01-01",
    }
    url = reverse("providers:contract_add", args=[provider.pk])

    assert "ends_on" in refused(eva_in, url, data)


def test_a_provider_is_registered_once_at_a_unit(eva_in: Client, provider: Provider) -> None:
    data = {"name": provider.name, "regime": "private", "unit": provider.unit_id}

    assert "name" in refused(eva_in, reverse("providers:create"), data)


def test_what_is_lacking_asks_for_an_action_plan(
    eva_in: Client, contract: Contract, requirement: Requirement
) -> None:
    row = make_follow_up(contract, 2023, {requirement: ACTION})
    assert "ingen åtgärdsplan" in eva_in.get(page(contract.provider)).content.decode()
    due = timezone.localdate() + timedelta(days=30)
    url = reverse("providers:plan_add", args=[contract.provider_id, row.pk])
    empty = dict.fromkeys(("received_on", "verified_on", "comment"), "")

    eva_in.post(url, {"demand": "Gör en riskanalys.", "due_on": due, **empty})

    assert row.plans.get().due_on == due
    assert "ingen åtgärdsplan" not in eva_in.get(page(contract.provider)).content.decode()


def test_a_plan_is_not_verified_before_it_came(eva_in: Client, contract: Contract) -> None:
    plan = make_plan(make_follow_up(contract), date(2023, 12, 1))
    url = reverse("providers:plan", args=[contract.provider_id, plan.pk])
    data = {"demand": plan.demand, "due_on": "2023-12-01", "comment": "", "version": 1}
    days = {"received_on": "2023-11-10", "verified_on": "2023-11-01"}

    assert "verified_on" in refused(eva_in, url, data | days)


def test_a_follow_up_leads_to_a_measure_of_our_own(
    eva_in: Client, eva: User, contract: Contract
) -> None:
    row = make_follow_up(contract)
    url = reverse("providers:measure", args=[contract.provider_id, row.pk])
    data = {"ny-title": "Dialogmöte", "ny-kind": "cooperation"}
    empty = dict.fromkeys(("ny-due_on", "ny-responsible", "ny-description"), "")

    eva_in.post(url, data | empty | {"ny-unit": contract.provider.unit_id})

    measure = row.measures.get()
    assert measure.origin == "utföraruppföljning"
    shown = eva_in.get(reverse("measures:detail", args=[measure.pk])).content.decode()
    assert page(contract.provider) in shown


def test_a_follow_up_needs_a_day_or_a_reason(contract: Contract) -> None:
    with pytest.raises(IntegrityError, match="provider_follow_up_one_of_two"):
        ProviderFollowUp.objects.create(contract=contract, year=2023)


class TestRemoving:
    """What was entered by mistake, as long as nothing hangs on it."""

    def test_a_contract_without_follow_ups_is_removed(
        self, eva_in: Client, contract: Contract
    ) -> None:
        url = reverse("providers:contract_remove", args=[contract.provider_id, contract.pk])
        assert "Ta bort avtalet" in eva_in.get(url).content.decode()

        assert eva_in.post(url)["Location"] == page(contract.provider)

        assert not Contract.objects.exists()
        assert Event.objects.filter(action="delete", object_type="reviews.contract").exists()

    def test_a_contract_that_was_followed_up_stays(
        self, eva_in: Client, contract: Contract
    ) -> None:
        make_follow_up(contract)
        url = reverse("providers:contract_remove", args=[contract.provider_id, contract.pk])

        shown = eva_in.post(url, follow=True).content.decode()

        assert "Det finns uppföljningar här" in shown
        assert Contract.objects.exists()

    def test_a_provider_without_contracts_is_removed(
        self, eva_in: Client, provider: Provider
    ) -> None:
        answer = eva_in.post(reverse("providers:remove", args=[provider.pk]))

        assert answer["Location"] == LIST
        assert not Provider.objects.exists()

    def test_a_year_registered_by_mistake_is_removed_with_its_results(
        self, eva_in: Client, contract: Contract, requirement: Requirement
    ) -> None:
        row = make_follow_up(contract, 2023, {requirement: MEETS})

        eva_in.post(reverse("providers:follow_up_remove", args=[contract.provider_id, row.pk]))

        assert not ProviderFollowUp.objects.exists()
        assert not RequirementResult.objects.exists()

    def test_a_requirement_that_was_judged_by_stays(
        self, eva_in: Client, contract: Contract, requirement: Requirement
    ) -> None:
        make_follow_up(contract, 2023, {requirement: MEETS})
        url = reverse("providers:requirement_remove", args=[requirement.pk])

        shown = eva_in.post(url, follow=True).content.decode()

        assert "Sätt en dag då det slutar gälla" in shown
        assert Requirement.objects.exists()
