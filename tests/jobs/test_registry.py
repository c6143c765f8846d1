import pytest

from jobs.engine import Work
from jobs.registry import handler_of, register
from tests.jobs.conftest import KIND, Register


def first(work: Work) -> None: ...


def second(work: Work) -> None: ...


def test_the_same_handler_may_be_told_twice(handled_by: Register) -> None:
    handled_by(first)
    handled_by(first)

    assert handler_of(KIND) is first


def test_two_handlers_for_one_kind_are_a_mistake(handled_by: Register) -> None:
    handled_by(first)

    with pytest.raises(ValueError, match=KIND):
        register(KIND, second)
