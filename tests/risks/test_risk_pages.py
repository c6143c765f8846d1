"""A risk's page, and the forms by which it is entered, changed, judged and closed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from measures.models import Measure, Status
from organisation.models import RiskScale, User
from organisation.models.areas import RiskScaleStep
from risks import services
from risks.models import Risk, RiskAssessment
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_assessment, make_control, make_result, make_risk

TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def url(name: str, risk: Risk) -> str:
    return reverse(f"risks:{name}", args=[risk.code])


def edited(risk: Risk, **changes: object) -> dict[str, object]:
    """What the form sends when nothing is changed, and then some."""
    sent: dict[str, object] = {
        "version": risk.version,
        "title": risk.title,
        "consequence": risk.consequence,
        "unit": risk.unit_id,
        "decision": risk.decision,
        "opened_on": risk.opened_on,
        "order": risk.order,
    }
    return sent | changes


def judged(**changes: object) -> dict[str, object]:
    sent: dict[str, object] = {
        "scale_version": "3-3-6",
        "assessed_on": TODAY,
        "kind": "residual",
        "probability": 2,
        "consequence": 3,
        "comment": "Checklistan används.",
        "decision": "watch",
        "review_on": TODAY + timedelta(days=90),
    }
    return sent | changes


def errors(answer: Any) -> dict[str, str]:
    form = answer.context["form"]
    return {field: " ".join(messages) for field, messages in form.errors.items()}


# The page ------------------------------------------------------------------------------------


def test_the_page_tells_the_level_in_the_organisations_words(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    scale = RiskScale.objects.create(unit=organisation.ifo, valid_from=date(2022, 1, 1))
    RiskScaleStep.objects.create(scale=scale, axis="probability", value=2, word="Varje kvartal")
    make_assessment(risk, YESTERDAY, 2, 3)

    now = eva_in.get(url("detail", risk)).context["now"]

    assert (now.probability, now.consequence) == ("2 (Varje kvartal)", "3 (högst)")
    assert (now.level.figure, now.level.word) == (6, "Hög")


def test_who_judges_sees_what_holds_now(eva_in: Client, risk: Risk) -> None:
    make_assessment(risk, date(2025, 5, 2), 2, 3)

    page = eva_in.get(url("assess", risk)).content.decode()

    assert "Nu gäller sannolikhet 2 × konsekvens 3, bedömt 2 maj 2025" in page


def test_every_assessment_stays_in_the_history_newest_first(eva_in: Client, risk: Risk) -> None:
    make_assessment(risk, date(2024, 5, 2), 3, 3)
    make_assessment(risk, date(2025, 5, 2), 2, 3)

    history = eva_in.get(url("detail", risk)).context["history"]

    levels = [step.judged.level.figure if step.judged else step.title for step in history]
    assert levels == [6, 9, "Risken identifierades"]


def test_the_page_shows_its_controls_with_the_newest_result(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    control = make_control(organisation.intake)
    foreign = make_control(organisation.home_care, "E2")
    risk.controls.add(control, foreign)
    make_result(control, YESTERDAY, 19, 34)

    (shown,) = eva_in.get(url("detail", risk)).context["controls"]

    assert (shown.outcome, shown.verdict) == ("56\u00a0% (19 av 34)", "Åtgärd krävs")


def test_a_measure_beyond_reach_is_told_by_title_without_a_way_to_it(
    eva_in: Client, organisation: Organisation
) -> None:
    risk = make_risk(organisation.ifo)
    risk.measures.add(
        make_measure(organisation.ifo, "Sektionens"), make_measure(organisation.intake, "Enhetens")
    )

    shown = eva_in.get(url("detail", risk)).context["measures"]

    assert {row.title: bool(row.url) for row in shown} == {"Sektionens": False, "Enhetens": True}


def test_the_address_may_be_written_in_small_letters(eva_in: Client, risk: Risk) -> None:
    assert eva_in.get("/risker/r1/").context["risk"] == risk


def test_a_full_page_costs_as_many_queries_as_an_almost_empty_one(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    def fill(number: int) -> None:
        make_assessment(risk, YESTERDAY)
        control = make_control(organisation.intake, f"E{number}")
        make_result(control, YESTERDAY)
        risk.controls.add(control)
        risk.measures.add(make_measure(organisation.intake))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            eva_in.get(url("detail", risk))
        return len(captured)

    fill(1)
    queries()
    with_one = queries()
    fill(2)
    fill(3)
    assert queries() == with_one


# Add and change ------------------------------------------------------------------------------


def test_a_new_risk_gets_the_next_code_and_is_judged_next(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    make_risk(organisation.home_care, "R12")
    form = eva_in.get(reverse("risks:create")).context["form"]

    sent = edited(risk, code=form["code"].value(), title="Risk för väntetid")
    answer = eva_in.post(reverse("risks:create"), sent)

    made = Risk.objects.get(title="Risk för väntetid")
    assert (made.code, made.unit) == ("R13", organisation.intake)
    assert answer.headers["Location"] == url("assess", made)
    assert Event.objects.get(object_id=str(made.pk)).label == "Risk R13"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("r1", "Koden används redan"),
        ("R 1", "Koden får innehålla"),
        ("Å1", "Koden får innehålla"),
        ("ny", "sidans egna adresser"),
        ("R" * 21, "Texten är för lång"),
    ],
)
def test_a_code_that_cannot_be_taken_is_told_at_the_field(
    eva_in: Client, risk: Risk, code: str, said: str
) -> None:
    sent = edited(risk, code=code, title="Risk för väntetid")
    answer = eva_in.post(reverse("risks:create"), sent)

    assert answer.status_code == 422
    assert said in errors(answer)["code"]
    assert "Risk för väntetid" in answer.content.decode()


def test_a_code_taken_at_the_same_moment_is_told_too(organisation: Organisation, eva: User) -> None:
    make_risk(organisation.home_care, "R1")

    with pytest.raises(services.CodeTaken):
        services.create_risk(actor=eva, code="r1", title="Samma", unit=organisation.intake)

    assert Risk.objects.count() == 1


def test_a_change_is_saved_and_logged_without_its_text(eva_in: Client, risk: Risk) -> None:
    eva_in.post(url("edit", risk), edited(risk, title="Risk för dröjsmål"))

    risk.refresh_from_db()
    event = Event.objects.latest("pk")
    assert (risk.title, risk.version) == ("Risk för dröjsmål", 2)
    assert list(event.changes) == ["title"]
    assert "dröjsmål" not in f"{event.label}{event.changes}{event.detail}"


def test_a_risk_is_not_moved_out_of_ones_reach(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    answer = eva_in.post(url("edit", risk), edited(risk, unit=organisation.home_care.pk))

    assert list(errors(answer)) == ["unit"]


def test_a_risk_is_not_identified_after_it_was_judged(eva_in: Client, risk: Risk) -> None:
    make_assessment(risk, date(2024, 5, 2))

    answer = eva_in.post(url("edit", risk), edited(risk, opened_on="2025-01-01"))

    assert errors(answer) == {"opened_on": "Risken bedömdes redan 2024-05-02."}


def test_the_loser_keeps_the_text_and_sees_the_other(
    eva_in: Client, karin: User, risk: Risk
) -> None:
    sent = edited(risk, title="Evas text", theme="Tid")
    services.update_risk(
        actor=karin, risk_id=risk.pk, version=1, changes={"title": "Karins text", "order": 3}
    )

    answer = eva_in.post(url("edit", risk), sent)

    page = answer.content.decode()
    risk.refresh_from_db()
    assert (answer.status_code, risk.title) == (409, "Karins text")
    assert 'value="Evas text"' in page
    assert "<dd>Karins text</dd>" in page
    assert "Sparad av Karin Ek" in page
    assert "<h1>Ändra risken</h1>" in page
    assert [row.label for row in answer.context["differences"]] == [
        "Risk",
        "Tema",
        "Ordning i området",
    ]


def test_saving_once_more_after_comparing_is_a_choice(
    eva_in: Client, karin: User, risk: Risk
) -> None:
    sent = edited(risk, title="Evas text")
    services.update_risk(actor=karin, risk_id=risk.pk, version=1, changes={"title": "Karins text"})
    form = eva_in.post(url("edit", risk), sent).context["form"]

    eva_in.post(url("edit", risk), sent | {"version": form["version"].value()})

    risk.refresh_from_db()
    assert risk.title == "Evas text"


def test_two_who_saved_the_same_are_not_asked_to_compare(
    eva_in: Client, karin: User, risk: Risk
) -> None:
    sent = edited(risk, title="Samma")
    services.update_risk(actor=karin, risk_id=risk.pk, version=1, changes={"title": "Samma"})

    assert eva_in.post(url("edit", risk), sent).status_code == 302


# Judge ---------------------------------------------------------------------------------------


def test_an_assessment_is_added_with_the_scale_of_the_day(
    eva_in: Client, organisation: Organisation, risk: Risk, eva: User
) -> None:
    RiskScale.objects.create(
        unit=organisation.ifo, valid_from=YESTERDAY, steps=4, medium_from=5, high_from=10
    )
    make_assessment(risk, date(2024, 5, 2), 3, 3)

    eva_in.post(url("assess", risk), judged(scale_version="4-5-10", probability=4))

    made = risk.assessments.latest("pk")
    assert risk.assessments.count() == 2
    assert (made.level, made.zone, made.author) == (12, "high", eva)
    assert (made.steps, made.medium_from, made.high_from) == (4, 5, 10)


def test_what_is_decided_at_the_same_time_is_saved(eva_in: Client, risk: Risk) -> None:
    eva_in.post(url("assess", risk), judged())

    risk.refresh_from_db()
    assert (risk.decision, risk.review_on) == ("watch", TODAY + timedelta(days=90))


def test_a_day_with_another_scale_asks_again_and_loses_nothing(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    """A 3 that was the highest step must not become a 3 of 4."""
    RiskScale.objects.create(unit=organisation.ifo, valid_from=YESTERDAY, steps=4)
    sent = judged(scale_version="4-3-6", assessed_on="2025-01-01")

    answer = eva_in.post(url("assess", risk), sent)

    form = answer.context["form"]
    assert "en annan skala, 1–3" in errors(answer)["assessed_on"]
    assert "Checklistan används." in answer.content.decode()
    assert (
        eva_in.post(
            url("assess", risk), sent | {"scale_version": form["scale_version"].value()}
        ).status_code
        == 302
    )
    assert risk.assessments.get().steps == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("probability", "4"),
        ("probability", ""),
        ("consequence", "0"),
        ("kind", "x"),
        ("decision", ""),
        ("assessed_on", TOMORROW),
        ("assessed_on", "2019-12-31"),
        ("review_on", "2990-01-01"),
    ],
)
def test_an_assessment_that_cannot_be_taken_is_told_at_the_field(
    eva_in: Client, risk: Risk, field: str, value: Any
) -> None:
    answer = eva_in.post(url("assess", risk), judged(**{field: value}))

    assert (answer.status_code, list(errors(answer))) == (422, [field])
    assert "Checklistan används." in answer.content.decode()


# Close ---------------------------------------------------------------------------------------


def test_what_is_still_open_is_told_before_a_risk_is_closed(
    eva_in: Client, organisation: Organisation, risk: Risk
) -> None:
    risk.measures.add(
        make_measure(risk.unit, "Öppen"), make_measure(risk.unit, "Klar", status=Status.DONE)
    )
    risk.controls.add(make_control(organisation.intake))

    context = eva_in.get(url("close", risk)).context

    assert [measure.title for measure in context["open_measures"]] == ["Öppen"]
    assert [control.code for control in context["controls"]] == ["E1"]


def test_a_risk_is_closed_with_its_reason_though_a_measure_is_open(
    eva_in: Client, risk: Risk
) -> None:
    measure = make_measure(risk.unit)
    risk.measures.add(measure)

    eva_in.post(url("close", risk), {"closed_on": TODAY, "closed_because": "Enheten upphör."})

    risk.refresh_from_db()
    assert (risk.closed_on, risk.closed_because) == (TODAY, "Enheten upphör.")
    assert Measure.objects.open().get() == measure


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("closed_because", {"closed_on": TODAY, "closed_because": " "}),
        ("closed_on", {"closed_on": "2019-12-31", "closed_because": "Klart."}),
        ("closed_on", {"closed_on": TOMORROW, "closed_because": "Klart."}),
    ],
)
def test_a_closing_that_cannot_be_taken_is_told_at_the_field(
    eva_in: Client, risk: Risk, field: str, sent: dict[str, Any]
) -> None:
    answer = eva_in.post(url("close", risk), sent)

    assert (answer.status_code, list(errors(answer))) == (422, [field])


@pytest.fixture
def closed(organisation: Organisation) -> Risk:
    return make_risk(organisation.intake, "R9", closed_on=YESTERDAY, closed_because="Klart.")


def test_a_closed_risk_stays_and_says_that_it_is_not_opened_again(
    eva_in: Client, closed: Risk
) -> None:
    page = eva_in.get(url("detail", closed)).content.decode()

    assert "Risken är avslutad: Klart." in page
    assert "kan inte ändras eller öppnas igen" in page
    assert url("edit", closed) not in page


def test_what_was_typed_stays_when_the_risk_is_closed_meanwhile(
    eva_in: Client, closed: Risk
) -> None:
    answers = {
        "edit": eva_in.post(url("edit", closed), edited(closed, title="Evas text")),
        "assess": eva_in.post(url("assess", closed), judged(comment="Evas text")),
    }

    assert {name: answer.status_code for name, answer in answers.items()} == {
        "edit": 422,
        "assess": 422,
    }
    for answer in answers.values():
        assert "Risken är avslutad och kan inte ändras." in answer.content.decode()
        assert "Evas text" in answer.content.decode()
    assert not RiskAssessment.objects.exists()


def test_a_closed_risk_is_not_closed_twice(eva_in: Client, closed: Risk) -> None:
    eva_in.post(url("close", closed), {"closed_on": TODAY, "closed_because": "Igen."})

    closed.refresh_from_db()
    assert closed.closed_because == "Klart."
