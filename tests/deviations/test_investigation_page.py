"""The page "Utredning" as a whole."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations.models import Deviation, Kind, Status
from deviations.services import add_note, correct_note, sign_note
from organisation.models import User
from tests.factories.deviations import assigned, make_case, make_cause
from tests.factories.organisation import Organisation

TODAY = timezone.localdate()


@pytest.fixture
def case(sara: User, ulla: User, organisation: Organisation) -> Deviation:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    return assigned(case, sara, ulla)


def address(case: Deviation, name: str = "investigation") -> str:
    return reverse(f"deviations:{name}", args=[case.number])


def note(actor: User, case: Deviation, text: str, *, correcting: Any = None) -> Any:
    content: dict[str, Any] = {
        "noted_on": TODAY,
        "source": "Samtal",
        "passages": [{"nature": "fact", "text": text}],
    }
    made = (
        correct_note(actor=actor, note=correcting, **content)
        if correcting
        else add_note(actor=actor, deviation=case, **content)
    )
    return sign_note(actor=actor, note_id=made.pk, version=made.version)


def answers(case: Deviation, **more: Any) -> dict[str, Any]:
    return {"version": case.version, "consequence_text": "Barnet fick vänta."} | more


def test_corrections_stand_beside_what_they_correct_also_those_of_corrections(
    client: Client, ulla: User, case: Deviation
) -> None:
    first = note(ulla, case, "Hon var ensam.")
    second = note(ulla, case, "De var två.", correcting=first)
    note(ulla, case, "De var tre.", correcting=second)
    client.force_login(ulla)
    (shown,) = client.get(address(case)).context["notes"].signed
    assert [one.passages[0].text for one in shown.corrections] == ["De var två.", "De var tre."]


def test_missing_answers_lead_to_where_they_are_given(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    page = client.get(address(case)).content.decode()
    for way in ("#id_consequence_text", "#id_own_view", "#div_id_causes"):
        assert f'href="{address(case)}{way}"' in page
        assert f'id="{way[1:]}"' in page
    assert f'href="{address(case, "edit")}#id_discovered_at"' in page
    assert f'href="{address(case, "note_add")}"' in page


def test_answers_are_saved_as_far_as_they_have_come(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    cause = make_cause()
    sent = answers(
        case, happened_before="yes", happened_before_text="Rutinen saknas.", causes=[cause.pk]
    )
    assert client.post(address(case, "answers"), sent).status_code == HTTPStatus.FOUND
    case.refresh_from_db()
    assert (case.consequence_text, case.happened_before) == ("Barnet fick vänta.", True)
    assert case.happened_before_text == "Rutinen saknas."
    assert list(case.causes.all()) == [cause]


def test_the_second_to_answer_sees_both_texts_and_keeps_the_own(
    client: Client, ulla: User, sara: User, case: Deviation
) -> None:
    client.force_login(sara)
    client.post(address(case, "answers"), answers(case, own_view="Saras text."))
    client.force_login(ulla)
    answer = client.post(address(case, "answers"), answers(case, own_view="Ullas text."))
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Saras text." in page
    assert page.count("Ullas text.") == 2  # beside the other, and in the form
    again = answers(case, own_view="Ullas text.", version=answer.context["form"].data["version"])
    assert client.post(address(case, "answers"), again).status_code == HTTPStatus.FOUND
    case.refresh_from_db()
    assert case.own_view == "Ullas text."


def test_answers_to_a_locked_investigation_are_refused_with_their_text(
    client: Client, ulla: User, case: Deviation
) -> None:
    Deviation.objects.filter(pk=case.pk).update(status=Status.INVESTIGATED)
    client.force_login(ulla)
    assert client.get(address(case)).context["form"] is None
    answer = client.post(address(case, "answers"), answers(case))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "klar och låst" in answer.content.decode()
    assert "Barnet fick vänta." in answer.content.decode()


def test_reading_the_page_of_a_restricted_case_is_logged(
    client: Client, ulla: User, case: Deviation
) -> None:
    client.force_login(ulla)
    client.get(address(case))
    event = Event.objects.filter(action=Event.Action.READ).latest("pk")
    assert (event.object_id, event.actor_name) == (str(case.pk), "Ulla Sten")


def test_drafts_are_shown_to_those_who_write_in_the_case_alone(
    client: Client, ulla: User, dag: User, case: Deviation
) -> None:
    passages = [{"nature": "fact", "text": "Ännu bara ett utkast."}]
    add_note(actor=ulla, deviation=case, noted_on=TODAY, source="Samtal", passages=passages)
    for reader, shown in ((ulla, True), (dag, False)):
        client.force_login(reader)
        page = client.get(address(case)).content.decode()
        assert ("Ännu bara ett utkast." in page) is shown


def test_the_page_asks_as_much_for_three_notes_as_for_one(
    client: Client,
    ulla: User,
    case: Deviation,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    client.force_login(ulla)
    counts = []
    for number in (1, 3):
        for _ in range(number):
            note(ulla, case, "Så var det.", correcting=note(ulla, case, "Så här."))
        with django_assert_max_num_queries(40) as asked:
            client.get(address(case))
        counts.append(len(asked))
    assert counts[0] == counts[1]
