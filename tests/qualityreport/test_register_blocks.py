"""Risks, controls, surveys, indicators and standing texts as they are printed, cell by cell."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Indicator
from lib.numbers import NO_BREAK
from measures.models import Effect, Measure, Status
from organisation.models import Duty, QualityArea, QualityAreaSet, RiskScale, TargetGroup
from organisation.scales import Scale
from qualityreport.blocks import BLOCKS
from qualityreport.parts import Cell, Chart, Group, Part, Row, Table, Text, shortened
from qualityreport.scope import Scope
from risks.models import Verdict
from tests.factories import registers as make
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report

JUNE, LAST_YEAR = date(2023, 6, 1), date(2022, 6, 1)


def flat(parts: Sequence[Part]) -> Iterator[Table | Chart | Text]:
    for part in parts:
        if isinstance(part, Group):
            yield from flat(part.parts)
        else:
            yield part


def parts(name: str, scope: Scope) -> Sequence[Part]:
    return list(BLOCKS[name].parts(scope))


def tables(name: str, scope: Scope) -> list[Table]:
    return [part for part in flat(parts(name, scope)) if isinstance(part, Table)]


def charts(name: str, scope: Scope) -> list[Chart]:
    return [part for part in flat(parts(name, scope)) if isinstance(part, Chart)]


def said(cell: Cell) -> str:
    items = [" ".join(filter(None, (item.title, item.state, item.text))) for item in cell.entries]
    own = " ".join(
        filter(
            None,
            (
                cell.mark,
                cell.text,
                cell.note and f"({cell.note})",
                cell.footnote and f"[{cell.footnote}]",
            ),
        )
    )
    return "; ".join(filter(None, (own, *items))).replace(NO_BREAK, " ").replace("\u202f", " ")


def cells(table: Table) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in table.rows]


def words(name: str, scope: Scope) -> str:
    texts = (part.html for part in flat(parts(name, scope)) if isinstance(part, Text))
    return "".join(texts).replace(NO_BREAK, " ").replace("\u202f", " ")


def headings(name: str, scope: Scope) -> list[str]:
    return [part.heading for part in parts(name, scope) if isinstance(part, Group)]


class TestStanding:
    def test_a_target_group_has_its_ages(self, scope: Scope, organisation: Organisation) -> None:
        for name, first, last in (("Barn", 0, 20), ("Unga", None, 24), ("Vuxna", 20, None)):
            TargetGroup.objects.create(
                unit=organisation.ifo, name=name, age_from=first, age_to=last
            )
        [table] = tables("standing.target_groups", scope)
        assert cells(table) == [
            ["Barn", "0–20 år"],
            ["Unga", "till och med 24 år"],
            ["Vuxna", "från 20 år"],
        ]

    def test_the_nearest_units_duties_hold(self, scope: Scope, organisation: Organisation) -> None:
        Duty.objects.create(unit=organisation.board, role="Nämnden", duty="Allt")
        Duty.objects.create(unit=organisation.ifo, role="Enhetschef", duty="Det dagliga")
        [table] = tables("standing.duties", scope)
        assert cells(table) == [["Enhetschef", "Det dagliga"]]

    def test_the_first_set_that_says_what_it_means_is_printed(self, scope: Scope) -> None:
        for name, definition in (("Nationella", ""), ("Egna", "Stödet ges i tid.")):
            areas = QualityAreaSet.objects.create(name=name)
            QualityArea.objects.create(set=areas, name=f"{name} tid", definition=definition)
        [table] = tables("standing.quality_areas", scope)
        assert cells(table) == [["Egna tid", "Stödet ges i tid."]]

    @pytest.mark.parametrize("name", ["target_groups", "duties", "quality_areas"])
    def test_nothing_is_printed_where_nothing_is_entered(self, name: str, scope: Scope) -> None:
        assert parts(f"standing.{name}", scope) == []


class TestRisks:
    def test_a_risk_stands_with_its_level_and_what_it_was(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        levels = ((LAST_YEAR, 3, 3), (JUNE, 3, 2))
        make.risk(organisation.ifo, "R1", levels=levels, title="Barn blir utan skydd")
        [table] = tables("risks.by_area", scope)
        assert cells(table)[0][0] == ("6 Hög Barn blir utan skydd (Lägre än förra året: 9 Hög)")

    def test_a_judgement_after_the_as_of_date_is_not_known(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.risk(organisation.ifo, "R1", levels=((JUNE, 1, 1), (date(2024, 1, 9), 3, 3)))
        assert cells(tables("risks.by_area", scope)[0])[0][0].startswith("1 Låg")

    def test_a_measure_stands_with_status_effect_and_what_remains(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        risk = make.risk(organisation.ifo, "R1")
        measure = make_measure(organisation.ifo, "Ny rutin")
        risk.measures.add(measure)
        make_follow_up(measure, JUNE, Status.DONE, effect=Effect.YES)
        assert cells(tables("risks.by_area", scope)[0])[0][2] == "Ny rutin Klar, önskad effekt"

    def test_a_control_that_watches_a_risk_is_its_handling(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        risk = make.risk(organisation.ifo, "R1")
        make.control(organisation.ifo, "K1", title="Aktgranskning").risks.add(risk)
        [row] = cells(tables("risks.by_area", scope)[0])
        assert row[2] == "Hanteras genom egenkontroll Aktgranskning"

    def test_risks_are_counted_in_words_before_the_tables(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.risk(organisation.ifo, "R1", levels=((LAST_YEAR, 1, 2), (JUNE, 3, 3)))
        make.risk(organisation.ifo, "R2", levels=((JUNE, 1, 1),))
        make.risk(organisation.ifo, "R3")
        text = words("risks.by_area", scope)
        assert (
            "Den 31 december 2023 fanns 3 risker i registret: 1 på nivån hög, 1 på nivån låg och "
            "1 ännu inte bedömd. Sedan förra årets slut: 1 bedöms högre och 1 är ny." in text
        )

    def test_where_nothing_is_judged_the_scale_that_holds_is_explained(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.risk(organisation.ifo, "R1")
        assert "1–3. Från 3 är nivån medel och från 6 hög." in words("risks.by_area", scope)
        RiskScale.objects.create(
            unit=organisation.board, steps=4, medium_from=4, high_from=9, valid_from=LAST_YEAR
        )
        assert "1–4. Från 4 är nivån medel och från 9 hög." in words("risks.by_area", scope)

    def test_the_scale_is_the_one_that_the_risks_were_judged_on(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        RiskScale.objects.create(
            unit=organisation.ifo, steps=4, medium_from=4, high_from=9, valid_from=date(2023, 9, 1)
        )
        make.risk(organisation.ifo, "R1", levels=((JUNE, 3, 3),))
        assert "1–3. Från 3 är nivån medel och från 6 hög." in words("risks.by_area", scope)

    def test_two_scales_are_told_apart_and_never_compared(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.risk(organisation.ifo, "R1", levels=((JUNE, 1, 1),))
        make.risk(organisation.ifo, "R2", levels=((JUNE, 1, 2),))
        moved = make.risk(organisation.ifo, "R3", levels=((LAST_YEAR, 2, 3),))
        make.judge(moved, JUNE, 2, 4, Scale(4, 4, 9))
        text = words("risks.by_area", scope)
        assert (
            "Riskerna är bedömda på: 2 på skalan 1–3 (medel från 3, hög från 6) och 1 på skalan "
            "1–4 (medel från 4, hög från 9)." in text
        )
        assert "bedöms högre" not in text
        [*_, row] = cells(tables("risks.by_area", scope)[0])
        assert row[0] == "8 Medel Risk R3 (Förra året 6 Hög på en annan skala)"

    def test_there_is_a_group_per_area_and_what_has_none_comes_last(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        for code, name, order in (("R2", "Vuxna", 2), ("R3", "Barn och unga", 1)):
            area = make.area(organisation.ifo, name, order)
            make.risk(organisation.ifo, code, service_area=area)
        make.risk(organisation.ifo, "R1")
        assert headings("risks.by_area", scope) == [
            "Barn och unga",
            "Vuxna",
            "Utan verksamhetsområde",
        ]

    def test_a_closed_risk_says_why(self, scope: Scope, organisation: Organisation) -> None:
        make.risk(organisation.ifo, "R1", closed_on=JUNE, closed_because="Arbetssättet är infört.")
        [row] = cells(tables("risks.by_area", scope)[0])
        assert row[1] == "(Avslutad: Arbetssättet är infört.)"


class TestControls:
    def test_results_are_written_with_what_they_are_held_against(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        ifo = organisation.ifo
        make.result(make.control(ifo, "K1", threshold=90), n=982, whole=1384)
        make.result(
            make.control(ifo, "K2", measured="count", threshold=5, better="at_most"), count=9
        )
        make.result(make.control(ifo, "K3"), share=94)
        make.result(make.control(ifo, "K4", measured="words"))
        results = [row[1] for row in cells(tables("controls.approved", scope)[0])]
        assert results == [
            "982 av 1 384, 71 % (mål minst 90 %)",
            "9 (mål högst 5)",
            "94 % [Enligt tidigare redovisning: Årsrapporten]",
            "se kommentaren",
        ]

    def test_what_was_not_carried_out_stands_with_what_asked_for_measures(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.result(make.control(organisation.ifo, "K1"), n=9, whole=10)
        make.result(make.control(organisation.ifo, "K2"), n=1, whole=10, verdict=Verdict.ACTION)
        make.control(organisation.ifo, "K3")
        [table] = tables("controls.action", scope)
        assert [row[:2] for row in cells(table)] == [
            ["Kontroll K2", "1 av 10, 10 %"],
            ["Kontroll K3", "inte genomförd"],
        ]
        assert (
            "3 egenkontroller skulle göras: 1 blev godkänd, 1 krävde åtgärder och 1 genomfördes "
            "inte." in words("controls.action", scope)
        )

    def test_a_small_base_is_not_told(self, scope: Scope, organisation: Organisation) -> None:
        make.result(make.control(organisation.ifo, "K1"), n=2, whole=4)
        assert cells(tables("controls.approved", scope)[0])[0][1] == "för få svar"


class TestSurveys:
    def test_the_answers_come_after_how_many_answered(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        survey = make.survey(organisation.ifo, comment="Fler svarade än väntat.")
        make.question(survey, "hjalp", 99, 9, national_share=86, previous_share=88)
        responses, questions = tables("surveys.by_area", scope)
        assert cells(responses)[0][2:] == ["120", "108", "90 %"]
        assert cells(questions) == [["Fråga hjalp", "92 % (99 av 108)", "86 %", "88 %"]]
        assert "Fler svarade än väntat." in words("surveys.by_area", scope)

    def test_one_table_tells_how_many_answered_in_all_areas(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        for order, name in enumerate(("Barn", "Vuxna")):
            area = make.area(organisation.ifo, name, order)
            survey = make.survey(organisation.ifo, f"ENK-{order}", service_area=area)
            make.question(survey, "hjalp", 99, 9)
        responses, *questions = tables("surveys.by_area", scope)
        assert len(responses.rows) == len(questions) == 2

    def test_words_without_a_table_say_which_survey_they_are_about(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.survey(organisation.ifo, comment="Svaren är positiva.")
        assert ".</strong> Svaren är positiva.</p>" in words("surveys.by_area", scope)

    def test_a_share_on_few_answers_is_not_told(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.question(make.survey(organisation.ifo), "stod", 2, 2)
        assert cells(tables("surveys.by_area", scope)[1])[0][1] == "för få svar"

    def test_a_survey_that_few_answered_has_none_of_its_questions_told(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.question(make.survey(organisation.ifo, answered=3), "stod", 2, 1)
        assert len(tables("surveys.by_area", scope)) == 1
        assert "Färre än fem har svarat" in words("surveys.by_area", scope)

    @pytest.mark.parametrize(
        ("instrument", "block"),
        [
            ("national", "surveys.by_area"),
            ("own", "surveys.by_area"),
            ("individual", "surveys.individual"),
            ("before_after", "surveys.individual"),
        ],
    )
    def test_every_survey_stands_in_one_chapter(
        self, instrument: str, block: str, scope: Scope, organisation: Organisation
    ) -> None:
        make.survey(organisation.ifo, instrument=instrument)
        names = ("surveys.by_area", "surveys.individual")
        assert [name for name in names if tables(name, scope)] == [block]


class TestIndicators:
    def test_a_row_has_each_period_and_the_goals(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        visits = make.indicator(organisation.ifo, "B1", measured="count", name="Besök")
        for year, period, value in ((2022, "VB", 1137), (2023, "DA2", 1193), (2023, "VB", 1894)):
            make.outcome(visits, value=value, year=year, period=period)
        make.target(visits, 760)
        make.target(visits, 840, kind="long_term")
        [table] = tables("indicators.by_area", scope)
        assert [column.title for column in table.columns] == [
            *("Indikator", "Helår 2022", "Delår 2 2023", "Helår 2023"),
            *("Etappmål 2023", "Målvärde 2030"),
        ]
        assert cells(table) == [["Besök", "1 137", "1 193", "1 894", "760", "840"]]

    def test_no_outcome_of_the_year_lacks_its_column(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        followed, late = (make.indicator(organisation.ifo, code) for code in ("A1", "A2"))
        for year, period in ((2022, "VB"), (2023, "DA1"), (2023, "VB")):
            make.outcome(followed, n=10, whole=20, year=year, period=period)
        make.outcome(late, n=10, whole=20, period="DA2")
        [table] = tables("indicators.by_area", scope)
        periods = [column.title for column in table.columns[1:-2]]
        assert periods == ["Helår 2022", "Delår 2 2023", "Helår 2023"]

    @pytest.mark.parametrize(
        ("measured", "fields", "text"),
        [
            ("share", {"n": 37, "whole": 40}, "37 av 40 (93 %)"),
            ("share", {"n": 2, "whole": 4}, "för få svar"),
            ("share", {"share": 94}, "94 % [Enligt tidigare redovisning: Årsrapporten]"),
            ("days", {"value": 111}, "111 dagar"),
            ("count", {"value": 1894}, "1 894"),
            ("share", {"no_data": "Systemet byttes."}, "– [Systemet byttes.]"),
        ],
    )
    def test_an_outcome_is_written_as_what_it_is(
        self,
        measured: str,
        fields: dict[str, object],
        text: str,
        scope: Scope,
        organisation: Organisation,
    ) -> None:
        made = make.indicator(organisation.ifo, "A1", measured=measured)
        make.outcome(made, **fields)  # type: ignore[arg-type]
        assert cells(tables("indicators.by_area", scope)[0])[0][1] == text

    def test_a_goal_that_is_not_set_is_never_zero(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.outcome(make.indicator(organisation.ifo, "A1"), n=37, whole=40)
        [row] = cells(tables("indicators.by_area", scope)[0])
        assert row[2:] == ["ej fastställt", "ej fastställt"]

    def test_what_follows_from_the_figures_is_said_before_the_comment(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        contacts = make.indicator(organisation.ifo, "A1", measured="count", name="Kontakter")
        make.outcome(contacts, value=20, year=2022)
        make.outcome(
            contacts,
            value=34,
            not_measured=7,
            parts={"samtal": 16, "hembesök": 18},
            comment="Fler söker själva.",
        )
        make.target(contacts, 200)
        assert words("indicators.by_area", scope) == (
            "<p><strong>Kontakter.</strong> Etappmålet 200 nås inte. Ökningen sedan 2022 är 14 "
            "(70 %). 7 är inte mätta. Av de 34 är 16 samtal och 18 hembesök. Fler söker "
            "själva.</p>"
        )

    def test_the_unit_is_named_where_several_follow_the_same(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        shared, own = (make.indicator(organisation.ifo, code) for code in ("A1", "A2"))
        for unit in (organisation.children, organisation.adults):
            make.outcome(shared, n=10, whole=20, unit=unit, comment="Som väntat.")
        make.outcome(own, n=10, whole=20, unit=organisation.adults, comment="Nytt.")
        text = words("indicators.by_area", scope)
        assert "<strong>Indikator A1, Vuxna.</strong>" in text
        assert "<strong>Indikator A2.</strong>" in text

    def test_a_share_changes_in_points_of_percent(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        share = make.indicator(organisation.ifo, "A1")
        make.outcome(share, n=17, whole=100, year=2022)
        make.outcome(share, n=9, whole=100)
        assert "Minskningen sedan 2022 är 8 procentenheter." in words("indicators.by_area", scope)

    def test_a_change_is_not_counted_from_a_share_reported_elsewhere(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        share = make.indicator(organisation.ifo, "A1")
        make.outcome(share, share=17, year=2022)
        make.outcome(share, n=9, whole=100)
        assert "sedan 2022" not in words("indicators.by_area", scope)

    def test_an_outcome_that_only_looks_like_its_goal_is_told_unrounded(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        share = make.indicator(organisation.ifo, "A1")
        make.outcome(share, n=896, whole=1000)
        make.target(share, 90)
        assert "Etappmålet 90 % nås inte (exakt 89,6 %)." in words("indicators.by_area", scope)

    def test_lower_may_be_better(self, scope: Scope, organisation: Organisation) -> None:
        days = make.indicator(organisation.ifo, "A1", measured="days", direction="lower")
        make.outcome(days, value=111)
        make.target(days, 120, kind="annual")
        assert "Årsmålet 120 dagar nås." in words("indicators.by_area", scope)

    def test_the_first_year_and_the_country_are_told(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        share = make.indicator(organisation.ifo, "A1", first_year=2023)
        make.outcome(share, n=99, whole=108)
        share.comparisons.create(year=2023, value=86)
        assert "Följs för första gången. Riket: 86 %." in words("indicators.by_area", scope)

    def test_shares_are_drawn_with_their_goals(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        rows = (("A1", 37, 40), ("A2", 30, 40), ("A3", 2, 4))
        first, *_ = [_shared(organisation, code, part, whole) for code, part, whole in rows]
        make.target(first, 90)
        [chart] = charts("indicators.by_area", scope)
        bars, marks = chart.series
        assert (chart.kind, list(bars.values), list(marks.values)) == (
            "bars",
            [93, 75, None],
            [90, None, None],
        )

    def test_goals_of_two_kinds_share_one_word(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        for code, kind in (("A1", "milestone"), ("A2", "annual"), ("A3", "annual")):
            make.target(_shared(organisation, code, 37, 40), 90, kind=kind)
        [chart] = charts("indicators.by_area", scope)
        [table] = tables("indicators.by_area", scope)
        assert chart.series[1].name == table.columns[-2].title == "Mål 2023"

    def test_a_unit_that_all_rows_have_is_said_once(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        for code in ("A1", "A2"):
            made = make.indicator(organisation.ifo, code)
            make.outcome(made, n=37, whole=40, unit=organisation.adults)
        [table] = tables("indicators.by_area", scope)
        assert table.note == "Verksamhet: Vuxna."
        assert [row.cells[0].note for row in table.rows] == ["", ""]

    def test_one_value_is_not_drawn(self, scope: Scope, organisation: Organisation) -> None:
        make.outcome(make.indicator(organisation.ifo, "A1"), n=37, whole=40)
        make.outcome(make.indicator(organisation.ifo, "A2", measured="days"), value=40)
        assert charts("indicators.by_area", scope) == []

    def test_counts_are_drawn_over_their_periods_and_units_never_mixed(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        for code, measured in (("A1", "count"), ("A2", "days")):
            made = make.indicator(organisation.ifo, code, measured=measured)
            make.outcome(made, value=40, year=2022)
            make.outcome(made, value=30, period="DA2")
            make.outcome(made, value=50)
        found = charts("indicators.by_area", scope)
        assert [(chart.kind, chart.unit, len(chart.categories)) for chart in found] == [
            ("grouped", "antal", 1),
            ("grouped", "dagar", 1),
        ]

    def test_below_the_section_small_counts_hide_those_beside_them(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        made = make.indicator(organisation.ifo, "A1", measured="count")
        make.outcome(made, value=3, unit=organisation.intake)
        make.outcome(made, value=12, unit=organisation.youth)
        rows = cells(tables("indicators.by_area", scope)[0])
        assert [row[1] for row in rows] == ["färre än fem", "ett antal som inte redovisas"]
        assert charts("indicators.by_area", scope) == []

    def test_below_the_section_a_share_is_told_without_its_small_counts(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        made = make.indicator(organisation.ifo, "A1")
        make.outcome(made, n=38, whole=40, unit=organisation.intake)
        assert cells(tables("indicators.by_area", scope)[0])[0][1] == "95 %"


def _shared(organisation: Organisation, code: str, part: int, whole: int) -> Indicator:
    made = make.indicator(organisation.ifo, code)
    make.outcome(made, n=part, whole=whole)
    return made


def test_a_long_table_prints_what_has_a_goal_and_says_where_the_rest_is() -> None:
    rows, note = shortened((Row([Cell(str(place))]), place % 3 == 0) for place in range(300))
    assert [row.attached for row in rows].count(False) == 100
    assert note.startswith("Här visas 100 av 300 rader")


def test_a_table_that_fits_is_printed_whole() -> None:
    rows, note = shortened((Row([Cell(str(place))]), False) for place in range(200))
    assert (len(rows), any(row.attached for row in rows), note) == (200, False, "")


NAMES = ("risks.by_area", "controls.action", "surveys.by_area", "indicators.by_area")


@pytest.mark.parametrize("name", NAMES)
def test_three_rows_cost_as_many_questions_as_one(name: str, organisation: Organisation) -> None:
    report = make_report(organisation.ifo)
    _fill(organisation, 1)
    one = _questions(name, Scope.of(report))
    _fill(organisation, 2)
    _fill(organisation, 3)
    assert _questions(name, Scope.of(report)) == one


def _questions(name: str, scope: Scope) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert tables(name, scope)
    return len(asked)


def _fill(organisation: Organisation, number: int) -> None:
    ifo, measure = organisation.ifo, make_measure(organisation.ifo, f"Åtgärd {number}")
    area = make.area(ifo, f"Område {number}", number)
    risk = make.risk(ifo, f"R{number}", levels=((JUNE, 2, 2),), service_area=area)
    control = make.control(ifo, f"K{number}", service_area=area)
    control.risks.add(risk)
    _own(measure, risk, control)
    made = make.indicator(ifo, f"I{number}", service_area=area)
    make.outcome(made, n=10, whole=20, parts={"a": 4, "b": 6})
    make.target(made, 50)
    make.question(make.survey(ifo, f"E{number}", service_area=area), "q", 10, 20)


def _own(measure: Measure, *owners: object) -> None:
    for owner in owners:
        owner.measures.add(measure)  # type: ignore[attr-defined]
