"""The published plan of 2020, counted from plain rows, and what was found missing in it."""

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from measures.models import Measure
from organisation.models import Process, Unit, User
from qualityreport import checks
from qualityreport.checks import Finding
from qualityreport.collect import collect
from qualityreport.models import Report, ReportKind
from risks.models import Control, Risk

pytestmark = pytest.mark.django_db

# number, risks, controls, measures
PUBLISHED = (
    *(("4.1", 1, 1, 2), ("4.2", 2, 0, 2), ("4.3", 3, 4, 4), ("4.4", 8, 2, 10), ("4.5", 3, 3, 2)),
    *(("4.6", 6, 4, 10), ("4.7", 2, 1, 0), ("4.8", 2, 2, 3), ("4.9", 2, 1, 2), ("4.10", 1, 0, 1)),
    *(("5.1", 2, 0, 2), ("5.2", 4, 0, 3), ("5.3", 1, 1, 2), ("5.4", 2, 0, 2), ("5.5", 1, 0, 1)),
    ("5.6", 2, 0, 2),
)
WITHOUT_CONTROL = {"4.2", "4.10", "5.1", "5.2", "5.4", "5.5", "5.6"}


@pytest.fixture(scope="module")
def unit(demo: None) -> Unit:
    return Unit.objects.get(slug="barn-familj")


@pytest.fixture(scope="module")
def findings(unit: Unit) -> list[Finding]:
    return checks.run(collect(Report.objects.get(kind=ReportKind.PLAN, year=2020)))


def test_sixteen_processes_with_their_risks_controls_and_measures(unit: Unit) -> None:
    found = [
        (row.number, row.risks.count(), row.controls.count(), row.measures.count())
        for row in Process.objects.filter(unit=unit)
    ]

    assert tuple(found) == PUBLISHED


def test_forty_two_risks_nineteen_controls_and_forty_eight_measures(unit: Unit) -> None:
    models = (Risk, Control, Measure)
    assert [model.objects.within([unit.pk]).count() for model in models] == [42, 19, 48]


def test_the_quality_areas_and_themes_of_the_risks(unit: Unit) -> None:
    risks = Risk.objects.within([unit.pk])
    areas = Counter(risks.values_list("quality_area__name", flat=True))
    themes = Counter(risks.exclude(theme="").values_list("theme", flat=True))

    assert areas == {
        "Självbestämmande och integritet": 7,
        "Helhetssyn och samordning": 6,
        "Trygghet och säkerhet": 12,
        "Kunskapsbaserad verksamhet": 7,
        None: 10,
    }
    assert sorted(themes.values()) == [1, 3, 3, 3, 8]


def test_the_checks_find_the_holes_of_the_plan(findings: list[Finding]) -> None:
    def without(what: str) -> set[str]:
        check = f"process_without_{what}"
        return {finding.place.split()[0] for finding in findings if finding.check == check}

    assert without("control") == WITHOUT_CONTROL
    assert without("measure") == {"4.7"}


def test_the_checks_find_that_nobody_answers_and_no_risk_is_judged(findings: list[Finding]) -> None:
    by_check = Counter(finding.check for finding in findings)

    assert by_check["nobody_answers_in_plan"] == by_check["not_judged"] == 16
    assert by_check["planned_risk_without_action"] == 0


def test_the_chain_finds_the_same_holes(unit: Unit, client: Client) -> None:
    client.force_login(User.objects.get(username="nora"))

    found = dict(client.get(reverse("risks:chain")).context["summed"])

    assert found["Processen har ingen egenkontroll"] == 7
    assert found["Processen har ingen åtgärd"] == 1
    assert found["Ingen ansvarar för risken"] == 42
    assert found["Ingen ansvarar för åtgärden"] == 48
    assert "Varken egenkontroll eller åtgärd" not in found


def test_neither_municipality_sees_the_other(unit: Unit, client: Client) -> None:
    for username, code in (("nora", "R1"), ("karin", "G1")):
        client.force_login(User.objects.get(username=username))
        assert client.get(reverse("risks:detail", args=[code])).status_code == 404
