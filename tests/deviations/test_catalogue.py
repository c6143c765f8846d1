import pytest
from django.core.management import call_command

from deviations.models import Cause, DeviationType
from organisation.models import LegalReference

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int, int]:
    models = (LegalReference, DeviationType, Cause)
    first, second, third = (model._default_manager.count() for model in models)
    return first, second, third


def test_a_new_installation_gets_law_types_and_causes() -> None:
    call_command("load_catalogue")
    assert all(counts())


def test_loading_again_adds_nothing() -> None:
    call_command("load_catalogue")
    before = counts()
    call_command("load_catalogue")
    assert counts() == before


def test_what_the_municipality_has_changed_stays() -> None:
    call_command("load_catalogue")
    Cause.objects.filter(name="Annat").update(active=False)
    call_command("load_catalogue")
    assert not Cause.objects.get(name="Annat").active
