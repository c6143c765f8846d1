"""Risks, controls, surveys and standing texts as they are printed, cell by cell."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from measures.models import Effect, Measure, Status
from organisation.models import Duty, QualityArea, QualityAreaSet, RiskScale, TargetGroup
from organisation.scales import Scale
from qualityreport.parts import Cell, Row, shortened
from qualityreport.scope import Scope
from risks.models import Verdict
from tests.factories import registers as make
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report
from tests.qualityreport.reading import cells, headings, parts, tables, words

JUNE, LAST_YEAR = date(2023, 6, 1), date(2022, 6, 1)


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
        *_, table = tables("risks.by_area", scope)
        assert cells(table)[0][0] == ("6 Hög Barn blir utan skydd (Lägre än förra året: 9 Hög)")

    def test_a_judgement_after_the_as_of_date_is_not_known(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make.risk(organisation.ifo, "R1", levels=((JUNE, 1, 1), (date(2024, 1, 9), 3, 3)))
        assert cells(tables("risks.by_area", scope)[-1])[0][0].startswith("1 Låg")

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
        [*_, row] = cells(tables("risks.by_area", scope)[-1])
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
