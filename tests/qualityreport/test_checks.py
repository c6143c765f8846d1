import pytest

from qualityreport import checks
from qualityreport.checks import Severity
from qualityreport.collect import collect
from qualityreport.models import Report
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, write


def found(report: Report, check: str) -> list[str]:
    findings = checks.run(collect(report))
    return [finding.message for finding in findings if finding.check == check]


@pytest.mark.parametrize(
    "text",
    [
        "Antalet var SIFFROR? stycken.",
        "Hela .SIFFROR procent nåddes.",
        "Det kom XX rapporter.",
        "Det kom ?? rapporter.",
        "Kostnaden blev ___ kronor.",
        "Antal: [siffra]",
        "Se [fyll i namn på rapporten] för mer.",
    ],
)
def test_what_was_to_be_filled_in_is_found(text: str, report: Report) -> None:
    write(report, "syfte", f"<p>{text}</p>")
    assert len(found(report, "placeholder")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Siffrorna räknas ur registren.",
        "Vilka siffror är viktiga?",
        "Varför sker det, och vad kan göras?",
        "Målgruppen är 0–20 år [1].",
        "Klass xx i bilaga IIXX",
    ],
)
def test_ordinary_words_are_left_in_peace(text: str, report: Report) -> None:
    write(report, "syfte", f"<p>{text}</p>")
    assert found(report, "placeholder") == []


def test_a_figure_that_does_not_exist_stops(report: Report) -> None:
    write(report, "syfte", "<p>{{ lexsarah.hittepa }}</p>")
    [finding] = checks.stopping(checks.run(collect(report)))
    assert (finding.check, finding.place) == ("unresolved_token", "Syfte")


def test_an_empty_section_warns_but_does_not_stop(report: Report) -> None:
    assert checks.stopping(checks.run(collect(report))) == []
    assert found(report, "empty_section")


def test_a_written_section_is_not_empty(report: Report) -> None:
    before = len(found(report, "empty_section"))
    write(report, "syfte", "<p>Rapporten är till för nämnden.</p>")
    assert len(found(report, "empty_section")) == before - 1


def test_every_finding_says_what_to_do(report: Report) -> None:
    write(report, "syfte", "<p>SIFFROR {{ a.b }}</p>")
    assert all(finding.advice for finding in checks.run(collect(report)))


def test_every_severity_has_words() -> None:
    assert {severity.label for severity in Severity} == {"Stoppar", "Varnar", "Upplyser"}


def test_a_check_is_read_as_one_group(report: Report) -> None:
    write(report, "syfte", "<p>SIFFROR och XX</p>")
    [group, *_] = checks.grouped(checks.run(collect(report)))
    assert (group.title, len(group.findings)) == ("Platshållare som står kvar", 2)


def test_every_check_is_found_by_its_own_name() -> None:
    assert len({check.name for check in checks.CHECKS}) == len(checks.CHECKS)


def test_a_report_before_its_own_last_day_is_warned_about(organisation: Organisation) -> None:
    assert found(make_report(organisation.ifo, 2999), "future_date")
