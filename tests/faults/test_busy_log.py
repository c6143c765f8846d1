"""The log while many write and two seal."""

import pytest

from tests.faults.act import EVENTS, WRITERS
from tests.faults.house import House

pytestmark = pytest.mark.faults


def test_every_committed_event_is_sealed_once_by_two_sealers(house: House) -> None:
    committed = WRITERS * (EVENTS - EVENTS // 10)

    assert house.act("write_and_seal") == "done"

    written = "object_type = 'written'"
    ((events,),) = house.query(f"SELECT count(*) FROM audit_event WHERE {written}")
    ((seals,),) = house.query(
        "SELECT count(DISTINCT position) FROM audit_seal "
        f"JOIN audit_event ON audit_event.id = event_id WHERE {written}"
    )
    assert (events, seals) == (committed, committed)


def test_the_log_of_all_these_faults_is_whole(house: House) -> None:
    house.python("manage.py", "seal_audit", "--all")

    assert house.python("manage.py", "verify_audit").startswith("Loggen är hel.")
