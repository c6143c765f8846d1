from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for the tests of a module, which only read, and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True, DEMO_PASSWORD="demo"):
            call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)
