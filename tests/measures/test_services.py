from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from audit.models import Event
from audit.services import opened_door
from lib.versions import EditedByAnother
from measures import services
from measures.models import Effect, FollowUp, Measure, Status
from measures.statistics import status_as_of
from organisation.models import User
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation

MARCH, MAY, JUNE = date(2026, 3, 2), date(2026, 5, 4), date(2026, 6, 8)


@pytest.fixture
def measure(organisation: Organisation) -> Measure:
    return make_measure(organisation.intake, due_on=JUNE)


def follow_up(actor: User, measure: Measure, on: date, status: str, effect: str = "") -> FollowUp:
    return services.follow_up(
        actor=actor, measure=measure, followed_up_on=on, status=status, effect=effect, text="Så."
    )


def test_a_new_measure_is_not_started_and_logged(organisation: Organisation, eva: User) -> None:
    made = services.create_measure(
        actor=eva,
        title="Checklista",
        kind=Measure.Kind.ROUTINE,
        unit=organisation.intake,
        origin="ärende",
    )

    event = Event.objects.get()
    assert made.status == Status.NOT_STARTED
    assert (event.actor_id, event.action, event.object_id) == (eva.pk, "create", str(made.pk))


def test_a_follow_up_sets_the_status_that_is_shown(measure: Measure, eva: User) -> None:
    follow_up(eva, measure, MAY, Status.DONE, Effect.YES)

    measure.refresh_from_db()
    assert (measure.status, measure.effect, measure.effect_text) == ("done", "yes", "Så.")


def test_an_older_follow_up_added_late_leaves_the_status_as_it_is(
    measure: Measure, eva: User
) -> None:
    follow_up(eva, measure, MAY, Status.DONE, Effect.YES)

    follow_up(eva, measure, MARCH, Status.ONGOING)

    measure.refresh_from_db()
    assert measure.status == Status.DONE


def test_too_early_to_tell_is_asked_again_after_three_months(measure: Measure, eva: User) -> None:
    follow_up(eva, measure, MAY, Status.DONE, Effect.TOO_EARLY)

    measure.refresh_from_db()
    assert measure.follow_up_on == MAY + timedelta(weeks=13)


def test_a_judged_effect_is_not_asked_again(measure: Measure, eva: User) -> None:
    follow_up(eva, measure, MARCH, Status.DONE, Effect.TOO_EARLY)

    follow_up(eva, measure, MAY, Status.DONE, Effect.NO)

    measure.refresh_from_db()
    assert measure.follow_up_on is None


def test_the_log_keeps_no_text_of_the_measure(measure: Measure, eva: User) -> None:
    services.update_measure(
        actor=eva, measure_id=measure.pk, version=1, changes={"title": "En hemlig rubrik"}
    )

    event = Event.objects.get()
    assert list(event.changes) == ["title"]
    assert "hemlig" not in f"{event.label}{event.changes}{event.detail}"


def test_the_second_to_save_learns_what_the_first_saved(measure: Measure, eva: User) -> None:
    services.update_measure(actor=eva, measure_id=measure.pk, version=1, changes={"title": "Evas"})

    with pytest.raises(EditedByAnother) as conflict:
        services.update_measure(
            actor=eva, measure_id=measure.pk, version=1, changes={"title": "Dags"}
        )

    measure.refresh_from_db()
    assert conflict.value.saved.title == measure.title == "Evas"


def test_a_follow_up_does_not_disturb_who_edits_meanwhile(measure: Measure, eva: User) -> None:
    follow_up(eva, measure, MAY, Status.ONGOING)

    saved = services.update_measure(
        actor=eva, measure_id=measure.pk, version=measure.version, changes={"title": "Ny"}
    )

    assert (saved.title, saved.status) == ("Ny", Status.ONGOING)


def test_status_is_set_by_follow_ups_alone(measure: Measure, eva: User) -> None:
    with pytest.raises(ValueError, match="status"):
        services.update_measure(
            actor=eva, measure_id=measure.pk, version=1, changes={"status": Status.DONE}
        )


def test_status_on_a_day_is_read_from_the_history(measure: Measure) -> None:
    make_follow_up(measure, MARCH, Status.ONGOING)
    make_follow_up(measure, JUNE, Status.DONE, effect=Effect.YES)

    answer = status_as_of([measure.pk], MAY)

    assert answer[measure.pk].status == Status.ONGOING


def test_of_two_follow_ups_on_one_day_the_later_counts(measure: Measure) -> None:
    make_follow_up(measure, MAY, Status.ONGOING)
    make_follow_up(measure, MAY, Status.DISCONTINUED)

    assert status_as_of([measure.pk], MAY)[measure.pk].status == Status.DISCONTINUED


def test_a_measure_not_followed_up_by_then_is_left_out(measure: Measure) -> None:
    make_follow_up(measure, JUNE, Status.DONE)

    assert status_as_of([measure.pk], MAY) == {}


def test_status_on_a_day_is_one_query(
    organisation: Organisation, django_assert_num_queries: object
) -> None:
    made = [make_measure(organisation.intake) for _ in range(3)]
    for one in made:
        make_follow_up(one, MARCH, Status.ONGOING)

    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(status_as_of([one.pk for one in made], MAY)) == 3


def test_a_follow_up_is_not_saved_again(measure: Measure) -> None:
    row = make_follow_up(measure, MAY, Status.ONGOING)

    with pytest.raises(TypeError):
        row.save()


def test_the_database_refuses_to_change_a_follow_up(measure: Measure) -> None:
    row = make_follow_up(measure, MAY, Status.ONGOING)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        FollowUp.objects.filter(pk=row.pk).update(text="Annat")


def test_the_database_refuses_to_remove_a_follow_up(measure: Measure) -> None:
    row = make_follow_up(measure, MAY, Status.ONGOING)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.delete()


def test_gallring_removes_follow_ups_through_its_door(measure: Measure) -> None:
    row = make_follow_up(measure, MAY, Status.ONGOING)

    with opened_door(actor=None, reason="Gallring enligt plan"):
        row.delete()

    assert not FollowUp.objects.exists()
