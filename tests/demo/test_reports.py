"""The demo's reports: whole, without findings, and with figures that are counted."""

import re
from html import unescape

import pytest
from django.db import transaction

from deviations.models import Deviation
from qualityreport import checks
from qualityreport.collect import Collection, collect
from qualityreport.models import Report, StandingText
from qualityreport.tokens import tokens

pytestmark = pytest.mark.django_db

# Ages, laws and the numbers of reports are no figures of a register.
NOT_COUNTED = re.compile(r"\bSOSFS 2011:9, 7 kap|\bSOU 2020:47|\b4 kap\. 3 §|\b(?:18|20) år\b")

SPACES = re.compile(r"[ \u00a0\u202f]+")


@pytest.fixture(scope="module")
def reports(demo: None) -> dict[int, Report]:
    """The quality reports, by year."""
    return {report.year: report for report in Report.objects.filter(kind="kvalitetsberattelse")}


def text_of(collection: Collection, key: str) -> str:
    section = next(one for one in collection.walk() if one.section.key == key)
    return re.sub(r"<[^>]+>", "", section.text.html)


def bodies_of(report: Report) -> list[str]:
    """What is written: the year's own texts and those that return every year."""
    returning = StandingText.objects.filter(first_year__lte=report.year)
    return [
        *report.sections.values_list("body", flat=True),
        *returning.values_list("body", flat=True),
    ]


def test_the_reports_are_of_ifo_and_of_barn(reports: dict[int, Report]) -> None:
    assert {year: report.unit.slug for year, report in reports.items()} == {
        2023: "ifo",
        2021: "barn",
    }


def test_the_report_of_2021_has_no_findings(reports: dict[int, Report]) -> None:
    assert checks.run(collect(reports[2021])) == []


def test_2023_is_warned_only_of_measures_that_ended_after_it(reports: dict[int, Report]) -> None:
    findings = checks.run(collect(reports[2023]))

    assert [finding.check for finding in findings] == ["measure_changed_after"] * 4


@pytest.mark.parametrize("year", [2021, 2023])
def test_no_figure_is_typed(reports: dict[int, Report], year: int) -> None:
    bodies = bodies_of(reports[year])
    typed = [re.sub(r"\{\{.*?\}\}", "", NOT_COUNTED.sub("", body)) for body in bodies]

    assert [body for body in typed if re.search(r"\d", re.sub(r"<[^>]+>", "", body))] == []


def test_2023_says_what_the_register_holds(reports: dict[int, Report]) -> None:
    collection = collect(reports[2023])

    assert "17 lex Sarah-rapporter utreddes färdigt" in text_of(collection, "sammanfattning")
    assert "utredde 13 rapporter och vuxensektionen 4" in text_of(collection, "lexsarah")
    assert "Av de 28 interna avvikelserna" in text_of(collection, "interna")
    assert "kom 20 synpunkter och klagomål" in text_of(collection, "klagomal")


def test_2021_says_what_the_register_holds(reports: dict[int, Report]) -> None:
    collection = collect(reports[2021])

    assert "De 3 interna avvikelserna" in text_of(collection, "interna")
    assert "från 18 till 23" in text_of(collection, "avvikelser")
    assert "från 22 till 14" in text_of(collection, "klagomal")


def test_every_section_that_takes_text_has_one(reports: dict[int, Report]) -> None:
    empty = [
        (year, section.key)
        for year, report in reports.items()
        for section in report.sections.filter(takes_text=True, body="")
    ]

    assert empty == []


def test_2023_speaks_of_indicators_surveys_risks_and_controls(reports: dict[int, Report]) -> None:
    collection = collect(reports[2023])

    def said(key: str) -> str:
        return SPACES.sub(" ", unescape(text_of(collection, key)))

    assert "från 1 137 till 1 931" in said("sammanfattning")
    assert "Bara 21 % av utredningarna" in said("sammanfattning")
    assert "982 av 1 384 färdiga i lagens tid, 71 %" in said("kontroller-atgard")
    assert "285 av 1 384 utredningar, 21 %" in said("indikatorer")
    assert "245 enkäter och fick 102 tillbaka, 42 %" in said("brukarundersokningar")
    assert "Mot riskerna finns 14 åtgärder. Vid årets slut var 10 klara" in said("risker")


def test_2021_speaks_of_indicators_and_surveys(reports: dict[int, Report]) -> None:
    collection = collect(reports[2021])

    assert "från 50" in text_of(collection, "statistik-myndighet")
    assert "svarade 12 av 45" in text_of(collection, "brukarundersokningar")


@pytest.mark.parametrize(("year", "least"), [(2021, 50), (2023, 140)])
def test_the_texts_carry_many_live_figures(
    reports: dict[int, Report], year: int, least: int
) -> None:
    bodies = bodies_of(reports[year])

    assert sum(len(list(tokens(body))) for body in bodies) >= least


def test_a_figure_follows_the_register(reports: dict[int, Report]) -> None:
    last = Deviation.objects.filter(kind="internal", year=2023).latest("sequence")
    last.pk, last.number, last.sequence = None, "AVV-2023-0029", 29
    last._state.adding = True

    with transaction.atomic():
        last.save()
        text = text_of(collect(reports[2023]), "interna")
        transaction.set_rollback(True)

    assert "Av de 29 interna avvikelserna" in text
