"""The settings: what the system administrator changes is logged, and no case shines through."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Event
from deviations.models import Kind
from organisation.models import (
    Membership,
    Process,
    Role,
    SmallNumberPolicy,
    Unit,
    User,
)
from tests.factories.deviations import assigned, make_case
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.people import People


@pytest.fixture
def settings_pages(client: Client, admin: User) -> Client:
    client.force_login(admin)
    return client


def test_no_page_of_deletion_tells_the_administrator_of_cases_and_measures(
    settings_pages: Client, people: People, organisation: Organisation
) -> None:
    process = Process.objects.create(number="1", name="Mottagning", unit=organisation.ifo)
    case = make_case(organisation.intake, Kind.LEX_SARAH, process=process)
    assigned(case, people.sara, people.ulla)
    make_measure(organisation.intake, "Ny rutin efter händelsen")
    for row in (people.ulla, organisation.intake, process):
        url = reverse(f"admin:organisation_{row._meta.model_name}_delete", args=[row.pk])
        answer = settings_pages.get(url)
        assert answer.status_code == HTTPStatus.FORBIDDEN
        assert case.number not in answer.content.decode()
        assert "Ny rutin" not in answer.content.decode()


@pytest.mark.parametrize("model", [User, Unit, Process])
def test_no_list_offers_to_delete_what_cases_hang_on(
    settings_pages: Client, model: type[User | Unit | Process]
) -> None:
    listed = reverse(f"admin:organisation_{model._meta.model_name}_changelist")
    ids = [str(pk) for pk in model.objects.values_list("pk", flat=True)]
    chosen = {"action": "delete_selected", "_selected_action": ids or ["1"]}
    answer = settings_pages.post(listed, chosen, follow=True)
    assert "delete_selected" not in answer.content.decode()
    assert model.objects.filter(pk__in=ids).count() == len(ids)


def _person_form(user: User, organisation: Organisation, role: str) -> dict[str, object]:
    """Gives the person one role more, as the page sends it."""
    return {
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "title": user.title,
        "is_active": "on",
        "date_joined_0": "2023-01-01",
        "date_joined_1": "08:00:00",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "0",
        "memberships-0-user": user.pk,
        "memberships-0-role": role,
        "memberships-0-unit": organisation.ifo.pk,
        "memberships-0-valid_from": "2023-01-01",
    }


def test_a_role_given_in_the_settings_stands_in_the_log(
    settings_pages: Client, admin: User, organisation: Organisation
) -> None:
    nora = User.objects.create(username="nora", first_name="Nora", last_name="Vik", password="!")
    url = reverse("admin:organisation_user_change", args=[nora.pk])
    answer = settings_pages.post(url, _person_form(nora, organisation, Role.LEX_SARAH))
    assert answer.status_code == HTTPStatus.FOUND
    given = Membership.objects.get(user=nora)
    event = Event.objects.get(object_type="organisation.membership", object_id=str(given.pk))
    assert (event.actor_id, event.action, event.unit_name) == (
        admin.pk,
        Event.Action.CREATE,
        organisation.ifo.name,
    )
    assert event.label == "Nora Vik: Lex Sarah-ansvarig, Individ- och familjeomsorgen"


def test_a_changed_setting_stands_in_the_log(
    settings_pages: Client, admin: User, organisation: Organisation
) -> None:
    url = reverse("admin:organisation_unit_change", args=[organisation.youth.pk])
    form = {
        "name": "Ungdomsenheten 2",
        "slug": organisation.youth.slug,
        "level": organisation.youth.level,
        "operation": organisation.youth.operation,
        "parent": organisation.youth.parent_id,
        "valid_from": "2000-01-01",
        "order": "0",
    }
    assert settings_pages.post(url, form).status_code == HTTPStatus.FOUND
    event = Event.objects.get(object_type="organisation.unit", actor_id=admin.pk)
    assert (event.action, event.object_id) == (Event.Action.CHANGE, str(organisation.youth.pk))


def test_a_unit_is_not_moved_with_its_history(
    settings_pages: Client, organisation: Organisation
) -> None:
    page = settings_pages.get(
        reverse("admin:organisation_unit_change", args=[organisation.youth.pk])
    )
    assert 'name="parent"' not in page.text


def test_a_rule_on_small_numbers_needs_its_motive_and_keeps_it(
    settings_pages: Client, admin: User, organisation: Organisation
) -> None:
    form = {
        "unit": organisation.board.pk,
        "audience": "public",
        "minimum_base": "10",
        "minimum_count": "10",
        "counts_shown_down_to": "section",
        "valid_from": "2026-01-01",
    }
    add = reverse("admin:organisation_smallnumberpolicy_add")
    assert settings_pages.post(add, form).status_code == HTTPStatus.OK  # asked again
    assert not SmallNumberPolicy.objects.exists()
    settings_pages.post(add, form | {"motive": "Beslut i nämnden § 12"})
    made = SmallNumberPolicy.objects.get()
    url = reverse("admin:organisation_smallnumberpolicy_change", args=[made.pk])
    settings_pages.post(url, {"motive": "Annat", "minimum_base": "1", "valid_to": "2026-12-31"})
    made.refresh_from_db()
    kept = made.motive, made.minimum_base, str(made.valid_to)
    assert kept == ("Beslut i nämnden § 12", 10, "2026-12-31")
    logged = Event.objects.filter(object_type="organisation.smallnumberpolicy")
    assert [event.action for event in logged.order_by("pk")] == ["create", "change"]
