"""Notes: free until signed, then only corrected; by the investigator, under name and title."""

from http import HTTPStatus
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations.models import Deviation, InvestigationNote, Kind, Status
from deviations.services import (
    IllegalStep,
    add_note,
    change_note,
    correct_note,
    remove_draft_note,
    sign_note,
)
from lib.versions import EditedByAnother
from organisation.models import User
from tests.factories.deviations import assigned, decided, make_case
from tests.factories.organisation import Organisation

TODAY = timezone.localdate()
FACT = {"nature": "fact", "text": "Brevet låg i fel fack."}
VIEW = {"nature": "assessment", "text": "Rutinen är otydlig."}


@pytest.fixture
def case(sara: User, ulla: User, organisation: Organisation) -> Deviation:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    return assigned(case, sara, ulla)


def write(actor: User, case: Deviation, **fields: Any) -> InvestigationNote:
    content: dict[str, Any] = {"noted_on": TODAY, "source": "Samtal", "passages": [FACT, VIEW]}
    return add_note(actor=actor, deviation=case, **content | fields)


def signed(actor: User, case: Deviation) -> InvestigationNote:
    note = write(actor, case)
    return sign_note(actor=actor, note_id=note.pk, version=note.version)


def put(case: Deviation, status: str) -> None:
    Deviation.objects.filter(pk=case.pk).update(status=status)


# Services ------------------------------------------------------------------------------------


def test_an_interview_is_one_note_with_facts_and_assessments_under_name_and_title(
    ulla: User, case: Deviation
) -> None:
    note = write(ulla, case)
    assert (note.author_name, note.author_title) == ("Ulla Sten", "utredare")
    assert note.passages == [FACT, VIEW]
    assert note.signed_at is None


def test_a_draft_is_changed_freely_and_its_text_never_reaches_the_log(
    ulla: User, case: Deviation
) -> None:
    note = write(ulla, case)
    changed = change_note(
        actor=ulla, note_id=note.pk, version=1, changes={"passages": [VIEW], "source": "Akten"}
    )
    assert (changed.passages, changed.source, changed.version) == ([VIEW], "Akten", 2)
    events = Event.objects.filter(object_type="deviations.investigationnote")
    assert [set(event.changes) for event in events.order_by("pk")] == [
        set(),
        {"passages", "source"},
    ]
    assert {event.label for event in events} == {case.number}
    assert "otydlig" not in "".join(str(vars(event)) for event in events)


def test_the_second_window_to_save_is_told(ulla: User, case: Deviation) -> None:
    note = write(ulla, case)
    change_note(actor=ulla, note_id=note.pk, version=1, changes={"source": "Första fönstret"})
    with pytest.raises(EditedByAnother) as stale:
        change_note(actor=ulla, note_id=note.pk, version=1, changes={"source": "Andra fönstret"})
    assert stale.value.saved.source == "Första fönstret"


