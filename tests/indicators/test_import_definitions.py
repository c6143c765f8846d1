"""Definitions and surveys from files."""

import pytest

from imports.checking import check
from imports.importer import CannotUndo, Importer
from imports.models import ImportBatch
from imports.services import bring, remove
from indicators.importers import IndicatorImporter, SurveyImporter
from indicators.models import Indicator, Question, Survey
from lib.codes import CODE
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation
from tests.imports.files import csv_of

Cells = dict[str, str]
DEFINITION: Cells = {
    "Kod": "IFO-01",
    "Namn": "Utredningar inom lagstadgad tid",
    "Verksamhet": "Individ- och familjeomsorgen",
    "Mäts i": "Andel",
    "Följs från år": "2020",
}
SURVEY: Cells = {
    "Kod": "BU-IFO",
    "År": "2023",
    "Undersökning": "Brukarundersökning",
    "Slag": "egen",
    "Enhet": "Mottagningsenheten",
    "Vilka som tillfrågades": "vuxna",
    "Besvarade": "40",
    "Fråga": "Får du stöd?",
    "Svar": "Ja",
    "Antal": "30",
    "Räknas in i andelen": "x",
}
NO: Cells = {"Kod": "bu-ifo", "År": "2023", "Fråga": "Får du stöd?", "Svar": "Nej", "Antal": "9"}


def brought(importer: Importer, *rows: Cells, by: User | None = None) -> ImportBatch:
    return bring(actor=by, importer=importer, name="fil.csv", content=csv_of(*rows))


def said(importer: Importer, *rows: Cells, by: User | None = None) -> list[str]:
    found = check(importer, csv_of(*rows), by).problems
    return [f"{one.row} {one.heading}: {one.words}" for one in found]


def told_briefly(told: list[str]) -> list[str]:
    """The first sentence of each, by row."""
    return [line.split(".")[0] for line in sorted(told, key=lambda line: int(line.split()[0]))]


# Definitions -----------------------------------------------------------------------------------


def test_a_row_becomes_a_definition(organisation: Organisation) -> None:
    brought(
        IndicatorImporter(),
        DEFINITION
        | {"Riktning": "lägre", "Könsuppdelad": "ja", "Ackumulerad": "nej", "Täljare": "i tid"},
    )
    row = Indicator.objects.get()
    told = {
        "code": "IFO-01",
        "unit": organisation.ifo,
        "measured": "share",
        "direction": "lower",
        "split_by_sex": True,
        "is_cumulative": False,
        "numerator": "i tid",
        "first_year": 2020,
        "version": 1,
    }
    assert {name: getattr(row, name) for name in told} == told


def test_what_a_file_leaves_empty_is_left_as_it_stands(organisation: Organisation) -> None:
    make_indicator(organisation.ifo, goal="Rättssäkert", numerator="i tid")
    rows = [
        {"Kod": "ifo-01", "Namn": "Utredningar i tid", "Täljare": ""},
        DEFINITION | {"Kod": "B-1"},
    ]
    batch = brought(IndicatorImporter(), *rows)
    row = Indicator.objects.get(code="IFO-01")
    assert (batch.new, batch.changed) == (1, 1)
    assert (row.name, row.goal, row.numerator, row.version) == (
        "Utredningar i tid",
        "Rättssäkert",
        "i tid",
        2,
    )
    assert brought(IndicatorImporter(), *rows).known == 2


def test_definitions_are_taken_back_unless_built_upon(organisation: Organisation) -> None:
    old = make_indicator(organisation.ifo, "A-1", goal="Rättssäkert")
    batch = brought(IndicatorImporter(), {"Kod": "A-1", "Mål": "Annat"}, DEFINITION)
    new = Indicator.objects.get(code="IFO-01")
    outcome = make_outcome(new, organisation.ifo, of=(1, 2))
    with pytest.raises(CannotUndo, match="någon har arbetat vidare med IFO-01"):
        remove(actor=None, batch=batch)
    outcome.delete()
    remove(actor=None, batch=batch)
    old.refresh_from_db()
    assert (old.goal, old.version, Indicator.objects.count()) == ("Rättssäkert", 3, 1)


