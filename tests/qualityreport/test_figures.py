from datetime import date

import pytest

from organisation.models import SmallNumberPolicy, Unit
from qualityreport.figures import FIGURES, UnknownFigure, resolve
from qualityreport.scope import Scope
from qualityreport.tokens import Token
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report
from tests.qualityreport.conftest import investigated

pytestmark = pytest.mark.usefixtures("cases")


def text(name: str, scope: Scope, **modifiers: str) -> str:
    return resolve(Token(name, tuple(modifiers.items())), scope).text


def test_a_figure_is_counted_over_the_reports_unit(scope: Scope) -> None:
    assert text("lexsarah.utredda", scope) == "4"


def test_a_figure_may_be_narrowed_to_a_unit_below(scope: Scope) -> None:
    assert text("lexsarah.utredda", scope, enhet="barn") == "3"


def test_a_figure_may_be_taken_from_the_year_before(scope: Scope) -> None:
    assert text("lexsarah.utredda", scope, år="-1") == "0"


def test_a_grade_is_counted_by_itself(scope: Scope) -> None:
    assert text("lexsarah.missforhallande", scope) == "2"


def test_the_year_is_not_written_with_a_space_for_thousands(scope: Scope) -> None:
    assert text("rapport.ar", scope) == "2023"


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_a_value(name: str, scope: Scope) -> None:
    assert text(name, scope)


def test_a_small_number_below_the_section_is_not_told(scope: Scope) -> None:
    assert text("lexsarah.utredda", scope, enhet="mottagning") == "färre än fem"


def test_the_words_for_a_small_number_follow_the_rule(organisation: Organisation) -> None:
    SmallNumberPolicy.objects.create(
        unit=organisation.ifo,
        audience=SmallNumberPolicy.Audience.PUBLIC,
        minimum_count=10,
        motive="Liten kommun",
        valid_from=date(2020, 1, 1),
    )
    for _ in range(4):
        investigated(organisation.intake, "none")
    scope = Scope.of(make_report(organisation.ifo))
    assert text("lexsarah.utredda", scope, enhet="mottagning") == "färre än tio"


def test_a_number_that_gives_away_a_small_one_beside_it_is_not_told(
    scope: Scope, organisation: Organisation
) -> None:
    for _ in range(2):
        investigated(organisation.intake, "none")
    investigated(organisation.youth, "none")
    assert text("lexsarah.utredda", scope, enhet="barn") == "6"
    assert text("lexsarah.utredda", scope, enhet="ungdom") == "färre än fem"
    assert text("lexsarah.utredda", scope, enhet="mottagning") == "ett antal som inte redovisas"


def test_a_number_that_gives_away_what_belongs_to_the_section_itself_is_not_told(
    scope: Scope, organisation: Organisation
) -> None:
    for _ in range(2):
        investigated(organisation.intake, "none")
    investigated(organisation.children, "none")
    assert text("lexsarah.utredda", scope, enhet="mottagning") == "ett antal som inte redovisas"


def test_five_cases_below_the_section_are_told(scope: Scope, organisation: Organisation) -> None:
    for _ in range(2):
        investigated(organisation.intake, "none")
    assert text("lexsarah.utredda", scope, enhet="mottagning") == "5"


@pytest.mark.parametrize(
    ("name", "modifiers"),
    [
        ("lexsarah.finns_inte", {}),
        ("lexsarah.utredda", {"enhet": "aldre"}),
        ("lexsarah.utredda", {"enhet": "ingen-alls"}),
        ("lexsarah.utredda", {"år": "2024"}),
        ("lexsarah.utredda", {"år": "i-fjol"}),
        ("lexsarah.utredda", {"kön": "flicka"}),
    ],
)
def test_what_cannot_be_counted_is_refused_in_words(
    name: str, modifiers: dict[str, str], scope: Scope
) -> None:
    with pytest.raises(UnknownFigure):
        text(name, scope, **modifiers)


def test_a_case_after_the_as_of_date_is_not_counted(organisation: Organisation) -> None:
    half_year = Scope.of(make_report(organisation.ifo, as_of=date(2023, 4, 30)))
    assert text("lexsarah.utredda", half_year) == "0"


def test_a_resolved_figure_says_where_it_comes_from(scope: Scope) -> None:
    figure = resolve(Token("lexsarah.utredda", (("enhet", "barn"),)), scope)
    assert (figure.register, figure.unit, figure.period) == (
        "Avvikelseregistret",
        Unit.objects.get(slug="barn").name,
        "2023",
    )
