"""Outcomes from a file: understood or refused, all or none, and what stood before is kept."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from imports.checking import check
from imports.importer import CannotUndo
from imports.models import ImportBatch
from imports.services import bring, remove
from indicators.importers import ObservationImporter
from indicators.importers.wide import Heading, heading_of
from indicators.models import Indicator, Observation, ObservationRevision, PeriodLock
from indicators.services import change_outcome
from lib.sheets.errors import SheetError
from organisation.models import User
from tests.factories.indicators import make_indicator, make_outcome
from tests.factories.organisation import Organisation
from tests.imports.files import csv_of, xlsx

PLACE = {"Kod": "IFO-01", "Enhet": "Mottagningsenheten", "År": "2023", "Period": "VB"}
PLACE_2021 = ["IFO-01", "Mottagningsenheten", "2021", "VB"]
Cells = dict[str, str]


@pytest.fixture
def share(organisation: Organisation) -> Indicator:
    return make_indicator(organisation.ifo, split_by_sex=True)


@pytest.fixture
def count(organisation: Organisation) -> Indicator:
    return make_indicator(organisation.ifo, "IFO-02", "Avvikelser", measured="count")


@pytest.fixture
def days(organisation: Organisation) -> Indicator:
    return make_indicator(organisation.ifo, "IFO-03", "Väntetid", measured="days")


def brought(*rows: Cells, by: User | None = None, **options: str) -> ImportBatch:
    content = csv_of(*rows, **options)
    return bring(actor=by, importer=ObservationImporter(), name="fil.csv", content=content)


def problems(*rows: Cells, by: User | None = None) -> list[tuple[str, str]]:
    found = check(ObservationImporter(), csv_of(*rows), by).problems
    return [(one.heading, one.words) for one in found]


def said(*rows: Cells, by: User | None = None) -> str:
    """What is wrong, in one line."""
    return "; ".join(f"{heading}: {words}" for heading, words in problems(*rows, by=by))


def numbers(row: Observation) -> tuple[object, ...]:
    return row.numerator, row.denominator, row.value, row.reported_share, row.no_data


# Understood ------------------------------------------------------------------------------------


UNDERSTOOD = (
    ("IFO-01", {"n": "19", "N": "34"}, (19, 34, None, None, "")),
    ("IFO-01", {"N": "1 234", "n": "1\u00a0000"}, (1000, 1234, None, None, "")),
    ("IFO-01", {"Utfall": "19 av 34"}, (19, 34, None, None, "")),
    ("IFO-01", {"Utfall": "19/34"}, (19, 34, None, None, "")),
    ("IFO-01", {"n": "19 (34)"}, (19, 34, None, None, "")),
    ("IFO-01", {"n": "19", "N": "34", "Andel": "55,9 %"}, (19, 34, None, None, "")),
    ("IFO-01", {"Andel": "94,5", "Källa": "VB s. 3"}, (None, None, None, Decimal("94.5"), "")),
    ("IFO-01", {"Utfall": "56 %", "Källa": "VB"}, (None, None, None, Decimal(56), "")),
    (
        "IFO-01",
        {"n": "< 5", "N": "30"},
        (None, None, None, None, "Källan redovisar ”< 5 av 30”"),
    ),
    ("IFO-02", {"Utfall": "färre än 5"}, (None, None, None, None, "Källan redovisar ”< 5”")),
    ("IFO-02", {"Utfall": "1 234"}, (None, None, Decimal(1234), None, "")),
    ("IFO-02", {"n": "7"}, (None, None, Decimal(7), None, "")),
    ("IFO-03", {"Utfall": "115,5"}, (None, None, Decimal("115.5"), None, "")),
    ("IFO-03", {"Utfall": "115.5"}, (None, None, Decimal("115.5"), None, "")),
    ("IFO-03", {"Varför utfall saknas": "Mäts inte"}, (None, None, None, None, "Mäts inte")),
)


def test_an_outcome_is_read_as_people_write_it(
    share: Indicator, count: Indicator, days: Indicator
) -> None:
    brought(
        *(
            {
                **PLACE,
                "Kod": code.lower(),
                "År": str(2015 + at % 8),
                "Period": f"T{1 + at // 8}",
                **cells,
            }
            for at, (code, cells, _) in enumerate(UNDERSTOOD)
        )
    )
    stored = Observation.objects.order_by("period", "year").select_related("indicator")
    assert [(row.indicator.code, numbers(row)) for row in stored] == [
        (code, expected) for code, _, expected in UNDERSTOOD
    ]


@pytest.mark.parametrize("empty", ["", "-", "–"])
def test_a_row_without_an_outcome_is_skipped(share: Indicator, empty: str) -> None:
    batch = brought({**PLACE, "Utfall": empty}, {**PLACE, "År": "2022", "Utfall": "1 av 2"})
    assert (batch.new, Observation.objects.get().year) == (1, 2022)


@pytest.mark.parametrize(
    ("year", "period"),
    [("DÅ2 2023", ""), ("2023", "delår 2"), ("", "DÅ 2 2023"), ("2023", "jan-aug")],
)
def test_year_and_period_stand_together_or_apart(share: Indicator, year: str, period: str) -> None:
    brought({**PLACE, "År": year, "Period": period, "Utfall": "19/34"})
    row = Observation.objects.get()
    assert (row.year, row.period) == (2023, "DA2")


def test_the_sexes_stand_beside_their_total(share: Indicator) -> None:
    brought(
        {**PLACE, "Kön": "", "Utfall": "19/34"},
        {**PLACE, "Kön": "flickor", "Utfall": "10/17"},
        {**PLACE, "Kön": "Pojkar och män", "Utfall": "9/17"},
    )
    rows = Observation.objects.order_by("sex").values_list("sex", "numerator")
    assert list(rows) == [("all", 19), ("female", 10), ("male", 9)]


def test_a_file_in_latin_1_is_read(share: Indicator) -> None:
    brought({**PLACE, "Utfall": "1/2", "Kommentar": "Färre på våren."}, encoding="latin-1")
    assert Observation.objects.get().comment == "Färre på våren."


# Wide ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("2023", Heading(2023)),
        ("VB 2023", Heading(2023, "VB")),
        ("DÅ2 2023", Heading(2023, "DA2")),
        ("2023 DÅ 2", Heading(2023, "DA2")),
        ("Helår 2023 (utfall)", Heading(2023, "VB")),
        ("2023 n", Heading(2023, measure="numerator")),
        ("2023 N", Heading(2023, measure="denominator")),
        ("Flickor 2023", Heading(2023, sex="female")),
        ("Pojkar och män VB 2023 n", Heading(2023, "VB", "male", "numerator")),
        ("Kvartal 1 2023", Heading(2023, "Q1")),
        ("mars 2023", Heading(2023, "M03")),
        ("2023 %", Heading(2023, measure="share")),
        ("Budget 2023", None),
        ("2022–2023", None),
        ("n N 2023", None),
        ("Kod", None),
    ],
)
def test_a_heading_tells_its_period(text: str, heading: Heading | None) -> None:
    assert heading_of(text) == heading


def test_a_column_for_each_period_becomes_a_row_for_each_outcome(
    share: Indicator, count: Indicator
) -> None:
    heading = ["Kod", "Enhet", 2021, "2022 n", "2022 N", "DÅ2 2023", "Budget 2023", "Kommentar"]
    rows = [
        heading,
        ["IFO-01", "Mottagningsenheten", "19 av 34", 20, 40, "–", 7, "Bra"],
        ["IFO-02", "Mottagningsenheten", 17, "", "", 9, "", ""],
    ]
    found = check(ObservationImporter(), xlsx(rows), None)
    assert found.ignored == ["Budget 2023", "Kommentar (utan år)"]
    assert [column.heading for column in found.columns][-3:] == [
        "Antal (n)",
        "Av hur många (N)",
        "Utfall",
    ]
    assert found.preview()[0] == ["2", *PLACE_2021, "", "", "", "19 av 34"]
    bring(actor=None, importer=ObservationImporter(), name="x", content=xlsx(rows))
    stored = Observation.objects.order_by("indicator__code", "year")
    assert [
        (one.indicator.code, one.year, one.period, one.numerator, one.value) for one in stored
    ] == [
        ("IFO-01", 2021, "VB", 19, None),
        ("IFO-01", 2022, "VB", 20, None),
        ("IFO-02", 2021, "VB", None, Decimal(17)),
        ("IFO-02", 2023, "DA2", None, Decimal(9)),
    ]


def test_an_error_names_the_files_own_column(share: Indicator) -> None:
    row = {"Kod": "IFO-01", "Enhet": "Mottagningsenheten", "VB 2022": "19/34", "DÅ2 2023": "ca 20"}
    assert [heading for heading, _ in problems(row)] == ["DÅ2 2023"]
    row |= {"DÅ2 2023": "36/34"}
    assert said(row).startswith("DÅ2 2023: Antalet kan inte vara större än 34")


def test_a_period_twice_in_the_headings_is_told(share: Indicator) -> None:
    row = {"Kod": "IFO-01", "Enhet": "Mottagningsenheten", "VB 2023": "1/2", "2023": "1/2"}
    assert said(row).startswith("2023: Samma indikator, enhet, period och kön står på kolumnen VB")
    with pytest.raises(SheetError, match="säger samma sak: ”VB 2023” och ”Helår 2023”"):
        problems(row | {"Helår 2023": ""})


# Refused ---------------------------------------------------------------------------------------


REFUSED = (
    ("IFO-01", {"n": "35", "N": "34"}, "Antal (n): Antalet kan inte vara större än 34"),
    ("IFO-01", {"n": "0", "N": "0"}, "Av hur många (N): Andelen av noll"),
    ("IFO-01", {"n": "12", "N": ""}, "Av hur många (N): Fyll i, eftersom n är 12."),
    ("IFO-01", {"n": "ca 20", "N": "34"}, "Antal (n): Skriv ett exakt tal."),
    ("IFO-01", {"n": "12 %", "N": "34"}, "Antal (n): Skriv antalet, inte andelen"),
    ("IFO-01", {"n": "12,5", "N": "34"}, "Antal (n): Skriv ett helt tal"),
    (
        "IFO-01",
        {"n": "19", "N": "34", "Andel": "60"},
        "Redovisad andel (%): Stämmer inte: 19 av",
    ),
    ("IFO-01", {"Utfall": "56"}, "Utfall: Indikatorn är en andel."),
    ("IFO-01", {"Andel": "56"}, "Redovisad andel (%): Skriv var andelen är redovisad"),
    ("IFO-01", {"Andel": "156", "Källa": "VB"}, "Redovisad andel (%): En andel ligger mellan"),
    ("IFO-01", {"Utfall": "2023-12-03"}, "Utfall: Här står ett datum."),
    (
        "IFO-01",
        {"Utfall": "1/2", "Varför utfall saknas": "x"},
        "Varför utfall saknas: Det finns",
    ),
    ("IFO-02", {"Utfall": "12 %"}, "Utfall: Skriv antalet, inte andelen"),
    ("IFO-02", {"Utfall": "-3"}, "Utfall: Talet kan inte vara negativt"),
    ("IFO-02", {"Utfall": "19 av 34"}, "Utfall: Indikatorn är ett antal: skriv 19"),
    ("IFO-02", {"n": "3", "N": "4"}, "Av hur många (N): Indikatorn mäts i antal"),
    ("IFO-03", {"Utfall": "12 %"}, "Utfall: Indikatorn mäts i dagar: här står en andel"),
    ("IFO-03", {"Utfall": "många"}, "Utfall: Skriv ett tal med siffror."),
    ("IFO-03", {"Utfall": "1,234"}, "Utfall: Skriv högst två decimaler."),
    ("IFO-04", {"Utfall": "1"}, "Kod: Det finns ingen sådan indikator. Menar du IFO-0"),
    (
        "IFO-02",
        {"Utfall": "1", "Enhet": "Motagningsenheten"},
        "Enhet: Enheten finns inte. Menar",
    ),
    (
        "IFO-02",
        {"Utfall": "1", "Enhet": "Familjeenheten"},
        "Enhet: Familjeenheten fanns inte under",
    ),
    ("IFO-02", {"Utfall": "1", "Enhet": "Hemtjänst norr"}, "Enhet: Indikatorn gäller inte"),
    ("IFO-02", {"Utfall": "1", "År": "2014"}, "År: Indikatorn följs från 2015."),
    ("IFO-02", {"Utfall": "1", "År": "2099"}, "Period: Perioden är inte slut än."),
    ("IFO-02", {"Utfall": "1", "År": ""}, "År: Måste fyllas i."),
    ("IFO-02", {"Utfall": "1", "Period": "VB 2022"}, "Period: Säger emot kolumnen År"),
    ("IFO-02", {"Utfall": "1", "Period": "våren"}, "Period: Skriv ett år som 2023"),
    ("IFO-02", {"Utfall": "1", "Kön": "Flickor"}, "Kön: Indikatorn redovisas inte efter kön."),
    ("IFO-01", {"Utfall": "1/2", "Kön": "Flickor"}, "Kön: Utfallet totalt saknas"),
    ("IFO-02", {"Utfall": "", "Kommentar": "Bra"}, "Utfall: Fyll i utfallet"),
)


def test_what_cannot_be_right_is_refused_with_its_column_and_reason(
    share: Indicator, count: Indicator, days: Indicator
) -> None:
    content = csv_of(*({**PLACE, "Kod": code, **cells} for code, cells, _ in REFUSED))
    found = check(ObservationImporter(), content, None).problems
    told = {one.row: f"{one.heading}: {one.words}" for one in found}
    expected = {at: words for at, (_, _, words) in enumerate(REFUSED, start=2)}
    assert {row: told.get(row, "")[: len(words)] for row, words in expected.items()} == expected


def test_what_excel_keeps_as_a_fraction_is_asked_about(share: Indicator) -> None:
    head = ["Kod", "Enhet", "År", "Andel", "Källa"]
    content = xlsx([head, ["IFO-01", "Mottagningsenheten", 2023, 0.45, "VB"]])
    (problem,) = check(ObservationImporter(), content, None).problems
    assert problem.words.startswith("Oklart om det är 45 % eller 0,45 %")


def test_a_period_twice_in_the_file_is_refused(count: Indicator) -> None:
    row = {**PLACE, "Kod": "IFO-02", "Utfall": "1"}
    assert said(row, row) == "Period: Samma indikator, enhet, period och kön står på rad 2."


def test_one_wrong_row_stops_them_all(count: Indicator) -> None:
    row = {**PLACE, "Kod": "IFO-02"}
    assert problems({**row, "Utfall": "1"}, {**row, "År": "2022", "Utfall": "ca 20"})
    assert Observation.objects.count() == 0


@pytest.mark.parametrize("above", [False, True])
def test_a_locked_period_takes_no_outcomes(
    count: Indicator, organisation: Organisation, above: bool
) -> None:
    unit = organisation.ifo if above else organisation.intake
    lock = PeriodLock.objects.create(unit=unit, year=2023, period="VB", locked_by_name="Karin")
    row = {**PLACE, "Kod": "IFO-02", "Utfall": "1"}
    assert said(row).startswith("Enhet: VB 2023 är låst för Mottagningsenheten.")
    assert said({**row, "År": "2022"}) == ""
    lock.unlocked_at = lock.locked_at
    lock.save()
    assert said(row) == ""


def test_a_manager_brings_the_outcomes_of_the_own_unit(count: Indicator, eva: User) -> None:
    row = {**PLACE, "Kod": "IFO-02", "Utfall": "1"}
    assert said(row, by=eva) == ""
    other = {**row, "Enhet": "Ungdomsenheten"}
    assert said(other, by=eva) == "Enhet: Du lämnar inte utfall för Ungdomsenheten."


def test_an_indicator_of_others_is_not_known(organisation: Organisation, eva: User) -> None:
    make_indicator(organisation.elderly, "VOO-01")
    words = said({**PLACE, "Kod": "VOO-01", "Utfall": "1/2"}, by=eva)
    assert words == "Kod: Det finns ingen sådan indikator."


# What stands already ---------------------------------------------------------------------------


def test_a_changed_outcome_keeps_what_it_said(share: Indicator, karin: User) -> None:
    make_outcome(share, share.unit, of=(18, 34), comment="Preliminärt")
    row = make_outcome(share, share.unit, 2022, of=(1, 2))
    place = {**PLACE, "Enhet": row.unit.name}
    batch = brought(
        {**place, "Utfall": "19/34"}, {**place, "År": "2022", "Utfall": "1/2"}, by=karin
    )
    assert (batch.new, batch.changed, batch.known) == (0, 1, 1)
    stored, revision = Observation.objects.get(year=2023), ObservationRevision.objects.get()
    assert (stored.numerator, stored.comment, stored.version) == (19, "Preliminärt", 2)
    assert (revision.observation, revision.numerator, revision.replaced_by, revision.parts) == (
        stored,
        18,
        karin,
        [],
    )


def test_the_same_file_again_changes_nothing(share: Indicator) -> None:
    rows = [{**PLACE, "Utfall": "19/34", "Prognos": "20,5", "Kommentar": 'Två\nrader; "citat"'}]
    brought(*rows)
    batch = brought(*rows)
    assert (batch.known, batch.changed, Observation.objects.get().version) == (1, 0, 1)
    assert Observation.objects.get().comment == 'Två\nrader; "citat"'


def test_parts_are_kept_and_may_not_be_more_than_the_whole(share: Indicator) -> None:
    unit = share.unit
    row = make_outcome(share, unit, of=(19, 34), parts=[("brev", 10), ("samtal", 9)])
    place = {**PLACE, "Enhet": unit.name}
    assert said({**place, "Utfall": "18/34"}).startswith(
        "Antal (n): Utfallets delar är tillsammans"
    )
    brought({**place, "Utfall": "20/34"})
    assert ObservationRevision.objects.get().parts == [["brev", 10], ["samtal", 9]]
    assert row.parts.count() == 2


def test_an_import_is_taken_back(share: Indicator, karin: User) -> None:
    make_outcome(share, share.unit, of=(18, 34))
    place = {**PLACE, "Enhet": share.unit.name}
    batch = brought({**place, "Utfall": "19/34"}, {**place, "År": "2022", "Utfall": "1/2"})
    remove(actor=karin, batch=batch)
    row = Observation.objects.get()
    assert (row.numerator, row.version, row.revisions.count()) == (18, 3, 0)


def test_the_last_import_is_taken_back_first(share: Indicator) -> None:
    first, second = brought({**PLACE, "Utfall": "1/9"}), brought({**PLACE, "Utfall": "2/9"})
    with pytest.raises(CannotUndo, match="någon har arbetat vidare med IFO-01 VB 2023"):
        remove(actor=None, batch=first)
    remove(actor=None, batch=second)
    remove(actor=None, batch=first)
    assert Observation.objects.count() == 0


def test_what_somebody_has_changed_since_is_not_taken_back(share: Indicator, eva: User) -> None:
    brought({**PLACE, "Utfall": "1/9"})
    batch = brought({**PLACE, "Utfall": "2/9"})
    row = Observation.objects.get()
    change_outcome(actor=eva, observation_id=row.pk, version=2, changes={"numerator": 3})
    with pytest.raises(CannotUndo):
        remove(actor=None, batch=batch)


def test_a_locked_period_is_not_taken_back(share: Indicator, organisation: Organisation) -> None:
    batch = brought({**PLACE, "Utfall": "1/9"})
    PeriodLock.objects.create(unit=organisation.ifo, year=2023, period="VB", locked_by_name="x")
    with pytest.raises(CannotUndo, match="VB 2023 är låst"):
        remove(actor=None, batch=batch)


def test_as_many_questions_for_fifteen_outcomes_as_for_three(share: Indicator) -> None:
    def asked(count: int, period: str) -> int:
        years = range(2015, 2015 + count)
        rows = [
            {**PLACE, "År": f"{year} {period}", "Period": "", "Utfall": "1/9"} for year in years
        ]
        with CaptureQueriesContext(connection) as queries:
            brought(*rows)
        return len(queries)

    asked(1, "Q1")
    assert asked(3, "VB") == asked(11, "DÅ2")
