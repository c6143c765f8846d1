"""Measures of risks and controls: one measure, however many it answers to."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations.models import Kind
from measures.models import Measure, Status
from measures.services import follow_up
from organisation.models import User
from risks.models import Control, Risk
from tests.factories.deviations import make_case
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_risk

TODAY = timezone.localdate()


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def url(name: str, owner: Risk | Control, *more: int) -> str:
    register = "risks" if isinstance(owner, Risk) else "controls"
    return reverse(f"{register}:{name}", args=[owner.code, *more])


def new(unit_id: int, **changes: object) -> dict[str, object]:
    sent: dict[str, object] = {
        "title": "Checklista för samtal",
        "kind": "routine",
        "unit": unit_id,
        "due_on": TODAY + timedelta(days=60),
        "responsible": "",
        "description": "",
    }
    return {f"ny-{name}": value for name, value in (sent | changes).items()}


def titles(answer: Any) -> list[str]:
    return [origin.title or origin.kind for origin in answer.context["origins"]]


@pytest.mark.parametrize("kind", ["risk", "control"])
def test_a_new_measure_is_made_in_the_register_of_measures(
    eva_in: Client, request: pytest.FixtureRequest, kind: str
) -> None:
    owner = request.getfixturevalue(kind)

    eva_in.post(url("measure", owner), new(owner.unit_id))

    measure = Measure.objects.get()
    assert owner.measures.get() == measure
    assert measure.origin == {"risk": "risk", "control": "egenkontroll"}[kind]


def test_a_measure_may_be_made_by_a_unit_below(
    client: Client, organisation: Organisation, karin: User
) -> None:
    risk = make_risk(organisation.ifo)
    client.force_login(karin)

    client.post(url("measure", risk), new(organisation.intake.pk))

    assert risk.measures.get().unit == organisation.intake


def test_a_measure_is_not_laid_on_a_unit_out_of_reach(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    answer = eva_in.post(url("measure", risk), new(organisation.home_care.pk))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["unit"]
    assert "Checklista för samtal" in answer.content.decode()


def test_a_measure_that_is_there_is_linked_and_has_one_status_everywhere(
    eva_in: Client, eva: User, risk: Risk, control: Control
) -> None:
    measure = make_measure(risk.unit)
    risk.measures.add(measure)
    eva_in.post(url("measure", control), {"measure": measure.pk, "link": "1"})

    follow_up(actor=eva, measure=measure, followed_up_on=TODAY, status=Status.ONGOING)

    shown = [eva_in.get(url("detail", owner)).context["measures"] for owner in (risk, control)]
    assert [row.status for (row,) in shown] == ["Pågående", "Pågående"]


def test_a_measure_whose_day_has_passed_is_late_here_too(eva_in: Client, risk: Risk) -> None:
    risk.measures.add(make_measure(risk.unit, due_on=TODAY - timedelta(days=1)))

    (row,) = eva_in.get(url("detail", risk)).context["measures"]

    assert (row.status, row.tone) == ("Försenad", "late")


def test_only_measures_that_the_person_may_see_are_offered(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    make_measure(organisation.intake, "Synlig")
    make_measure(organisation.intake, "Avvecklad", status=Status.DISCONTINUED)
    hidden = make_measure(organisation.home_care, "Någon annans")

    offered = eva_in.get(url("measure", risk)).context["link_form"].fields["measure"].queryset
    answer = eva_in.post(url("measure", risk), {"measure": hidden.pk, "link": "1"})

    assert [measure.title for measure in offered] == ["Synlig"]
    assert (answer.status_code, risk.measures.count()) == (422, 0)


def test_a_closed_risk_takes_no_measure_and_loses_none(
    eva_in: Client, organisation: Organisation
) -> None:
    closed = make_risk(organisation.intake, closed_on=TODAY, closed_because="Klart.")
    measure = make_measure(closed.unit)
    closed.measures.add(measure)

    answer = eva_in.post(url("measure", closed), new(closed.unit_id))
    eva_in.post(url("unlink", closed, measure.pk))

    assert answer.status_code == 422
    assert "Checklista för samtal" in answer.content.decode()
    assert closed.measures.get() == measure


def test_a_measure_is_unlinked_only_when_it_is_said_twice(eva_in: Client, risk: Risk) -> None:
    measure = make_measure(risk.unit)
    risk.measures.add(measure)

    assert "Koppla bort åtgärden?" in eva_in.get(url("unlink", risk, measure.pk)).content.decode()
    assert risk.measures.exists()

    eva_in.post(url("unlink", risk, measure.pk))
    assert not risk.measures.exists()
    assert Measure.objects.get() == measure
    assert list(Event.objects.latest("pk").changes) == ["measures"]


def test_a_measure_that_is_not_linked_cannot_be_unlinked(eva_in: Client, risk: Risk) -> None:
    assert eva_in.get(url("unlink", risk, make_measure(risk.unit).pk)).status_code == 404


# The measure's own page ----------------------------------------------------------------------


def test_the_measures_page_lists_what_it_answers_to(
    eva_in: Client, risk: Risk, control: Control
) -> None:
    measure = make_measure(risk.unit)
    risk.measures.add(measure)
    control.measures.add(measure)

    answer = eva_in.get(reverse("measures:detail", args=[measure.pk]))

    assert titles(answer) == [str(risk), str(control)]
    assert f'href="{url("detail", risk)}"' in answer.content.decode()


def test_a_risk_that_the_reader_may_not_see_is_not_named(
    eva_in: Client, organisation: Organisation
) -> None:
    measure = make_measure(organisation.intake)
    make_risk(organisation.home_care, title="Hemlig risk").measures.add(measure)

    answer = eva_in.get(reverse("measures:detail", args=[measure.pk]))

    assert titles(answer) == []
    assert "Hemlig risk" not in answer.content.decode()


def test_a_staff_member_who_answers_for_it_learns_of_no_risk(
    client: Client, mona: User, risk: Risk
) -> None:
    measure = make_measure(risk.unit, responsible=mona)
    risk.measures.add(measure)
    client.force_login(mona)

    assert titles(client.get(reverse("measures:detail", args=[measure.pk]))) == []


def test_a_case_is_told_by_number_and_a_secret_one_by_the_bare_word(
    eva_in: Client, organisation: Organisation
) -> None:
    measure = make_measure(organisation.intake)
    case = make_case(organisation.intake)
    case.measures.add(measure)
    secrets = [make_case(organisation.intake, Kind.LEX_SARAH) for _ in range(2)]
    for secret in secrets:
        secret.measures.add(measure)

    answer = eva_in.get(reverse("measures:detail", args=[measure.pk]))

    assert titles(answer) == [case.number, "Ärende"]
    assert all(secret.number not in answer.content.decode() for secret in secrets)


def test_three_origins_cost_as_many_queries_as_one(
    eva_in: Client, organisation: Organisation
) -> None:
    measure = make_measure(organisation.intake)

    def fill(number: int) -> None:
        make_risk(organisation.intake, f"R{number}").measures.add(measure)
        make_control(organisation.intake, f"E{number}").measures.add(measure)
        make_case(organisation.intake).measures.add(measure)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            eva_in.get(reverse("measures:detail", args=[measure.pk]))
        return len(captured)

    fill(1)
    queries()
    with_one = queries()
    fill(2)
    fill(3)
    assert queries() == with_one
