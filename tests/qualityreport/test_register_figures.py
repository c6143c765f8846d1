"""Live figures of indicators, surveys, risks and controls: as the tables have them, or a reason."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.models import Indicator
from measures.models import Effect, Status
from qualityreport import figures
from qualityreport.figures import UnknownFigure, resolve
from qualityreport.models import Report
from qualityreport.scope import Scope
from qualityreport.text import compose
from qualityreport.tokens import tokens
from risks.models import Verdict
from tests.factories import registers as make
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report

PARTS = (
    *("indikator", "enkat", "risk", "egenkontroll", "IFO-07", "BOENDE", "R1", "K1", "utfall"),
    *("n", "N", "hjalp", "niva", "resultat", "riket", "<b>", "0", "-"),
)
JUNE, LAST_YEAR = date(2023, 6, 1), date(2022, 6, 1)


def text(written: str, scope: Scope) -> str:
    [token] = tokens(f"{{{{ {written} }}}}")
    return resolve(token, scope).text.replace("\u00a0", " ").replace("\u202f", " ")


def refusal(written: str, scope: Scope) -> str:
    with pytest.raises(UnknownFigure) as refused:
        text(written, scope)
    return str(refused.value)


@pytest.fixture
def registers(organisation: Organisation) -> None:
    ifo = organisation.ifo
    share = make.indicator(ifo, "IFO-07", name="Avslutade i tid")
    make.outcome(share, n=285, whole=1384)
    make.outcome(share, n=200, whole=1250, year=2022)
    make.target(share, 50)
    share.comparisons.create(year=2023, value=33)
    visits = make.indicator(ifo, "IFO-08", measured="count", name="Besök")
    make.outcome(visits, value=1193, period="DA2")
    make.outcome(visits, value=1894)
    make.outcome(make.indicator(ifo, "IFO-09"), n=2, whole=4)
    survey = make.survey(ifo, "BOENDE")
    make.question(survey, "hjalp", 99, 9, national_share=86, previous_share=88)
    make.question(survey, "natter", 1, 2)
    risk = make.risk(ifo, "R1", levels=((LAST_YEAR, 3, 3), (JUNE, 3, 2)))
    measure = make_measure(ifo, "Ny rutin")
    make_follow_up(measure, JUNE, Status.DONE, effect=Effect.YES)
    risk.measures.add(measure)
    control = make.control(ifo, "K1", threshold=90)
    control.measures.add(measure)
    make.result(control, n=982, whole=1384, verdict=Verdict.ACTION)
    make.control(ifo, "K2")


@pytest.mark.usefixtures("registers")
class TestFigures:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("indikator.IFO-07.utfall", "21 %"),
            ("indikator.ifo-07.utfall", "21 %"),
            ("indikator.IFO-07.n", "285"),
            ("indikator.IFO-07.N", "1 384"),
            ("indikator.IFO-07.utfall år=2022", "16 %"),
            ("indikator.IFO-07.utfall år=-1", "16 %"),
            ("indikator.IFO-07.mal", "50 %"),
            ("indikator.IFO-07.etappmal", "50 %"),
            ("indikator.IFO-07.malvarde", "ej fastställt"),
            ("indikator.IFO-07.forandring", "+5 procentenheter"),
            ("indikator.IFO-07.riket", "33 %"),
            ("indikator.IFO-08.utfall", "1 894"),
            ("indikator.IFO-08.utfall period=då2", "1 193"),
            ("indikator.IFO-08.riket", "uppgift saknas"),
            ("indikator.IFO-09.utfall", "för få svar"),
            ("indikator.IFO-09.n", "för få svar"),
            ("enkat.BOENDE.utdelade", "120"),
            ("enkat.BOENDE.svar", "108"),
            ("enkat.BOENDE.svarsfrekvens", "90 %"),
            ("enkat.BOENDE.hjalp", "92 %"),
            ("enkat.BOENDE.hjalp.n", "99"),
            ("enkat.BOENDE.hjalp.N", "108"),
            ("enkat.BOENDE.hjalp.riket", "86 %"),
            ("enkat.BOENDE.hjalp.forra", "88 %"),
            ("enkat.BOENDE.natter", "för få svar"),
            ("risk.R1.niva", "6 (hög)"),
            ("risk.R1.niva_forra", "9 (hög)"),
            ("risker.antal", "1"),
            ("risker.hoga", "1"),
            ("risker.laga", "0"),
            ("egenkontroll.K1.resultat", "71 %"),
            ("egenkontroll.K1.n", "982"),
            ("egenkontroll.K1.N", "1 384"),
            ("egenkontroll.K1.grans", "90 %"),
            ("egenkontroll.K2.resultat", "inte genomförd"),
            ("egenkontroll.K2.grans", "ej fastställt"),
            ("egenkontroller.antal", "2"),
            ("egenkontroller.atgard", "1"),
            ("egenkontroller.utan_resultat", "1"),
            ("atgarder.antal", "1"),
            ("atgarder.klara", "1"),
            ("atgarder.onskad_effekt", "1"),
        ],
    )
    def test_a_figure_prints_what_its_register_says(
        self, written: str, expected: str, scope: Scope
    ) -> None:
        assert text(written, scope) == expected

    @pytest.mark.parametrize(
        ("written", "words"),
        [
            ("indikator.IFO-70.utfall", "Närmast: IFO-09, IFO-08, IFO-07."),
            ("indikator.IFO-07.malet", "Välj utfall, n, N, mal"),
            ("indikator.IFO-07.utfall år=2019", "Det finns ingen indikator ”ifo-07” att räkna."),
            ("indikator.IFO-07.utfall period=t1", "har inget utfall för T1 2023"),
            ("indikator.IFO-07.utfall period=vår", "Det finns ingen period ”vår”"),
            ("indikator.IFO-08.n", "Antalen bakom utfallet för IFO-08 finns inte."),
            ("indikator.IFO-08.forandring", "går inte att räkna"),
            ("indikator.IFO-07", "inte ett helt namn"),
            ("enkat.BOENDE.maten", "Välj utdelade, svar, svarsfrekvens, hjalp eller natter."),
            ("enkat.BOENDE.hjalp.medel", "Välj n, N, riket eller forra."),
            ("risk.R9.niva", "Närmast: R1."),
            ("risker.okanda", "Närmast: risker.antal"),
            ("egenkontroll.K1.utfall", "Välj resultat, n, N eller grans."),
            ("lexsarah.utredda period=då2", "bara att välja på för indikatorer"),
            ("hittepa.antal", "Det finns ingen levande siffra som heter ”hittepa.antal”."),
        ],
    )
    def test_what_does_not_exist_is_refused_with_what_does(
        self, written: str, words: str, scope: Scope
    ) -> None:
        assert words in refusal(written, scope)

    def test_a_figure_says_where_it_comes_from(self, scope: Scope) -> None:
        [token] = tokens("{{ indikator.IFO-08.utfall period=då2 }}")
        found = resolve(token, scope)
        assert (found.title, found.register, found.unit, found.period) == (
            "Besök, utfall",
            "Indikatorregistret",
            "Individ- och familjeomsorgen",
            "DÅ2 2023",
        )

    def test_a_goal_is_of_its_own_year(self, scope: Scope, organisation: Organisation) -> None:
        made = make.indicator(organisation.ifo, "IFO-10")
        make.outcome(made, n=10, whole=20)
        make.target(made, 80, kind="long_term", year=2030)
        [token] = tokens("{{ indikator.IFO-10.malvarde }}")
        assert resolve(token, scope).period == "2030"

    def test_every_figure_that_is_offered_has_its_value(self, scope: Scope) -> None:
        offered = {
            choice.token: choice.value
            for rows in figures.choices(scope).values()
            for choice in rows
        }
        assert {token: text(token[3:-3], scope) for token in offered} == {
            token: value.replace("\u00a0", " ").replace("\u202f", " ")
            for token, value in offered.items()
        }

    @settings(
        max_examples=150,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        st.lists(
            st.sampled_from(PARTS),
            min_size=1,
            max_size=5,
        ),
        st.lists(
            st.sampled_from(["år=2022", "år=-1", "år=x", "enhet=barn", "period=då2", "x=<i>"]),
            max_size=3,
        ),
    )
    def test_no_token_breaks_the_report_or_escapes_into_its_markup(
        self, scope: Scope, path: list[str], modifiers: list[str]
    ) -> None:
        written = f"{{{{ {'.'.join(path)} {' '.join(modifiers)} }}}}"
        composed = compose(f"<p>{written}</p>", scope=scope, heading_level=3)
        assert not any(tag in composed.html for tag in ("<b>", "<i>"))
        assert composed.figures or composed.faults


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(words=st.text(alphabet="<>&\"'{}abc %", max_size=20))
def test_what_a_register_says_is_text_and_never_markup(
    words: str, report: Report, organisation: Organisation
) -> None:
    share, _ = Indicator.objects.get_or_create(
        code="A1", unit=organisation.ifo, measured="share", name="A", first_year=2020
    )
    share.observations.get_or_create(unit=organisation.ifo, year=2023, numerator=10, denominator=20)
    share.comparisons.update_or_create(year=2023, defaults={"text": f"<script>{words}"})
    composed = compose("<p>{{ indikator.A1.riket }}</p>", scope=Scope.of(report), heading_level=3)
    assert composed.html.count("<") == 2


def test_of_several_units_one_must_be_chosen(scope: Scope, organisation: Organisation) -> None:
    share = make.indicator(organisation.ifo, "A1")
    make.outcome(share, n=10, whole=20, unit=organisation.children)
    make.outcome(share, n=5, whole=20, unit=organisation.adults)
    assert "Skriv enhet=barn eller enhet=vuxna." in refusal("indikator.A1.utfall", scope)
    assert text("indikator.A1.utfall enhet=vuxna", scope) == "25 %"


def test_a_small_count_below_the_section_hides_the_one_beside_it(
    scope: Scope, organisation: Organisation
) -> None:
    count = make.indicator(organisation.ifo, "A1", measured="count")
    make.outcome(count, value=3, unit=organisation.intake)
    make.outcome(count, value=12, unit=organisation.youth)
    assert text("indikator.A1.utfall enhet=mottagning", scope) == "färre än fem"
    assert text("indikator.A1.utfall enhet=ungdom", scope) == "ett antal som inte redovisas"


def test_the_list_of_figures_asks_as_many_questions_for_many_as_for_one(
    organisation: Organisation,
) -> None:
    report = make_report(organisation.ifo)
    _fill(organisation, 1)
    few = _questions(Scope.of(report))
    for number in (2, 3):
        _fill(organisation, number)
    assert _questions(Scope.of(report)) == few


def _fill(organisation: Organisation, number: int) -> None:
    ifo = organisation.ifo
    make.outcome(make.indicator(ifo, f"I{number}"), n=10, whole=20)
    make.question(make.survey(ifo, f"E{number}"), "q", 10, 20)
    make.risk(ifo, f"R{number}", levels=((JUNE, 1, 1),))
    make.result(make.control(ifo, f"K{number}"), n=10, whole=20)


def _questions(scope: Scope) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert figures.choices(scope)
    return len(asked)
