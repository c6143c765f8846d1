"""What is printed side by side must not give away what is hidden: sums, differences, decimals."""

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deviations.models import Complaint, Kind, Severity
from indicators.models import Indicator, Observation
from lib.numbers import percent
from organisation.models import Unit
from qualityreport.figures import UnknownFigure, resolve
from qualityreport.models import Report
from qualityreport.parts import LONGEST_TABLE
from qualityreport.scope import Scope
from qualityreport.shown import WITHHELD
from qualityreport.tokens import tokens
from tests.factories import registers as make
from tests.factories.history import lay
from tests.factories.organisation import Organisation, make_unit
from tests.factories.reports import make_report
from tests.qualityreport.conftest import investigated
from tests.qualityreport.reading import cells, charts, tables, words

HIDDEN, FEW = "ett antal som inte redovisas", "färre än fem"
INDICATORS, SURVEYS = "indicators.by_area", "surveys.by_area"


def text(written: str, scope: Scope) -> str:
    [token] = tokens(f"{{{{ {written} }}}}")
    return resolve(token, scope).text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def unit_scope(organisation: Organisation) -> Scope:
    return Scope.of(make_report(organisation.intake))


@pytest.fixture
def share(organisation: Organisation) -> Indicator:
    return make.indicator(organisation.ifo, "A1")


@pytest.fixture
def count(organisation: Organisation) -> Indicator:
    return make.indicator(organisation.ifo, "A1", measured="count")


