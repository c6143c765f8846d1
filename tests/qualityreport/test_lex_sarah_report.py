"""Årsberättelse lex Sarah, and the years before the register in every report."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from deviations.models import (
    Complaint,
    DeviationReport,
    DeviationType,
    Information,
    IvoNotification,
    Kind,
    PublishedTotal,
    Severity,
)
from organisation.law import load_legal_references
from organisation.models import Unit, User
from qualityreport import checks
from qualityreport.collect import collect
from qualityreport.figures import UnknownFigure, resolve
from qualityreport.models import Report, ReportKind
from qualityreport.scope import Scope
from qualityreport.services import create_report
from qualityreport.tokens import Token
from tests.factories.history import lay
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report
from tests.qualityreport.conftest import investigated
from tests.qualityreport.reading import cells, tables, words

MARCH = date(2023, 3, 1)
SOURCE = "Kvalitetsberättelse 2022"
MARKED = f"[Enligt tidigare redovisning: {SOURCE}.]"


def publish(unit: Unit, count: int, year: int = 2022, **fields: Any) -> PublishedTotal:
    given = {"kind": Kind.LEX_SARAH, "figure": "received", "source": SOURCE}
    return PublishedTotal.objects.create(
        unit=unit, year=year, count=count, sealed_at=timezone.now(), **(given | fields)
    )


@pytest.fixture
def unit(organisation: Organisation) -> Unit:
    return organisation.intake


@pytest.fixture
def unit_scope(organisation: Organisation) -> Scope:
    return Scope.of(make_report(organisation.intake))


class TestYearsBeforeTheRegister:
    def test_a_published_year_is_marked_and_not_compared(
        self, scope: Scope, unit: Unit, organisation: Organisation
    ) -> None:
        publish(organisation.children, 18)
        publish(organisation.adults, 2)
        told = f"[Enligt tidigare redovisning: Barn och unga: {SOURCE}, Vuxna: {SOURCE}.]"
        lay(unit, MARCH)
        lay(unit, date(2022, 12, 1))
        [table] = tables("deviations.two_years", scope)
        assert cells(table)[0] == ["Lex Sarah-rapporter, inkomna", "1", f"20 {told}", "–"]
        assert cells(table)[2] == ["Interna avvikelser", "0", "–", "–"]

    def test_a_section_has_its_own_and_the_whole_is_told_once(
        self, scope: Scope, unit: Unit, organisation: Organisation
    ) -> None:
        publish(organisation.children, 14, kind=Kind.INTERNAL)
        publish(organisation.ifo, 18, kind=Kind.INTERNAL)
        lay(unit, MARCH, kind=Kind.INTERNAL)
        [table] = tables("deviations.internal", scope)
        assert cells(table) == [
            ["Barn och unga", "1", f"14 {MARKED}"],
            ["Totalt", "1", f"18 {MARKED}"],
        ]

    def test_half_a_year_is_not_compared_with_a_whole_one(self, organisation: Organisation) -> None:
        publish(organisation.ifo, 18)
        scope = Scope.of(make_report(organisation.ifo, as_of=date(2023, 8, 31)))
        assert cells(tables("deviations.two_years", scope)[0])[0][2] == "–"

    def test_small_published_counts_are_hidden_below_the_section(self, unit_scope: Scope) -> None:
        publish(unit_scope.unit, 3)
        assert tables("deviations.two_years", unit_scope) == []
        assert "kännas igen" in words("deviations.two_years", unit_scope)

    def test_a_live_figure_of_such_a_year_is_refused_in_words(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        publish(organisation.ifo, 18)
        with pytest.raises(UnknownFigure, match="enligt tidigare redovisning"):
            resolve(Token("lexsarah.inkomna", (("år", "2022"),)), scope)
        assert resolve(Token("lexsarah.inkomna", ()), scope).text == "0"

    def found(self, report: Report, check: str) -> list[str]:
        return [one.message for one in checks.run(collect(report)) if one.check == check]

    def test_the_opening_balance_is_checked_in_the_first_counted_year(
        self, report: Report, unit: Unit, organisation: Organisation
    ) -> None:
        publish(organisation.children, 2, figure="open")
        lay(unit, date(2022, 12, 1))
        [message] = self.found(report, "opening_balance")
        assert "2023 börjar med 1 överförda" in message and "2022 slutade med 2" in message
        lay(unit, date(2022, 12, 2))
        assert self.found(report, "opening_balance") == []
        assert self.found(make_report(organisation.ifo, 2024), "opening_balance") == []

    def test_a_report_of_a_published_year_is_warned_about(self, organisation: Organisation) -> None:
        publish(organisation.ifo, 18)
        report = make_report(organisation.ifo, 2022)
        assert len(self.found(report, "year_before_the_register")) == 1


class TestBlocks:
    def test_cases_and_reports_are_told_apart_and_channels_counted(
        self, scope: Scope, unit: Unit
    ) -> None:
        case = lay(unit, MARCH, channel="phone")
        lay(unit, MARCH)
        for _ in range(2):
            DeviationReport.objects.create(deviation=case, text="Text")
        assert "kom 2 ärenden in genom 3 rapporter" in words("deviations.reported", scope)
        [table] = tables("deviations.reported", scope)
        assert cells(table)[-1] == ["Totalt", "2"]

    def test_types_come_the_most_frequent_first(self, scope: Scope, unit: Unit) -> None:
        names = ("Bemötande", "Rättssäkerhet")
        first, second = (DeviationType.objects.create(name=name) for name in names)
        for kind in (first, second, second, None):
            lay(unit, MARCH, type=kind)
        [table] = tables("deviations.lex_sarah_types", scope)
        assert cells(table) == [
            ["Rättssäkerhet", "2"],
            ["Bemötande", "1"],
            ["Typ ej angiven", "1"],
            ["Totalt", "4"],
        ]

    def test_late_cases_are_named_as_a_number_under_the_grades(
        self, scope: Scope, unit: Unit
    ) -> None:
        investigated(unit, Severity.RISK)
        lay(unit, MARCH)
        [table] = tables("deviations.grades", scope)
        assert table.note.replace("\u00a0", " ") == (
            "1 rapport som kom in under 2023 var inte färdigutredd den 31 december 2023 och "
            "ingår inte."
        )

    def test_the_median_needs_a_base(self, scope: Scope, unit: Unit) -> None:
        for _ in range(4):
            investigated(unit, Severity.RISK)
        assert "för få" in words("deviations.time", scope)
        investigated(unit, Severity.RISK)
        fresh = Scope(scope.unit, scope.period, scope.policy)
        assert "var 61 dagar för de 5 rapporter" in words("deviations.time", fresh)

    def test_notifications_before_the_end_are_among_them(self, scope: Scope, unit: Unit) -> None:
        for day in (date(2023, 4, 1), date(2023, 6, 1)):
            IvoNotification.objects.create(
                deviation=investigated(unit, Severity.SERIOUS), suspected_on=day, notified_on=day
            )
        said = words("deviations.ivo", scope)
        assert "2 rapporter anmäldes till IVO under 2023, varav 1 innan utredningen" in said

    def test_who_was_told_and_whether_the_child_was_heard(self, scope: Scope, unit: Unit) -> None:
        case = investigated(unit, Severity.RISK)
        case.age_band, case.own_view = "13-17", "Ingen frågade."
        case.save()
        investigated(unit, Severity.RISK)
        Information.objects.create(
            deviation=case, receiver="person", informed_on=MARCH, made_by_name="Sara Alm"
        )
        [table] = tables("deviations.people", scope)
        assert [row[1:] for row in cells(table)] == [["2", "1", "0", "1"], ["1", "1", "0", "0"]]

    def test_the_law_is_that_of_the_year(self, organisation: Organisation) -> None:
        load_legal_references()

        def cited(year: int) -> list[list[str]]:
            scope = Scope.of(make_report(organisation.ifo, year))
            return cells(tables("deviations.law", scope)[0])

        assert cited(2023)[0][1] == "14 kap. 3 § SoL, 24 b § LSS"
        assert cited(2025)[0][1] == (
            "14 kap. 3 § SoL (t.o.m. 2025-06-30), 27 kap. 2 § SoL (fr.o.m. 2025-07-01), 24 b § LSS"
        )

    def test_silent_units_are_named_unless_that_tells_of_the_only_other(
        self, scope: Scope, unit: Unit, organisation: Organisation
    ) -> None:
        lay(unit, MARCH)
        only = words("deviations.silent", scope)
        assert "Från 3 av 4 enheter" in only and "Ekudden" not in only
        lay(organisation.youth, MARCH)
        fresh = Scope(scope.unit, scope.period, scope.policy)
        assert "Det gäller Ekonomiskt bistånd och HVB Ekudden." in words("deviations.silent", fresh)

    def test_topics_and_answers_of_complaints(self, scope: Scope, unit: Unit) -> None:
        for topic, outcome, answered in (
            ("treatment", "founded", MARCH),
            ("treatment", "", None),
            ("information", "", None),
        ):
            Complaint.objects.create(
                deviation=lay(unit, MARCH, kind=Kind.COMPLAINT),
                topic=topic,
                outcome=outcome,
                answered_on=answered,
                wants_answer=topic == "treatment",
                contact="070",
            )
        [table] = tables("deviations.complaint_topics", scope)
        assert cells(table) == [
            ["Bemötande", "1", "0", "0", "1", "2"],
            ["Information och kommunikation", "0", "0", "0", "1", "1"],
            ["Totalt", "1", "0", "0", "2", "3"],
        ]
        said = words("deviations.complaint_topics", scope)
        assert "2 personer ville ha svar" in said and "1 i tid och 1 inte före" in said

    @pytest.mark.parametrize(
        "name",
        ["reported", "lex_sarah_types", "people", "complaint_topics", "lex_sarah_measures"],
    )
    def test_one_case_at_a_unit_is_not_told(self, unit_scope: Scope, unit: Unit, name: str) -> None:
        case = investigated(unit, Severity.RISK)
        case.type = DeviationType.objects.create(name="Bemötande")
        case.save()
        Complaint.objects.create(deviation=lay(unit, MARCH, kind=Kind.COMPLAINT))
        assert tables(f"deviations.{name}", unit_scope) == []


class TestReport:
    def test_it_has_an_outline_of_its_own(self, organisation: Organisation) -> None:
        report = create_report(
            actor=None,
            kind=ReportKind.LEX_SARAH,
            year=2023,
            unit=organisation.ifo,
            as_of=date(2023, 12, 31),
        )
        assert str(report) == "Årsberättelse lex Sarah 2023"
        printed = {section.block for section in report.sections.all() if section.block}
        assert {"deviations.grades", "deviations.ivo", "deviations.reconciliation"} <= printed
        assert checks.stopping(checks.run(collect(report))) == []

    def test_whatever_outline_is_chosen_it_gets_the_one_of_its_kind(
        self, client: Client, karin: User, organisation: Organisation
    ) -> None:
        client.force_login(karin)
        sent = {
            "kind": "arsberattelse-lex-sarah",
            "outline": "hel",
            "year": 2023,
            "unit": organisation.ifo.pk,
            "as_of": "2023-12-31",
        }
        assert client.post("/rapporter/ny/", sent).status_code == 302
        made = Report.objects.get()
        assert made.kind == ReportKind.LEX_SARAH
        assert made.sections.filter(key="larande").exists()
