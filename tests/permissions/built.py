"""The world, built once for the tests of a file: it takes longer than most of them."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.permissions.world import World, make_world


@pytest.fixture(scope="module")
def built_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(built_world: World, db: None) -> World:
    """Whatever a test changes in it is taken back with the test's own transaction."""
    return built_world
