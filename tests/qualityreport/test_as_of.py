"""A report that is built again prints its own last day, whatever has happened since."""

from datetime import date
from http import HTTPStatus
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indicators.models import Indicator
from indicators.services import remove_outcome
from lib.pdf.exhibits import data_files
from measures.models import Status
from measures.services import follow_up, update_measure
from organisation.models import User
from qualityreport.collect import collect
from qualityreport.models import Report, ReportVersion
from qualityreport.render import html
from qualityreport.scope import Scope
from qualityreport.snapshot import freeze
from risks import services
from risks.models import Risk, Verdict
from tests.factories import registers as make
from tests.factories.measures import make_follow_up, make_measure
from tests.factories.organisation import Organisation
from tests.qualityreport.reading import cells, tables

IN_THE_YEAR, AFTER = date(2023, 6, 1), date(2024, 2, 1)


def handling(scope: Scope) -> list[str]:
    return [row[2] for row in cells(tables("risks.by_area", scope)[0])]


def test_a_measure_that_is_finished_later_was_ongoing(
    scope: Scope, organisation: Organisation
) -> None:
    measure = make_measure(organisation.ifo, "Ny rutin")
    make.risk(organisation.ifo, "R1").measures.add(measure)
    make_follow_up(measure, IN_THE_YEAR, Status.ONGOING)
    follow_up(
        actor=None,
        measure=measure,
        followed_up_on=AFTER,
        status=Status.DONE,
        effect="yes",
        text="Det hjälpte.",
        continues_next_year=True,
    )
    assert handling(scope) == ["Ny rutin Pågående"]


def test_a_measure_that_is_called_something_else_later_has_its_new_name(
    scope: Scope, organisation: Organisation
) -> None:
    measure = make_measure(organisation.ifo, "Ny rutin")
    make.risk(organisation.ifo, "R1").measures.add(measure)
    make_follow_up(measure, IN_THE_YEAR, Status.ONGOING)
    update_measure(
        actor=None, measure_id=measure.pk, version=1, changes={"title": "Rutin för samtal"}
    )
    assert handling(scope) == ["Rutin för samtal Pågående"]


def test_a_measure_that_came_later_is_not_there(scope: Scope, organisation: Organisation) -> None:
    risk = make.risk(organisation.ifo, "R1")
    services.link_measure(actor=None, owner=risk, measure=make_measure(organisation.ifo))
    assert handling(scope) == ["Ingen åtgärd eller egenkontroll"]


def test_a_risk_that_is_closed_later_was_open(scope: Scope, organisation: Organisation) -> None:
    risk = make.risk(organisation.ifo, "R1", levels=((IN_THE_YEAR, 3, 3),))
    services.close_risk(actor=None, risk=risk, closed_on=AFTER, closed_because="Upphörde.")
    [row] = cells(tables("risks.by_area", scope)[-1])
    assert row[:2] == ["9 Hög Risk R1", ""]


def test_a_risk_that_is_found_later_is_not_there(scope: Scope, organisation: Organisation) -> None:
    make.risk(organisation.ifo, "R1", opened_on=AFTER)
    assert tables("risks.by_area", scope) == []


def test_a_control_that_had_ended_no_longer_handles_a_risk(
    scope: Scope, organisation: Organisation
) -> None:
    risk = make.risk(organisation.ifo, "R1")
    for code, closed_on in (("K1", date(2023, 3, 1)), ("K2", AFTER), ("K3", None)):
        make.control(organisation.ifo, code, closed_on=closed_on).risks.add(risk)
    assert handling(scope) == ["Hanteras genom egenkontroll Kontroll K2 och Kontroll K3"]


def test_a_verdict_stands_with_the_threshold_that_it_was_given_by(
    scope: Scope, organisation: Organisation
) -> None:
    control = make.control(organisation.ifo, "K1", threshold=90)
    services.record_result(
        actor=None, control=control, carried_out_on=IN_THE_YEAR, numerator=71, denominator=100
    )
    services.update_control(actor=None, control_id=control.pk, version=1, changes={"threshold": 60})
    [row] = cells(tables("controls.action", scope)[0])
    assert row[1] == "71 av 100, 71 % (mål minst 90 %)"


def test_a_result_that_is_corrected_later_counts(scope: Scope, organisation: Organisation) -> None:
    control = make.control(organisation.ifo, "K1")
    wrong = make.result(control, n=10, whole=40, verdict=Verdict.ACTION)
    services.correct_result(
        actor=None,
        result=wrong,
        carried_out_on=wrong.carried_out_on,
        numerator=39,
        denominator=40,
        verdict=Verdict.APPROVED,
    )
    [row] = cells(tables("controls.approved", scope)[0])
    assert row[1].startswith("39 av 40")


def test_a_result_of_this_year_is_not_last_years(scope: Scope, organisation: Organisation) -> None:
    control = make.control(organisation.ifo, "K1")
    make.result(control, n=10, whole=40, on=timezone.localdate())
    assert cells(tables("controls.action", scope)[0])[0][1] == "inte genomförd"


def test_a_link_has_no_date_and_is_read_as_it_stands(
    scope: Scope, organisation: Organisation
) -> None:
    """Of what existed on the day; a link taken away is taken away from older reports too."""
    measure = make_measure(organisation.ifo, "Ny rutin")
    make_follow_up(measure, IN_THE_YEAR, Status.ONGOING)
    risk: Risk = make.risk(organisation.ifo, "R1")
    services.link_measure(actor=None, owner=risk, measure=measure)
    assert handling(scope) == ["Ny rutin Pågående"]


def test_a_frozen_version_prints_the_same_whatever_happens(
    report: Report, organisation: Organisation, django_assert_num_queries: Any
) -> None:
    risk = make.risk(organisation.ifo, "R1", levels=((IN_THE_YEAR, 3, 3),))
    share = make.indicator(organisation.ifo, "A1")
    outcome = make.outcome(share, n=20, whole=40)
    version = ReportVersion.objects.create(report=report, number=1)
    version.snapshot = freeze(collect(report), [], version)
    version.save()
    before = html(version.snapshot["document"])
    services.close_risk(actor=None, risk=risk, closed_on=IN_THE_YEAR, closed_because="Fel.")
    remove_outcome(actor=None, observation=outcome)
    Indicator.objects.update(name="Något annat", unit=organisation.children)
    version.refresh_from_db()
    with django_assert_num_queries(0):
        assert html(version.snapshot["document"]) == before


def test_a_version_frozen_before_there_were_groups_marks_and_entries_still_prints(
    report: Report, client: Client, karin: User
) -> None:
    version = ReportVersion.objects.create(report=report, number=1)
    version.snapshot = freeze(collect(report), [], version)
    cells = [{"text": text, "note": "not", "tone": "muted"} for text in ("Rad", "12")]
    columns = [{"title": title, "align": "left", "width": None} for title in ("Typ", "Antal")]
    table = {
        "type": "table",
        "key": "gammal",
        "title": "Gammal tabell",
        "label": "Tabell 1",
        "columns": columns,
        "rows": [{"cells": cells, "total": False}],
        "source": "Avvikelseregistret",
        "note": "",
    }
    version.snapshot["document"]["sections"][0]["parts"] = [table]
    version.save()
    assert "Gammal tabell" in html(version.snapshot["document"])
    assert data_files(version.snapshot["document"])[0].name == "tabell-1-gammal.csv"
    client.force_login(karin)
    page = client.get(reverse("qualityreport:version", args=[report.pk, 1]))
    assert page.status_code == HTTPStatus.OK
