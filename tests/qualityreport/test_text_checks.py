"""The known errors of published reports, each caught when it is typed, and as many sentences that
are right and must stay silent."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from deviations.models import Kind
from qualityreport import checks
from qualityreport.collect import collect
from qualityreport.models import Report
from tests.factories.history import lay
from tests.factories.indicators import make_indicator, make_outcome, make_target
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, write

COMING = date_format(timezone.localdate() + timedelta(days=40), "j F Y")
NUMBER = "19811218-9876"


def found(report: Report, sentence: str, key: str = "aret") -> list[str]:
    """The names of the checks of prose that say anything of the sentence."""
    write(report, key, f"<p>{sentence}</p>")
    return [finding.check for finding in checks.run(collect(report)) if finding.check in OF_PROSE]


OF_PROSE = {
    *("unresolved_token", "placeholder", "personal_number", "future_told_as_past"),
    *("wrong_percentage", "typed_against_register", "typed_against_indicator"),
    *(
        "wrong_side_of_budget",
        "wrong_direction",
        "percent_of_percents",
        "verdict_against_goal",
        "date_outside_period",
    ),
    *("duplicated_paragraph", "heading_without_text", "contact_of_a_person"),
    "claim_without_figure",
}

WRONG = [
    ("wrong_percentage", "285 av 1384 utredningar avslutades inom 90 dagar, 20 procent."),
    ("wrong_percentage", "Av vårdnadshavarna svarade 102 av 245, det vill säga 43 %."),
    ("wrong_percentage", "Bland flickorna var 13 av 16 placerade tryggt (18,75 %)."),
    ("wrong_percentage", "1 384 utredningar gjordes och 982 av 1 384, 70 procent, i tid."),
    ("placeholder", "Antalet var SIFFROR? under året."),
    ("placeholder", "Det gällde XX placerade barn."),
    ("future_told_as_past", f"Ärendet har behandlats av rådet den {COMING}."),
    ("future_told_as_past", f"Nämnden godkände planen den {COMING}."),
    ("typed_against_register", "Under 2023 inkom 23 lex Sarah-rapporter."),
    ("typed_against_register", "Totalt 23 lex Sarah-rapporter har rapporterats."),
    ("typed_against_register", "Sex interna avvikelser rapporterades under året."),
    ("wrong_direction", "Antalet har ökat från 20 till 14."),
    ("wrong_direction", "Andelen har minskat från 9 procent till 17 procent."),
    (
        "wrong_side_of_budget",
        "Underskottet är knappt 7 procent: netto 69 011 tkr mot budget 80 250 tkr.",
    ),
    ("percent_of_percents", "Andelen sjönk från 17 till 9 procent, alltså med 8 procent."),
    ("date_outside_period", "Utbildningen pågick 2024-01-10 på enheten."),
    ("personal_number", f"Ärendet med {NUMBER} utreddes."),
    ("contact_of_a_person", "Ring 070-123 45 67 för mer."),
    ("typed_against_indicator", "Utfallet för IFO-01 blev 43 procent."),
]
RIGHT = [
    "285 av 1384 utredningar avslutades inom 90 dagar, 21 procent.",
    "Av vårdnadshavarna svarade 102 av 245, det vill säga 42 %.",
    "Bland flickorna var 13 av 16 placerade tryggt (81,25 %).",
    "Målet är 50 procent och 285 av 1384 avslutades i tid.",
    "Siffrorna kommer från enkäten, och xx är en kod i den.",
    "Skolan tog emot barnen. Inga frågor återstår?",
    f"Ärendet ska behandlas av rådet den {COMING}.",
    "Nämnden godkände planen den 14 mars 2023.",
    "Under 2023 inkom 3 lex Sarah-rapporter.",
    "Under 2022 inkom 23 lex Sarah-rapporter.",
    "Barnenheten noterar att 1 lex Sarah-rapport kom in hos den.",
    "Två interna avvikelser rapporterades i mars.",
    "Antalet har ökat från 14 till 20.",
    "Andelen har minskat från 17 procent till 9 procent.",
    "Andelen sjönk från 17 till 9 procent, alltså med 8 procentenheter.",
    "Överskottet är 14 procent: netto 69 011 tkr mot budget 80 250 tkr.",
    "Underskottet i en enhet täcks av nämndens budget på 80 250 tkr.",
    "Skolorna svarade sent.((fotnot: Underlag från Barnenheten, Eva Lind, 12 januari 2024))",
    "Utbildningen planeras till 2024-01-10.",
    "Diarienummer SN 2024/0117 och telefon 08-123 45 67 till växeln.",
    "Utfallet för IFO-01 blev 21 procent, och målet är lägre än så.",
    "Enligt SCB är det ((eget tal: 43 procent; källa: SCB 2023)) för IFO-01.",
]


@pytest.fixture
def report(organisation: Organisation) -> Report:
    """Three lex Sarah reports and three internal deviations in 2023; IFO-01 is 285 of 1384."""
    for _ in range(3):
        lay(organisation.intake, date(2023, 3, 1))
        lay(organisation.youth, date(2023, 6, 1), kind=Kind.INTERNAL)
    indicator = make_indicator(organisation.ifo, "IFO-01")
    make_outcome(indicator, organisation.ifo, 2023, of=(285, 1384))
    make_target(indicator, 50, 2023)
    return make_report(organisation.ifo)


@pytest.mark.parametrize(("check", "sentence"), WRONG)
def test_a_known_error_is_caught_when_it_is_typed(
    check: str, sentence: str, report: Report
) -> None:
    assert check in found(report, sentence)


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_is_right_is_left_in_peace(sentence: str, report: Report) -> None:
    assert found(report, sentence) == []


def test_what_follows_a_heading_is_read_by_itself(report: Report) -> None:
    write(report, "aret", "<h3>Barnenheten</h3><p>285 av 1384 avslutades, 20 procent.</p>")
    assert "wrong_percentage" in {finding.check for finding in checks.run(collect(report))}


def test_the_right_share_is_offered(report: Report) -> None:
    write(report, "aret", "<p>285 av 1384 avslutades, 20 procent.</p>")
    (finding,) = [f for f in checks.run(collect(report)) if f.check == "wrong_percentage"]
    assert (finding.offer, finding.section_key) == ("21 procent", "aret")


def test_the_live_figure_is_offered_instead_of_the_typed_one(report: Report) -> None:
    write(report, "aret", "<p>Under 2023 inkom 23 lex Sarah-rapporter.</p>")
    (finding,) = [f for f in checks.run(collect(report)) if f.check == "typed_against_register"]
    assert finding.offer == "{{ lexsarah.inkomna }}"


def test_a_paragraph_that_stands_twice_is_told_once(report: Report) -> None:
    text = "<p>Enheten har under året arbetat med att korta tiden för utredningar.</p>"
    write(report, "aret", text)
    assert found(report, text.strip("<p>/"), "handelser") == ["duplicated_paragraph"]


def test_a_heading_without_text_is_found(report: Report) -> None:
    write(report, "aret", "<h3>Investeringar</h3><h3>Intern kontroll</h3><p>Klar.</p>")
    remarks = [f for f in checks.run(collect(report)) if f.check == "heading_without_text"]
    assert ["Investeringar" in remark.message for remark in remarks] == [True]


@pytest.mark.parametrize(
    ("check", "wrong", "right"),
    [
        ("verdict_against_goal", "IFO-01 når målet.", "IFO-01 når inte målet."),
        ("claim_without_figure", "De flesta är nöjda.", "De flesta, 30 av 40, är nöjda."),
    ],
)
def test_verdicts_and_claims_are_judged_only_where_it_is_asked_for(
    check: str, wrong: str, right: str, report: Report
) -> None:
    assert check not in found(report, wrong)
    Report.objects.update(thorough=True)
    report.refresh_from_db()
    assert check in found(report, wrong)
    assert check not in found(report, right)
