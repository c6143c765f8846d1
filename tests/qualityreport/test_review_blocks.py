"""Reviews and providers as they are printed, told in sentences, and checked."""

from datetime import date

import pytest
from django.utils.html import strip_tags

from measures.models import Status
from qualityreport import checks, figures, tokens
from qualityreport.collect import collect
from qualityreport.models import Report, ReportKind
from qualityreport.scope import Scope
from reviews.models import Finding, Requirement, RequirementResult, Review
from tests.factories.measures import make_follow_up as make_measure_follow_up
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report
from tests.factories.reviews import (
    make_contract,
    make_finding,
    make_follow_up,
    make_plan,
    make_provider,
    make_recommendation,
    make_requirement,
    make_review,
)
from tests.qualityreport import reading
from tests.qualityreport.reading import cells, tables

MAY = date(2023, 5, 8)
MEETS, ACTION = RequirementResult.Result.MEETS, RequirementResult.Result.ACTION


def words(name: str, scope: Scope) -> str:
    return strip_tags(reading.words(name, scope).replace("</p>", " ")).strip()


def found(report: Report, check: str) -> list[tuple[str, str]]:
    findings = checks.run(collect(report))
    return [(finding.place, finding.message) for finding in findings if finding.check == check]


def audit(organisation: Organisation, code: str = "G1", **fields: object) -> Review:
    values: dict[str, object] = {"kind": Review.Kind.AUDIT, "reported_on": MAY, "result": "Bra."}
    return make_review(organisation.children, code, **(values | fields))  # type: ignore[arg-type]


