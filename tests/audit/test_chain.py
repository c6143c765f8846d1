from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from audit import chain, guard, querysets
from audit.chain import Head, head, seal, verify
from audit.models import Event, Seal
from audit.services import opened_door, record
from organisation.models import User


def read(actor: User) -> Event:
    return record(actor=actor, action=Event.Action.READ)


def sealed_head() -> Head:
    found = head()
    assert found
    return found


def kinds(published: Head | None = None) -> list[str]:
    return [finding.kind for finding in verify(published)]


@contextmanager
def without_lock() -> Iterator[None]:
    """What only the database's owner can do."""
    guard.unlock(connection)
    yield
    guard.lock(connection)


def tamper(change: Callable[[], object]) -> None:
    with without_lock():
        change()


def test_each_event_is_sealed_once(sealed: list[Event]) -> None:
    assert seal() == 0
    assert list(Seal.objects.values_list("event_id", flat=True)) == [e.pk for e in sealed]


def test_an_untouched_chain_is_whole(sealed: list[Event]) -> None:
    assert verify() == []


def test_an_empty_log_is_whole(db: None) -> None:
    assert verify() == []


def test_a_chain_longer_than_a_batch_is_whole(mona: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "BATCH", 3)
    for _ in range(10):
        read(mona)

    assert seal() == 10
    assert verify() == []


def test_a_late_event_with_a_lower_id_is_sealed_too(sealed: list[Event], mona: User) -> None:
    later = read(mona)
    late = Event.objects.create(pk=later.pk + 10, action=Event.Action.READ)
    seal()
    between = Event.objects.create(pk=late.pk - 1, action=Event.Action.READ)

    assert seal() == 1
    newest = Seal.objects.order_by("-position").first()
    assert newest and newest.event_id == between.pk
    assert verify() == []


def test_an_event_far_behind_is_told_and_found_by_a_full_sealing(
    sealed: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(querysets, "LATE_EVENTS", 3)
    newest = sealed[-1].pk
    Event.objects.create(pk=newest + 10, action=Event.Action.READ)
    seal()
    Event.objects.create(pk=newest + 1, action=Event.Action.READ)

    assert seal() == 0
    assert kinds() == ["unsealed"]
    assert seal(everything=True) == 1
    assert kinds() == []


def test_a_changed_event_is_found(sealed: list[Event]) -> None:
    victim = sealed[2]
    tamper(lambda: Event.objects.filter(pk=victim.pk).update(actor_name="Eva Lind"))

    (finding,) = verify()
    assert finding.kind == "changed"
    assert finding.event_id == victim.pk
    assert finding.text == f"Händelse {victim.pk} (länk 3) har ändrats efter förseglingen."


@pytest.mark.parametrize(
    "change",
    [
        {"at": "2020-01-01T00:00:00Z"},
        {"changes": {"title": ["a", "b"]}},
        {"detail": {"ids": [1]}},
        {"reason": "annat"},
        {"ip": "192.0.2.1"},
        {"object_id": "99"},
    ],
)
def test_no_column_can_be_changed_unnoticed(sealed: list[Event], change: dict[str, object]) -> None:
    tamper(lambda: Event.objects.filter(pk=sealed[0].pk).update(**change))

    assert kinds() == ["changed"]


@pytest.mark.parametrize("victim", [0, 2, 4])
def test_a_removed_event_is_found(sealed: list[Event], victim: int) -> None:
    tamper(lambda: sealed[victim].delete())

    assert kinds() == ["removed"]


def test_an_event_removed_with_its_seal_leaves_a_broken_link(sealed: list[Event]) -> None:
    def remove() -> None:
        Seal.objects.filter(event_id=sealed[2].pk).delete()
        sealed[2].delete()

    tamper(remove)

    assert kinds() == ["broken"]


def test_the_first_event_cannot_be_removed_with_its_seal(sealed: list[Event]) -> None:
    def remove() -> None:
        Seal.objects.filter(position=1).delete()
        sealed[0].delete()

    tamper(remove)

    assert kinds() == ["broken"]


def test_a_resealed_event_breaks_the_next_link(sealed: list[Event]) -> None:
    tamper(lambda: Seal.objects.filter(position=2).update(digest="0" * 64))

    assert kinds() == ["broken", "changed"]


def cut_off_the_newest(sealed: list[Event]) -> None:
    Seal.objects.filter(position__gte=4).delete()
    Event.objects.filter(pk__in=[event.pk for event in sealed[3:]]).delete()


def test_only_a_published_head_shows_that_the_owner_cut_off_the_newest(
    sealed: list[Event],
) -> None:
    published = sealed_head()
    tamper(lambda: cut_off_the_newest(sealed))

    assert kinds() == []
    assert kinds(published) == ["cut"]


def test_cutting_off_the_newest_through_the_door_is_found(sealed: list[Event], mona: User) -> None:
    with opened_door(actor=mona, reason="Städning"):
        cut_off_the_newest(sealed)
    seal()

    assert kinds() == ["cut"]


def test_removing_unsealed_events_through_the_door_is_found(
    sealed: list[Event], mona: User
) -> None:
    newest = read(mona)

    with opened_door(actor=mona, reason="Städning"):
        Event.objects.filter(pk=newest.pk).delete()

    assert kinds() == ["removed"]


def test_an_emptied_log_begins_anew_and_says_so(sealed: list[Event], mona: User) -> None:
    published = sealed_head()
    with opened_door(actor=mona, reason="Demokommunen återställs"):
        Event.objects.all().delete()
        Seal.objects.all().delete()
    seal()

    (event,) = Event.objects.all()
    assert (event.action, event.reason) == (Event.Action.PURGE, "Demokommunen återställs")
    assert event.detail["removed"] == 5
    assert kinds() == []
    assert kinds(published) == ["cut"]


def test_a_published_head_that_still_stands_is_no_finding(sealed: list[Event], mona: User) -> None:
    published = sealed_head()
    read(mona)
    seal()

    assert kinds(published) == []


def test_a_missing_lock_is_found(sealed: list[Event]) -> None:
    guard.unlock(connection)

    assert kinds() == ["unlocked", "unlocked"]


def test_a_head_is_read_as_it_is_printed() -> None:
    printed = str(Head(17, "ab12"))

    assert printed == "17:ab12"
    assert Head.parse(f" {printed}\n") == Head(17, "ab12")


@pytest.mark.parametrize("text", ["", "17", "x:ab", ":ab", "17:"])
def test_a_mistyped_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="nummer:kontrollsumma"):
        Head.parse(text)


def test_an_uncommitted_event_is_not_sealed(mona: User) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        read(mona)
        _ = 1 / 0

    assert seal() == 0


@pytest.mark.parametrize("rows", [1, 30])
def test_sealing_takes_as_many_statements_for_one_row_as_for_thirty(
    mona: User, rows: int, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for _ in range(rows):
        read(mona)

    with django_assert_max_num_queries(8):  # type: ignore[operator]
        seal()
