"""Who the person concerned is: encrypted, opened with a reason, never lost without a word."""

import logging
from datetime import timedelta
from http import HTTPStatus
from io import StringIO
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from config.settings import IDENTITY_KEYS
from deviations.identity import Identity, LostKey, seal, unseal
from deviations.inner_rights import inner_rights_of
from deviations.models import Deviation, IdentityOpening, Kind, PersonIdentity
from deviations.services import IllegalStep, keep_identity, open_identity
from lib.versions import EditedByAnother
from organisation.models import User
from tests.factories.deviations import assigned, make_case
from tests.factories.organisation import Organisation
from tests.people import People

ALVA = Identity("Alva Testsson", "20150312-2380", "BOU-77123", "mormor@example.se")
OLD_KEY, NEW_KEY = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def case(sara: User, ulla: User, organisation: Organisation) -> Deviation:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    return assigned(case, sara, ulla)


@pytest.fixture
def kept(ulla: User, case: Deviation) -> PersonIdentity:
    return keep_identity(actor=ulla, deviation=case, identity=ALVA, version=None)


def address(case: Deviation, name: str = "identity") -> str:
    return reverse(f"deviations:{name}", args=[case.number])


# Encrypted -----------------------------------------------------------------------------------


def everything_stored() -> str:
    """Every column of every row, as the database has it."""
    found = []
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        for row in rows:
            plain = [bytes(one) if isinstance(one, memoryview) else one for one in row]
            found.append(str(plain))
    return "\n".join(found)


def test_what_is_kept_stands_in_plain_text_nowhere_in_the_database_or_the_log(
    client: Client, ulla: User, case: Deviation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.force_login(ulla)
    sent = vars(ALVA) | {"version": ""}
    assert client.post(address(case, "identity_keep"), sent).status_code == HTTPStatus.FOUND
    client.post(address(case, "identity_open"), {"reason": "Ska informera mormor."})
    stored = everything_stored() + caplog.text
    assert case.number in stored
    assert [secret for secret in vars(ALVA).values() if secret in stored] == []


def test_an_identity_is_bound_to_its_case(case: Deviation) -> None:
    with pytest.raises(LostKey):
        unseal(seal(ALVA, case.pk), case.pk + 1)


def test_what_was_tampered_with_is_not_read(case: Deviation) -> None:
    sealed = bytearray(seal(ALVA, case.pk))
    sealed[40] ^= 1
    with pytest.raises(LostKey):
        unseal(bytes(sealed), case.pk)


# Opened with a reason ------------------------------------------------------------------------


def test_an_opening_has_a_reason_a_row_and_an_event(
    sara: User, case: Deviation, kept: PersonIdentity
) -> None:
    assert open_identity(actor=sara, deviation=case, reason="Tillsyn.").identity == ALVA
    opening = IdentityOpening.objects.get()
    assert (opening.opened_by_name, opening.reason) == ("Sara Alm", "Tillsyn.")
    event = Event.objects.get(action=Event.Action.READ, object_type="deviations.personidentity")
    assert (event.label, event.reason) == (case.number, "Tillsyn.")
    with pytest.raises(DatabaseError), transaction.atomic():
        IdentityOpening.objects.update(reason="Annat")


def test_without_a_reason_nothing_is_opened(
    sara: User, case: Deviation, kept: PersonIdentity
) -> None:
    with pytest.raises(IllegalStep, match="varför"):
        open_identity(actor=sara, deviation=case, reason="  ")
    assert not IdentityOpening.objects.exists()


def test_the_investigators_reason_holds_for_the_day_and_each_opening_is_told(
    ulla: User, case: Deviation, kept: PersonIdentity
) -> None:
    open_identity(actor=ulla, deviation=case, reason="Utredningen.")
    open_identity(actor=ulla, deviation=case)
    assert [one.reason for one in IdentityOpening.objects.all()] == ["Utredningen."] * 2


def test_yesterdays_reason_does_not_hold(ulla: User, case: Deviation, kept: PersonIdentity) -> None:
    IdentityOpening.objects.create(
        deviation=case,
        opened_by=ulla,
        opened_by_name="Ulla Sten",
        opened_on=timezone.localdate() - timedelta(days=1),
        reason="Utredningen.",
    )
    with pytest.raises(IllegalStep, match="varför"):
        open_identity(actor=ulla, deviation=case)


def test_others_give_a_reason_each_time(sara: User, case: Deviation, kept: PersonIdentity) -> None:
    open_identity(actor=sara, deviation=case, reason="Tillsyn.")
    with pytest.raises(IllegalStep, match="varför"):
        open_identity(actor=sara, deviation=case)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.LEX_SARAH, {"sara", "dag", "ulla"}),
        (Kind.INTERNAL, {"sara", "dag", "ulla", "eva"}),
    ],
)
def test_who_may_open_it(
    people: People, organisation: Organisation, kind: str, expected: set[str]
) -> None:
    case = make_case(organisation.intake, kind)
    case = assigned(case, people.sara, people.ulla)
    case.named_readers.add(people.mona)
    may = {name for name, user in vars(people).items() if inner_rights_of(user, case).identity}
    assert may == expected


