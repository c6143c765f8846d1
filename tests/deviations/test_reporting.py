"""From what a person writes to a case with a number."""

import uuid
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Event
from deviations.models import Complaint, Deviation, DeviationReport, Kind
from deviations.services import give_feedback, report_deviation, update_deviation
from deviations.services.intake import headline
from deviations.triage import WAYS, matching
from organisation.models import Referral, User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

REPORT = "/avvikelser/rapportera/"
COMPLAINT = "/avvikelser/rapportera/synpunkt/"


def answers(organisation: Organisation, **more: str) -> dict[str, str]:
    """The three answers that must be given."""
    return {
        "description": "Ett brev låg fel. Vi ringde.",
        "unit": str(organisation.intake.pk),
        "is_safe_now": "yes",
        **more,
    }


def test_three_answers_make_a_case(client: Client, mona: User, organisation: Organisation) -> None:
    client.force_login(mona)
    answer = client.post(REPORT, answers(organisation))
    case = Deviation.objects.get()
    assert answer.headers["Location"] == reverse("deviations:receipt", args=[case.number])
    assert (case.kind, case.title, case.is_safe_now) == (Kind.INTERNAL, "Ett brev låg fel", True)
    assert (case.reporting_unit, case.restricted) == (organisation.intake, False)


def test_the_reporters_own_unit_is_suggested(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    page = client.get(REPORT).content.decode()
    assert f'<option value="{organisation.intake.pk}" selected' in page


def test_a_lex_sarah_report_is_restricted_from_its_first_moment(
    client: Client, mona: User, eva: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    receipt = client.post(REPORT, answers(organisation, kind="lex_sarah"), follow=True)
    assert "Enhetens chef ser inte rapporten" in receipt.content.decode()
    assert Deviation.objects.get().restricted
    assert not Deviation.objects.visible_to(eva).exists()


def test_a_report_writes_one_event_without_its_text(mona: User, organisation: Organisation) -> None:
    before = Event.objects.count()
    case = report_deviation(
        actor=mona, kind=Kind.INTERNAL, unit=organisation.intake, description="Hemlig text."
    )
    (event,) = Event.objects.order_by("pk")[before:]
    assert (event.action, event.label, event.unit_name) == (
        Event.Action.CREATE,
        case.number,
        "Mottagningsenheten",
    )
    assert "Hemlig" not in str(vars(event))


def test_who_answers_that_the_person_is_not_safe_is_told_to_call(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    receipt = client.post(REPORT, answers(organisation, is_safe_now="no"), follow=True)
    assert "Kontakta din chef eller jouren nu" in receipt.content.decode()


def test_pressing_twice_reports_once(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    sent = answers(organisation, token=str(uuid.uuid4()))
    first, second = client.post(REPORT, sent), client.post(REPORT, sent)
    assert first.headers["Location"] == second.headers["Location"]
    assert Deviation.objects.count() == 1
    assert make_case(organisation.intake).sequence == 2


def test_who_goes_back_and_writes_of_something_else_has_sent_another_report(
    client: Client, mona: User, eva: User, organisation: Organisation
) -> None:
    token = str(uuid.uuid4())
    for user, text in ((mona, "Ett brev."), (mona, "Ett fall."), (eva, "Ett fall.")):
        client.force_login(user)
        client.post(REPORT, answers(organisation, token=token, description=text))
    told = Deviation.objects.order_by("pk").values_list("number", "description")
    assert [text for _, text in told] == ["Ett brev.", "Ett fall.", "Ett fall."]
    assert len({number for number, _ in told}) == 3


def test_a_closed_unit_cannot_be_chosen(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    sent = answers(organisation, unit=str(organisation.closed.pk))
    answer = client.post(REPORT, sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = answer.content.decode()
    assert "Välj en enhet som finns i dag" in page
    assert "Ett brev låg fel. Vi ringde." in page


def test_a_complaint_is_registered_for_somebody_else(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    sent = {
        "kind": "complaint",
        "description": "Ingen ringer tillbaka.",
        "unit": str(organisation.intake.pk),
        "received_on": "2026-01-15",
        "channel": "phone",
        "topic": "information",
        "is_appeal": "on",
    }
    client.post(COMPLAINT, sent)
    case = Deviation.objects.get()
    assert (case.number, case.received_on.isoformat()) == ("SK-2026-0001", "2026-01-15")
    assert Complaint.objects.get(deviation=case).is_appeal
    assert DeviationReport.objects.get(deviation=case).reporter_name == ""


def test_who_wants_an_answer_must_be_reachable(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    sent = answers(organisation, kind="complaint", received_on="2026-01-15", channel="phone")
    answer = client.post(COMPLAINT, sent | {"wants_answer": "on"})
    assert "Ange hur personen kan nås" in answer.content.decode()
    assert not Deviation.objects.exists()


def test_ones_own_report_shows_status_and_feedback_but_no_way_to_the_case(
    client: Client, mona: User, sara: User, organisation: Organisation
) -> None:
    case = report_deviation(
        actor=mona, kind=Kind.LEX_SARAH, unit=organisation.intake, description="Det jag såg."
    )
    Deviation.objects.filter(pk=case.pk).update(own_view="Det barnet sa.")
    give_feedback(actor=sara, deviation=case, text="Tack, vi utreder.")
    client.force_login(mona)
    page = client.get(reverse("deviations:mine")).content.decode()
    assert "Det jag såg." in page
    assert "Tack, vi utreder." in page
    assert "Inkommen" in page
    assert "Det barnet sa." not in page
    assert reverse("deviations:detail", args=[case.number]) not in page
    assert client.get(reverse("deviations:detail", args=[case.number])).status_code == 404


def test_the_receipt_tells_nothing_of_what_the_investigation_changed(
    client: Client, mona: User, sara: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    client.post(REPORT, answers(organisation, kind="lex_sarah"))
    case = Deviation.objects.get()
    update_deviation(
        actor=sara,
        deviation_id=case.pk,
        version=case.version,
        changes={"is_safe_now": False, "unit": organisation.youth},
    )
    receipt = client.get(reverse("deviations:receipt", args=[case.number])).content.decode()
    assert case.number in receipt
    assert "inte är trygg" not in receipt
    assert organisation.youth.name not in receipt


def test_the_receipt_of_another_reporter_does_not_exist(
    client: Client, mona: User, ulla: User, organisation: Organisation
) -> None:
    case = report_deviation(
        actor=mona, kind=Kind.INTERNAL, unit=organisation.intake, description="Mitt."
    )
    client.force_login(ulla)
    assert client.get(reverse("deviations:receipt", args=[case.number])).status_code == 404


def test_a_report_for_a_colleague_is_the_colleagues_and_seen_by_both(
    client: Client, mona: User, eva: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    for_eva = {"for_colleague": "on", "colleague": str(eva.pk)}
    client.post(REPORT, answers(organisation, **for_eva))
    report = DeviationReport.objects.get()
    assert (report.reporter, report.reported_for) == (mona, eva)
    assert (report.reporter_name, report.reporter_title) == ("Eva Lind", "enhetschef")
    for who, told in ((mona, "av dig åt Eva Lind"), (eva, "av Mona Berg åt dig")):
        client.force_login(who)
        assert told in client.get(reverse("deviations:mine")).content.decode()
        receipt = client.get(reverse("deviations:receipt", args=[report.number_given]))
        assert "Rapporten är Eva Linds" in receipt.content.decode()


def test_a_tick_without_a_colleague_is_asked_about(
    client: Client, mona: User, eva: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    tick = client.post(REPORT, answers(organisation, for_colleague="on"))
    assert "Välj kollegan, eller ta bort krysset." in tick.content.decode()
    choice = client.post(REPORT, answers(organisation, colleague=str(eva.pk)))
    assert "Kryssa här om rapporten är kollegans" in choice.content.decode()


def test_what_helps_is_kept_with_the_case(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    more = {
        "affected_count": "2",
        "sex": "female",
        "age_band": "0-12",
        "occurred_on": "2026-01-10",
        "immediate_measures": "Vi ringde.",
        "immediate_measures_at": "2026-01-10T14:30",
    }
    client.post(REPORT, answers(organisation, **more))
    case = Deviation.objects.get()
    assert (case.affected_count, case.sex, case.age_band) == (2, "female", "0-12")
    assert case.immediate_measures_at is not None


def test_nothing_is_done_about_it_before_it_happens(
    client: Client, mona: User, organisation: Organisation
) -> None:
    client.force_login(mona)
    wrong = {"occurred_on": "2026-01-10", "immediate_measures_at": "2026-01-09T10:00"}
    page = client.post(REPORT, answers(organisation, **wrong)).content.decode()
    assert "Det kan inte ha gjorts innan det hände." in page


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("internal", "Enhetens chef, kvalitetssamordnaren"),
        ("lex_sarah", "Enhetens chef ser inte rapporten"),
        ("external", "Avvikelsen skickas till den som brast"),
    ],
)
def test_the_receipt_says_who_sees_it_and_what_happens(
    client: Client, mona: User, eva: User, organisation: Organisation, kind: str, told: str
) -> None:
    client.force_login(mona)
    receipt = client.post(REPORT, answers(organisation, kind=kind), follow=True).content.decode()
    assert told in receipt
    assert "ditt namn är oftast inte hemligt" in receipt


def test_a_way_to_orosanmalan_is_shown_and_logged_but_stops_nothing(
    client: Client, mona: User, organisation: Organisation
) -> None:
    Referral.objects.create(way="concern", contact="Mottagningen, 08-123 45 67")
    client.force_login(mona)
    story = {"description": "Flickan säger att pappa slår henne."}
    receipt = client.post(REPORT, answers(organisation, **story), follow=True).content.decode()
    assert "Gör en orosanmälan" in receipt
    assert "Mottagningen, 08-123 45 67" in receipt
    (event,) = Event.objects.filter(object_type="deviations.deviation")
    assert event.detail == {"shown": "concern"}


def test_the_ways_are_found_from_the_beginning_of_words() -> None:
    assert matching("Brevet skickades till FEL ADRESS.") == ("data",)
    assert matching("Läkemedel gavs för sent.") == ("maria",)
    assert matching("Klienten fick avslag på ansökan.") == ("appeal",)
    assert matching("En kopp gick sönder i permutationen.") == ()


def test_every_way_stands_on_the_page_for_who_has_no_script(client: Client, mona: User) -> None:
    client.force_login(mona)
    page = client.get(REPORT).content.decode()
    assert [way.title for way in WAYS if f"<dt>{way.title}</dt>" not in page] == []


def test_a_title_is_made_of_the_first_sentence() -> None:
    assert headline("Ett brev låg fel. Sedan ringde vi.") == "Ett brev låg fel"
    assert headline("\n  Rad ett\nRad två") == "Rad ett"
    assert headline(".") == "Utan rubrik"
    long = headline("ord " * 100)
    assert long.endswith("ord …")
    assert len(long) < 120
    assert len(headline("x" * 20_000)) < 120
