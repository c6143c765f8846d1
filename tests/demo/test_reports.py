"""The demo's reports: whole, without findings, and with figures that are counted."""

import re

import pytest
from django.db import transaction

from deviations.models import Deviation
from qualityreport import checks
from qualityreport.collect import Collection, collect
from qualityreport.models import Report
from qualityreport.tokens import tokens

pytestmark = pytest.mark.django_db

# Ages, laws and the numbers of reports are no figures of a register.
NOT_COUNTED = re.compile(r"\bSOSFS 2011:9, 7 kap|\bSOU 2020:47|\b4 kap\. 3 §|\b(?:18|20) år\b")


@pytest.fixture(scope="module")
def reports(demo: None) -> dict[int, Report]:
    return {report.year: report for report in Report.objects.all()}


def text_of(collection: Collection, key: str) -> str:
    section = next(one for one in collection.walk() if one.section.key == key)
    return re.sub(r"<[^>]+>", "", section.text.html)


def test_the_reports_are_of_ifo_and_of_barn(reports: dict[int, Report]) -> None:
    assert {year: report.unit.slug for year, report in reports.items()} == {
        2023: "ifo",
        2021: "barn",
    }


@pytest.mark.parametrize("year", [2021, 2023])
def test_a_report_has_no_findings(reports: dict[int, Report], year: int) -> None:
    assert checks.run(collect(reports[year])) == []


@pytest.mark.parametrize("year", [2021, 2023])
def test_no_figure_is_typed(reports: dict[int, Report], year: int) -> None:
    bodies = reports[year].sections.values_list("body", flat=True)
    typed = [re.sub(r"\{\{.*?\}\}", "", NOT_COUNTED.sub("", body)) for body in bodies]

    assert [body for body in typed if re.search(r"\d", re.sub(r"<[^>]+>", "", body))] == []


def test_2023_says_what_the_register_holds(reports: dict[int, Report]) -> None:
    collection = collect(reports[2023])

    assert "utreddes 17 lex Sarah-rapporter" in text_of(collection, "sammanfattning")
    assert "utredde 13 rapporter och vuxensektionen 4" in text_of(collection, "lexsarah")
    assert "Av de 28 interna avvikelserna" in text_of(collection, "interna")
    assert "kom 20 synpunkter och klagomål" in text_of(collection, "klagomal")


def test_2021_says_what_the_register_holds(reports: dict[int, Report]) -> None:
    collection = collect(reports[2021])

    assert (
        "Av de 23 rapporter som kom in var 17 utredda vid årets slut. Vid bedömningen visade sig 3"
        in text_of(collection, "lexsarah")
    )
    assert "från 18 till 23" in text_of(collection, "avvikelser")
    assert "från 22 till 14" in text_of(collection, "klagomal")


@pytest.mark.parametrize(("year", "least"), [(2021, 25), (2023, 40)])
def test_the_texts_carry_many_live_figures(
    reports: dict[int, Report], year: int, least: int
) -> None:
    bodies = reports[year].sections.values_list("body", flat=True)

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
