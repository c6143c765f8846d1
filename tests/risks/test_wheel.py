"""The year wheel: when each control is to be made, and whether it was."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from lib.months import months_after
from organisation.models import Unit, User
from risks import services
from risks.models import CalendarAddress, Control, Frequency, SkippedOccasion
from risks.schedule import Held, State, next_due, occasions, planned_days
from risks.wheel import happened_to
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_result

TODAY = date(2026, 5, 20)
THIS_YEAR = timezone.localdate().year
YEARS_END = date(THIS_YEAR, 12, 31)


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


@pytest.fixture
def quarterly(organisation: Organisation) -> Control:
    """To be made before the end of March, June, September and December."""
    return make_control(
        organisation.intake, "E4", frequency=Frequency.QUARTERLY, first_month=3, threshold=50
    )


def states(control: Control, year: int = 2026) -> list[tuple[str, str]]:
    held = happened_to([control])[control.pk]
    found = occasions(control, held, year, TODAY)
    return [(one.on.isoformat(), str(one.state)) for one in found]


def due(control: Control) -> date:
    standing: Any = Control.objects.filter(pk=control.pk).with_last().get()
    return next_due(standing)


# A planned year ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frequency", "first", "months"),
    [
        (Frequency.MONTHLY, 1, list(range(1, 13))),
        (Frequency.QUARTERLY, 3, [3, 6, 9, 12]),
        (Frequency.TERTIAL, 4, [4, 8, 12]),
        (Frequency.HALF_YEARLY, 6, [6, 12]),
        (Frequency.YEARLY, 10, [10]),
    ],
)
def test_a_year_has_its_occasions_from_the_first_month(
    frequency: str, first: int, months: list[int]
) -> None:
    assert [day.month for day in planned_days(frequency, first, 2026)] == months


def test_an_occasion_ends_on_the_last_day_of_its_month() -> None:
    assert planned_days(Frequency.YEARLY, 2, 2028) == [date(2028, 2, 29)]


def test_a_result_answers_the_occasion_in_whose_interval_it_was_made(quarterly: Control) -> None:
    make_result(quarterly, date(2026, 2, 10))

    assert states(quarterly) == [
        ("2026-03-31", State.DONE),
        ("2026-06-30", State.DUE),
        ("2026-09-30", State.PLANNED),
        ("2026-12-31", State.PLANNED),
    ]


def test_an_occasion_without_a_result_is_missed_when_its_day_has_passed(quarterly: Control) -> None:
    make_result(quarterly, date(2026, 4, 2))

    assert states(quarterly)[:2] == [("2026-03-31", State.MISSED), ("2026-06-30", State.DONE)]


def test_a_result_may_answer_the_occasion_before(quarterly: Control) -> None:
    make_result(quarterly, date(2026, 4, 2), occasion_on=date(2026, 3, 31))

    assert states(quarterly)[:2] == [("2026-03-31", State.LATE), ("2026-06-30", State.DUE)]


def test_a_corrected_result_answers_nothing(quarterly: Control) -> None:
    wrong = make_result(quarterly, date(2026, 2, 10))
    make_result(quarterly, date(2025, 12, 10), replaces=wrong)

    assert states(quarterly)[0] == ("2026-03-31", State.MISSED)


def test_an_occasion_that_is_called_off_is_not_missed(quarterly: Control, eva: User) -> None:
    make_result(quarterly, date(2025, 12, 10))
    off = date(2026, 3, 31)
    services.skip_occasion(actor=eva, control=quarterly, occasion_on=off, motive="Flytt.")

    assert states(quarterly)[0] == ("2026-03-31", State.SKIPPED)
    assert due(quarterly) == date(2026, 6, 30)


def test_what_is_called_off_later_does_not_silence_what_comes_first(
    quarterly: Control, eva: User
) -> None:
    make_result(quarterly, date(2026, 2, 10))
    for off in (date(2026, 9, 30), date(2026, 12, 31)):
        services.skip_occasion(actor=eva, control=quarterly, occasion_on=off, motive="Flytt.")

    assert due(quarterly) == date(2026, 6, 30)

    make_result(quarterly, date(2026, 6, 10))

    assert due(quarterly) == date(2027, 3, 31)


def test_a_control_has_no_occasions_before_it_began_and_after_it_ended(unit: Unit) -> None:
    control = make_control(
        unit,
        frequency=Frequency.QUARTERLY,
        first_month=3,
        opened_on=date(2026, 4, 15),
        closed_on=date(2026, 9, 30),
    )

    assert [day for day, _ in states(control)] == ["2026-06-30"]


@pytest.fixture
def unit(organisation: Organisation) -> Unit:
    return organisation.intake


@pytest.mark.parametrize(
    ("made", "next_time"),
    [
        (None, date(2020, 3, 31)),
        (date(2026, 3, 31), date(2026, 6, 30)),
        (date(2026, 4, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_the_next_time_is_the_occasion_after_the_last_that_was_answered(
    quarterly: Control, made: date | None, next_time: date
) -> None:
    if made:
        make_result(quarterly, made)

    assert due(quarterly) == next_time


# Without a plan ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frequency", "last", "next_time"),
    [
        (Frequency.MONTHLY, date(2026, 1, 31), date(2026, 2, 28)),
        (Frequency.QUARTERLY, date(2025, 11, 15), date(2026, 2, 15)),
        (Frequency.TERTIAL, date(2026, 4, 30), date(2026, 8, 30)),
        (Frequency.HALF_YEARLY, date(2026, 8, 31), date(2027, 2, 28)),
        (Frequency.YEARLY, date(2024, 2, 29), date(2025, 2, 28)),
        (Frequency.YEARLY, None, date(2021, 1, 15)),
    ],
)
def test_without_a_first_month_a_control_is_due_an_interval_after_the_last(
    unit: Unit, frequency: str, last: date | None, next_time: date
) -> None:
    control = make_control(unit, frequency=frequency)
    if last:
        make_result(control, last)

    assert due(control) == next_time


def test_without_a_first_month_the_year_shows_what_was_made_and_what_is_to_come(
    unit: Unit,
) -> None:
    control = make_control(unit, frequency=Frequency.QUARTERLY)
    make_result(control, date(2026, 2, 10))

    assert states(control) == [
        ("2026-02-10", State.DONE),
        ("2026-05-10", State.MISSED),
        ("2026-08-20", State.PLANNED),
        ("2026-11-20", State.PLANNED),
    ]


def test_without_a_plan_the_next_time_alone_is_called_off_and_the_one_after_follows(
    eva_in: Client, unit: Unit, eva: User
) -> None:
    control = make_control(unit, "E5", frequency=Frequency.QUARTERLY)
    made = timezone.localdate().replace(day=1)
    make_result(control, made)
    next_time = due(control)
    form = eva_in.get(reverse("controls:skip", args=["E5"])).context["form"]
    assert [day for day, _ in form.fields["occasion_on"].choices] == [next_time.isoformat()]

    services.skip_occasion(actor=eva, control=control, occasion_on=next_time, motive="Flytt.")

    assert due(control) == months_after(made, 6)
    held = happened_to([control])[control.pk]
    years = {next_time.year, months_after(made, 6).year}
    found = [one for year in sorted(years) for one in occasions(control, held, year, made)]
    assert [str(one.state) for one in found if one.on >= next_time][:2] == [
        State.SKIPPED,
        State.PLANNED,
    ]


def test_an_untouched_control_of_long_ago_is_missed_once_and_not_every_year(unit: Unit) -> None:
    control = make_control(unit, frequency=Frequency.YEARLY)

    assert occasions(control, Held(), 2021, TODAY)[0].state == State.MISSED
    assert occasions(control, Held(), 2024, TODAY) == []


# The page ------------------------------------------------------------------------------------


def test_the_wheel_counts_each_state_and_can_show_one_of_them(
    eva_in: Client, quarterly: Control
) -> None:
    make_result(quarterly, date(2021, 2, 10))
    address = reverse("controls:wheel")

    everything = eva_in.get(address, {"ar": 2021}).context["wheel"]
    assert [(str(state), count) for state, count, _ in everything.summed] == [
        (State.MISSED, 3),
        (State.DONE, 1),
    ]
    done = eva_in.get(address, {"ar": "2021", "state": "done"}).context["wheel"]
    assert [turn.code for turn in done.turns] == ["E4"]


@pytest.mark.parametrize("year", ["9999", "0000", "1999"])
def test_a_year_out_of_reach_is_answered_with_this_one(
    eva_in: Client, quarterly: Control, year: str
) -> None:
    assert eva_in.get(reverse("controls:wheel"), {"ar": year}).context["wheel"].year == THIS_YEAR


def test_a_wheel_shows_no_controls_of_units_out_of_reach(
    eva_in: Client, organisation: Organisation
) -> None:
    make_control(organisation.home_care, "E9", first_month=1)

    assert eva_in.get(reverse("controls:wheel")).context["wheel"].turns == ()


def test_three_controls_cost_as_many_queries_as_one(
    eva_in: Client,
    organisation: Organisation,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    address = reverse("controls:wheel")
    make_result(make_control(organisation.intake, "E1", first_month=1), date(2026, 1, 5))
    eva_in.get(address)
    with django_assert_num_queries(13):
        eva_in.get(address)
    for code in ("E2", "E3"):
        make_result(make_control(organisation.intake, code, first_month=1), date(2026, 1, 5))
    with django_assert_num_queries(13):
        eva_in.get(address)


def test_a_result_from_the_wheel_is_for_the_occasion_that_was_chosen(
    eva_in: Client, organisation: Organisation
) -> None:
    control = make_control(organisation.intake, first_month=1, opened_on=date(THIS_YEAR - 1, 1, 1))
    january = date(THIS_YEAR - 1, 1, 31)
    address = reverse("controls:record", args=[control.code])
    form = eva_in.get(address, {"avser": january.isoformat()}).context["form"]
    assert form["occasion_on"].value() == january.isoformat()

    sent = {
        "carried_out_on": date(THIS_YEAR - 1, 3, 2).isoformat(),
        "occasion_on": january.isoformat(),
        "numerator": 34,
        "denominator": 34,
    }
    eva_in.post(address, sent)

    assert control.results.get().occasion_on == january


# Called off ----------------------------------------------------------------------------------


def test_an_occasion_is_called_off_with_a_motive_and_taken_up_again(
    eva_in: Client, quarterly: Control
) -> None:
    address = reverse("controls:skip", args=["E4"])
    assert (
        eva_in.post(address, {"occasion_on": YEARS_END.isoformat(), "motive": ""}).status_code
        == 422
    )

    eva_in.post(address, {"occasion_on": YEARS_END.isoformat(), "motive": "Systemet byts ut."})

    skipped = SkippedOccasion.objects.get()
    assert (skipped.occasion_on, skipped.motive) == (YEARS_END, "Systemet byts ut.")
    eva_in.post(reverse("controls:take_up", args=["E4", skipped.pk]))
    assert not SkippedOccasion.objects.exists()


def test_an_occasion_is_called_off_once(quarterly: Control, eva: User) -> None:
    off = YEARS_END
    services.skip_occasion(actor=eva, control=quarterly, occasion_on=off, motive="Flytt.")

    with pytest.raises(services.IllegalStep, match="redan inställd"):
        services.skip_occasion(actor=eva, control=quarterly, occasion_on=off, motive="Flytt.")


# The calendar --------------------------------------------------------------------------------


def subscribe(client: Client) -> str:
    answer = client.post(reverse("controls:calendar"), {"renew": "1"}, follow=True)
    return str(answer.context["told"])


def test_a_calendar_holds_codes_and_days_and_nothing_else(
    eva_in: Client, organisation: Organisation
) -> None:
    make_control(organisation.intake, "E7", "Loggkontroll av Anna", first_month=12)
    make_control(organisation.youth, "E8", "Grannens", first_month=12)

    answer = Client().get(subscribe(eva_in))

    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "SUMMARY:Egenkontroll E7 senast" in text
    assert f"DTSTART;VALUE=DATE:{THIS_YEAR}1231" in text
    assert "Anna" not in text
    assert "E8" not in text


def test_a_renewed_address_ends_the_one_before(eva_in: Client) -> None:
    first = subscribe(eva_in)
    second = subscribe(eva_in)

    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_an_address_is_shown_once(eva_in: Client) -> None:
    subscribe(eva_in)

    assert eva_in.get(reverse("controls:calendar")).context["told"] == ""


def test_who_has_left_has_no_calendar(eva_in: Client, eva: User) -> None:
    address = subscribe(eva_in)
    eva.is_active = False
    eva.save()

    assert Client().get(address).status_code == 404


def test_the_address_itself_is_not_kept(eva_in: Client) -> None:
    secret = subscribe(eva_in).rpartition("/")[2].removesuffix(".ics")

    assert secret not in CalendarAddress.objects.get().digest
    eva_in.post(reverse("controls:calendar"), {"drop": "1"})
    assert not CalendarAddress.objects.exists()
