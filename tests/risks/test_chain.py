"""Process, risk, egenkontroll and åtgärd on one page, and where the chain is broken."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from measures.models import Effect, Status
from organisation.models import Process, User
from risks import holes
from risks.holes import Hole, OfControl, OfMeasure, OfRisk
from risks.models import Decision, Risk
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_result, make_risk

TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ADDRESS = reverse("risks:chain")


def named(found: Iterable[Hole]) -> set[Hole]:
    return set(found)


# The rules -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "controls", "measures", "expected"),
    [
        (Decision.ACT, 0, 0, {Hole.RISK_UNHANDLED}),
        (Decision.ACT_NOW, 0, 0, {Hole.RISK_UNHANDLED}),
        (Decision.ACT, 1, 0, set()),
        (Decision.ACT, 0, 1, set()),
        (Decision.WATCH, 0, 0, {Hole.RISK_UNHANDLED}),
        (Decision.WATCH, 0, 1, set()),
        (Decision.WATCH, 1, 0, set()),
        (Decision.ACCEPT, 0, 0, set()),
    ],
)
def test_a_risk_lacks_what_its_decision_asks_for(
    decision: str, controls: int, measures: int, expected: set[Hole]
) -> None:
    assert named(holes.of_risk(OfRisk(decision, True, controls, measures))) == expected


def test_whoever_answers_for_it_is_missed() -> None:
    assert named(holes.of_risk(OfRisk(Decision.ACCEPT, False, 0, 0))) == {Hole.RISK_WITHOUT_OWNER}
    assert named(holes.of_control(OfControl(False, False, "approved", 0))) == {
        Hole.CONTROL_WITHOUT_OWNER
    }
    assert named(holes.of_measure(OfMeasure(False, Status.ONGOING, None, ""), TODAY)) == {
        Hole.MEASURE_WITHOUT_OWNER
    }


@pytest.mark.parametrize(
    ("late", "verdict", "measures", "expected"),
    [
        (True, "", 0, {Hole.CONTROL_LATE}),
        (False, "action", 0, {Hole.CONTROL_WITHOUT_MEASURE}),
        (False, "action", 1, set()),
        (False, "approved", 0, set()),
    ],
)
def test_a_control_is_made_in_time_and_leads_to_something(
    late: bool, verdict: str, measures: int, expected: set[Hole]
) -> None:
    assert named(holes.of_control(OfControl(True, late, verdict, measures))) == expected


@pytest.mark.parametrize(
    ("status", "due_on", "effect", "again_on", "expected"),
    [
        (Status.ONGOING, YESTERDAY, "", None, {Hole.MEASURE_OVERDUE}),
        (Status.ONGOING, TODAY, "", None, set()),
        (Status.DONE, YESTERDAY, Effect.YES, None, set()),
        (Status.DONE, YESTERDAY, "", None, {Hole.MEASURE_NOT_FOLLOWED_UP}),
        (Status.DONE, None, Effect.TOO_EARLY, TOMORROW, set()),
        (Status.DONE, None, Effect.TOO_EARLY, YESTERDAY, {Hole.MEASURE_NOT_FOLLOWED_UP}),
        (Status.DISCONTINUED, YESTERDAY, "", None, set()),
    ],
)
def test_a_measure_is_done_in_time_and_followed_up(
    status: str, due_on: date | None, effect: str, again_on: date | None, expected: set[Hole]
) -> None:
    measure = OfMeasure(True, status, due_on, effect, again_on)
    assert named(holes.of_measure(measure, TODAY)) == expected


def test_a_process_with_accepted_risks_alone_lacks_nothing() -> None:
    assert named(holes.of_process(open_risks=0, controls=0, measures=0)) == set()
    assert named(holes.of_process(open_risks=1, controls=0, measures=0)) == {
        Hole.PROCESS_WITHOUT_CONTROL,
        Hole.PROCESS_WITHOUT_MEASURE,
    }


# The page ------------------------------------------------------------------------------------


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


@pytest.fixture
def process(organisation: Organisation) -> Process:
    return Process.objects.create(unit=organisation.ifo, number="2.1", name="Förhandsbedömning")


@pytest.fixture
def handled(organisation: Organisation, process: Process, eva: User) -> Risk:
    """With all that is asked for."""
    risk = make_risk(organisation.intake, "R1", responsible=eva)
    risk.processes.add(process)
    control = make_control(organisation.intake, responsible=eva, process=process)
    make_result(control, TODAY, 34, 34, verdict="approved")
    control.risks.add(risk)
    risk.measures.add(make_measure(organisation.intake, responsible=eva, due_on=TOMORROW))
    return risk


def found(client: Client, **query: str) -> dict[str, set[Hole]]:
    chains = client.get(ADDRESS, query).context["chains"]
    return {chain.name: {one.hole for one in chain.every_hole} for chain in chains}


def test_a_whole_chain_has_no_holes(eva_in: Client, handled: Risk) -> None:
    assert found(eva_in) == {"2.1 Förhandsbedömning": set()}
    assert "Inget brister" in eva_in.get(ADDRESS).text
    assert found(eva_in, holes="on") == {}


def test_holes_of_the_process_and_of_what_hangs_on_it_are_marked(
    eva_in: Client, organisation: Organisation, process: Process
) -> None:
    risk = make_risk(organisation.intake, "R1")
    risk.processes.add(process)

    assert found(eva_in) == {
        "2.1 Förhandsbedömning": {
            Hole.PROCESS_WITHOUT_CONTROL,
            Hole.PROCESS_WITHOUT_MEASURE,
            Hole.RISK_UNHANDLED,
            Hole.RISK_WITHOUT_OWNER,
        }
    }


def test_what_belongs_to_no_process_stands_last(
    eva_in: Client, organisation: Organisation, handled: Risk
) -> None:
    make_risk(organisation.intake, "R2", responsible=handled.responsible)

    assert list(found(eva_in)) == ["2.1 Förhandsbedömning", "Utan process"]


def test_what_is_of_several_processes_is_counted_once(
    eva_in: Client, organisation: Organisation, process: Process
) -> None:
    risk = make_risk(organisation.intake, "R1", decision=Decision.ACCEPT)
    other = Process.objects.create(unit=organisation.ifo, number="2.2", name="Utredning")
    risk.processes.add(process, other)

    assert eva_in.get(ADDRESS).context["summed"] == [("Ingen ansvarar för risken", 1)]


def test_a_control_that_watches_no_risk_of_its_process_stands_apart(
    eva_in: Client, organisation: Organisation, process: Process
) -> None:
    make_control(organisation.intake, process=process)

    [chain] = eva_in.get(ADDRESS).context["chains"]

    assert [link.title for link in chain.apart] == ["E1 Utredningar inom lagstadgad tid"]


def test_a_hole_leads_to_where_it_is_mended_for_whoever_may(
    eva_in: Client, client: Client, organisation: Organisation, process: Process, dag: User
) -> None:
    risk = make_risk(organisation.intake, "R1")
    risk.processes.add(process)
    way = f"{reverse('controls:create')}?risk=R1"

    assert way in eva_in.get(ADDRESS).text
    client.force_login(dag)
    assert way not in client.get(ADDRESS).text


def test_the_excel_has_what_the_page_has(
    eva_in: Client, organisation: Organisation, handled: Risk
) -> None:
    answer = eva_in.get(reverse("risks:chain_export"))

    assert answer.status_code == 200
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")


def test_a_risk_of_a_process_that_has_ended_does_not_fall_out(
    eva_in: Client, organisation: Organisation
) -> None:
    ended = Process.objects.create(
        unit=organisation.intake, number="1.1", name="Förr", closed_on=YESTERDAY
    )
    make_risk(organisation.intake).processes.add(ended)
    make_control(organisation.intake, process=ended)

    [chain] = eva_in.get(ADDRESS).context["chains"]

    assert (chain.name, len(chain.risks), len(chain.apart)) == ("Utan process", 1, 1)


def test_a_control_of_the_process_handles_its_risks_though_it_watches_another(
    eva_in: Client, organisation: Organisation
) -> None:
    """The page of the process and the whole chain say the same."""
    one = Process.objects.create(unit=organisation.intake, number="1.1", name="Utreda")
    other = Process.objects.create(unit=organisation.intake, number="1.2", name="Följa upp")
    make_risk(organisation.intake, "R1").processes.add(one, other)
    elsewhere = make_risk(organisation.intake, "R2")
    make_control(organisation.intake, process=other).risks.add(elsewhere)

    holes = dict(eva_in.get(ADDRESS).context["summed"])
    page = eva_in.get(reverse("processes:detail", args=[one.pk])).context["chain"]

    assert "Varken egenkontroll eller åtgärd" not in holes
    assert Hole.RISK_UNHANDLED not in {mending.hole for mending in page.every_hole}


def test_three_risks_cost_as_many_queries_as_one(
    eva_in: Client,
    organisation: Organisation,
    process: Process,
    handled: Risk,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    eva_in.get(ADDRESS)
    with django_assert_num_queries(27):
        eva_in.get(ADDRESS)
    for number in (2, 3):
        risk = make_risk(organisation.intake, f"R{number}")
        risk.processes.add(process)
        control = make_control(organisation.intake, f"E{number}", process=process)
        control.risks.add(risk)
        risk.measures.add(make_measure(organisation.intake))
    with django_assert_num_queries(27):
        eva_in.get(ADDRESS)
