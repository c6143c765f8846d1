"""What a person has to do now, from every register, sorted into when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

import deviations.slip_todo
import deviations.todo
import indicators.todo
import measures.todo
import qualityreport.todo
import reviews.todo
import risks.todo
from lib.todo import Todo
from organisation.models import User

SOURCES: tuple[Callable[[User], list[Todo]], ...] = (
    deviations.todo.todo,
    deviations.slip_todo.todo,
    indicators.todo.todo,
    measures.todo.todo,
    risks.todo.todo,
    reviews.todo.todo,
    qualityreport.todo.todo,
)
SHOWN_AT_ONCE = 8


@dataclass(frozen=True)
class Row:
    todo: Todo
    when: str
    day: str


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    rows: tuple[Row, ...]

    @property
    def late(self) -> bool:
        return self.key == "late"

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def first(self) -> tuple[Row, ...]:
        return self.rows[:SHOWN_AT_ONCE]

    @property
    def rest(self) -> tuple[Row, ...]:
        """Folded away: a list to act on, not a wall."""
        return self.rows[SHOWN_AT_ONCE:]


def collect(user: User) -> list[Todo]:
    return [todo for source in SOURCES for todo in source(user)]


def grouped(todos: list[Todo], today: date) -> list[Group]:
    """Overdue, today, due within a week (or urgent), later. Empty groups are left out."""
    titles = {"late": "Försenat", "today": "I dag", "week": "Inom en vecka", "later": "Senare"}
    ordered = sorted(todos, key=lambda todo: (todo.due or date.max, not todo.urgent, todo.title))
    groups = [
        Group(key, title, tuple(_row(todo, today) for todo in ordered if _key(todo, today) == key))
        for key, title in titles.items()
    ]
    return [group for group in groups if group.rows]


def _key(todo: Todo, today: date) -> str:
    if todo.due and todo.due < today:
        return "late"
    if todo.due == today:
        return "today"
    soon = todo.due is not None and todo.due <= today + timedelta(days=7)
    return "week" if soon or todo.urgent else "later"


def _row(todo: Todo, today: date) -> Row:
    if todo.due is None:
        return Row(todo, "Snarast" if todo.urgent else "Ingen tid satt", "")
    form = "j F" if todo.due.year == today.year else "j F Y"
    return Row(todo, _in_words((todo.due - today).days), date_format(todo.due, form))


def _in_words(days: int) -> str:
    named = {-1: "I går", 0: "I dag", 1: "I morgon"}
    if days in named:
        return named[days]
    return f"{-days} dagar sen" if days < 0 else f"Om {days} dagar"
