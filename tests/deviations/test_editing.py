"""Two people, one case: nobody's text is lost."""

from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Event
from deviations.models import Complaint, Deviation, Kind
from deviations.services import (
    IllegalStep,
    StaleVersion,
    annul_deviation,
    update_deviation,
)
from organisation.models import Process, Role, User
from tests.factories.deviations import assigned, make_case, make_cause
from tests.factories.organisation import Organisation, give_role


def test_a_lex_sarah_case_is_not_moved_to_the_unit_that_its_investigator_manages(
    sara: User, ulla: User, organisation: Organisation
) -> None:
    give_role(ulla, Role.MANAGER, organisation.youth)
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    given = assigned(case, sara, ulla)
    with pytest.raises(IllegalStep, match="Utse en annan utredare"):
        update_deviation(
            actor=sara,
            deviation_id=case.pk,
            version=given.version,
            changes={"unit": organisation.youth},
        )


@pytest.fixture
def case(organisation: Organisation) -> Deviation:
    return make_case(organisation.intake)


def form_of(client: Client, case: Deviation) -> dict[str, str]:
    """What the browser would send back, untouched."""
    form = client.get(reverse("deviations:edit", args=[case.number])).context["form"]
    values = {name: form[name].value() for name in form.fields}
    del values["causes"]  # unticked boxes are not sent
    return {name: "" if value is None else str(value) for name, value in values.items()}


def send(client: Client, case: Deviation, **changes: str) -> tuple[int, str]:
    form = form_of(client, case) | changes
    answer = client.post(reverse("deviations:edit", args=[case.number]), form)
    return answer.status_code, answer.content.decode()


def test_an_unchanged_form_changes_nothing(client: Client, eva: User, case: Deviation) -> None:
    client.force_login(eva)
    events = Event.objects.filter(action=Event.Action.CHANGE).count()
    assert send(client, case)[0] == HTTPStatus.FOUND
    case.refresh_from_db()
    assert case.version == 1
    assert Event.objects.filter(action=Event.Action.CHANGE).count() == events


def test_a_change_is_one_event_with_the_names_of_the_fields(eva: User, case: Deviation) -> None:
    before = Event.objects.count()
    changes = {"title": "Ny rubrik", "description": case.description, "causes": [make_cause()]}
    update_deviation(actor=eva, deviation_id=case.pk, version=1, changes=changes)
    (event,) = Event.objects.order_by("pk")[before:]
    assert set(event.changes) == {"title", "causes"}
    assert "Ny rubrik" not in str(vars(event))


def test_the_second_to_save_is_told_who_was_first(eva: User, sara: User, case: Deviation) -> None:
    update_deviation(actor=sara, deviation_id=case.pk, version=1, changes={"title": "Saras"})
    with pytest.raises(StaleVersion) as stale:
        update_deviation(actor=eva, deviation_id=case.pk, version=1, changes={"title": "Evas"})
    assert stale.value.changed_by == "Sara Alm"
    assert stale.value.stored.title == "Saras"
    case.refresh_from_db()
    assert (case.title, case.version) == ("Saras", 2)


def test_the_second_sees_both_texts_keeps_the_own_and_can_save_on_top(
    client: Client, eva: User, sara: User, case: Deviation
) -> None:
    client.force_login(eva)
    typed = form_of(client, case) | {"description": "Evas långa text."}
    update_deviation(
        actor=sara, deviation_id=case.pk, version=1, changes={"description": "Saras text."}
    )
    url = reverse("deviations:edit", args=[case.number])
    answer = client.post(url, typed)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Sara Alm sparade ärendet medan du skrev" in page
    assert page.count("Evas långa text.") == 2  # beside the other, and in the form
    assert "Saras text." in page
    again = typed | {"version": answer.context["form"].data["version"]}
    assert client.post(url, again).status_code == HTTPStatus.FOUND
    case.refresh_from_db()
    assert case.description == "Evas långa text."


def test_what_differs_is_told_as_a_person_reads_it(
    client: Client, eva: User, sara: User, case: Deviation
) -> None:
    client.force_login(eva)
    typed = form_of(client, case)
    changes = {
        "discovered_at": datetime(2026, 1, 5, 12, tzinfo=UTC),
        "is_safe_now": True,
        "sex": "female",
        "causes": [make_cause("Brister i rutiner")],
    }
    update_deviation(actor=sara, deviation_id=case.pk, version=1, changes=changes)
    answer = client.post(reverse("deviations:edit", args=[case.number]), typed)
    assert [(one.label, one.mine, one.saved) for one in answer.context["differences"]] == [
        ("Upptäcktes", "–", "5 januari 2026 13:00"),
        ("Kön", "–", "Flicka eller kvinna"),
        ("Den enskilde är trygg nu", "–", "Ja"),
        ("Bakomliggande orsaker", "–", "Brister i rutiner"),
    ]


def test_a_complaints_own_part_is_saved_with_the_case(
    client: Client, eva: User, organisation: Organisation
) -> None:
    """The answer, once it is given; giving it is an act of its own."""
    case = make_case(organisation.intake, Kind.COMPLAINT)
    Complaint.objects.filter(deviation=case).update(answer="Nej.", answered_by_name="Eva Lind")
    client.force_login(eva)
    status, _ = send(
        client, case, answer="Vi beklagar.", answered_on="2026-01-02", outcome="partly"
    )
    case.complaint.refresh_from_db()
    case.refresh_from_db()
    assert status == HTTPStatus.FOUND
    assert (case.complaint.answer, case.complaint.outcome) == ("Vi beklagar.", "partly")
    assert case.version == 2


def test_a_finished_case_is_not_changed(eva: User, case: Deviation) -> None:
    annul_deviation(actor=eva, deviation=case, motive="Dubblett.")
    with pytest.raises(IllegalStep):
        update_deviation(actor=eva, deviation_id=case.pk, version=2, changes={"title": "Nytt"})


@pytest.mark.parametrize("field", ["kind", "number", "status", "severity", "restricted"])
def test_what_identifies_and_decides_a_case_is_no_field_to_edit(
    eva: User, case: Deviation, field: str
) -> None:
    with pytest.raises(ValueError, match=field):
        update_deviation(actor=eva, deviation_id=case.pk, version=1, changes={field: "x"})


def test_a_manager_moves_a_case_only_to_units_within_reach(
    client: Client, eva: User, case: Deviation, organisation: Organisation
) -> None:
    client.force_login(eva)
    status, page = send(client, case, unit=str(organisation.home_care.pk))
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Välj en enhet som finns i dag" in page


def test_only_the_processes_of_the_own_line_are_offered(
    client: Client, eva: User, case: Deviation, organisation: Organisation
) -> None:
    for unit, name in ((organisation.ifo, "Utreda barn"), (organisation.elderly, "Hemtjänst")):
        Process.objects.create(unit=unit, number="1", name=name)
    client.force_login(eva)
    form = client.get(reverse("deviations:edit", args=[case.number])).context["form"]
    assert [process.name for process in form.fields["process"].queryset] == ["Utreda barn"]
