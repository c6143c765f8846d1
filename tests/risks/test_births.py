"""A risk tells what it was born from, and no more than its readers may know."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from deviations.models import Kind
from organisation import births
from organisation.models import Role, User
from risks.models import Risk
from tests.factories.deviations import make_case
from tests.factories.indicators import make_indicator
from tests.factories.organisation import Organisation, give_role
from tests.factories.reviews import make_review
from tests.proper_forms.form import TODAY

CREATE = reverse("risks:create")


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client


def sent(organisation: Organisation) -> dict[str, object]:
    empty = (
        *("service_area", "quality_area", "responsible", "review_on", "theme", "consequence"),
        *("accepted_by", "accepted_on", "order"),
    )
    own = {"code": "R77", "title": "Risk att barn inte hörs", "unit": organisation.intake.pk}
    return {**dict.fromkeys(empty, ""), **own, "decision": "act", "opened_on": TODAY, "version": 1}


def born_from(client: Client, organisation: Organisation, told: str) -> Risk:
    client.post(f"{CREATE}?ur={quote(told)}", sent(organisation))
    return Risk.objects.get(code="R77")


def test_a_risk_of_a_review_leads_back_to_it(eva_in: Client, organisation: Organisation) -> None:
    review = make_review(organisation.intake, "G8")
    assert "Uppstår ur: Granskning G8" in eva_in.get(f"{CREATE}?ur=review:g8").content.decode()

    risk = born_from(eva_in, organisation, "review:G8")

    assert (risk.origin_kind, risk.origin_id) == ("review", "G8")
    assert risk.origin_label == f"Granskning {review}"
    shown = eva_in.get(reverse("risks:detail", args=["R77"])).content.decode()
    assert f'<a href="{reverse("reviews:detail", args=["G8"])}">Granskning G8' in shown


def test_a_risk_of_an_indicator_names_it(eva_in: Client, organisation: Organisation) -> None:
    make_indicator(organisation.ifo, "IFO-01")

    risk = born_from(eva_in, organisation, "indicator:IFO-01")

    assert risk.origin_label.startswith("Indikator IFO-01")


def test_a_risk_of_a_case_gives_its_number(eva_in: Client, organisation: Organisation) -> None:
    case = make_case(organisation.intake)

    risk = born_from(eva_in, organisation, f"deviation:{case.number}")

    assert risk.origin_label == f"Ärende {case.number}"


def test_a_restricted_case_gives_no_number(
    client: Client, organisation: Organisation, sara: User
) -> None:
    """Others read the risk than may know of the case."""
    case = make_case(organisation.intake, Kind.LEX_SARAH)
    give_role(sara, Role.COORDINATOR, organisation.ifo)

    birth = births.find(sara, f"deviation:{case.number}")

    assert birth and birth.label == "Ett ärende"


@pytest.mark.parametrize("told", ["review:G9", "deviation:X", "nonsense", ":", "review:\x00", ""])
def test_what_is_not_there_or_not_to_be_known_is_left_out(
    eva_in: Client, organisation: Organisation, told: str
) -> None:
    make_review(organisation.home_care, "G9")

    assert born_from(eva_in, organisation, told).origin_label == ""


def test_who_may_not_open_it_sees_the_words_without_the_way(
    client: Client, eva_in: Client, organisation: Organisation, dag: User
) -> None:
    born_from(eva_in, organisation, "review:G9")
    Risk.objects.update(origin_kind="review", origin_id="G9", origin_label="Granskning G9")
    make_review(organisation.home_care, "G9")
    client.force_login(dag)

    shown = client.get(reverse("risks:detail", args=["R77"])).content.decode()

    assert "Granskning G9" in shown
    assert reverse("reviews:detail", args=["G9"]) not in shown
