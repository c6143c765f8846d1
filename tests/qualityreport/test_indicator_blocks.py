"""Indicators as they are printed, cell by cell."""

from datetime import date

import pytest

from indicators.models import Indicator
from qualityreport.scope import Scope
from tests.factories import registers as make
from tests.factories.organisation import Organisation
from tests.qualityreport.reading import cells, charts, tables, words

JUNE, LAST_YEAR = date(2023, 6, 1), date(2022, 6, 1)


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
