"""A personnummer typed into a text is warned about, never stopped and never repeated."""

from django.test import Client
from django.urls import reverse

from deviations.models import Deviation
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

TEXT = "Brevet gällde 20150312-2380."
WARNED = "Texten ser ut att innehålla ett personnummer (Vad hände)"


def test_in_a_report(client: Client, mona: User, organisation: Organisation) -> None:
    client.force_login(mona)
    sent = {"description": TEXT, "unit": organisation.intake.pk, "is_safe_now": "yes"}
    page = client.post(reverse("deviations:report"), sent, follow=True).content.decode()
    assert WARNED in page
    assert "20150312" not in page
    assert Deviation.objects.get().description == TEXT


def test_in_a_case_that_is_changed(client: Client, eva: User, organisation: Organisation) -> None:
    case = make_case(organisation.intake)
    client.force_login(eva)
    sent = {
        "version": 1,
        "title": "Rubrik",
        "description": TEXT,
        "unit": organisation.intake.pk,
        "act": "sol",
        "channel": "form",
    }
    page = client.post(reverse("deviations:edit", args=[case.number]), sent, follow=True)
    assert WARNED in page.content.decode()