def test_the_page_tells_the_identity_only_in_the_answer_to_the_reason(
    client: Client, ulla: User, case: Deviation, kept: PersonIdentity
) -> None:
    client.force_login(ulla)
    for name in ("identity", "detail", "investigation", "attachments"):
        page = client.get(address(case, name)).content.decode()
        assert [secret for secret in vars(ALVA).values() if secret in page] == []
    answer = client.post(address(case, "identity_open"), {"reason": "Ska informera mormor."})
    page = answer.content.decode()
    assert [secret for secret in vars(ALVA).values() if secret not in page] == []
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_personnummer_is_no_reason(
    client: Client, ulla: User, case: Deviation, kept: PersonIdentity
) -> None:
    client.force_login(ulla)
    answer = client.post(address(case, "identity_open"), {"reason": "Gäller 20150312-2380"})
    assert "Skriv inte personnumret i skälet" in answer.content.decode()
    assert not IdentityOpening.objects.exists()


# Two at once ---------------------------------------------------------------------------------


def test_the_second_to_save_meets_the_first_and_that_is_an_opening(
    client: Client, ulla: User, sara: User, case: Deviation, kept: PersonIdentity
) -> None:
    changed = Identity(**vars(ALVA) | {"contact": "morfar@example.se"})
    keep_identity(actor=sara, deviation=case, identity=changed, version=1)
    with pytest.raises(EditedByAnother):
        keep_identity(actor=ulla, deviation=case, identity=ALVA, version=None)
    client.force_login(ulla)
    open_identity(actor=ulla, deviation=case, reason="Ska informera.")
    answer = client.post(address(case, "identity_keep"), vars(ALVA) | {"version": 1})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "morfar@example.se" in answer.content.decode()
    assert [one.opened_by for one in IdentityOpening.objects.all()] == [ulla, ulla]
    assert answer.context["form"].data["version"] == "2"


@pytest.mark.parametrize("version", ["", 7])
def test_saving_over_an_identity_is_no_way_to_see_it_without_a_reason(
    client: Client, sara: User, case: Deviation, kept: PersonIdentity, version: Any
) -> None:
    client.force_login(sara)
    sent = {"name": "Någon Annan", "version": version}
    answer = client.post(address(case, "identity_keep"), sent)
    page = answer.content.decode()
    assert [secret for secret in vars(ALVA).values() if secret in page] == []
    assert ("Någon Annan" in page, "med ett skäl" in page) == (True, True)
    assert not IdentityOpening.objects.exists()


def test_a_finished_case_keeps_the_identity_that_it_has(ulla: User, case: Deviation) -> None:
    Deviation.objects.filter(pk=case.pk).update(
        status="annulled", annulled_on=timezone.localdate(), annulled_because="mistake"
    )
    with pytest.raises(IllegalStep):
        keep_identity(actor=ulla, deviation=case, identity=ALVA, version=None)


# Keys ----------------------------------------------------------------------------------------


def rotate() -> str:
    said = StringIO()
    call_command("rotate_identity_key", stdout=said)
    return said.getvalue()


def test_a_new_first_key_takes_over_and_the_old_one_can_then_be_thrown_away(
    settings: Any, ulla: User, case: Deviation
) -> None:
    settings.IDENTITY_KEYS = [OLD_KEY]
    keep_identity(actor=ulla, deviation=case, identity=ALVA, version=None)
    settings.IDENTITY_KEYS = [NEW_KEY, OLD_KEY]
    assert open_identity(actor=ulla, deviation=case, reason="Före bytet.").identity == ALVA
    assert rotate() == "1 krypterades om, 0 hade redan den första nyckeln.\n"
    assert rotate() == "0 krypterades om, 1 hade redan den första nyckeln.\n"
    settings.IDENTITY_KEYS = [NEW_KEY]
    row, found = open_identity(actor=ulla, deviation=case)
    assert (row.version, found) == (1, ALVA)


def test_a_key_that_is_missing_during_the_change_is_told_and_nothing_is_destroyed(
    settings: Any, ulla: User, case: Deviation
) -> None:
    settings.IDENTITY_KEYS = [OLD_KEY]
    keep_identity(actor=ulla, deviation=case, identity=ALVA, version=None)
    settings.IDENTITY_KEYS = [NEW_KEY]
    with pytest.raises(CommandError, match=f"1 kan inte läsas .*{case.number}"):
        rotate()
    settings.IDENTITY_KEYS = [NEW_KEY, OLD_KEY]
    assert rotate().startswith("1 krypterades om")


def test_a_lost_key_is_a_sentence_and_the_rest_of_the_case_is_whole(
    settings: Any, client: Client, ulla: User, case: Deviation, kept: PersonIdentity
) -> None:
    settings.IDENTITY_KEYS = [NEW_KEY]
    client.force_login(ulla)
    answer = client.post(address(case, "identity_open"), {"reason": "Ska informera mormor."})
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.OK
    assert "Identiteten kan inte läsas" in page
    assert IdentityOpening.objects.count() == 1
    for name in ("identity", "detail", "investigation"):
        assert client.get(address(case, name)).status_code == HTTPStatus.OK
    settings.IDENTITY_KEYS = [NEW_KEY, *IDENTITY_KEYS]
    assert open_identity(actor=ulla, deviation=case).identity == ALVA


def test_what_can_no_longer_be_read_may_be_written_anew(
    settings: Any, client: Client, ulla: User, case: Deviation, kept: PersonIdentity
) -> None:
    settings.IDENTITY_KEYS = [NEW_KEY]
    client.force_login(ulla)
    client.post(address(case, "identity_keep"), vars(ALVA) | {"version": 1})
    assert open_identity(actor=ulla, deviation=case, reason="Åter.").identity == ALVA
