"""What the documentation of an investigation must answer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from deviations.checklist import Loaded, checklist, missing
from deviations.models import Deviation, Kind
from deviations.services import add_note, sign_note, update_deviation
from organisation.models import User
from tests.factories.deviations import assigned, make_case, make_cause
from tests.factories.organisation import Organisation

NOTHING = Loaded(causes=False, immediate=False, measures=False, signed_notes=False, drafts=False)
ALL = Loaded(causes=True, immediate=True, measures=True, signed_notes=True, drafts=False)
NOW = timezone.now()
ANSWERED: dict[str, Any] = {
    "description": "Brevet kom bort.",
    "consequence_possible": "minor",
    "consequence_text": "Barnet fick vänta.",
    "own_view": "Det var trist att vänta.",
    "discovered_at": NOW,
    "occurred_on": NOW.date(),
    "happened_before": False,
    "could_recur": True,
}


def labels(case: Deviation, has: Loaded) -> list[str]:
    return [point.label for point in checklist(case, has) if not point.done]


def test_a_report_alone_answers_little() -> None:
    assert len(labels(Deviation(description="Brevet kom bort."), NOTHING)) == 11


def test_an_answered_case_misses_nothing() -> None:
    assert labels(Deviation(**ANSWERED), ALL) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"consequence_text": ""}, "Konsekvenserna för barnet eller den enskilde, i ord"),
        ({"own_view": ""}, "Vad barnet eller den enskilde säger, eller varför hen inte har hörts"),
        ({"happened_before": None}, "Om det har hänt tidigare, och i så fall varför igen"),
        ({"happened_before": True}, "Om det har hänt tidigare, och i så fall varför igen"),
        ({"could_recur": None}, "Om det kan hända igen"),
    ],
)
def test_each_answer_is_asked_for_by_itself(changed: dict[str, Any], expected: str) -> None:
    assert labels(Deviation(**ANSWERED | changed), ALL) == [expected]


@pytest.mark.parametrize(
    ("has", "expected"),
    [
        ({"causes": False}, "Bakomliggande orsaker"),
        ({"immediate": False}, "Omedelbara åtgärder, med tidpunkt"),
        ({"measures": False}, "Åtgärder för att det inte ska hända igen"),
        ({"drafts": True}, "Alla anteckningar är signerade"),
    ],
)
def test_what_lies_beside_the_case_counts_too(has: dict[str, bool], expected: str) -> None:
    assert labels(Deviation(**ANSWERED), Loaded(**vars(ALL) | has)) == [expected]


def test_a_reason_stands_instead_of_the_childs_own_view() -> None:
    reason = {"own_view": "", "own_view_missing_reason": "Spädbarn."}
    assert labels(Deviation(**ANSWERED | reason), ALL) == []


def test_what_cannot_happen_again_needs_no_measure_against_it() -> None:
    case = Deviation(**ANSWERED | {"could_recur": False})
    assert labels(case, Loaded(**vars(ALL) | {"measures": False})) == []


def test_what_is_missing_is_read_from_the_case_in_a_fixed_number_of_questions(
    sara: User,
    ulla: User,
    organisation: Organisation,
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    case = assigned(case, sara, ulla)
    for _ in range(2):
        passages = [{"nature": "fact", "text": "Så var det."}]
        note = add_note(
            actor=ulla, deviation=case, noted_on=NOW.date(), source="Akten", passages=passages
        )
        sign_note(actor=ulla, note_id=note.pk, version=note.version)
    case = update_deviation(
        actor=ulla,
        deviation_id=case.pk,
        version=case.version,
        changes=ANSWERED
        | {"causes": [make_cause()], "immediate_measures": "Ringde.", "immediate_measures_at": NOW},
    )
    with django_assert_num_queries(4):
        assert [point.label for point in missing(case)] == [
            "Åtgärder för att det inte ska hända igen"
        ]