def test_a_definition_that_cannot_be_is_refused(organisation: Organisation, karin: User) -> None:
    used = make_indicator(organisation.ifo, "A-1")
    make_outcome(used, organisation.ifo, of=(1, 2))
    make_indicator(organisation.elderly, "VOO-1")
    told = said(
        IndicatorImporter(),
        {"Kod": "A-1", "Mäts i": "dagar"},
        {"Kod": "B-1", "Namn": "Utan verksamhet"},
        DEFINITION | {"Kod": "B 2"},
        DEFINITION | {"Kod": "ny"},
        DEFINITION | {"Följdes till och med år": "2019"},
        DEFINITION | {"Kod": "C-1", "Verksamhet": "Hemtjänst norr"},
        DEFINITION | {"Kod": "C-2", "Verksamhet": "Familjeenheten"},
        {"Kod": "VOO-1", "Namn": "Annat"},
        {"Kod": "A-1", "Namn": "En gång till"},
        by=karin,
    )
    assert told_briefly(told) == [
        "2 Mäts i: Indikatorn har utfall och kan inte börja mätas i något annat",
        "3 Verksamhet: Måste fyllas i för en ny indikator",
        f"4 Kod: {CODE.message}".rstrip("."),
        "5 Kod: Koden används av sidans egna adresser",
        "6 Följdes till och med år: Sista året kan inte ligga före det första",
        "7 Verksamhet: Du lägger inte upp indikatorer för Hemtjänst norr",
        "8 Verksamhet: Familjeenheten är avslutad",
        "9 Kod: Koden används redan av en indikator i en annan verksamhet",
        "10 Kod: Samma kod står på rad 2",
    ]


# Surveys ---------------------------------------------------------------------------------------


def test_rows_become_a_survey_with_its_questions(organisation: Organisation) -> None:
    share = {
        **NO,
        "Fråga": "Är du trygg?",
        "Svar": "",
        "Antal": "",
        "Andel": "94,5 %",
        "Källa": "SKR",
    }
    batch = brought(SurveyImporter(), SURVEY, NO, share)
    survey = Survey.objects.get()
    assert (batch.new, survey.unit, survey.answered, survey.source) == (
        3,
        organisation.intake,
        40,
        "SKR",
    )
    stood, shared = survey.questions.all()
    options = [(one.text, one.count, one.is_favourable) for one in stood.options.all()]
    assert (stood.key, options) == ("far-du-stod", [("Ja", 30, True), ("Nej", 9, False)])
    assert (str(shared.reported_share), shared.order) == ("94.50", 1)


def test_the_same_survey_again_changes_only_what_differs(organisation: Organisation) -> None:
    brought(SurveyImporter(), SURVEY, NO)
    assert brought(SurveyImporter(), SURVEY, NO).known == 2
    batch = brought(SurveyImporter(), SURVEY, NO | {"Antal": "8"})
    question = Question.objects.get()
    assert (batch.new, [one.count for one in question.options.all()]) == (0, [30, 8])
    assert (question.version, Survey.objects.get().version) == (2, 1)
    remove(actor=None, batch=batch)
    assert [one.count for one in question.options.all()] == [30, 9]


def test_surveys_are_taken_back(organisation: Organisation) -> None:
    batch = brought(SurveyImporter(), SURVEY, NO)
    remove(actor=None, batch=batch)
    assert (Survey.objects.count(), Question.objects.count()) == (0, 0)


def test_a_survey_that_cannot_be_is_refused(organisation: Organisation, eva: User) -> None:
    told = said(
        SurveyImporter(),
        SURVEY,
        NO | {"Antal": "11"},
        SURVEY | {"Kod": "A", "Enhet": "Ungdomsenheten"},
        SURVEY | {"Kod": "B", "Räknas in i andelen": ""},
        SURVEY | {"Kod": "C", "Undersökning": ""},
        SURVEY | {"Kod": "D", "Utdelade": "30"},
        SURVEY | {"Kod": "E", "Antal": ""},
        SURVEY | {"Kod": "F", "År": "2099"},
        SURVEY | {"Kod": "G"},
        NO | {"Kod": "G", "Undersökning": "En annan"},
        by=eva,
    )
    assert told_briefly(told) == [
        "2 Antal: Svaren är tillsammans 41, men bara 40 besvarade undersökningen",
        "4 Enhet: Du lägger inte upp undersökningar för Ungdomsenheten",
        "5 Räknas in i andelen: Skriv Ja för minst ett svar",
        "6 Undersökning: Måste fyllas i för en ny undersökning",
        "7 Besvarade: Besvarade kan inte vara fler än utdelade, 30",
        "8 Antal: Skriv hur många som valde svaret",
        "9 År: Kontrollera året: 1990 till i år",
        "11 Undersökning: På rad 10 står Brukarundersökning",
    ]
