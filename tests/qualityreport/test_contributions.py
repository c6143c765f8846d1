"""Underlag: asked for, owed, sent in, returned, and drawn into the report with its source."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lib.refusals import Refused
from organisation.models import Role, User
from qualityreport import services
from qualityreport.contributions import owed
from qualityreport.models import Contribution, Report
from qualityreport.todo import todo
from tests.factories.indicators import make_indicator, make_target
from tests.factories.organisation import Organisation, give_role, make_user
from tests.people import hire

DUE = date(2024, 1, 20)


@pytest.fixture
def asked(report: Report, organisation: Organisation, karin: User) -> Contribution:
    (row,) = services.ask_for_contributions(
        actor=karin, report=report, units=[organisation.intake], due_on=DUE
    )
    return row


def send_in(row: Contribution, eva: User, comment: str = "<p>Vi hann inte.</p>") -> Contribution:
    row.refresh_from_db()
    return services.write_contribution(
        actor=eva, pk=row.pk, version=row.version, texts={"comment": comment}, submit=True
    )


def url(name: str, row: Contribution) -> str:
    return reverse(f"qualityreport:{name}", args=[row.report_id, row.pk])


def test_the_unit_has_what_it_owes_on_its_start_page_until_it_is_sent(
    asked: Contribution, eva: User
) -> None:
    assert [item.due for item in todo(eva)] == [DUE]
    send_in(asked, eva)
    assert todo(eva) == []


def test_who_asks_and_who_leads_above_have_nothing_to_send_in(
    asked: Contribution, karin: User, organisation: Organisation
) -> None:
    """The nearest manager answers; nobody else's start page fills up."""
    gunnel = make_user("gunnel", "Gunnel Ås")
    give_role(gunnel, Role.MANAGER, organisation.children)
    hire("eva", organisation)
    assert [todo(karin), todo(gunnel)] == [[], []]


def test_a_unit_asked_twice_keeps_what_it_has_written(
    asked: Contribution, report: Report, organisation: Organisation, karin: User, eva: User
) -> None:
    send_in(asked, eva)
    services.ask_for_contributions(
        actor=karin, report=report, units=[organisation.intake], due_on=date(2024, 2, 1)
    )
    row = Contribution.objects.get()
    assert (row.comment, row.due_on) == ("<p>Vi hann inte.</p>", date(2024, 2, 1))


def test_the_page_names_what_the_registers_lack(
    asked: Contribution, organisation: Organisation
) -> None:
    make_target(make_indicator(organisation.intake, "IFO-07"), 50, 2023)
    assert [item.title.split()[0] for item in owed(asked)] == ["IFO-07"]


def test_a_question_comes_back_to_the_unit(
    client: Client, asked: Contribution, karin: User, eva: User
) -> None:
    send_in(asked, eva)
    client.force_login(karin)
    client.post(url("return_contribution", asked), {"question": "Vad beror det på?"})
    (item,) = todo(eva)
    assert item.title.startswith("Komplettera underlaget")
    client.force_login(eva)
    assert "Vad beror det på?" in client.get(url("contribution", asked)).text


def test_a_reminder_reaches_those_who_have_not_sent_in(
    asked: Contribution, report: Report, karin: User, eva: User
) -> None:
    assert services.remind(actor=karin, report=report) == 1
    assert todo(eva)[0].urgent
    send_in(asked, eva)
    assert services.remind(actor=karin, report=report) == 0


def test_the_units_words_stand_in_the_section_with_their_source(
    asked: Contribution, report: Report, karin: User, eva: User
) -> None:
    section = report.sections.get(key="aret")
    with pytest.raises(Refused, match="inte lämnat in"):
        services.draw_in(actor=karin, contribution=asked, section=section)
    send_in(asked, eva)
    drawn = services.draw_in(actor=karin, contribution=asked, section=section)
    assert "<p>Vi hann inte.</p>" in drawn.body
    assert f"((fotnot: Underlag från {asked.unit.name}, Eva Lind, " in drawn.body
    assert drawn.version == section.version + 1


def test_two_at_the_unit_lose_nothing(client: Client, asked: Contribution, eva: User) -> None:
    send_in(asked, eva, "<p>Evas ord.</p>")
    client.force_login(eva)
    texts = {"comment": "<p>Mina ord.</p>", "events": "", "risks": "", "version": 1}
    page = client.post(url("contribution", asked), texts)
    assert (page.status_code, "Evas ord." in page.text, "Mina ord." in page.text) == (
        409,
        True,
        True,
    )


def test_a_draft_is_kept_without_being_sent(client: Client, asked: Contribution, eva: User) -> None:
    client.force_login(eva)
    texts: dict[str, Any] = {"comment": "<p>Halvt.</p>", "events": "", "risks": "", "version": 1}
    client.post(url("contribution", asked), texts | {"keep": "1"})
    asked.refresh_from_db()
    assert (asked.comment, asked.status) == ("<p>Halvt.</p>", "asked")


def test_nothing_at_all_is_not_sent_in(client: Client, asked: Contribution, eva: User) -> None:
    client.force_login(eva)
    texts = {"comment": "", "events": "", "risks": "", "version": 1}
    page = client.post(url("contribution", asked), texts)
    assert list(page.context["form"].errors) == ["comment"]
