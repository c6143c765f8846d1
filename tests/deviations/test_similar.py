"""Similar earlier cases: enough to see a pattern, and nothing of what was said."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from deviations.models import Deviation, DeviationType, Kind
from deviations.services import annul_deviation, suspect_misconduct
from deviations.similar import similar_cases
from organisation.models import Unit, User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

TODAY = timezone.localdate()


def make(unit: Unit, kind: DeviationType, days_ago: int = 1, **fields: Any) -> Deviation:
    case = make_case(unit, Kind.LEX_SARAH, received_on=TODAY - timedelta(days=days_ago), **fields)
    Deviation.objects.filter(pk=case.pk).update(type=kind)
    return Deviation.objects.select_related("type__parent", "unit").get(pk=case.pk)


def make_types() -> tuple[DeviationType, DeviationType, DeviationType, DeviationType]:
    main = DeviationType.objects.create(name="Brister i rättssäkerhet")
    late, unheard = (
        DeviationType.objects.create(name=name, parent=main)
        for name in ("Försenad dokumentation", "Barn ej hört")
    )
    return main, late, unheard, DeviationType.objects.create(name="Bemötande")


def numbers(user: User, case: Deviation) -> list[str]:
    return [one.number for one in similar_cases(user, case)]


def test_the_same_type_and_its_relatives_in_the_same_section_newest_first(
    sara: User, organisation: Organisation
) -> None:
    main, late, unheard, other = make_types()
    case = make(organisation.intake, late, days_ago=0)
    same = make(organisation.intake, late, days_ago=9)
    sibling = make(organisation.intake, unheard, days_ago=5)
    parent = make(organisation.intake, main, days_ago=7)
    make(organisation.intake, other)
    make(organisation.home_care, late)
    make(organisation.intake, late, act="lss")
    assert numbers(sara, case) == [sibling.number, parent.number, same.number]


def test_neither_later_nor_annulled_cases_nor_itself(
    sara: User, organisation: Organisation
) -> None:
    _, late, *_ = make_types()
    case = make(organisation.intake, late, days_ago=5)
    make(organisation.intake, late, days_ago=1)
    annul_deviation(
        actor=sara, deviation=make(organisation.intake, late, days_ago=9), motive="Fel."
    )
    assert numbers(sara, case) == []


def test_without_a_type_nothing_is_alike(sara: User, organisation: Organisation) -> None:
    _, late, *_ = make_types()
    make(organisation.intake, late)
    untyped = make_case(organisation.intake, Kind.LEX_SARAH)
    assert numbers(sara, untyped) == []


def test_what_it_arose_from_is_no_earlier_case(
    sara: User, eva: User, organisation: Organisation
) -> None:
    _, late, *_ = make_types()
    first = make_case(organisation.intake)
    Deviation.objects.filter(pk=first.pk).update(type=late)
    report = suspect_misconduct(actor=eva, deviation=first, motive="Barnet var utan skydd.")
    assert (report.type, numbers(sara, report)) == (late, [])


def test_what_the_reader_may_not_open_is_told_by_number_date_unit_type_and_grade_alone(
    ulla: User, organisation: Organisation
) -> None:
    _, late, *_ = make_types()
    hidden = make(organisation.intake, late, description="Hemligt om barnet.")
    (told,) = similar_cases(ulla, make(organisation.intake, late, days_ago=0))
    assert vars(told) == {
        "number": hidden.number,
        "received_on": hidden.received_on,
        "unit": organisation.intake.name,
        "type": "Försenad dokumentation",
        "grade": "",
        "can_open": False,
    }


def test_ten_at_most_in_two_questions(
    sara: User, organisation: Organisation, django_assert_num_queries: Callable[[int], Any]
) -> None:
    _, late, *_ = make_types()
    case = make(organisation.intake, late, days_ago=0)
    for days in range(1, 13):
        make(organisation.intake, late, days_ago=days)
    Deviation.objects.visible_to(sara).exists()  # who Sara is has been asked
    with django_assert_num_queries(3):  # the third: which cases name her, asked by every scope
        found = similar_cases(sara, case)
    assert (len(found), found[0].can_open) == (10, True)
