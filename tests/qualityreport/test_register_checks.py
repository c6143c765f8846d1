"""What the registers leave to be done before a report leaves the house."""

from datetime import date

import pytest

from measures.models import Effect, Status
from qualityreport import checks
from qualityreport.checks import Severity
from qualityreport.collect import collect
from qualityreport.models import Report, ReportKind
from qualityreport.services import create_report
from risks.models import Verdict
from tests.factories import registers as make
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report

JUNE, JANUARY = date(2023, 6, 1), date(2024, 1, 9)


def found(report: Report, check: str) -> list[tuple[str, str]]:
    findings = checks.run(collect(report))
    return [(finding.place, finding.message) for finding in findings if finding.check == check]


def test_a_measure_that_changed_afterwards_is_told_and_stops_nothing(
    report: Report, organisation: Organisation
) -> None:
    measure = make_measure(organisation.ifo, "Ny rutin", status=Status.DONE)
    make.risk(organisation.ifo, "R1").measures.add(measure)
    make.control(organisation.ifo, "K1").measures.add(measure)
    make_follow_up(measure, JUNE, Status.ONGOING)
    make_follow_up(measure, JANUARY, Status.DONE, effect=Effect.YES)
    assert found(report, "measure_changed_after") == [
        ("Ny rutin", "Ändrad efter periodens slut: pågående per 31 december 2023, nu klar.")
    ]
    findings = checks.run(collect(report))
    [of_measure] = [finding for finding in findings if finding.check == "measure_changed_after"]
    assert of_measure.severity == Severity.INFORMS
    assert checks.stopping(findings) == []


def test_a_measure_that_stands_as_it_did_is_left_in_peace(
    report: Report, organisation: Organisation
) -> None:
    measure = make_measure(organisation.ifo, "Ny rutin", status=Status.ONGOING)
    make.risk(organisation.ifo, "R1").measures.add(measure)
    make_follow_up(measure, JUNE, Status.ONGOING)
    assert found(report, "measure_changed_after") == []


def test_an_indicator_that_was_followed_last_year_is_missed(
    report: Report, organisation: Organisation
) -> None:
    make.outcome(make.indicator(organisation.ifo, "A1"), n=10, whole=20, year=2022)
    [(place, message)] = found(report, "indicator_without_outcome")
    assert place == "A1 Indikator A1, Individ- och familjeomsorgen"
    assert message.startswith("Utfall för 2023 saknas")


def test_an_indicator_with_a_target_is_missed(report: Report, organisation: Organisation) -> None:
    make.target(make.indicator(organisation.ifo, "A1"), 90)
    assert len(found(report, "indicator_without_outcome")) == 1


@pytest.mark.parametrize("reason", ["no_data", "ended", "measured"])
def test_an_indicator_is_not_missed_with_a_reason(
    reason: str, report: Report, organisation: Organisation
) -> None:
    made = make.indicator(organisation.ifo, "A1", last_year=2022 if reason == "ended" else None)
    make.outcome(made, n=10, whole=20, year=2022)
    if reason == "no_data":
        make.outcome(made, no_data="Systemet byttes.")
    if reason == "measured":
        make.outcome(made, n=10, whole=20)
    assert found(report, "indicator_without_outcome") == []


def test_nothing_is_missed_in_an_interim_report(organisation: Organisation) -> None:
    make.outcome(make.indicator(organisation.ifo, "A1"), n=10, whole=20, year=2022)
    report = make_report(organisation.ifo, as_of=date(2023, 8, 31))
    assert found(report, "indicator_without_outcome") == []


@pytest.mark.parametrize(("comment", "count"), [("", 1), ("Bemanningen brast.", 0)])
def test_a_missed_target_asks_for_its_comment(
    comment: str, count: int, report: Report, organisation: Organisation
) -> None:
    made = make.indicator(organisation.ifo, "A1")
    make.outcome(made, n=10, whole=20, comment=comment)
    make.target(made, 90)
    assert len(found(report, "target_missed_without_comment")) == count


def test_a_target_that_is_reached_asks_for_nothing(
    report: Report, organisation: Organisation
) -> None:
    made = make.indicator(organisation.ifo, "A1")
    make.outcome(made, n=19, whole=20)
    make.target(made, 90)
    assert found(report, "target_missed_without_comment") == []


@pytest.mark.parametrize(("second", "count"), [(18, 0), (10, 0), (19, 1)])
def test_parts_may_be_fewer_than_the_whole_but_not_more(
    second: int, count: int, report: Report, organisation: Organisation
) -> None:
    made = make.indicator(organisation.ifo, "A1", measured="count")
    make.outcome(made, value=34, parts={"samtal": 16, "hembesök": second})
    findings = found(report, "parts_do_not_sum")
    assert len(findings) == count
    assert len(checks.stopping(checks.run(collect(report)))) == count


def test_a_control_without_a_result_is_told(report: Report, organisation: Organisation) -> None:
    make.result(make.control(organisation.ifo, "K1"), n=9, whole=10)
    make.control(organisation.ifo, "K2")
    assert [place for place, _ in found(report, "control_not_carried_out")] == ["K2 Kontroll K2"]


def test_a_risk_that_nothing_watches_is_told(report: Report, organisation: Organisation) -> None:
    watched, acted_on, _ = [make.risk(organisation.ifo, code) for code in ("R1", "R2", "R3")]
    make.control(organisation.ifo, "K1").risks.add(watched)
    measure = make_measure(organisation.ifo)
    make_follow_up(measure, JUNE, Status.ONGOING)
    acted_on.measures.add(measure)
    assert [place for place, _ in found(report, "risk_without_action")] == ["R3 Risk R3"]


@pytest.mark.parametrize(("effect", "count"), [("", 1), (Effect.TOO_EARLY, 0)])
def test_a_finished_measure_asks_for_its_effect(
    effect: str, count: int, report: Report, organisation: Organisation
) -> None:
    measure = make_measure(organisation.ifo, "Ny rutin", status=Status.DONE)
    make_follow_up(measure, JUNE, Status.DONE, effect=effect)
    control = make.control(organisation.ifo, "K1")
    control.measures.add(measure)
    make.result(control, n=9, whole=10, verdict=Verdict.ACTION)
    assert len(found(report, "measure_without_effect")) == count


def test_what_the_report_does_not_print_is_not_asked_for(organisation: Organisation) -> None:
    make.risk(organisation.ifo, "R1")
    make.control(organisation.ifo, "K1")
    short = create_report(
        actor=None,
        kind=ReportKind.QUALITY_REPORT,
        year=2023,
        unit=organisation.ifo,
        as_of=date(2023, 12, 31),
        outline="kort",
    )
    assert found(short, "risk_without_action") == found(short, "control_not_carried_out") == []
