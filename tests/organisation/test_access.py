from datetime import date, timedelta

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from organisation.access import access_of
from organisation.models import Role, Unit, UnitClosure, User
from tests.factories.organisation import Organisation, give_role, make_unit, make_user


def test_a_role_reaches_everything_below_its_unit(karin: User, organisation: Organisation) -> None:
    assert organisation.intake.pk in access_of(karin).unit_ids(Role.COORDINATOR)


def test_a_role_does_not_reach_upwards(eva: User, organisation: Organisation) -> None:
    assert organisation.children.pk not in access_of(eva).unit_ids()


def test_a_role_does_not_reach_a_sibling(eva: User, organisation: Organisation) -> None:
    assert organisation.youth.pk not in access_of(eva).unit_ids()


def test_one_role_does_not_lend_its_units_to_another(eva: User) -> None:
    assert access_of(eva).unit_ids(Role.COORDINATOR) == frozenset()


def test_nobody_who_is_not_signed_in_reaches_anything() -> None:
    assert access_of(AnonymousUser()).unit_ids() == frozenset()


def test_a_closed_account_reaches_nothing(eva: User) -> None:
    eva.is_active = False
    assert not access_of(eva).has(Role.MANAGER)


def test_a_substitute_loses_the_unit_the_day_after_the_last(organisation: Organisation) -> None:
    nora = make_user("nora", "Nora Vik")
    yesterday = timezone.localdate() - timedelta(days=1)
    give_role(nora, Role.MANAGER, organisation.youth, valid_to=yesterday)
    assert access_of(nora).unit_ids() == frozenset()


def test_a_role_that_begins_tomorrow_gives_nothing_today(organisation: Organisation) -> None:
    nora = make_user("nora", "Nora Vik")
    tomorrow = timezone.localdate() + timedelta(days=1)
    give_role(nora, Role.MANAGER, organisation.youth, valid_from=tomorrow)
    assert access_of(nora).unit_ids() == frozenset()


def test_a_new_unit_is_reached_at_once(karin: User, organisation: Organisation) -> None:
    new = make_unit("Socialjouren", "jouren", organisation.children)
    assert new.pk in access_of(karin).unit_ids()


def test_a_moved_unit_follows_its_new_parent(organisation: Organisation) -> None:
    organisation.youth.parent = organisation.adults
    organisation.youth.save()
    above = UnitClosure.objects.filter(descendant=organisation.youth, ancestor=organisation.adults)
    assert above.exists()


def test_the_units_are_resolved_once_per_request(
    karin: User, django_assert_num_queries: object
) -> None:
    access_of(karin)
    with django_assert_num_queries(0):  # type: ignore[operator]
        access_of(karin).unit_ids()


def test_a_closed_unit_is_not_valid_after_its_last_day(organisation: Organisation) -> None:
    valid = Unit.objects.valid_on(date(2023, 1, 1))
    assert organisation.closed not in valid
