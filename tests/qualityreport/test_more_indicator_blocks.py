"""Both sexes, volumes, what the series say, and the list of what is hidden."""

import pytest
from django.test import Client
from django.urls import reverse

from indicators.models import AnswerCount, DefinitionBreak, SurveyGroup
from organisation.models import SmallNumberPolicy, User
from qualityreport import hidden
from qualityreport.collect import collect
from qualityreport.figures import UnknownFigure
from qualityreport.models import Report
from qualityreport.scope import Scope
from tests.factories import registers as make
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report
from tests.qualityreport.reading import cells, tables, words
from tests.qualityreport.test_small_numbers import FEW, HIDDEN, text

ASKED = "Brukarundersökning boendestöd, vuxna med boendestöd"
BY_SEX, SURVEYS = "indicators.by_sex", "surveys.by_area"


def test_both_sexes_stand_beside_the_whole(scope: Scope, organisation: Organisation) -> None:
    made = make.indicator(organisation.ifo, "A1", name="Nöjda")
    make.outcome(made, n=30, whole=40, year=2022)
    make.outcome(made, n=36, whole=40, forecast=90, comment="Fler är nöjda.")
    make.outcome(made, n=20, whole=22, sex="female")
    make.outcome(made, n=16, whole=18, sex="male")
    make.target(made, 90, kind="annual")
    make.target(made, 85, kind="council")

    [table] = tables(BY_SEX, scope)

    assert cells(table)[0][1:] == [
        "36 av 40 (90 %)",
        "16 av 18 (89 %)",
        "20 av 22 (91 %)",
        "30 av 40 (75 %)",
        *("90 %", "90 %", "85 %", "VB 2023"),
    ]
    assert words(BY_SEX, scope) == "<p><strong>Nöjda.</strong> Fler är nöjda.</p>"


def test_a_sex_is_not_told_by_the_other(scope: Scope, organisation: Organisation) -> None:
    made = make.indicator(organisation.ifo, "A1")
    make.outcome(made, n=36, whole=40)
    make.outcome(made, n=33, whole=37, sex="female")
    make.outcome(made, n=3, whole=3, sex="male")

    assert cells(tables(BY_SEX, scope)[0])[0][1:4] == ["36 av 40 (90 %)", "för få svar", HIDDEN]
    assert text("indikator.A1.utfall kön=pojkar", scope) == "för få svar"
    assert text("indikator.A1.n kön=flickor", scope) == HIDDEN


def test_the_growth_of_a_count_is_not_told_below_the_section(organisation: Organisation) -> None:
    """22 in December less 20 in August are two."""
    scope = Scope.of(make_report(organisation.intake))
    made = make.indicator(organisation.ifo, "A1", measured="count")
    make.outcome(made, value=20, unit=organisation.intake, period="DA2")
    make.outcome(made, value=22, unit=organisation.intake)

    told = {text(f"indikator.A1.utfall {period}", scope) for period in ("period=då2", "period=vb")}

    assert told == {HIDDEN, "22"}


def test_a_figure_of_one_sex(scope: Scope, organisation: Organisation) -> None:
    made = make.indicator(organisation.ifo, "A1")
    make.outcome(made, n=36, whole=40)
    make.outcome(made, n=20, whole=22, sex="female")

    assert text("indikator.A1.n kön=kvinnor", scope) == "20"
    for wrong in ("A1.n kön=män", "A1.n kön=alla", "A1.mal kön=flickor"):
        with pytest.raises(UnknownFigure):
            text(f"indikator.{wrong}", scope)
    with pytest.raises(UnknownFigure):
        text("lexsarah.inkomna kön=flickor", scope)


def test_volumes_of_two_years(scope: Scope, organisation: Organisation) -> None:
    made = make.indicator(organisation.ifo, "A1", measured="count", name="Kontakter")
    make.outcome(made, value=1137, year=2022)
    make.outcome(made, value=1931)

    [table] = tables("indicators.volumes", scope)

    row = [cell.replace("\u202f", " ").replace("\u00a0", " ") for cell in cells(table)[0]]
    assert row == ["Kontakter", "1 137", "1 931", "+794"]


def test_what_a_series_says_begins_anew_with_its_definition(
    scope: Scope, organisation: Organisation
) -> None:
    made = make.indicator(organisation.ifo, "A1", measured="count", name="Kontakter")
    for year, value in zip(range(2018, 2024), (10, 20, 30, 40, 50, 60), strict=True):
        make.outcome(made, value=value, year=year)

    assert "har stigit 2018–2023" in words("indicators.series", scope)
    DefinitionBreak.objects.create(
        indicator=made, from_year=2023, what="Nytt system", made_by_name="Karin"
    )
    fresh = Scope(scope.unit, scope.period, scope.policy)
    assert "stigit" not in words("indicators.series", fresh)


def test_a_figure_from_before_a_new_definition_says_that_it_does_not_compare(
    scope: Scope, organisation: Organisation
) -> None:
    made = make.indicator(organisation.ifo, "A1", measured="count")
    make.outcome(made, value=20, year=2022)
    make.outcome(made, value=40)
    DefinitionBreak.objects.create(
        indicator=made, from_year=2023, what="Även telefon räknas.", made_by_name="Karin"
    )

    [table] = tables("indicators.by_area", scope)

    before, now = table.rows[0].cells[1:3]
    assert before.footnote == (
        "Kan inte jämföras med senare år. Nytt sätt att mäta från 2023: Även telefon räknas."
    )
    assert now.footnote == ""


# Surveys -------------------------------------------------------------------------------------