class TestCases:
    def test_what_is_left_of_a_units_own_reports_is_not_told_by_the_others(
        self, unit_scope: Scope, organisation: Organisation
    ) -> None:
        """12 came in and 10 were investigated: two are open."""
        for _ in range(10):
            investigated(organisation.intake, Severity.NONE)
        for _ in range(2):
            lay(organisation.intake, date(2023, 6, 1))
        names = ("inkomna", "utredda", "pagaende", "overforda", "ej_lex_sarah", "annullerade")
        assert [text(f"lexsarah.{name}", unit_scope) for name in names] == [
            *("12", "10", FEW, HIDDEN, HIDDEN, HIDDEN)
        ]

    def test_a_grade_is_not_told_by_the_others_and_their_sum(
        self, unit_scope: Scope, organisation: Organisation
    ) -> None:
        for severity in (*[Severity.NONE] * 10, Severity.SERIOUS, Severity.SERIOUS):
            investigated(organisation.intake, severity)
        names = ("utredda", "inget", "allvarligt", "missforhallande")
        assert [text(f"lexsarah.{name}", unit_scope) for name in names] == [
            *("12", HIDDEN, FEW, HIDDEN)
        ]

    def test_a_grade_is_not_told_by_the_sums_of_units_and_of_grades(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        """Two serious cases at youth: the section's eight less the six of intake."""
        for unit, serious in ((organisation.intake, 6), (organisation.youth, 2)):
            for severity in (*[Severity.SERIOUS] * serious, *[Severity.NONE] * 6):
                investigated(unit, severity)
        assert text("lexsarah.allvarligt", scope) == "8"
        assert text("lexsarah.utredda enhet=mottagning", scope) == "12"
        assert text("lexsarah.inget enhet=mottagning", scope) == HIDDEN

    def test_what_stands_beside_the_unit_above_hides_as_well(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        """All of intake's cases are its group's: intake is hidden, so the group is too."""
        group = make_unit("Jouren", "jour", organisation.intake, level=Unit.Level.GROUP)
        for unit, cases in ((group, 7), (organisation.youth, 2)):
            for _ in range(cases):
                investigated(unit, Severity.NONE)
        assert text("lexsarah.utredda enhet=mottagning", scope) == HIDDEN
        assert text("lexsarah.utredda enhet=jour", scope) == HIDDEN

    def test_complaints_that_are_no_appeals_are_not_told_by_those_that_are(
        self, unit_scope: Scope, organisation: Organisation
    ) -> None:
        for number in range(12):
            case = lay(organisation.intake, date(2023, 6, 1), kind=Kind.COMPLAINT)
            Complaint.objects.create(deviation=case, is_appeal=number < 10)
        assert text("klagomal.antal", unit_scope) == "12"
        assert text("klagomal.overklaganden", unit_scope) == HIDDEN
        [table] = tables("deviations.complaints", unit_scope)
        assert cells(table)[0][1:] == ["12", WITHHELD]
        assert tables("deviations.complaint_topics", unit_scope) == []


class TestIndicators:
    def test_few_that_were_not_measured_are_not_told(
        self, unit_scope: Scope, share: Indicator, organisation: Organisation
    ) -> None:
        make.outcome(share, n=20, whole=40, unit=organisation.intake, not_measured=2)
        assert "inte mätta" not in words(INDICATORS, unit_scope)

    def test_many_that_were_not_measured_are_told(
        self, unit_scope: Scope, share: Indicator, organisation: Organisation
    ) -> None:
        make.outcome(share, n=20, whole=40, unit=organisation.intake, not_measured=7)
        assert "7 är inte mätta." in words(INDICATORS, unit_scope)

    def test_the_parts_do_not_tell_a_number_that_the_table_hides(
        self, unit_scope: Scope, share: Indicator, organisation: Organisation
    ) -> None:
        """34 of 36 is told as 94 %: with the 34 anybody finds the two."""
        parts = {"barn": 16, "unga": 18}
        make.outcome(share, n=34, whole=36, unit=organisation.intake, parts=parts)
        assert cells(tables(INDICATORS, unit_scope)[0])[0][1] == "94 %"
        assert "Av de" not in words(INDICATORS, unit_scope)

    def test_the_parts_do_not_tell_what_is_in_none_of_them(
        self, unit_scope: Scope, count: Indicator, organisation: Organisation
    ) -> None:
        parts = {"barn": 16, "unga": 16}
        make.outcome(count, value=34, unit=organisation.intake, parts=parts)
        assert "Av de" not in words(INDICATORS, unit_scope)

    def test_a_count_with_decimals_is_a_count(
        self, unit_scope: Scope, organisation: Organisation
    ) -> None:
        made = make.indicator(organisation.ifo, "A1", measured="count", decimals=1)
        make.outcome(made, value=2, unit=organisation.intake)
        assert cells(tables(INDICATORS, unit_scope)[0])[0][1] == FEW
        assert text("indikator.A1.utfall", unit_scope) == FEW

    def test_a_large_count_keeps_its_decimals_in_a_sentence(
        self, unit_scope: Scope, organisation: Organisation
    ) -> None:
        made = make.indicator(organisation.ifo, "A1", measured="count", decimals=1)
        make.outcome(made, value=12.5, unit=organisation.intake)
        assert text("indikator.A1.utfall", unit_scope) == "12,5"

    def test_a_change_does_not_tell_the_number_that_was_hidden_last_year(
        self, scope: Scope, count: Indicator, organisation: Organisation
    ) -> None:
        for unit, before, now in ((organisation.intake, 3, 8), (organisation.youth, 12, 20)):
            make.outcome(count, value=before, unit=unit, year=2022)
            make.outcome(count, value=now, unit=unit)
        assert "sedan 2022" not in words(INDICATORS, scope)
        with pytest.raises(UnknownFigure):
            text("indikator.A1.forandring enhet=ungdom", scope)

    def test_a_row_that_is_only_attached_hides_what_stands_beside_it(
        self, scope: Scope, organisation: Organisation
    ) -> None:
        every = [
            make.indicator(organisation.ifo, f"A{number}", measured="count", order=number)
            for number in range(LONGEST_TABLE + 1)
        ]
        for made in every[1:]:
            make.outcome(made, value=10)
        small, large = organisation.intake, organisation.youth
        make.outcome(every[0], value=3, unit=small)
        for year, value in ((2022, 10), (2023, 30)):
            make.outcome(every[0], value=value, unit=large, year=year, comment="Fler än förut.")
            make.outcome(every[1], value=value + 1, unit=large, year=year, comment="Flera.")
        assert "20" not in words(INDICATORS, scope)
        assert charts(INDICATORS, scope) == []

    def test_hidden_counts_are_not_found_in_the_decimals_of_their_share(
        self, unit_scope: Scope, organisation: Organisation
    ) -> None:
        """89,74 % is 35 of 39 and nothing else."""
        made = make.indicator(organisation.ifo, "A1", decimals=2)
        make.outcome(made, n=35, whole=39, unit=organisation.intake)
        make.outcome(made, n=20, whole=40, unit=organisation.intake, year=2022)
        make.target(made, 90, unit=organisation.intake)
        row = cells(tables(INDICATORS, unit_scope)[0])[0]
        assert row[1:3] == ["20 av 40 (50,00 %)", "90 %"]
        said = words(INDICATORS, unit_scope)
        assert "Ökningen sedan 2022 är 40 procentenheter." in said
        assert "89,7" not in said
        assert text("indikator.A1.forandring", unit_scope) == "+40 procentenheter"

    def test_a_units_share_is_not_told_where_the_sum_gives_away_the_one_beside_it(
        self, scope: Scope, share: Indicator, organisation: Organisation
    ) -> None:
        """22 of 40 at the section less 20 of 36 at youth are two of intake's four."""
        make.outcome(share, n=22, whole=40, unit=organisation.children)
        make.outcome(share, n=20, whole=36, unit=organisation.youth)
        make.outcome(share, n=2, whole=4, unit=organisation.intake)
        assert text("indikator.A1.N", scope) == "40"
        assert {text(f"indikator.A1.{of} enhet=ungdom", scope) for of in ("utfall", "n", "N")} == {
            HIDDEN
        }
        assert text("indikator.A1.utfall enhet=mottagning", scope) == "för få svar"

    def test_a_units_share_is_not_told_where_the_counts_beside_it_are_hidden(
        self, scope: Scope, share: Indicator, organisation: Organisation
    ) -> None:
        """56 and 21 % that are 23 of 50 together: only 20 of 36 and 3 of 14 are that."""
        make.outcome(share, n=23, whole=50, unit=organisation.children)
        make.outcome(share, n=20, whole=36, unit=organisation.youth)
        make.outcome(share, n=3, whole=14, unit=organisation.intake)
        for unit in ("ungdom", "mottagning"):
            assert text(f"indikator.A1.utfall enhet={unit}", scope) == HIDDEN
            assert text(f"indikator.A1.n enhet={unit}", scope) == HIDDEN

    def test_two_of_four_is_told_nowhere(
        self, scope: Scope, share: Indicator, organisation: Organisation
    ) -> None:
        make.outcome(share, n=30, whole=40, year=2022)
        make.outcome(share, n=2, whole=4, parts={"barn": 1, "unga": 1}, not_measured=1)
        make.target(share, 90)
        other = make.indicator(organisation.ifo, "A2")
        make.outcome(other, n=30, whole=40)
        assert cells(tables(INDICATORS, scope)[0])[0][1:3] == ["30 av 40 (75 %)", "för få svar"]
        assert charts(INDICATORS, scope) == []
        assert not {"nås", "Minskningen", "Av de"} & set(words(INDICATORS, scope).split())
        for part in ("utfall", "n", "N"):
            assert text(f"indikator.A1.{part}", scope) == "för få svar"
        with pytest.raises(UnknownFigure):
            text("indikator.A1.forandring", scope)


class TestSurveys:
    def test_few_who_did_not_answer_are_not_told(
        self, unit_scope: Scope, organisation: Organisation
    ) -> None:
        make.survey(organisation.intake, "BOENDE", distributed=10, answered=8)
        assert cells(tables(SURVEYS, unit_scope)[0])[0][2:] == [HIDDEN, "8", "–"]

    def test_at_the_section_all_is_told(self, scope: Scope, organisation: Organisation) -> None:
        survey = make.survey(organisation.ifo, "BOENDE", distributed=10, answered=8)
        make.question(survey, "hjalp", 6, 2)
        answers, questions = tables(SURVEYS, scope)
        assert cells(answers)[0][2:] == ["10", "8", "80 %"]
        assert cells(questions)[0][1] == "75 % (6 av 8)"


class Told(NamedTuple):
    """What a reader sees of n of N: the share in whole percent, n and N, each if it is told."""

    share: int | None
    n: int | None
    whole: int | None

    def allows(self, n: int, whole: int) -> bool:
        shares = self.share is None or percent(n, whole) == self.share
        return shares and self.n in (None, n) and self.whole in (None, whole)


def told(scope: Scope, unit: str) -> Told:
    def number(part: str) -> int | None:
        shown = text(f"indikator.A1.{part} enhet={unit}", scope).removesuffix(" %")
        return int(shown) if shown.isdigit() else None

    return Told(number("utfall"), number("n"), number("N"))


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    small=st.integers(1, 4).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))),
    large=st.integers(5, 40).flatmap(
        lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
    ),
)
def test_a_hidden_share_is_never_the_only_one_that_fits_what_is_told(
    small: tuple[int, int], large: tuple[int, int], report: Report, organisation: Organisation
) -> None:
    """Two units and their sum, of which every live figure is known to the reader."""
    Observation.objects.all().delete()
    share, _ = Indicator.objects.get_or_create(
        code="A1", unit=organisation.ifo, measured="share", name="A", first_year=2020
    )
    n, whole = small[0] + large[0], small[1] + large[1]
    for unit, pair in (("children", (n, whole)), ("intake", small), ("youth", large)):
        make.outcome(share, n=pair[0], whole=pair[1], unit=getattr(organisation, unit))
    scope = Scope.of(report)
    of_small, of_large = told(scope, "mottagning"), told(scope, "ungdom")
    fits = {
        (part, base)
        for base in range(5)
        for part in range(max(0, n - whole + base), min(base, n) + 1)
        if of_small.allows(part, base) and of_large.allows(n - part, whole - base)
    }
    assert len(fits) > 1
