"""Tjänsteutlåtandet: written beside the report, frozen with it, printed as its own file."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jobs.engine import run
from organisation.models import User
from qualityreport import checks, services
from qualityreport.collect import collect
from qualityreport.models import Report, ReportFile, Statement
from qualityreport.services import job_of, request_build
from tests.factories.reports import make_version
from tests.qualityreport.reading import printed


def letter(report: Report, **fields: object) -> Statement:
    return Statement.objects.create(report=report, title="Kvalitetsberättelse", **fields)


def frozen(report: Report) -> dict[str, object]:
    snapshot = make_version(report).snapshot
    assert snapshot
    found: dict[str, object] = snapshot["statement"]
    return found


def test_the_points_are_numbered_and_the_figures_alive(report: Report, cases: None) -> None:
    letter(
        report,
        points=[{"text": "Nämnden godkänner.", "recipient": "Revisorerna"}],
        summary="<p>Vi utredde {{ lexsarah.utredda }} rapporter.</p>",
    )
    version = request_build(report=report, actor=None)
    job = job_of(version)
    assert job is not None
    run(job.pk)
    text = printed(version.files.get(format=ReportFile.Format.STATEMENT).stored_as)
    for words in (
        "Tjänsteutlåtande",
        "Nämnden godkänner.",
        "Beslutet sänds till: Revisorerna.",
        "Vi utredde 4 rapporter.",
        "Inte attesterat.",
    ):
        assert words in text


def test_no_meeting_to_come_is_told_as_past(report: Report) -> None:
    today = timezone.localdate()
    rows = [
        {"body": "ledningsgruppen", "on": f"{today - timedelta(days=3):%Y-%m-%d}"},
        {"body": "rådet", "on": f"{today + timedelta(days=3):%Y-%m-%d}"},
    ]
    letter(report, preparation=rows)
    told = frozen(report)["preparation"]
    assert isinstance(told, list)
    past, coming = told
    assert past.startswith("Ärendet har behandlats av ledningsgruppen")
    assert coming.startswith("Ärendet ska behandlas av rådet")


def test_its_texts_are_checked_like_the_reports_own(report: Report) -> None:
    letter(report, summary="<p>Antalet var SIFFROR? och 285 av 1384 är 20 procent.</p>")
    found = {(f.check, f.place) for f in checks.run(collect(report))}
    place = "Tjänsteutlåtandet: Sammanfattning"
    assert {("placeholder", place), ("wrong_percentage", place)} <= found


def test_a_new_letter_begins_with_the_usual_decision(
    client: Client, karin: User, report: Report
) -> None:
    client.force_login(karin)
    form = client.get(reverse("qualityreport:statement", args=[report.pk])).context["form"]
    assert form.initial["point_1"] == "Nämnden godkänner kvalitetsberättelse 2023."


def posted(**changed: str) -> dict[str, str]:
    names = ("handler", "phone", "sender", "recipient", "summary", "background", "matter")
    rows = [f"{name}_{place}" for name in ("point", "to", "body", "on") for place in range(1, 9)]
    empty = dict.fromkeys((*names, "equality", "children", "economy", "views", *rows), "")
    return empty | {"title": "Ärendet"} | changed


def test_what_is_filled_in_becomes_rows(client: Client, karin: User, report: Report) -> None:
    client.force_login(karin)
    client.post(
        reverse("qualityreport:statement", args=[report.pk]),
        posted(point_2="Nämnden beslutar.", body_1="rådet", on_1="2024-02-01"),
    )
    row = Statement.objects.get()
    assert row.points == [{"text": "Nämnden beslutar.", "recipient": ""}]
    assert row.preparation == [{"body": "rådet", "on": "2024-02-01"}]


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"on_1": "2024-02-01"}, "body_1"), ({"to_3": "KS"}, "point_3"), ({"title": ""}, "title")],
)
def test_half_a_row_is_told_at_its_field(
    changed: dict[str, str], field: str, client: Client, karin: User, report: Report
) -> None:
    client.force_login(karin)
    page = client.post(reverse("qualityreport:statement", args=[report.pk]), posted(**changed))
    assert list(page.context["form"].errors) == [field]


def test_two_writers_of_the_letter_lose_nothing(
    client: Client, karin: User, report: Report
) -> None:
    row = letter(report, version=2, summary="<p>Deras.</p>")
    client.force_login(karin)
    page = client.post(
        reverse("qualityreport:statement", args=[report.pk]),
        posted(summary="<p>Min.</p>", version="1"),
    )
    row.refresh_from_db()
    assert (page.status_code, row.summary) == (409, "<p>Deras.</p>")
    assert "Deras." in page.text and "Min." in page.text


def test_the_letter_can_be_taken_away(report: Report, karin: User) -> None:
    letter(report)
    services.remove_statement(actor=karin, report=report)
    assert frozen(report) is None


def test_the_meeting_stands_in_the_letter(report: Report) -> None:
    report.meeting_on = date(2024, 3, 20)
    report.save()
    letter(report)
    assert frozen(report)["meeting"] == "20 mars 2024"
