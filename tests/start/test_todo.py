"""What must be done now comes first, in words a person uses."""

from datetime import date

from lib.todo import Todo
from start.todo import Group, grouped

TODAY = date(2026, 11, 23)


def make_todo(due: date | None, *, urgent: bool = False, title: str = "Bedöm AV-2026-0001") -> Todo:
    return Todo(title=title, url="/", due=due, kind="Avvikelse", urgent=urgent)


def only_group(todo: Todo) -> Group:
    (group,) = grouped([todo], TODAY)
    return group


def when(due: date) -> str:
    return only_group(make_todo(due)).rows[0].when


def test_yesterdays_deadline_is_overdue() -> None:
    assert only_group(make_todo(date(2026, 11, 22))).title == "Försenat"


def test_todays_deadline_is_not_overdue() -> None:
    assert only_group(make_todo(TODAY)).title == "I dag"


def test_the_eighth_day_is_later() -> None:
    assert only_group(make_todo(date(2026, 12, 1))).title == "Senare"


def test_without_a_date_it_can_wait() -> None:
    assert only_group(make_todo(None)).title == "Senare"


def test_what_is_urgent_without_a_date_cannot_wait() -> None:
    group = only_group(make_todo(None, urgent=True))
    assert (group.title, group.rows[0].when) == ("Inom en vecka", "Snarast")


def test_the_oldest_deadline_stands_first() -> None:
    todos = [make_todo(date(2026, 11, day), title=str(day)) for day in (20, 3, 12)]
    (group,) = grouped(todos, TODAY)
    assert [row.todo.title for row in group.rows] == ["3", "12", "20"]


def test_nothing_to_do_gives_no_groups() -> None:
    assert grouped([], TODAY) == []


def test_days_are_told_in_words() -> None:
    days = [date(2026, 11, day) for day in (13, 22, 23, 24, 27)]
    assert [when(day) for day in days] == [
        "10 dagar sen",
        "I går",
        "I dag",
        "I morgon",
        "Om 4 dagar",
    ]


def test_another_years_day_carries_its_year() -> None:
    assert only_group(make_todo(date(2027, 1, 4))).rows[0].day == "4 januari 2027"


def test_a_long_list_is_folded_after_the_eighth() -> None:
    (group,) = grouped([make_todo(TODAY) for _ in range(11)], TODAY)
    assert (len(group.first), len(group.rest), group.count) == (8, 3, 11)
