"""Whatever is sent: words at the field or harmless text, never an error page, nothing lost."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from deviations.models import Deviation
from lib.fields import plain
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

REPORT = "/avvikelser/rapportera/"


def answers(organisation: Organisation, **more: str) -> dict[str, str]:
    return {
        "description": "Ett brev låg fel.",
        "unit": str(organisation.intake.pk),
        "is_safe_now": "yes",
    } | more


# Two days, so that it lies ahead even when midnight passes during the run.
FUTURE = (timezone.localdate() + timedelta(days=2)).isoformat()

REFUSED = [
    ({"occurred_on": FUTURE}, "Datumet ligger i framtiden"),
    ({"occurred_on": "1989-12-31"}, "före 1990"),
    ({"occurred_on": "0001-01-01"}, "före 1990"),
    ({"occurred_on": "2026-02-30"}, "Skriv datumet som ÅÅÅÅ-MM-DD"),
    ({"occurred_on": "i går"}, "Skriv datumet som ÅÅÅÅ-MM-DD"),
    ({"discovered_at": FUTURE + "T08:00"}, "framtiden"),
    ({"discovered_at": "0001-01-01T00:00"}, "före 1990"),
    ({"discovered_at": "9999-12-31T23:59"}, "framtiden"),
    ({"discovered_at": "2026-13-01T25:00"}, "Skriv dag och klockslag"),
    (
        {"occurred_on": "2026-01-10", "discovered_at": "2026-01-09T08:00"},
        "Det kan inte ha upptäckts innan det hände",
    ),
    ({"description": "a" * 100_000}, "högst 20\u202f000 tecken, nu 100\u202f000"),
    ({"immediate_measures": "å" * 20_001}, "högst 20\u202f000 tecken"),
    ({"description": "   \n\t "}, "Skriv några ord"),
    ({"description": "\x00\x01\x1b"}, "Skriv några ord"),
    ({"unit": "999999"}, "Välj en enhet som finns i dag"),
    ({"unit": "x\x00"}, "Null-tecken"),
    ({"unit": "9" * 40}, "Välj en enhet som finns i dag"),
    ({"unit": ""}, "Välj enhet"),
    ({"is_safe_now": ""}, "Välj ett av svaren"),
    ({"is_safe_now": "<script>"}, "inte bland tillgängliga"),
    ({"kind": "complaint"}, "inte bland tillgängliga"),
    ({"consequence_possible": "x"}, "inte bland tillgängliga"),
    ({"token": "not-a-uuid"}, "UUID"),
]


@pytest.mark.parametrize(("sent", "words"), REFUSED)
def test_what_cannot_be_is_said_in_swedish_and_nothing_typed_is_lost(
    client: Client, mona: User, organisation: Organisation, sent: dict[str, str], words: str
) -> None:
    client.force_login(mona)
    full = answers(organisation, consequence_text="Det jag också skrev.") | sent
    answer = client.post(REPORT, full)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "Det jag också skrev." in page
    assert full["description"].strip("\x00\x01\x1b \n\t") in page
    assert not Deviation.objects.exists()


HARMLESS = [
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% now 'Y' %}",
    "'; DROP TABLE deviations_deviation; --",
    "före\x00efter\x07 slut",
    "👩‍👧 \u202eomvänt \ufeff",
    "A\u030asa " * 500,
    "a" * 20_000,
    "\ud7ff\ue000\U0010ffff",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_strange_text_is_kept_as_text(
    client: Client, mona: User, sara: User, organisation: Organisation, text: str
) -> None:
    client.force_login(mona)
    sent = answers(organisation, description=text, immediate_measures=text)
    assert client.post(REPORT, sent).status_code == 302
    case = Deviation.objects.get()
    assert not set(case.description) & {"\x00", "\x07"}
    client.force_login(sara)
    page = client.get(reverse("deviations:detail", args=[case.number])).content.decode()
    assert "<script>alert" not in page
    assert plain(text, lines=True).strip() in unescape(page)
    for name in ("list", "export", "edit"):
        args = [case.number] if name == "edit" else []
        assert client.get(reverse(f"deviations:{name}", args=args)).status_code == 200


EDIT_REFUSED = [
    ({"occurred_on": "2026-02-02", "occurred_until": "2026-02-01"}, "före startdatum"),
    ({"occurred_on": "", "occurred_until": "2026-02-01"}, "Ange även från vilken dag"),
    ({"affected_count": "-1"}, "större än eller lika med 0"),
    ({"affected_count": "9" * 30}, "mindre än eller lika med 9999"),
    ({"title": ""}, "måste fyllas i"),
    ({"title": "x" * 121}, "högst 120 tecken"),
    ({"causes": "999"}, "999"),
    ({"version": ""}, ""),
    ({"version": "9" * 30}, ""),
    ({"process": "x"}, "inte bland tillgängliga"),
    ({"sex": "x"}, "inte bland tillgängliga"),
]


@pytest.mark.parametrize(("sent", "words"), EDIT_REFUSED)
def test_a_change_that_cannot_be_is_refused_with_the_text_kept(
    client: Client, sara: User, organisation: Organisation, sent: dict[str, str], words: str
) -> None:
    case = make_case(organisation.intake)
    client.force_login(sara)
    full = {
        "version": "1",
        "title": "Rubrik",
        "description": "Min långa text.",
        "unit": str(organisation.intake.pk),
        "act": "sol",
        "channel": "form",
    } | sent
    answer = client.post(reverse("deviations:edit", args=[case.number]), full)
    assert answer.status_code in (409, 422)
    page = answer.content.decode()
    assert words in page
    assert "Min långa text." in page
    case.refresh_from_db()
    assert case.version == 1


@pytest.mark.parametrize("number", ["LS-2026-00000000000", "ls-2026-0001", "x", "LS-2026-0001%00"])
def test_a_number_nobody_gave_leads_nowhere(client: Client, sara: User, number: str) -> None:
    client.force_login(sara)
    assert client.get(f"/avvikelser/{number}/").status_code == 404
