"""What the start page asks for."""

from datetime import timedelta

from django.utils import timezone

from organisation.models import User
from reviews.models import Contract, Review
from reviews.todo import todo
from tests.factories.reviews import make_follow_up, make_plan


def soon(days: int = 10) -> object:
    return timezone.localdate() + timedelta(days=days)


def titles(user: User) -> list[str]:
    return [one.title for one in todo(user)]


def test_a_manager_is_asked_to_answer_a_review_of_her_unit(eva: User, review: Review) -> None:
    Review.objects.update(answer_due_on=soon())

    assert titles(eva) == ["Besvara G1 Orosanmälningar"]


def test_who_answers_for_it_is_asked_and_nobody_else(
    eva: User, karin: User, review: Review
) -> None:
    Review.objects.update(answer_due_on=soon(), responsible=karin)

    assert (titles(eva), titles(karin)) == ([], ["Besvara G1 Orosanmälningar"])


def test_an_answered_review_asks_for_nothing(eva: User, review: Review) -> None:
    Review.objects.update(answer_due_on=soon(-5), answered_on=soon(-9), answer="Gjort.")

    assert titles(eva) == []


def test_a_late_answer_is_urgent(eva: User, review: Review) -> None:
    Review.objects.update(answer_due_on=soon(-1))

    [found] = todo(eva)

    assert found.urgent


def test_an_action_plan_is_to_be_checked_until_it_is(eva: User, contract: Contract) -> None:
    plan = make_plan(make_follow_up(contract), soon())  # type: ignore[arg-type]
    assert titles(eva) == ["Kontrollera åtgärdsplanen från Samtalet AB"]

    plan.verified_on = timezone.localdate()
    plan.save()

    assert titles(eva) == []
