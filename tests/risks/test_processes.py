"""Processerna: listed, described, changed, and what hangs on them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from audit.models import Event
from measures.models import Measure
from organisation.models import Process, User
from risks import services
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_risk

LIST = reverse("processes:list")


@pytest.fixture
def process(organisation: Organisation) -> Process:
    return Process.objects.create(unit=organisation.intake, number="2.1", name="Ta emot anmälan")


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def page(process: Process, name: str = "detail") -> str:
    return reverse(f"processes:{name}", args=[process.pk])


def sent(process: Process, **changes: object) -> dict[str, object]:
    empty = dict.fromkeys(("owner", "target_group", "description", "closed_on", "order"), "")
    own = {"number": process.number, "name": process.name, "kind": "main"}
    return {**empty, **own, "unit": process.unit_id, "version": process.version, **changes}


def test_the_list_counts_what_hangs_on_each_process(
    eva_in: Client, organisation: Organisation, process: Process
) -> None:
    risk = make_risk(organisation.intake)
    risk.processes.add(process)
    make_control(organisation.intake, process=process).risks.add(risk)
    for owner in (risk, process):
        owner.measures.add(make_measure(organisation.intake))

    [(label, [row])] = eva_in.get(LIST).context["groups"]

    assert label == "Huvudprocess"
    hanging = row.hanging
    assert (hanging.risks, hanging.controls, hanging.measures, hanging.holes) == (1, 1, 2, ())


def test_a_process_that_lacks_something_says_so(
    eva_in: Client, organisation: Organisation, process: Process
) -> None:
    make_risk(organisation.intake).processes.add(process)

    html = eva_in.get(LIST).content.decode()

    assert "Processen har ingen egenkontroll" in html
    assert "Processen har ingen åtgärd" in html


def test_without_processes_the_list_says_where_to_begin(eva_in: Client) -> None:
    assert "Börja med processkartan" in eva_in.get(LIST).content.decode()


def test_eva_adds_a_process_and_it_is_logged(eva_in: Client, organisation: Organisation) -> None:
    process = Process(unit=organisation.intake, number="3.1", name="Följa upp")

    answer = eva_in.post(reverse("processes:create"), sent(process))

    made = Process.objects.get(number="3.1")
    assert answer.headers["Location"] == page(made)
    event = Event.objects.get(object_type="organisation.process")
    assert (event.action, event.label) == ("create", "Process 3.1")


def test_a_number_is_used_once_in_an_organisation(eva_in: Client, process: Process) -> None:
    other = Process(unit=process.unit, number="2.1", name="Följa upp")

    answer = eva_in.post(reverse("processes:create"), sent(other))

    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "number": ["Numret används redan av en annan process."]
    }
    assert Process.objects.count() == 1


def test_the_number_that_was_taken_meanwhile_is_refused_at_its_field(
    process: Process, eva: User
) -> None:
    with pytest.raises(services.IllegalStep, match="Numret används redan") as refused:
        services.create_process(actor=eva, unit=process.unit, number="2.1", name="Följa upp")

    assert refused.value.field == "number"


def test_two_who_change_a_process_see_each_others_text(
    eva_in: Client, process: Process, eva: User
) -> None:
    services.update_process(
        actor=None, process_id=process.pk, version=1, changes={"name": "Ta emot"}
    )

    answer = eva_in.post(page(process, "edit"), sent(process, name="Ta emot och skydda"))

    assert answer.status_code == 409
    assert "Ta emot och skydda" in answer.content.decode()
    process.refresh_from_db()
    assert process.name == "Ta emot"


def test_a_measure_of_the_process_stands_on_its_page_and_leads_back(
    eva_in: Client, process: Process, organisation: Organisation
) -> None:
    new = {"ny-title": "Utbilda alla", "ny-kind": "training", "ny-unit": organisation.intake.pk}

    eva_in.post(page(process, "measure"), new | {"create": ""})

    measure = Measure.objects.get()
    assert measure.origin == "process"
    assert list(process.measures.all()) == [measure]
    html = eva_in.get(reverse("measures:detail", args=[measure.pk])).content.decode()
    assert page(process) in html


def test_what_hangs_on_a_process_is_begun_from_its_page(eva_in: Client, process: Process) -> None:
    address = f"{reverse('risks:create')}?process={process.pk}"

    form = eva_in.get(address).context["form"]

    assert list(form["processes"].value()) == [process.pk]
    other = eva_in.get(f"{reverse('controls:create')}?process={process.pk}").context["form"]
    assert other["process"].value() == process.pk
    assert eva_in.get(f"{reverse('risks:create')}?process=x%00").status_code == 200


def test_a_process_that_has_ended_is_out_of_the_chain(
    eva_in: Client, organisation: Organisation, process: Process
) -> None:
    make_risk(organisation.intake).processes.add(process)
    eva_in.post(page(process, "edit"), sent(process, closed_on="2026-01-31"))

    names = [chain.name for chain in eva_in.get(reverse("risks:chain")).context["chains"]]

    assert str(process) not in names


def test_a_process_that_will_end_takes_measures_until_then(
    eva_in: Client, process: Process, organisation: Organisation
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    Process.objects.filter(pk=process.pk).update(closed_on=tomorrow)
    new = {"ny-title": "Utbilda", "ny-kind": "training", "ny-unit": organisation.intake.pk}

    answer = eva_in.post(page(process, "measure"), new | {"create": ""})

    assert answer.headers["Location"] == page(process)
    assert process.measures.count() == 1
    assert eva_in.get(page(process)).context["ended"] is False


def test_three_processes_cost_as_many_queries_as_one(
    eva_in: Client,
    organisation: Organisation,
    process: Process,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def fill(more: Process, number: int) -> None:
        more.measures.add(make_measure(organisation.intake))
        make_risk(organisation.intake, f"R{number}").processes.add(more)
        make_control(organisation.intake, f"E{number}", process=more)

    fill(process, 1)
    eva_in.get(LIST)
    with django_assert_num_queries(16):
        eva_in.get(LIST)
    for number in (2, 3):
        unit = organisation.ifo
        fill(Process.objects.create(unit=unit, number=f"3.{number}", name="Utreda"), number)
    with django_assert_num_queries(16):
        eva_in.get(LIST)
