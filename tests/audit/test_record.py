from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection
from django.test import override_settings

from audit import context
from audit.models import Event
from audit.services import (
    AuditUnavailable,
    changed_fields,
    record,
    record_list,
    record_read,
)
from organisation.models import User

CHANGE = Event.Action.CHANGE


def test_names_stand_beside_ids(mona: User) -> None:
    unit = SimpleNamespace(pk=7, name="Mottagningsenheten")

    event = record(actor=mona, action=CHANGE, obj=mona, label="LS-2026-0007", unit=unit)

    assert (event.actor_id, event.actor_name) == (mona.pk, "Mona Berg")
    assert (event.object_type, event.object_id) == ("organisation.user", str(mona.pk))
    assert (event.unit_id, event.unit_name) == (7, "Mottagningsenheten")


def test_without_an_actor_the_system_did_it(db: None) -> None:
    assert record(actor=None, action=CHANGE).actor_name == "Systemet"


def test_a_stranger_is_not_the_system(db: None) -> None:
    assert record(actor=AnonymousUser(), action=CHANGE).actor_name == "Ej inloggad"


def test_a_person_without_a_name_is_known_by_the_login(db: None) -> None:
    user = User.objects.create(username="nils")

    assert record(actor=user, action=CHANGE).actor_name == "nils"


def test_the_event_outlives_the_account(mona: User) -> None:
    event = record(actor=mona, action=CHANGE)

    mona.delete()

    event.refresh_from_db()
    assert event.actor_name == "Mona Berg"


def test_changed_fields_keeps_only_what_differs() -> None:
    before = {"title": "A", "unit": 1, "severity": None}
    after = {"title": "A", "unit": 2, "severity": 3}

    assert changed_fields(before, after) == {"unit": (1, 2), "severity": (None, 3)}


def test_the_log_holds_hashes_and_never_the_text(mona: User) -> None:
    event = record(actor=mona, action=CHANGE, changed={"title": ("Pelle slog sig", "Pelle")})

    assert list(event.changes) == ["title"]
    assert "Pelle" not in str(event.changes)


def test_nothing_is_told_apart_from_something(mona: User) -> None:
    old, new = record(actor=mona, action=CHANGE, changed={"title": (None, "")}).changes["title"]

    assert old is None
    assert new is not None


def test_equal_texts_in_two_cases_do_not_look_equal(mona: User) -> None:
    first, second = (
        record(
            actor=mona,
            action=CHANGE,
            object_type="case",
            object_id=number,
            changed={"title": (None, "Fall")},
        )
        for number in (1, 2)
    )

    assert first.changes != second.changes


def test_the_hash_needs_the_key(mona: User) -> None:
    def changes() -> object:
        return record(actor=mona, action=CHANGE, changed={"title": (None, "Fall")}).changes

    with override_settings(AUDIT_HASH_KEY="another"):
        other = changes()

    assert changes() != other


def test_free_text_is_refused_as_detail(mona: User) -> None:
    with pytest.raises(ValueError, match="free text"):
        record(actor=mona, action=CHANGE, detail={"note": "x" * 200})


def test_a_list_keeps_the_ids_shown(mona: User) -> None:
    event = record_list(actor=mona, object_type="deviations.deviation", ids=[3, 1, 2])

    event.refresh_from_db()
    assert event.detail == {"ids": [3, 1, 2], "count": 3}
    assert event.action == Event.Action.LIST


def test_a_read_names_its_object(mona: User) -> None:
    event = record_read(actor=mona, obj=mona)

    assert (event.action, event.object_id) == (Event.Action.READ, str(mona.pk))


def test_the_request_and_address_come_from_the_context(mona: User) -> None:
    with context.origin(request_id="abc", ip="192.0.2.7"):
        event = record(actor=mona, action=CHANGE)

    assert (event.request_id, event.ip) == ("abc", "192.0.2.7")


@pytest.mark.django_db(transaction=True)
def test_a_read_that_cannot_be_logged_is_an_error() -> None:
    user = User(pk=1, username="mona")

    def refuse(*args: object) -> object:
        raise DatabaseError("disk full")

    with connection.execute_wrapper(refuse), pytest.raises(AuditUnavailable):
        record_read(actor=user, obj=user)


def test_one_statement_writes_an_event(
    mona: User, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        record_list(actor=mona, object_type="case", ids=range(50))
