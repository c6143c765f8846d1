"""The case page: everything of a case, logged before it is sent."""

from http import HTTPStatus

import pytest
from django.db import DatabaseError, connection
from django.db.models.signals import post_save
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from audit.models import Event
from deviations import services
from deviations.models import Deviation, Kind, Severity, Status
from measures.models import Measure
from measures.services import create_measure
from organisation.models import User
from tests.factories.deviations import assigned, decided, investigated, make_case, make_cause
from tests.factories.organisation import Organisation


def page_of(client: Client, case: Deviation) -> str:
    return client.get(reverse("deviations:detail", args=[case.number])).content.decode()


@pytest.fixture
def report(mona: User, organisation: Organisation) -> Deviation:
    return services.report_deviation(
        actor=mona,
        kind=Kind.LEX_SARAH,
        unit=organisation.intake,
        description="Det som hände. <b>Fet</b> {{ 7*7 }}",
    )


def test_reading_a_restricted_case_is_logged(client: Client, sara: User, report: Deviation) -> None:
    client.force_login(sara)
    page_of(client, report)
    event = Event.objects.get(action=Event.Action.READ)
    assert (event.actor_name, event.object_id) == ("Sara Alm", str(report.pk))


def test_reading_an_open_case_is_not(
    client: Client, sara: User, organisation: Organisation
) -> None:
    client.force_login(sara)
    page_of(client, make_case(organisation.intake))
    assert not Event.objects.filter(action=Event.Action.READ).exists()


