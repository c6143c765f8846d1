from datetime import date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone

from audit import chain
from audit.models import Event, Seal
from audit.services import earliest_kept, purge_before
from organisation.models import User

REASON = "Gallring enligt dokumenthanteringsplanen"


def years_ago(years: int) -> datetime:
    return timezone.now() - timedelta(days=366 * years)


@pytest.fixture
def old_and_new(mona: User) -> list[Event]:
    """Three events of six years ago and two of today, sealed."""
    times = [years_ago(6)] * 3 + [timezone.now()] * 2
    events = [Event.objects.create(at=at, action=Event.Action.READ) for at in times]
    chain.seal()
    return events


def purge(actor: User) -> int:
    return purge_before(actor=actor, date=earliest_kept(timezone.localdate()), reason=REASON)


def test_the_old_part_goes_and_the_chain_is_whole(old_and_new: list[Event], mona: User) -> None:
    assert purge(mona) == 3

    assert not Event.objects.filter(pk__in=[event.pk for event in old_and_new[:3]]).exists()
    assert chain.verify() == []


def test_the_purge_is_logged_with_its_reason(old_and_new: list[Event], mona: User) -> None:
    purge(mona)

    event = Event.objects.get(action=Event.Action.PURGE)
    assert (event.actor_name, event.reason, event.detail["removed"]) == ("Mona Berg", REASON, 3)


def test_the_last_purged_seal_stays_as_the_beginning(old_and_new: list[Event], mona: User) -> None:
    purge(mona)

    assert Seal.objects.order_by("position").values_list("position", flat=True)[0] == 3


def test_a_head_published_before_the_purge_still_holds(
    old_and_new: list[Event], mona: User
) -> None:
    published = chain.head()
    purge(mona)
    chain.seal()

    assert chain.verify(published) == []


def test_a_second_purge_leaves_a_whole_chain(old_and_new: list[Event], mona: User) -> None:
    purge(mona)
    chain.seal()
    with override_settings(AUDIT_RETENTION_YEARS=0):
        purge_before(actor=mona, date=timezone.localdate() + timedelta(days=0), reason=REASON)
    chain.seal()

    assert chain.verify() == []


def test_purging_everything_sealed_leaves_a_whole_chain(
    old_and_new: list[Event], mona: User
) -> None:
    with override_settings(AUDIT_RETENTION_YEARS=-1):
        tomorrow = timezone.localdate() + timedelta(days=1)
        assert purge_before(actor=mona, date=tomorrow, reason=REASON) == 5
    chain.seal()

    assert chain.verify() == []


def test_an_old_event_sealed_late_stays_until_all_before_it_may_go(mona: User) -> None:
    for at in (years_ago(6), timezone.now(), years_ago(6)):
        Event.objects.create(at=at, action=Event.Action.READ)
        chain.seal()

    assert purge(mona) == 1
    assert chain.verify() == []


def test_nothing_old_is_nothing_purged(mona: User) -> None:
    Event.objects.create(action=Event.Action.READ)

    assert purge(mona) == 0
    assert chain.verify() == []


def test_the_years_that_must_be_kept_are_kept(old_and_new: list[Event], mona: User) -> None:
    too_late = earliest_kept(timezone.localdate()) + timedelta(days=1)

    with pytest.raises(ValueError, match="minst 5 år"):
        purge_before(actor=mona, date=too_late, reason=REASON)


def test_a_leap_day_has_a_date_five_years_earlier() -> None:
    assert earliest_kept(date(2024, 2, 29)) == date(2019, 2, 28)


def test_the_command_tells_how_many(
    old_and_new: list[Event], capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("purge_audit", before=earliest_kept(timezone.localdate()), reason=REASON)

    assert capsys.readouterr().out == "3 händelser gallrade.\n"


def test_the_command_refuses_in_words(db: None) -> None:
    with pytest.raises(CommandError, match="minst 5 år"):
        call_command("purge_audit", before=timezone.localdate(), reason=REASON)