def grouped(organisation: Organisation, *of_girls: int) -> None:
    """Eight of fifteen are content; how many of the girls chose either answer."""
    survey = make.survey(organisation.ifo, "BU", distributed=30, answered=15)
    question = make.question(survey, "nojd", 8, 7, text="Nöjd?")
    girls, boys = (
        SurveyGroup.objects.create(survey=survey, name=name, sex=sex, order=order)
        for order, (name, sex) in enumerate((("flickor", "female"), ("pojkar", "male")))
    )
    for option, count in zip(question.options.order_by("pk"), of_girls, strict=True):
        AnswerCount.objects.create(option=option, group=girls, count=count)
        AnswerCount.objects.create(option=option, group=boys, count=option.count - count)


def test_groups_have_a_table_of_their_own(scope: Scope, organisation: Organisation) -> None:
    grouped(organisation, 4, 3)

    *_, groups = tables(SURVEYS, scope)

    assert cells(groups) == [["Nöjd?", "57 % (4 av 7)", "50 % (4 av 8)"]]


def test_a_live_figure_of_one_sex_is_that_of_the_table(
    scope: Scope, organisation: Organisation
) -> None:
    grouped(organisation, 4, 3)

    told = [text(f"enkat.BU.nojd{part} kön=flickor", scope) for part in ("", ".n", ".N")]

    assert told == ["57 %", "4", "7"]
    for wrong in ("enkat.BU.svar kön=flickor", "enkat.BU.nojd.riket kön=pojkar"):
        with pytest.raises(UnknownFigure, match="kön="):
            text(wrong, scope)


def test_a_live_figure_of_one_sex_does_not_tell_the_other(
    scope: Scope, organisation: Organisation
) -> None:
    grouped(organisation, 8, 4)

    assert text("enkat.BU.nojd.n kön=flickor", scope) == HIDDEN
    assert text("enkat.BU.nojd kön=pojkar", scope) == "för få svar"


def test_a_group_is_not_told_by_the_other(scope: Scope, organisation: Organisation) -> None:
    grouped(organisation, 8, 4)

    *_, groups = tables(SURVEYS, scope)

    assert cells(groups) == [["Nöjd?", HIDDEN, "för få svar"]]


def test_before_and_after_stand_together(scope: Scope, organisation: Organisation) -> None:
    survey = make.survey(organisation.ifo, "FBI", distributed=None, answered=11)
    told = {"before_mean": "2.5", "after_mean": "3.75", "improved": 7, "unchanged": 3}
    survey.questions.create(key="vardag", text="Vardagen", worsened=1, **told)
    survey.questions.create(key="skola", text="Skolan", improved=3, unchanged=1, worsened=0)

    *_, changes = tables(SURVEYS, scope)

    assert cells(changes) == [
        ["Vardagen", "2,5", "3,75", "64 % (7 av 11)", "27 % (3 av 11)", "9 % (1 av 11)"],
        ["Skolan", "för få svar", *["–"] * 4],
    ]


def test_last_year_comes_from_the_register(scope: Scope, organisation: Organisation) -> None:
    make.question(make.survey(organisation.ifo, "BU", year=2022), "nojd", 9, 1)
    make.question(make.survey(organisation.ifo, "BU"), "nojd", 8, 2, previous_share=50)

    [_, questions] = tables(SURVEYS, scope)

    assert cells(questions)[0][1:] == ["80 % (8 av 10)", "90 %"]


def test_a_section_s_survey_does_not_tell_its_unit_s(
    scope: Scope, organisation: Organisation
) -> None:
    for unit, code, part, others in (
        (organisation.children, "BU", 10, 8),
        (organisation.intake, "BU-M", 8, 7),
        (organisation.youth, "BU-U", 2, 1),
    ):
        make.question(make.survey(unit, code), "nojd", part, others)

    shares = {cells(table)[0][1] for table in tables(SURVEYS, scope)[1:]}

    assert shares == {"56 % (10 av 18)", HIDDEN, "för få svar"}


# Dolda uppgifter -----------------------------------------------------------------------------


def test_every_hidden_figure_is_listed_with_its_reason(
    report: Report, organisation: Organisation
) -> None:
    made = make.indicator(organisation.ifo, "A1", measured="count", name="Avbrott")
    for unit, value in ((organisation.intake, 3), (organisation.youth, 12)):
        make.outcome(made, value=value, unit=unit)
    make.question(make.survey(organisation.ifo, "BU", answered=4), "nojd", 3, 1)

    rows = {(row.what, row.unit): row.why for row in hidden.rows(collect(report))}

    assert rows == {
        ("A1 Avbrott", organisation.intake.name): hidden._small(Scope.of(report).policy),
        ("A1 Avbrott", organisation.youth.name): hidden.BESIDE,
        (f"{ASKED}: Alla svar", organisation.ifo.name): ("Underlaget är mindre än fem."),
    }


def test_the_report_s_audience_chooses_the_rule(report: Report, organisation: Organisation) -> None:
    made = make.indicator(organisation.ifo, "A1", measured="count")
    make.outcome(made, value=3, unit=organisation.intake)
    SmallNumberPolicy.objects.create(
        unit=organisation.ifo,
        audience="internal",
        minimum_count=0,
        motive="Bara för ledningen",
        valid_from="2020-01-01",
    )

    assert text("indikator.A1.utfall", Scope.of(report)) == FEW
    report.audience = "internal"
    assert text("indikator.A1.utfall", Scope.of(report)) == "3"


def test_the_page_says_what_is_hidden(
    client: Client, karin: User, report: Report, organisation: Organisation
) -> None:
    client.force_login(karin)
    made = make.indicator(organisation.ifo, "A1", name="Avbrott")
    make.outcome(made, n=2, whole=4)

    page = client.get(reverse("qualityreport:hidden", args=[report.pk])).text

    assert "A1 Avbrott" in page
    assert "Underlaget är mindre än fem." in page
