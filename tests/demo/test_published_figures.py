"""The published figures, counted from plain rows by plain Python: not by our own statistics."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from deviations.models import Complaint, Deviation, IvoNotification, NumberSeries
from measures.models import FollowUp
from organisation.models import Unit

pytestmark = pytest.mark.django_db

GRADES = {"none", "risk", "misconduct", "serious_risk", "serious"}
STOCKHOLM = ZoneInfo("Europe/Stockholm")
YEARS = range(2020, 2027)
SECTIONS = ("barn", "vuxna", "ifo")


@pytest.fixture(scope="module")
def cases(demo: None) -> list[Deviation]:
    return list(Deviation.objects.select_related("complaint"))


@pytest.fixture(scope="module")
def section_of(demo: None) -> Callable[[int], str]:
    """The nearest of barn, vuxna and ifo above a unit, found by walking the parents."""
    units = {unit.pk: unit for unit in Unit.objects.all()}

    def climb(unit_id: int) -> str:
        unit = units[unit_id]
        while unit.slug not in SECTIONS:
            assert unit.parent_id
            unit = units[unit.parent_id]
        return unit.slug

    return climb


@pytest.fixture(scope="module")
def lex_sarah(
    cases: list[Deviation], section_of: Callable[[int], str]
) -> dict[str, list[Deviation]]:
    found: dict[str, list[Deviation]] = {slug: [] for slug in SECTIONS}
    for case in cases:
        if case.kind == "lex_sarah":
            found[section_of(case.unit_id)].append(case)
    return found


def investigated(cases: Iterable[Deviation], year: int) -> list[Deviation]:
    return [
        case
        for case in cases
        if case.decided_on and case.decided_on.year == year and case.severity in GRADES
    ]


def test_2023_has_seventeen_investigated_lex_sarah_cases(
    lex_sarah: dict[str, list[Deviation]],
) -> None:
    counts = {slug: len(investigated(rows, 2023)) for slug, rows in lex_sarah.items()}

    assert counts == {"barn": 13, "vuxna": 4, "ifo": 0}


def test_2023_grades_of_children_and_young(lex_sarah: dict[str, list[Deviation]]) -> None:
    grades = Counter(case.severity for case in investigated(lex_sarah["barn"], 2023))

    assert grades == {"misconduct": 4, "risk": 5, "none": 4}


def test_2023_adults_were_about_housing_support_and_one_slow_intake(
    lex_sarah: dict[str, list[Deviation]],
) -> None:
    units = Counter(case.unit.slug for case in investigated(lex_sarah["vuxna"], 2023))

    assert units == {"boendestod": 3, "vuxen-mottagning": 1}


def test_2023_internal_deviations_and_none_at_private_providers(
    cases: list[Deviation], section_of: Callable[[int], str]
) -> None:
    received = [case for case in cases if case.received_on.year == 2023]
    internal = [case for case in received if case.kind == "internal"]

    assert len(internal) == 28
    assert {section_of(case.unit_id) for case in internal} == {"barn", "vuxna"}
    assert [case for case in received if case.kind == "provider"] == []


def test_2023_complaints_per_unit_with_a_majority_of_appeals(
    cases: list[Deviation], section_of: Callable[[int], str]
) -> None:
    told = [case for case in cases if case.received_on.year == 2023 and case.series == "SK"]
    appeals = sum(case.complaint.is_appeal for case in told)

    assert Counter(section_of(case.unit_id) for case in told) == {"ifo": 4, "barn": 8, "vuxna": 8}
    assert appeals > len(told) / 2


def test_2023_a_couple_of_complaints_in_barn_were_about_treatment(
    cases: list[Deviation], section_of: Callable[[int], str]
) -> None:
    topics = Counter(
        case.complaint.topic
        for case in cases
        if case.series == "SK"
        and case.received_on.year == 2023
        and section_of(case.unit_id) == "barn"
    )

    assert topics["treatment"] == 2


def test_2021_flow_of_lex_sarah_in_barn(lex_sarah: dict[str, list[Deviation]]) -> None:
    received = [case for case in lex_sarah["barn"] if case.received_on.year == 2021]
    outside = [c for c in received if c.severity == "outside" and c.decided_on.year == 2021]  # type: ignore[union-attr]
    pending = [c for c in received if c.decided_on is None or c.decided_on > date(2021, 12, 31)]

    assert len(received) == 23
    assert len(investigated(lex_sarah["barn"], 2021)) == 17
    assert len(outside) == 3
    assert len(pending) == 3


def test_2021_grades_in_barn(lex_sarah: dict[str, list[Deviation]]) -> None:
    grades = Counter(case.severity for case in investigated(lex_sarah["barn"], 2021))

    assert grades == {"serious": 4, "misconduct": 8, "risk": 4, "none": 1}


def test_2021_four_notifications_to_ivo(demo: None) -> None:
    notified = [row for row in IvoNotification.objects.all() if row.notified_on]

    assert sum(row.notified_on.year == 2021 for row in notified if row.notified_on) == 4


def test_2021_internal_deviations_in_barn_are_the_three_that_fell_outside_lex_sarah(
    cases: list[Deviation], section_of: Callable[[int], str]
) -> None:
    internal = [
        case
        for case in cases
        if case.kind == "internal"
        and case.received_on.year == 2021
        and section_of(case.unit_id) == "barn"
    ]

    assert len(internal) == 3
    assert [case.origin.severity for case in internal if case.origin] == ["outside"] * 3


@pytest.mark.parametrize(("year", "count"), [(2020, 22), (2021, 14)])
def test_complaints_in_barn(
    cases: list[Deviation], section_of: Callable[[int], str], year: int, count: int
) -> None:
    told = [case for case in cases if case.series == "SK" and case.received_on.year == year]

    assert sum(section_of(case.unit_id) == "barn" for case in told) == count


def test_2020_in_barn(
    cases: list[Deviation],
    lex_sarah: dict[str, list[Deviation]],
    section_of: Callable[[int], str],
) -> None:
    internal = [
        case
        for case in cases
        if case.kind == "internal"
        and case.received_on.year == 2020
        and section_of(case.unit_id) == "barn"
    ]

    assert sum(case.received_on.year == 2020 for case in lex_sarah["barn"]) == 18
    assert len(investigated(lex_sarah["barn"], 2020)) == 18
    assert len(internal) == 4


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("year", YEARS)
def test_every_year_reconciles(
    lex_sarah: dict[str, list[Deviation]], section: str, year: int
) -> None:
    rows = lex_sarah[section]
    first, last = date(year, 1, 1), date(year, 12, 31)

    def ended(case: Deviation) -> date | None:
        return case.decided_on or case.annulled_on

    carried = [c for c in rows if c.received_on < first and not _before(ended(c), first)]
    received = [c for c in rows if first <= c.received_on <= last]
    in_hand = carried + received
    open_at_end = [c for c in in_hand if (end := ended(c)) is None or end > last]
    outside = [c for c in in_hand if c.severity == "outside" and c not in open_at_end]
    annulled = [c for c in in_hand if c.annulled_on and c not in open_at_end]
    graded = investigated(rows, year)

    assert len(carried) + len(received) == (
        len(graded) + len(outside) + len(annulled) + len(open_at_end)
    )


def _before(day: date | None, other: date) -> bool:
    return day is not None and day < other


def test_received_day_is_the_swedish_day(cases: list[Deviation]) -> None:
    local = [case.received_at.astimezone(STOCKHOLM).date() for case in cases]

    assert [case.received_on for case in cases] == local
    assert any(case.received_at.date() != case.received_on for case in cases)


def test_numbers_are_contiguous_in_the_order_received_and_go_on_from_there(
    cases: list[Deviation],
) -> None:
    last: Counter[tuple[str, int]] = Counter()
    for case in sorted(cases, key=lambda case: case.received_at):
        key = (case.series, case.received_on.year)
        last[key] += 1
        assert case.number == f"{key[0]}-{key[1]}-{last[key]:04d}"

    series = {(row.series, row.year): row.last for row in NumberSeries.objects.all()}
    assert series == dict(last)


def test_the_running_year_has_open_cases_in_every_status(
    lex_sarah: dict[str, list[Deviation]],
) -> None:
    found = {case.status for rows in lex_sarah.values() for case in rows}

    assert found == {
        "received",
        "assessment",
        "investigation",
        "investigated",
        "decided",
        "measures",
        "followed_up",
        "closed",
        "annulled",
    }


def test_no_step_lies_before_the_one_it_follows(cases: list[Deviation]) -> None:
    for case in cases:
        days = [case.occurred_on, case.received_on, case.decided_on, case.closed_on]
        known = [day for day in days if day]
        assert known == sorted(known)


def test_no_text_has_an_empty_slot(cases: list[Deviation]) -> None:
    assert [case.title for case in cases if "{" in case.title + case.description] == []


def test_a_measure_that_ended_in_january_was_ongoing_at_the_end_of_the_year(demo: None) -> None:
    late = FollowUp.objects.get(followed_up_on=date(2024, 1, 29))
    before = late.measure.follow_ups.filter(followed_up_on__lte=date(2023, 12, 31)).first()

    assert before
    assert (before.status, late.status) == ("ongoing", "done")


def test_every_answered_complaint_is_answered_in_words(demo: None) -> None:
    assert not Complaint.objects.filter(answered_on__isnull=False, answer="").exists()