@pytest.mark.parametrize("name", ["detail", "edit", "measure"])
def test_what_cannot_be_logged_is_not_shown(
    client: Client,
    sara: User,
    report: Deviation,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    client.force_login(sara)

    def full(*args: object, **kwargs: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Event, "save", full)
    answer = client.get(reverse(f"deviations:{name}", args=[report.number]))
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "Det som hände" not in answer.content.decode()


def test_what_people_wrote_is_text(client: Client, sara: User, report: Deviation) -> None:
    client.force_login(sara)
    page = page_of(client, report)
    assert "&lt;b&gt;Fet&lt;/b&gt; {{ 7*7 }}" in page


def test_the_timeline_tells_who_did_what_and_names_fields_only(
    client: Client, sara: User, ulla: User, report: Deviation
) -> None:
    services.update_deviation(
        actor=sara, deviation_id=report.pk, version=1, changes={"title": "Ny rubrik"}
    )
    assigned(report, sara, ulla)
    decided(report, sara, Severity.SERIOUS_RISK)
    client.force_login(sara)
    entries = client.get(reverse("deviations:detail", args=[report.number])).context["timeline"]
    today = date_format(timezone.localdate(), "j F Y")
    assert [entry.title for entry in entries] == [
        f"Beslut {today}",
        f"Utredning klar {today}",
        f"Utredarens förslag {today}",
        "Faktauppgift",
        f"Utredare utsedd {today}",
        f"Initial bedömning {today}",
        f"Mottagning {today}",
        "Ändrade rubrik",
        "Ärendet registrerades",
        "Rapporten kom in",
    ]
    assert entries[0].grade == "Påtaglig risk för allvarligt missförhållande"
    assert entries[4].text == "Ulla Sten. Ingen jävssituation."


ANY_TIME = {"inform", "immediate", "feedback"}
BEFORE_DECISION = {"suspect", "hand_over", "join", "annul"}


def offered(client: Client, case: Deviation) -> tuple[str, set[str]]:
    """The next step, and the others."""
    url = reverse("deviations:detail", args=[case.number])
    steps = client.get(url).context["steps"]
    others = {offer.name for offer in (*steps.others, *steps.rare)}
    return steps.next.name if steps.next else "", others


def test_only_the_steps_that_are_possible_are_offered(
    client: Client, sara: User, karin: User, organisation: Organisation
) -> None:
    case = make_case(organisation.intake)
    client.force_login(karin)
    assert offered(client, case) == ("", set())
    assert "Ärendet har inte tagits emot än." in page_of(client, case)
    client.force_login(sara)
    assert offered(client, case) == ("receive", {"assess", "decide", *ANY_TIME, *BEFORE_DECISION})
    services.decide(actor=sara, deviation=case, motive="Utrett.", decided_on=timezone.localdate())
    assert offered(client, case) == ("close", ANY_TIME)


def test_a_decision_is_made_on_the_page(
    client: Client, dag: User, sara: User, report: Deviation
) -> None:
    cause = make_cause()
    investigated(report, sara)
    client.force_login(dag)
    url = reverse("deviations:decide", args=[report.number])
    sent = {
        "severity": "misconduct",
        "causes": [str(cause.pk)],
        "motive": "Rutinen saknades.",
        "decided_on": timezone.localdate().isoformat(),
    }
    assert client.post(url, sent).status_code == 302
    report.refresh_from_db()
    assert report.severity == Severity.MISCONDUCT


def test_a_refused_decision_comes_back_with_what_was_typed(
    client: Client, dag: User, sara: User, report: Deviation
) -> None:
    investigated(report, sara)
    client.force_login(dag)
    url = reverse("deviations:decide", args=[report.number])
    sent = {"motive": "Mitt långa motiv.", "decided_on": "1999-01-01"}
    answer = client.post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Beslutet kan inte vara fattat innan ärendet kom in" in page
    assert "Mitt långa motiv." in page
    assert '<details class="disclosure" open>' in page


def test_who_may_not_know_the_origin_is_not_told_of_it(
    client: Client, eva: User, sara: User, report: Deviation
) -> None:
    decided(report, sara, Severity.OUTSIDE)
    internal = report.became.get()
    client.force_login(eva)
    assert report.number not in page_of(client, internal)
    client.force_login(sara)
    assert report.number in page_of(client, internal)
    assert internal.number in page_of(client, report)


def test_who_complained_is_told_only_to_those_who_handle_it(
    client: Client, eva: User, karin: User, mona: User, organisation: Organisation
) -> None:
    case = services.register_complaint(
        actor=mona,
        kind=Kind.COMPLAINT,
        unit=organisation.intake,
        description="Ingen svarar.",
        complaint={"contact_name": "Nils Okänd", "contact": "070-000 00 00"},
    )
    client.force_login(eva)
    assert "070-000 00 00" in page_of(client, case)
    client.force_login(karin)
    page = page_of(client, case)
    assert "070-000 00 00" not in page
    assert "Nils Okänd" not in page


def test_a_measure_is_made_and_linked_on_its_page(
    client: Client, eva: User, organisation: Organisation
) -> None:
    case = make_case(organisation.intake)
    client.force_login(eva)
    url = reverse("deviations:measure", args=[case.number])
    new = {"ny-title": "Ny rutin", "ny-kind": "routine", "create": "x"}
    assert client.post(url, new).status_code == 302
    measure = Measure.objects.get()
    other = make_case(organisation.intake)
    url = reverse("deviations:measure", args=[other.number])
    assert client.post(url, {"measure": str(measure.pk), "link": "x"}).status_code == 302
    assert list(other.measures.all()) == [measure]
    assert "Ny rutin" in page_of(client, other)


@pytest.mark.parametrize("sent", ["create", "link"])
def test_a_measure_for_a_case_that_is_annulled_meanwhile_is_refused_in_words(
    client: Client, sara: User, report: Deviation, sent: str
) -> None:
    measure = create_measure(actor=sara, title="Ny rutin", kind="routine", unit=report.unit)

    def annul(sender: object, instance: Event, **_: object) -> None:
        if instance.action == Event.Action.READ:
            Deviation.objects.filter(pk=report.pk).update(
                status=Status.ANNULLED, annulled_on=timezone.localdate()
            )

    client.force_login(sara)
    url = reverse("deviations:measure", args=[report.number])
    typed = {"ny-title": "Påminnelse", "ny-kind": "routine", "measure": str(measure.pk), sent: "x"}
    post_save.connect(annul, sender=Event)
    try:
        answer = client.post(url, typed)
    finally:
        post_save.disconnect(annul, sender=Event)
    assert answer.status_code == 422
    assert "Ärendet är avslutat eller annullerat." in answer.content.decode()
    assert list(Measure.objects.all()) == [measure]
    assert not report.measures.exists()


def test_the_page_costs_the_same_with_one_and_with_three_of_everything(
    client: Client, sara: User, mona: User, ulla: User, report: Deviation
) -> None:
    client.force_login(sara)
    readers, costs = [ulla, sara], list[int]()
    for _ in range(2):
        services.give_feedback(actor=sara, deviation=report, text="Tack.")
        services.add_measure(actor=sara, deviation=report, title="Rutin", kind="routine")
        report.reports.create(reporter=mona, reporter_name="Mona", text="Jag med.")
        report.causes.add(make_cause(f"Orsak {len(costs)}"))
        now, today = timezone.now(), timezone.localdate()
        services.add_immediate_measure(actor=sara, deviation=report, text="Ringde.", taken_at=now)
        services.inform(actor=sara, deviation=report, receiver="person", informed_on=today)
        services.grant_reading(actor=sara, deviation=report, reader=readers.pop(), reason="Liknar.")
        report.attachments.create(
            name="Brev.pdf", size=1, uploaded_by=sara, uploaded_by_name="Sara Alm"
        )
        with CaptureQueriesContext(connection) as captured:
            page_of(client, report)
        costs.append(len(captured))
    assert costs[0] == costs[1]
    assert costs[0] <= 32
