"""A report that is begun: kept for its owner alone, taken up again, sent or thrown away."""

import uuid
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations.models import Deviation, ReportDraft
from deviations.services import IllegalStep, purge_drafts, save_draft
from deviations.services.drafts import KEPT, LONGEST, MOST
from organisation.models import User
from tests.factories.organisation import Organisation

SAVE = "/avvikelser/rapportera/utkast/"
REPORT = "/avvikelser/rapportera/"
MINE = "/avvikelser/mina/"
BY_ITSELF = {"Accept": "application/json"}


def draft_of(user: User, text: str = "Ett brev låg") -> ReportDraft:
    return save_draft(actor=user, token=uuid.uuid4(), answers={"description": text})


def test_what_was_typed_comes_back_right_or_wrong(client: Client, mona: User) -> None:
    client.force_login(mona)
    sent = {"description": "Ett brev låg", "discovered_at": "i går", "token": str(uuid.uuid4())}
    page = client.post(SAVE, sent, follow=True).content.decode()
    assert "Utkastet är sparat" in page
    assert "Ett brev låg" in page
    assert 'value="i går"' in page
    assert not Deviation.objects.exists()


def test_it_is_saved_while_somebody_writes(client: Client, mona: User) -> None:
    client.force_login(mona)
    sent = {"description": "Ett", "token": str(uuid.uuid4())}
    first = client.post(SAVE, sent, headers=BY_ITSELF)
    client.post(SAVE, sent | {"description": "Ett brev"}, headers=BY_ITSELF)
    draft = ReportDraft.objects.get()
    assert first.json() == {"said": f"Sparat {timezone.localtime(draft.saved_at):%H:%M}"}
    assert draft.answers == {"description": "Ett brev"}
    assert Event.objects.filter(object_type="deviations.reportdraft").count() == 1


def test_an_empty_draft_is_not_kept(client: Client, mona: User, organisation: Organisation) -> None:
    client.force_login(mona)
    answer = client.post(SAVE, {"unit": organisation.intake.pk})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv något först" in answer.content.decode()
    assert not ReportDraft.objects.exists()


def test_sending_removes_the_draft(client: Client, mona: User, organisation: Organisation) -> None:
    client.force_login(mona)
    draft = draft_of(mona)
    sent = {"description": "Klart.", "unit": organisation.intake.pk, "is_safe_now": "yes"}
    client.post(REPORT, sent | {"token": str(draft.token)})
    assert not ReportDraft.objects.exists()
    with pytest.raises(IllegalStep, match="redan skickad"):
        save_draft(actor=mona, token=draft.token, answers={"description": "Sent svar"})


def test_nobody_else_sees_it_or_writes_in_it(client: Client, mona: User, sara: User) -> None:
    draft = draft_of(mona, "Det jag såg")
    client.force_login(sara)
    assert "Det jag såg" not in client.get(MINE).content.decode()
    assert client.get(reverse("deviations:draft", args=[draft.token])).status_code == 404
    with pytest.raises(IllegalStep, match="kunde inte sparas"):
        save_draft(actor=sara, token=draft.token, answers={"description": "Mitt"})
    draft.refresh_from_db()
    assert draft.answers == {"description": "Det jag såg"}


def test_throwing_it_away_is_asked_about_first(client: Client, mona: User) -> None:
    client.force_login(mona)
    url = reverse("deviations:discard_draft", args=[draft_of(mona).token])
    assert "går inte att få tillbaka" in client.get(url).content.decode()
    assert ReportDraft.objects.exists()
    client.post(url)
    assert not ReportDraft.objects.exists()


def test_a_month_later_it_is_gone(mona: User) -> None:
    old, fresh = draft_of(mona), draft_of(mona)
    long_ago = timezone.now() - KEPT - timedelta(minutes=1)
    ReportDraft.objects.filter(pk=old.pk).update(saved_at=long_ago)
    assert purge_drafts() == 1
    assert list(ReportDraft.objects.all()) == [fresh]
    assert purge_drafts() == 0


def test_there_is_an_end_to_how_much_is_kept(mona: User) -> None:
    with pytest.raises(IllegalStep, match="för lång"):
        draft_of(mona, "x" * (LONGEST + 1))
    first, *_ = [draft_of(mona) for _ in range(MOST)]
    with pytest.raises(IllegalStep, match="redan 20 utkast"):
        draft_of(mona)
    save_draft(actor=mona, token=first.token, answers={"description": "Mer"})
