"""A measure's own pages: what it says, how it is changed, and what came of it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from measures.models import Effect, FollowUp, Measure, Status
from measures.services import update_measure
from organisation.models import User
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation

LIST = reverse("measures:list")
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


def url(name: str, measure: Measure) -> str:
    return reverse(f"measures:{name}", args=[measure.pk])


def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def edited(measure: Measure, **changes: object) -> dict[str, object]:
    """What the form sends when nothing is changed, and then some."""
    sent: dict[str, object] = {
        "version": measure.version,
        "title": measure.title,
        "description": measure.description,
        "kind": measure.kind,
        "unit": measure.unit_id,
        "responsible": measure.responsible_id or "",
        "due_on": measure.due_on or "",
    }
    return sent | changes


def test_the_page_names_where_it_arose_without_a_way_there(
    client: Client, eva: User, measure: Measure
) -> None:
    page = signed_in(client, eva).get(url("detail", measure)).content.decode()

    assert "<dt>Uppstod ur</dt><dd>Ärende</dd>" in page


def test_the_history_is_shown_newest_first(client: Client, eva: User, measure: Measure) -> None:
    make_follow_up(measure, date(2026, 3, 2), Status.ONGOING)
    make_follow_up(measure, date(2026, 5, 4), Status.DONE, effect=Effect.YES)

    history = signed_in(client, eva).get(url("detail", measure)).context["history"]

    assert [row["status"] for row in history] == ["Klar", "Pågående"]


@pytest.mark.parametrize("name", ["detail", "edit", "follow_up"])
def test_a_measure_of_another_unit_does_not_exist(
    client: Client, erik: User, measure: Measure, name: str
) -> None:
    assert signed_in(client, erik).get(url(name, measure)).status_code == 404


@pytest.mark.parametrize("name", ["edit", "follow_up"])
def test_who_may_read_may_not_always_change(
    client: Client, karin: User, measure: Measure, name: str
) -> None:
    signed_in(client, karin)

    assert client.get(url("detail", measure)).status_code == 200
    assert client.get(url(name, measure)).status_code == 403


def test_a_number_too_large_for_the_database_is_not_found(client: Client, eva: User) -> None:
    assert signed_in(client, eva).get(f"{LIST}{'9' * 30}/").status_code == 404


def test_the_person_who_answers_for_it_may_follow_it_up(
    client: Client, organisation: Organisation, mona: User
) -> None:
    own = make_measure(organisation.intake, responsible=mona)

    assert signed_in(client, mona).get(url("follow_up", own)).status_code == 200


def test_who_has_left_reaches_nothing(
    client: Client, organisation: Organisation, mona: User
) -> None:
    own = make_measure(organisation.intake, responsible=mona)
    mona.memberships.update(valid_to=YESTERDAY)

    assert signed_in(client, mona).get(url("detail", own)).status_code == 404


# Edit --------------------------------------------------------------------------------------


def test_a_change_is_saved(client: Client, eva: User, measure: Measure) -> None:
    sent = edited(measure, title="Ny rubrik", due_on="2027-02-01")

    answer = signed_in(client, eva).post(url("edit", measure), sent)

    measure.refresh_from_db()
    assert answer.status_code == 302
    assert (measure.title, measure.due_on) == ("Ny rubrik", date(2027, 2, 1))


def test_the_loser_keeps_the_text_and_sees_the_other(
    client: Client, eva: User, sara: User, measure: Measure
) -> None:
    sent = edited(measure, title="Evas rubrik")
    update_measure(actor=sara, measure_id=measure.pk, version=1, changes={"title": "Saras rubrik"})

    answer = signed_in(client, eva).post(url("edit", measure), sent)

    page = answer.content.decode()
    measure.refresh_from_db()
    assert (answer.status_code, measure.title) == (409, "Saras rubrik")
    assert 'value="Evas rubrik"' in page
    assert "<dd>Saras rubrik</dd>" in page
    assert "Sparad av Sara Alm" in page


def test_two_who_saved_the_same_are_not_asked_to_compare(
    client: Client, eva: User, sara: User, measure: Measure
) -> None:
    sent = edited(measure, title="Samma rubrik")
    update_measure(actor=sara, measure_id=measure.pk, version=1, changes={"title": "Samma rubrik"})

    assert signed_in(client, eva).post(url("edit", measure), sent).status_code == 302


def test_saving_once_more_after_comparing_is_a_choice(
    client: Client, eva: User, sara: User, measure: Measure
) -> None:
    sent = edited(measure, title="Evas rubrik")
    update_measure(actor=sara, measure_id=measure.pk, version=1, changes={"title": "Saras rubrik"})
    signed_in(client, eva)
    form = client.post(url("edit", measure), sent).context["form"]

    client.post(url("edit", measure), sent | {"version": form["version"].value()})

    measure.refresh_from_db()
    assert measure.title == "Evas rubrik"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("title", "", "Detta fält måste fyllas i."),
        ("title", "x" * 100_000, "Texten är för lång"),
        ("due_on", "2026-02-31", "Skriv datumet som ÅÅÅÅ-MM-DD"),
        ("due_on", "2990-01-01", "mer än tio år fram"),
        ("kind", "trolleri", "Välj ett giltigt alternativ"),
        ("unit", "0", "Välj ett giltigt alternativ"),
        ("responsible", "x", "Välj ett giltigt alternativ"),
        ("version", "", "Detta fält måste fyllas i."),
    ],
)
def test_what_cannot_be_taken_is_said_at_the_field(
    client: Client, eva: User, measure: Measure, field: str, value: str, message: str
) -> None:
    sent = edited(measure, description="Behåll mig", **{field: value})

    answer = signed_in(client, eva).post(url("edit", measure), sent)

    assert answer.status_code == 422
    assert message in str(answer.context["form"].errors[field])
    assert "Behåll mig" in answer.content.decode()


def test_a_measure_cannot_be_moved_out_of_ones_reach(
    client: Client, organisation: Organisation, eva: User, measure: Measure
) -> None:
    sent = edited(measure, unit=organisation.home_care.pk)

    assert signed_in(client, eva).post(url("edit", measure), sent).status_code == 422


def test_what_is_typed_is_shown_as_text(client: Client, eva: User, measure: Measure) -> None:
    sent = edited(measure, title="<script>x</script> {{ 7*7 }} \x07")
    signed_in(client, eva).post(url("edit", measure), sent)

    page = client.get(url("detail", measure)).content.decode()

    assert "&lt;script&gt;x&lt;/script&gt; {{ 7*7 }}" in page


# Follow up ---------------------------------------------------------------------------------


def test_a_follow_up_is_added(client: Client, eva: User, measure: Measure) -> None:
    sent = {"followed_up_on": TODAY, "status": "ongoing", "effect": "", "text": "På väg."}

    answer = signed_in(client, eva).post(url("follow_up", measure), sent)

    row = FollowUp.objects.get()
    assert answer.status_code == 302
    assert (row.measure_id, row.author_id, row.status) == (measure.pk, eva.pk, "ongoing")


def test_a_finished_measure_is_asked_for_its_effect(
    client: Client, eva: User, measure: Measure
) -> None:
    sent = {"followed_up_on": TODAY, "status": "done", "effect": "", "text": "Allt är gjort."}

    answer = signed_in(client, eva).post(url("follow_up", measure), sent)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["effect"]
    assert "Allt är gjort." in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("followed_up_on", "i går"),
        ("followed_up_on", str(TODAY + timedelta(days=2))),
        ("followed_up_on", "0001-01-01"),
        ("status", "kanske"),
        ("effect", "lite"),
        ("text", "x" * 100_000),
    ],
)
def test_a_follow_up_that_cannot_be_taken_is_said_at_the_field(
    client: Client, eva: User, measure: Measure, field: str, value: str
) -> None:
    sent = {"followed_up_on": str(TODAY), "status": "ongoing", "effect": "", "text": "Ja"}

    answer = signed_in(client, eva).post(url("follow_up", measure), sent | {field: value})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
