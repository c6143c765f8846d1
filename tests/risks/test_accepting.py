"""Who accepts a risk, whom else it concerns, and what the year's report says of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lib.periods import Period
from organisation.models import User
from risks.models import Decision, Risk, RiskComment
from risks.services import comment_on_year
from risks.statistics import risks
from tests.factories.organisation import Organisation
from tests.factories.risks import make_risk

TODAY = timezone.localdate()
IN_SPRING = TODAY + timedelta(days=120)


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def send(client: Client, risk: Risk, **changes: object) -> Any:
    form = client.get(reverse("risks:edit", args=[risk.code])).context["form"]
    stood = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in (stood | changes).items() if value is not None}
    return client.post(reverse("risks:edit", args=[risk.code]), sent)


def errors(answer: Any) -> set[str]:
    return set(answer.context["form"].errors)


def test_an_accepted_risk_has_somebody_who_accepted_it_and_a_day_for_the_next_look(
    eva_in: Client, risk: Risk, dag: User
) -> None:
    assert errors(send(eva_in, risk, decision="accept")) == {"accepted_by", "review_on"}

    sent = {"decision": "accept", "accepted_by": dag.pk, "review_on": IN_SPRING.isoformat()}
    assert send(eva_in, risk, **sent).status_code == 302

    risk.refresh_from_db()
    assert (risk.accepted_by, risk.accepted_on) == (dag, TODAY)


def test_a_risk_that_is_accepted_no_longer_has_nobody_who_accepted_it(
    eva_in: Client, risk: Risk, dag: User
) -> None:
    Risk.objects.filter(pk=risk.pk).update(
        decision=Decision.ACCEPT, accepted_by=dag, accepted_on=TODAY
    )
    send(eva_in, Risk.objects.get(), decision="act")

    risk.refresh_from_db()
    assert (risk.decision, risk.accepted_by, risk.accepted_on) == ("act", None, None)


def test_only_who_leads_or_decides_can_accept(
    eva_in: Client, risk: Risk, karin: User, dag: User, eva: User
) -> None:
    form = eva_in.get(reverse("risks:edit", args=[risk.code])).context["form"]

    assert set(form.fields["accepted_by"].queryset) == {dag, eva}


def test_an_assessment_cannot_accept_in_nobodys_name(eva_in: Client, risk: Risk) -> None:
    sent = {
        "assessed_on": TODAY.isoformat(),
        "kind": "residual",
        "probability": 1,
        "consequence": 2,
        "decision": "accept",
    }
    answer = eva_in.post(reverse("risks:assess", args=[risk.code]), sent)

    assert errors(answer) == {"decision"}


def test_a_shared_risk_is_seen_there_and_changed_at_home(
    client: Client, organisation: Organisation, erik: User
) -> None:
    risk = make_risk(organisation.intake)
    client.force_login(erik)
    address = reverse("risks:detail", args=[risk.code])
    assert client.get(address).status_code == 404

    risk.also_units.add(organisation.home_care)

    assert client.get(address).status_code == 200
    assert client.get(reverse("risks:edit", args=[risk.code])).status_code == 403


def test_a_shared_risk_is_counted_once_in_a_report_of_both(
    organisation: Organisation,
) -> None:
    risk = make_risk(organisation.intake)
    risk.also_units.add(organisation.youth)
    both = {organisation.intake.pk, organisation.youth.pk}
    period = Period.of(2023)

    assert [one.code for one in risks(both, period)] == ["R1"]
    assert [one.code for one in risks({organisation.youth.pk}, period)] == ["R1"]


def test_who_cannot_reach_the_other_units_leaves_them_as_they_are(
    eva_in: Client, risk: Risk, organisation: Organisation
) -> None:
    risk.also_units.add(organisation.home_care)

    send(eva_in, risk, title="Risk att barn inte hörs i tid")

    assert list(risk.also_units.all()) == [organisation.home_care]


# The year ------------------------------------------------------------------------------------


def test_the_newest_comment_of_a_year_holds_and_the_others_stay(eva_in: Client, risk: Risk) -> None:
    for text in ("Risken består.", "Risken är mindre."):
        sent = {"year": TODAY.year, "text": text}
        eva_in.post(reverse("risks:comment", args=[risk.code]), sent)

    [state] = risks({risk.unit_id}, Period.of(TODAY.year))

    assert state.year_comment == "Risken är mindre."
    assert RiskComment.objects.count() == 2
    assert "Risken består." in eva_in.get(reverse("risks:detail", args=[risk.code])).text


def test_a_comment_belongs_to_its_year(risk: Risk, eva: User) -> None:
    comment_on_year(actor=eva, risk=risk, year=2022, text="Då.")

    [state] = risks({risk.unit_id}, Period.of(2023))

    assert state.year_comment == ""


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 1, 15), 2025), (date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026)],
)
def test_until_march_one_comments_on_the_year_that_has_ended(
    eva_in: Client, risk: Risk, day: date, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("risks.forms.risks.timezone.localdate", lambda: day)

    form = eva_in.get(reverse("risks:comment", args=[risk.code])).context["form"]

    assert form.fields["year"].initial == year
