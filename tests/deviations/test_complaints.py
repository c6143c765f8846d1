"""A complaint is confirmed, answered, perhaps guided to an appeal, and may become a report."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations.catalogue import load_clock_rules
from deviations.clocks import deadlines
from deviations.models import Clock, Deviation, DeviationReport, Kind, Status
from deviations.services import (
    IllegalStep,
    answer_complaint,
    close_deviation,
    confirm_receipt,
    decide,
    deviation_from_complaint,
    mark_appeal,
    register_complaint,
)
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

TODAY = timezone.localdate()


def complain(by: User, organisation: Organisation, **part: Any) -> Deviation:
    return register_complaint(
        actor=by,
        kind=Kind.COMPLAINT,
        unit=organisation.intake,
        description="Ingen ringer tillbaka.",
        complaint=part,
    )


@pytest.fixture
def case(mona: User, organisation: Organisation) -> Deviation:
    load_clock_rules()
    return complain(mona, organisation, wants_answer=True, contact="070-1")


def running(case: Deviation) -> list[str]:
    return [one.clock for one in deadlines(Deviation.objects.get(pk=case.pk))]


def answer(actor: User, case: Deviation, text: str = "Vi beklagar.") -> Deviation:
    return answer_complaint(
        actor=actor, deviation=case, answer=text, answered_on=TODAY, outcome="founded"
    )


def test_each_act_stops_its_clock_and_an_answered_complaint_closes(
    case: Deviation, eva: User
) -> None:
    assert running(case) == [Clock.RECEIPT, Clock.ANSWER]
    confirm_receipt(actor=eva, deviation=case, confirmed_on=TODAY)
    assert running(case) == [Clock.ANSWER]
    answered = answer(eva, case)
    assert running(case) == []
    assert answered.due_on is None
    decide(actor=eva, deviation=case, motive="Rutinen ändras.", decided_on=TODAY)
    assert close_deviation(actor=eva, deviation=case).status == Status.CLOSED


def test_the_answer_says_by_whom_and_is_logged_without_its_words(
    case: Deviation, eva: User
) -> None:
    answer(eva, case)
    part = Deviation.objects.get(pk=case.pk).complaint
    assert (part.answer, part.answered_by_name, part.answered_on, part.outcome) == (
        "Vi beklagar.",
        "Eva Lind",
        TODAY,
        "founded",
    )
    assert "beklagar" not in str(vars(Event.objects.latest("pk")))


def test_nobody_answers_twice(case: Deviation, eva: User, sara: User) -> None:
    answer(eva, case)
    with pytest.raises(IllegalStep, match="redan besvarad"):
        answer(sara, case, "Något annat.")


def test_without_a_wish_no_answer_is_noted(
    mona: User, eva: User, organisation: Organisation
) -> None:
    anonymous = complain(mona, organisation)
    answer(eva, anonymous, "")
    part = Deviation.objects.get(pk=anonymous.pk).complaint
    assert (part.answer, part.answered_on, part.is_handled) == ("Inget svar begärt.", None, True)
    with pytest.raises(IllegalStep, match="inget kan bekräftas"):
        confirm_receipt(actor=eva, deviation=anonymous, confirmed_on=TODAY)


@pytest.mark.parametrize(("days", "told"), [(-1, "före den dag"), (1, "i framtiden")])
def test_nothing_is_confirmed_on_an_impossible_day(
    case: Deviation, eva: User, days: int, told: str
) -> None:
    with pytest.raises(IllegalStep, match=told):
        confirm_receipt(actor=eva, deviation=case, confirmed_on=TODAY + timedelta(days=days))


def test_who_asked_for_an_answer_gets_words(case: Deviation, eva: User) -> None:
    with pytest.raises(IllegalStep, match="Skriv det svar"):
        answer(eva, case, " ")


def test_a_deviation_has_no_answer(mona: User, eva: User, organisation: Organisation) -> None:
    with pytest.raises(IllegalStep, match="Bara synpunkter"):
        answer(eva, make_case(organisation.intake))


def test_an_appeal_is_marked_and_unmarked(case: Deviation, eva: User) -> None:
    mark_appeal(actor=eva, deviation=case, is_appeal=True)
    assert Deviation.objects.get(pk=case.pk).complaint.is_appeal
    before = Event.objects.count()
    mark_appeal(actor=eva, deviation=case, is_appeal=True)
    assert Event.objects.count() == before
    mark_appeal(actor=eva, deviation=case, is_appeal=False)
    assert not Deviation.objects.get(pk=case.pk).complaint.is_appeal


def become(actor: User, case: Deviation, kind: str, reporter: User, **more: Any) -> Deviation:
    return deviation_from_complaint(
        actor=actor,
        deviation=case,
        kind=kind,
        description=case.description,
        reporter=reporter,
        **more,
    )


def test_a_lex_sarah_report_out_of_it_has_a_named_employee(
    case: Deviation, eva: User, mona: User
) -> None:
    made = become(eva, case, Kind.LEX_SARAH, mona)
    report = DeviationReport.objects.get(deviation=made)
    assert (report.reporter, report.reported_for) == (eva, mona)
    assert (report.reporter_name, report.reporter_title) == ("Mona Berg", "socialsekreterare")
    assert (made.origin, made.restricted, made.unit) == (case, True, case.unit)
    assert Deviation.objects.get(pk=case.pk).kind == Kind.COMPLAINT


def test_an_internal_deviation_out_of_it_is_the_actors(case: Deviation, eva: User) -> None:
    report = DeviationReport.objects.get(deviation=become(eva, case, Kind.INTERNAL, eva))
    assert (report.reporter, report.reported_for, report.reporter_name) == (eva, None, "Eva Lind")


def test_nobody_outside_reports_lex_sarah(case: Deviation, eva: User, rut: User) -> None:
    with pytest.raises(IllegalStep, match="kan inte stå som rapportör"):
        become(eva, case, Kind.LEX_SARAH, rut)


def test_one_complaint_gives_one_of_each(case: Deviation, eva: User) -> None:
    token = uuid.uuid4()
    first = become(eva, case, Kind.INTERNAL, eva, token=token)
    assert become(eva, case, Kind.INTERNAL, eva, token=token) == first
    with pytest.raises(IllegalStep, match="redan en sådan"):
        become(eva, case, Kind.INTERNAL, eva, token=uuid.uuid4())
    assert become(eva, case, Kind.LEX_SARAH, eva, token=token).is_lex_sarah


def test_the_page_carries_the_text_over_and_ends_at_the_receipt(
    client: Client, case: Deviation, eva: User
) -> None:
    client.force_login(eva)
    url = reverse("deviations:becomes", args=[case.number])
    form = client.get(url).context["form"]
    assert form["description"].value() == "Ingen ringer tillbaka."
    assert form["reporter"].value() == eva.pk
    sent = {name: form[name].value() for name in ("description", "reporter", "token")}
    made = client.post(url, sent | {"kind": "lex_sarah", "is_safe_now": "unknown"}, follow=True)
    assert made.redirect_chain[-1][0].endswith("/klart/")
    assert "Enhetens chef ser inte rapporten" in made.content.decode()


def test_the_answer_page_shows_contact_only_to_who_handles_it(
    client: Client, case: Deviation, eva: User, karin: User
) -> None:
    url = reverse("deviations:answer", args=[case.number])
    pages = {}
    for who in (eva, karin):
        client.force_login(who)
        pages[who] = client.get(url).content.decode()
    assert "070-1" in pages[eva]
    assert "Spara svaret" in pages[eva]
    assert "070-1" not in pages[karin]
    assert "Spara svaret" not in pages[karin]