class TestReviews:
    def test_nothing_from_outside_is_said_and_not_left_out(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        make_review(organisation.children, reported_on=MAY)

        assert words("reviews.external", scope) == (
            "Inga revisioner eller andra externa granskningar gjordes 2023."
        )

    def test_an_audit_stands_with_what_it_asked_and_the_answers(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        review = audit(organisation, performed_by="Konsult")
        make_recommendation(
            review, "Följ upp.", response="agreed", answer="Ja.", answered_on=date(2023, 8, 1)
        )
        asked = make_recommendation(review, "Korta väntan.")
        asked.measures.add(make_measure(organisation.intake, "Ny plan"))
        make_measure_follow_up(asked.measures.get(), date(2023, 9, 1), Status.ONGOING)

        [table] = tables("reviews.external", scope)

        [row] = table.rows
        assert (row.cells[0].text, row.cells[0].note) == ("Orosanmälningar", "Revision; Konsult")
        told = [(entry.title, entry.state, entry.text) for entry in row.cells[2].entries]
        assert told == [
            ("1. Följ upp.", "åtgärdas", "Ja."),
            ("2. Korta väntan.", "obesvarad", ""),
            ("Ny plan", "Pågående", ""),
        ]

    @pytest.mark.parametrize(
        ("answered", "told"),
        [(0, "ingen är besvarad"), (1, "1 av dem är besvarade"), (2, "alla är besvarade")],
    )
    def test_the_sentence_counts_what_is_answered(
        self, answered: int, told: str, scope: Scope, organisation: Organisation
    ) -> None:
        review = audit(organisation)
        for number in range(2):
            known = {"response": "agreed", "answered_on": MAY} if number < answered else {}
            make_recommendation(review, **known)  # type: ignore[arg-type]

        assert words("reviews.external", scope) == (
            f"1 extern granskning blev klar 2023. De gav 2 rekommendationer, och {told}."
        )

    def test_what_goes_on_is_told_as_going_on(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        audit(organisation)
        make_review(organisation.children, "G2", kind=Review.Kind.IVO)

        assert words("reviews.external", scope) == (
            "1 extern granskning blev klar 2023 och 1 pågick den 31 december 2023."
        )

    def test_findings_stand_by_quality_area(self, scope: Scope, organisation: Organisation) -> None:
        review = audit(organisation)
        make_finding(review, "Barnet hörs.")
        make_finding(review, "Väntan är lång.", kind=Finding.Kind.DEFICIT)

        _, table = tables("reviews.external", scope)

        [row] = table.rows
        told = [[entry.title for entry in cell.entries] for cell in row.cells]
        assert told == [[], ["Barnet hörs."], ["Väntan är lång."], ["–"]]

    def test_the_analysis_of_equality_is_printed(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        audit(organisation, equality="Underlaget är för litet.")

        assert "Underlaget är för litet." in words("reviews.external", scope)

    def test_a_review_of_ours_is_no_external_one(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        audit(organisation)
        make_review(organisation.children, "G2", "Vår egen", reported_on=MAY)

        [table] = tables("reviews.own", scope)

        assert [row[0] for row in cells(table)] == ["Vår egen (Egen tematisk granskning)"]


class TestProviders:
    @pytest.fixture
    def year(self, organisation: Organisation) -> Requirement:
        """13 = 10 (6 + 4) + 2 + 1, as published of 2021."""
        unit = organisation.children
        requirement = make_requirement(unit)
        other = make_requirement(unit, "Egenkontroll", area=Requirement.Area.CONTROL)
        for number in range(13):
            contract = make_contract(make_provider(unit, f"Utförare {number}"))
            if number < 10:
                result = MEETS if number < 6 else ACTION
                several = ACTION if number == 9 else MEETS
                make_follow_up(contract, results={requirement: result, other: several})
            else:
                make_follow_up(contract, not_because="new" if number == 12 else "no_customers")
        return requirement

    def test_the_sum_closes(self, year: Requirement, scope: Scope) -> None:
        table, areas = tables("providers.followed_up", scope)

        assert [(row[0].strip(), row[1]) for row in cells(table)] == [
            ("Uppföljda", "10"),
            ("uppfyller kraven", "6"),
            ("behöver åtgärda brister", "4"),
            ("av dem flera brister", "1"),
            ("Inte uppföljda, inga kunder från kommunen", "2"),
            ("Inte uppföljda, nystartad", "1"),
            ("Utförare", "13"),
        ]
        assert cells(areas) == [["Riskanalys", "4"], ["Egenkontroll", "1"]]

    def test_the_sentence_says_what_the_table_says(self, year: Requirement, scope: Scope) -> None:
        assert words("providers.followed_up", scope).strip() == (
            "Familjerådgivning gavs av 13 utförare: 10 följdes upp (6 uppfyller "
            "kraven och 4 behöver åtgärda brister), 2 hade inga kunder från kommunen och 1 var "
            "nystartad."
        )

    @pytest.mark.parametrize(
        ("token", "value"),
        [("antal", "13"), ("uppfoljda", "10"), ("uppfyller", "6"), ("ej_uppfoljda", "3")],
    )
    def test_a_live_figure_is_the_same_number(
        self, token: str, value: str, year: Requirement, scope: Scope
    ) -> None:
        assert figures.resolve(tokens.Token(f"utforare.{token}", ()), scope).text == value

    def test_without_providers_that_is_said(self, scope: Scope) -> None:
        assert words("providers.followed_up", scope) == "Ingen utförare hade avtal 2023."

    def test_a_plan_stands_with_its_day(self, scope: Scope, organisation: Organisation) -> None:
        contract = make_contract(make_provider(organisation.children))
        plan = make_plan(make_follow_up(contract), date(2023, 11, 1))
        type(plan).objects.update(created_at="2023-09-20T10:00Z")

        table = tables("providers.followed_up", scope)[-1]

        assert cells(table) == [
            ["Samtalet AB", "Gör en riskanalys.", "Försenad, skulle vara klar 1 november 2023"]
        ]


class TestChecks:
    def test_what_nobody_has_answered_is_asked_for(
        self, report: Report, organisation: Organisation
    ) -> None:
        review = audit(organisation, result="", answer_due_on=date(2023, 9, 1))
        make_recommendation(review)

        assert found(report, "review_without_result") == [
            ("G1 Orosanmälningar", "Rapporten har kommit, men resultatet är inte sammanfattat.")
        ]
        assert found(report, "review_not_answered") == [
            ("G1 Orosanmälningar", "Svaret skulle ha lämnats senast 1 september 2023.")
        ]
        assert found(report, "recommendation_not_answered") == [
            ("G1, rekommendation 1", "Ingen har svarat på rekommendationen.")
        ]

    def test_an_answered_audit_is_left_in_peace(
        self, report: Report, organisation: Organisation
    ) -> None:
        audit(
            organisation,
            answer_due_on=date(2023, 9, 1),
            answered_on=date(2023, 8, 1),
            answer="Gjort.",
        )

        for check in ("review_without_result", "review_not_answered"):
            assert found(report, check) == []

    def test_a_provider_that_nobody_told_of_is_missed(
        self, report: Report, organisation: Organisation
    ) -> None:
        make_contract(make_provider(organisation.children))

        assert found(report, "provider_not_followed_up") == [
            ("Samtalet AB, Familjerådgivning", "Ingen uppföljning är registrerad för 2023.")
        ]

    def test_a_plan_that_is_late_is_told(self, report: Report, organisation: Organisation) -> None:
        follow_up = make_follow_up(make_contract(make_provider(organisation.children)))
        plan = make_plan(follow_up, date(2023, 11, 1))
        type(plan).objects.update(created_at="2023-09-20T10:00Z")

        assert [place for place, _ in found(report, "provider_plan_overdue")] == [
            "Samtalet AB, Familjerådgivning"
        ]

    def test_a_measure_of_a_review_is_followed_up_like_any_other(
        self, report: Report, organisation: Organisation
    ) -> None:
        measure = make_measure(organisation.ifo, "Ny plan", due_on=date(2023, 10, 1))
        make_measure_follow_up(measure, date(2023, 9, 1), Status.ONGOING)
        audit(organisation).measures.add(measure)

        assert [place for place, _ in found(report, "measure_overdue")] == ["Ny plan"]

    def test_a_report_that_prints_none_of_it_asks_nothing(self, organisation: Organisation) -> None:
        audit(organisation, result="")
        make_contract(make_provider(organisation.children))
        plan = make_report(organisation.ifo, kind=ReportKind.PLAN)

        assert found(plan, "review_without_result") == []
        assert found(plan, "provider_not_followed_up") == []
