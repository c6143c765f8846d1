"""What the municipality decides about the register, in the settings."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Event
from deviations.catalogue import load_clock_rules, load_transfer_fields
from deviations.models import ClockRule, TransferField
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

RULE = {"clock": "receive", "length": "3", "measure": "working_days", "basis": "Ny norm"}
FIRST = {"valid_from": "2000-01-01", "valid_to": ""}


@pytest.fixture
def settings_pages(client: Client, admin: User) -> Client:
    load_clock_rules()
    load_transfer_fields()
    client.force_login(admin)
    return client


def test_a_changed_deadline_moves_the_open_cases_and_stands_in_the_log(
    settings_pages: Client, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, received_on=date(2026, 1, 15))
    rule = ClockRule.objects.get(clock="receive")
    url = reverse("admin:deviations_clockrule_change", args=[rule.pk])
    assert settings_pages.post(url, RULE | FIRST).status_code == HTTPStatus.FOUND
    case.refresh_from_db()
    assert (case.due_on, case.due_for) == (date(2026, 1, 20), "receive")
    assert Event.objects.filter(object_type="deviations.clockrule", action="change").exists()


def test_a_deadline_that_is_taken_away_runs_no_more(
    settings_pages: Client, organisation: Organisation
) -> None:
    case = make_case(organisation.intake, received_on=date(2026, 1, 15))
    chosen = ClockRule.objects.exclude(clock="assessment").values_list("pk", flat=True)
    sent = {"action": "delete_selected", "_selected_action": list(chosen), "post": "yes"}
    settings_pages.post(reverse("admin:deviations_clockrule_changelist"), sent)
    case.refresh_from_db()
    assert (case.due_on, case.due_for) == (date(2026, 1, 20), "assessment")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"valid_to": "1999-01-01"}, "Slutdatum kan inte ligga före startdatum."),
        ({"length": "5000"}, "1000"),
    ],
)
def test_what_cannot_be_is_said_at_the_form(
    settings_pages: Client, wrong: dict[str, str], words: str
) -> None:
    rule = ClockRule.objects.get(clock="receive")
    url = reverse("admin:deviations_clockrule_change", args=[rule.pk])
    assert words in settings_pages.post(url, RULE | FIRST | wrong).text


def test_the_fields_of_ivos_form_say_that_nobody_has_checked_them(
    settings_pages: Client,
) -> None:
    field = TransferField.objects.get(label="Kommun")
    url = reverse("admin:deviations_transferfield_change", args=[field.pk])
    page = settings_pages.get(url).text
    assert "inte kontrollerade mot IVO:s e-tjänst" in page
    assert '<option value="board">Nämndens namn</option>' in page
