"""A control's page, and the form by which it is entered and changed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from organisation.models import User
from risks import services
from risks.models import Control, Verdict
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_result, make_risk

TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def url(name: str, control: Control) -> str:
    return reverse(f"controls:{name}", args=[control.code])


def edited(control: Control, **changes: object) -> dict[str, object]:
    """What the form sends when nothing is changed, and then some."""
    sent: dict[str, object] = {
        "version": control.version,
        "title": control.title,
        "requirement": "Fyra månader enligt lagen.",
        "unit": control.unit_id,
        "risks": [risk.pk for risk in control.risks.all()],
        "method": control.method,
        "frequency": control.frequency,
        "measured": control.measured,
        "better": control.better,
        "threshold": "90",
        "opened_on": control.opened_on,
    }
    return sent | changes


def errors(answer: Any) -> dict[str, str]:
    form = answer.context["form"]
    return {field: " ".join(messages) for field, messages in form.errors.items()}


# The page ------------------------------------------------------------------------------------


def test_each_round_is_compared_with_the_one_before(eva_in: Client, control: Control) -> None:
    make_result(control, date(2024, 5, 1), 16, 34)
    make_result(control, date(2025, 5, 1), 19, 34)

    rows = eva_in.get(url("detail", control)).context["results"]

    assert [row.outcome for row in rows] == ["56\u00a0% (19 av 34)", "47\u00a0% (16 av 34)"]
    assert [row.change for row in rows] == ["+9\u00a0procentenheter", ""]


def test_a_corrected_result_is_struck_through_under_the_one_that_stands(
    eva_in: Client, control: Control
) -> None:
    wrong = make_result(control, YESTERDAY, 34, 34, verdict=Verdict.APPROVED)
    make_result(control, YESTERDAY, 19, 34, replaces=wrong)

    answer = eva_in.get(url("detail", control))

    assert [row.replaced for row in answer.context["results"]] == [False, True]
    assert "<s>100\u00a0% (34 av 34)</s>" in answer.content.decode()


def test_a_share_is_not_rounded_to_the_other_side_of_the_threshold(
    eva_in: Client, control: Control
) -> None:
    """89,6 % is not "90 %, åtgärd krävs"."""
    make_result(control, YESTERDAY, 224, 250)

    assert eva_in.get(url("detail", control)).context["newest"].outcome == (
        "89,6\u00a0% (224 av 250)"
    )


def test_a_reported_share_says_that_it_is_one(eva_in: Client, control: Control) -> None:
    make_result(control, YESTERDAY, None, None, reported_share="94.5", source="Berättelsen 2023")

    assert eva_in.get(url("detail", control)).context["newest"].outcome == (
        "94,5\u00a0% enligt tidigare redovisning"
    )


def test_a_new_control_is_offered_the_code_after_the_newest(
    eva_in: Client, organisation: Organisation
) -> None:
    for code in ("E4", "K8", "K9"):
        make_control(organisation.intake, code)

    form = eva_in.get(reverse("controls:create")).context["form"]

    assert form["code"].value() == "K10"


def test_the_page_names_only_the_risks_that_the_reader_knows(
    eva_in: Client, organisation: Organisation, control: Control
) -> None:
    control.risks.add(make_risk(organisation.intake, "R1"), make_risk(organisation.home_care, "R2"))

    assert [risk.code for risk in eva_in.get(url("detail", control)).context["risks"]] == ["R1"]


def test_a_control_whose_time_has_passed_says_so(eva_in: Client, control: Control) -> None:
    make_result(control, date(2025, 2, 3))

    assert "Skulle ha gjorts 3 februari 2026" in eva_in.get(url("detail", control)).content.decode()


def test_a_full_page_costs_as_many_queries_as_an_almost_empty_one(
    eva_in: Client, organisation: Organisation, control: Control
) -> None:
    def fill(number: int) -> None:
        make_result(control, YESTERDAY - timedelta(days=number))
        control.risks.add(make_risk(organisation.intake, f"R{number}"))
        control.measures.add(make_measure(organisation.intake))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            eva_in.get(url("detail", control))
        return len(captured)

    fill(1)
    queries()
    with_one = queries()
    fill(2)
    fill(3)
    assert queries() == with_one


# Add and change ------------------------------------------------------------------------------


def test_a_control_added_from_a_risk_is_linked_to_it(
    eva_in: Client, organisation: Organisation, control: Control
) -> None:
    risk = make_risk(organisation.intake)
    form = eva_in.get(reverse("controls:create"), {"risk": "R1"}).context["form"]

    sent = edited(control, code=form["code"].value(), risks=form["risks"].value())
    eva_in.post(reverse("controls:create"), sent)

    assert Control.objects.get(code="E2").risks.get() == risk


def test_a_closed_risk_is_refused_by_name_and_nothing_typed_is_lost(
    eva_in: Client, organisation: Organisation, control: Control
) -> None:
    make_risk(organisation.intake, "R1")
    closed = make_risk(organisation.intake, "R9", closed_on=YESTERDAY, closed_because="Klart.")

    answer = eva_in.post(url("edit", control), edited(control, risks=[closed.pk]))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert errors(answer)["risks"].startswith("R9 är avslutad.")
    assert "Fyra månader enligt lagen." in page
    assert answer.context["form"]["risks"].value() == [str(closed.pk)]
    assert "(avslutad)" in page


def test_a_risk_closed_at_the_same_moment_is_refused_too(
    organisation: Organisation, eva: User, control: Control
) -> None:
    risk = make_risk(organisation.intake)
    services.close_risk(actor=eva, risk=risk, closed_on=TODAY, closed_because="Klart.")

    with pytest.raises(services.IllegalStep, match="R1 är avslutad") as refused:
        services.update_control(
            actor=eva, control_id=control.pk, version=1, changes={"risks": [risk]}
        )

    assert refused.value.field == "risks"
    assert not control.risks.exists()


def test_a_risk_that_was_closed_after_it_was_linked_stays_linked(
    eva_in: Client, organisation: Organisation, control: Control
) -> None:
    closed = make_risk(organisation.intake, closed_on=YESTERDAY, closed_because="Klart.")
    control.risks.add(closed)

    answer = eva_in.post(url("edit", control), edited(control, title="Nytt namn"))

    assert answer.status_code == 302
    assert control.risks.get() == closed


def test_a_link_that_the_editor_cannot_see_is_kept(
    eva_in: Client, organisation: Organisation, control: Control
) -> None:
    foreign = make_risk(organisation.home_care)
    control.risks.add(foreign)

    eva_in.post(url("edit", control), edited(control, risks=[]))

    assert control.risks.get() == foreign


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"threshold": "90 %"}, "threshold", "utan procenttecken"),
        ({"threshold": "101"}, "threshold", "mellan 0 och 100"),
        ({"threshold": "3", "measured": "words"}, "threshold", "inget gränsvärde"),
        ({"threshold": "-1", "measured": "count"}, "threshold", "negativt"),
        ({"method": ""}, "method", "måste fyllas i"),
        ({"closed_on": "2019-01-01"}, "closed_on", "före den dag"),
        ({"order": "1000"}, "order", "999"),
    ],
)
def test_what_cannot_be_taken_is_told_at_the_field(
    eva_in: Client, control: Control, changes: dict[str, str], field: str, said: str
) -> None:
    answer = eva_in.post(url("edit", control), edited(control, **changes))

    assert (answer.status_code, list(errors(answer))) == (422, [field])
    assert said in errors(answer)[field]
    assert "Fyra månader enligt lagen." in answer.content.decode()


def test_a_threshold_is_written_with_a_decimal_comma(eva_in: Client, control: Control) -> None:
    eva_in.post(url("edit", control), edited(control, threshold="92,5"))

    control.refresh_from_db()
    assert str(control.threshold) == "92.50"
    assert 'value="92,5"' in eva_in.get(url("edit", control)).content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"measured": "count", "threshold": "3"}, "measured"),
        ({"opened_on": TODAY}, "opened_on"),
        ({"closed_on": YESTERDAY}, "closed_on"),
    ],
)
def test_results_that_are_there_are_not_left_without_their_control(
    eva_in: Client, control: Control, changes: dict[str, Any], field: str
) -> None:
    make_result(control, YESTERDAY)

    answer = eva_in.post(url("edit", control), edited(control, **changes))

    assert list(errors(answer)) == [field]


def test_the_loser_keeps_the_text_and_sees_the_other(
    eva_in: Client, organisation: Organisation, karin: User, control: Control
) -> None:
    mine, theirs = (make_risk(organisation.intake, code) for code in ("R1", "R2"))
    services.update_control(
        actor=karin, control_id=control.pk, version=1, changes={"risks": [theirs]}
    )

    answer = eva_in.post(url("edit", control), edited(control, version=1, risks=[mine.pk]))

    told = {row.label: (row.mine, row.saved) for row in answer.context["differences"]}
    assert answer.status_code == 409
    assert told["Risker som den bevakar"] == (str(mine), str(theirs))
    assert answer.context["form"]["risks"].value() == [str(mine.pk)]


def test_a_control_that_has_ended_offers_no_new_result(
    eva_in: Client, organisation: Organisation
) -> None:
    ended = make_control(organisation.intake, closed_on=YESTERDAY)

    page = eva_in.get(url("detail", ended)).content.decode()

    assert "Upphörde" in page
    assert url("record", ended) not in page