def test_a_signed_note_is_changed_by_neither_service_nor_database(
    ulla: User, case: Deviation
) -> None:
    note = signed(ulla, case)
    with pytest.raises(IllegalStep, match="Skriv en rättelse"):
        change_note(actor=ulla, note_id=note.pk, version=2, changes={"source": "Annat"})
    with pytest.raises(IllegalStep, match="Skriv en rättelse"):
        remove_draft_note(actor=ulla, note_id=note.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        InvestigationNote.objects.filter(pk=note.pk).update(source="Annat")


def test_only_what_was_read_is_signed(ulla: User, case: Deviation) -> None:
    note = write(ulla, case)
    change_note(actor=ulla, note_id=note.pk, version=1, changes={"source": "Akten"})
    with pytest.raises(EditedByAnother):
        sign_note(actor=ulla, note_id=note.pk, version=1)


def test_a_correction_is_a_note_of_its_own_that_points_at_the_signed_one(
    ulla: User, case: Deviation
) -> None:
    note = signed(ulla, case)
    correction = correct_note(
        actor=ulla, note=note, noted_on=TODAY, source="Schemat", passages=[FACT]
    )
    assert correction.corrects == note
    note.refresh_from_db()
    assert note.passages == [FACT, VIEW]


def test_a_draft_is_not_corrected(ulla: User, case: Deviation) -> None:
    with pytest.raises(IllegalStep, match="Ändra den i stället"):
        correct_note(
            actor=ulla, note=write(ulla, case), noted_on=TODAY, source="x", passages=[FACT]
        )


def test_nothing_is_noted_while_the_investigation_is_ready_and_locked(
    ulla: User, case: Deviation
) -> None:
    note, draft = signed(ulla, case), write(ulla, case)
    put(case, Status.INVESTIGATED)
    refused = (
        lambda: write(ulla, case),
        lambda: correct_note(actor=ulla, note=note, noted_on=TODAY, source="x", passages=[FACT]),
        lambda: change_note(actor=ulla, note_id=draft.pk, version=1, changes={"source": "x"}),
        lambda: sign_note(actor=ulla, note_id=draft.pk, version=1),
        lambda: remove_draft_note(actor=ulla, note_id=draft.pk),
    )
    for act in refused:
        with pytest.raises(IllegalStep, match="klar och låst"):
            act()


def test_after_the_decision_only_corrections_are_written_and_signed(
    ulla: User, sara: User, case: Deviation
) -> None:
    note = signed(ulla, case)
    decided(case, sara, "risk")
    with pytest.raises(IllegalStep, match="beslutat"):
        write(ulla, case)
    correction = correct_note(
        actor=ulla, note=note, noted_on=TODAY, source="Schemat", passages=[FACT]
    )
    assert sign_note(actor=ulla, note_id=correction.pk, version=1).signed_at


def test_nothing_is_noted_in_a_finished_case(ulla: User, case: Deviation) -> None:
    note = signed(ulla, case)
    Deviation.objects.filter(pk=case.pk).update(
        status=Status.ANNULLED, annulled_on=TODAY, annulled_because="mistake"
    )
    with pytest.raises(IllegalStep, match="avslutat eller annullerat"):
        correct_note(actor=ulla, note=note, noted_on=TODAY, source="x", passages=[FACT])


def test_who_has_no_title_is_told_where_it_is_set(ulla: User, case: Deviation) -> None:
    ulla.title = " "
    with pytest.raises(IllegalStep, match="Be systemadministratören"):
        write(ulla, case)


@pytest.mark.parametrize(
    "passages", [[], [{"nature": "fact", "text": " "}], [{"nature": "guess", "text": "Kanske."}]]
)
def test_every_passage_is_a_fact_or_an_assessment_with_words(
    ulla: User, case: Deviation, passages: list[dict[str, str]]
) -> None:
    with pytest.raises(IllegalStep, match="faktauppgift eller bedömning"):
        write(ulla, case, passages=passages)


def test_a_draft_is_its_authors_until_the_author_no_longer_writes_in_the_case(
    ulla: User, sara: User, case: Deviation
) -> None:
    draft = write(ulla, case)
    with pytest.raises(IllegalStep, match="Bara den som skriver"):
        change_note(actor=sara, note_id=draft.pk, version=1, changes={"source": "x"})
    with pytest.raises(IllegalStep, match="Bara den som skriver"):
        remove_draft_note(actor=sara, note_id=draft.pk)
    Deviation.objects.filter(pk=case.pk).update(investigator=sara)
    remove_draft_note(actor=sara, note_id=draft.pk)
    assert not InvestigationNote.objects.exists()


# Pages ---------------------------------------------------------------------------------------

TYPED = {"noted_on": TODAY, "source": "Samtal", "passage_1_text": "Så var det."}


def post(client: Client, name: str, case: Deviation, sent: dict[str, Any], *args: int) -> Any:
    return client.post(reverse(f"deviations:{name}", args=[case.number, *args]), sent)


def test_one_more_passage_keeps_what_was_typed_without_javascript(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    answer = post(client, "note_add", case, TYPED | {"more": "1"})
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.OK
    assert "Så var det." in page
    assert 'name="passage_2_text"' in page
    assert not InvestigationNote.objects.exists()


def test_passages_are_saved_in_their_order_without_the_empty_ones(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    sent = TYPED | {
        "passage_1_nature": "fact",
        "passage_2_text": "",
        "passage_3_text": "Rutinen är otydlig.",
        "passage_3_nature": "assessment",
    }
    assert post(client, "note_add", case, sent).status_code == HTTPStatus.FOUND
    assert InvestigationNote.objects.get().passages == [
        {"nature": "fact", "text": "Så var det."},
        {"nature": "assessment", "text": "Rutinen är otydlig."},
    ]


def test_text_that_is_neither_fact_nor_assessment_is_asked_about(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    answer = post(client, "note_add", case, TYPED)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Välj om det är en faktauppgift eller en bedömning." in answer.content.decode()


def test_a_note_written_while_the_case_was_locked_is_refused_with_its_text(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    put(case, Status.INVESTIGATED)
    answer = post(client, "note_add", case, TYPED | {"passage_1_nature": "fact"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "klar och låst" in answer.content.decode()
    assert "Så var det." in answer.content.decode()


def test_two_windows_show_both_texts_and_the_loser_can_save_on_top(
    client: Client, ulla: User, case: Deviation
) -> None:
    note = write(ulla, case, passages=[FACT])
    client.force_login(ulla)
    change_note(actor=ulla, note_id=note.pk, version=1, changes={"source": "Första fönstret"})
    sent = TYPED | {"version": 1, "passage_1_nature": "fact", "source": "Andra fönstret"}
    answer = post(client, "note", case, sent, note.pk)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Första fönstret" in page
    assert "Andra fönstret" in page
    again = sent | {"version": answer.context["form"].data["version"]}
    assert post(client, "note", case, again, note.pk).status_code == HTTPStatus.FOUND
    note.refresh_from_db()
    assert note.source == "Andra fönstret"


def test_signing_on_the_page_signs_the_version_that_it_showed(
    client: Client, ulla: User, case: Deviation
) -> None:
    note = write(ulla, case)
    client.force_login(ulla)
    for version in ("", "9" * 5000, "2"):
        post(client, "note_sign", case, {"version": version}, note.pk)
        note.refresh_from_db()
        assert note.signed_at is None
    post(client, "note_sign", case, {"version": "1"}, note.pk)
    note.refresh_from_db()
    assert note.signed_at is not None


def test_the_address_of_a_signed_note_leads_to_its_correction(
    client: Client, ulla: User, case: Deviation
) -> None:
    note = signed(ulla, case)
    client.force_login(ulla)
    answer = client.get(reverse("deviations:note", args=[case.number, note.pk]))
    assert answer.headers["Location"].endswith(f"/{note.pk}/ratta/")


def test_a_draft_is_removed_on_the_page(client: Client, ulla: User, case: Deviation) -> None:
    note = write(ulla, case)
    client.force_login(ulla)
    post(client, "note_remove", case, {}, note.pk)
    assert not InvestigationNote.objects.exists()


def test_a_personnummer_in_a_note_is_warned_about_and_saved(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    sent = TYPED | {"passage_1_nature": "fact", "passage_1_text": "Gäller 20150312-2380."}
    answer = client.post(
        reverse("deviations:note_add", args=[case.number]), sent, follow=True
    ).content.decode()
    assert "Texten ser ut att innehålla ett personnummer (Uppgift 1)" in answer
    assert InvestigationNote.objects.exists()
