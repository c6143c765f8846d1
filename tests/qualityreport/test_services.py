from functools import partial

import pytest

from audit.models import Event
from jobs.models import Job
from organisation.models import User
from qualityreport.build import BUILD
from qualityreport.models import Report, ReportVersion
from qualityreport.services import BuildStopped, StaleSection, job_of, request_build, save_section
from tests.factories.organisation import Organisation
from tests.factories.reports import make_report, write


def test_a_new_report_has_the_sections_of_its_outline(report: Report) -> None:
    keys = list(report.sections.filter(parent=None).values_list("key", flat=True))
    assert keys == [
        "sammanfattning",
        "inledning",
        "forutsattningar",
        "underlag",
        "forbattringsarbete",
        "resultat",
        "bedomning",
        "forbattringsomraden",
        "kallor",
    ]


def test_the_later_writer_is_told_and_loses_nothing(report: Report, karin: User) -> None:
    section = report.sections.get(key="syfte")
    save = partial(save_section, section_id=section.pk, version=section.version, status="draft")
    save(actor=karin, body="<p>Karins text</p>")
    with pytest.raises(StaleSection) as stale:
        save(actor=None, body="<p>Den andras text</p>")
    assert stale.value.stored.body == "<p>Karins text</p>"


def test_what_is_saved_is_clean(report: Report) -> None:
    write(report, "syfte", "<p onclick='x()'>Text<script>alert(1)</script></p>")
    assert report.sections.get(key="syfte").body == "<p>Text</p>"


def test_saving_is_audited_without_the_text(report: Report, karin: User) -> None:
    section = report.sections.get(key="syfte")
    save_section(
        actor=karin, section_id=section.pk, version=1, body="<p>Hemligt</p>", status="draft"
    )
    event = Event.objects.latest("pk")
    assert (event.actor_name, "Hemligt" in str(event.__dict__)) == ("Karin Ek", False)


def test_a_build_is_a_version_and_a_job(report: Report, karin: User) -> None:
    version = request_build(report=report, actor=karin)
    job = job_of(version)
    assert (version.number, job and job.state) == (1, Job.State.QUEUED)


def test_a_second_click_gives_the_build_that_is_under_way(report: Report, karin: User) -> None:
    first = request_build(report=report, actor=karin)
    assert request_build(report=report, actor=karin) == first


def test_when_the_build_has_ended_the_next_is_a_new_version(report: Report, karin: User) -> None:
    request_build(report=report, actor=karin)
    Job.objects.filter(kind=BUILD).update(state=Job.State.FAILED)
    assert request_build(report=report, actor=karin).number == 2


def test_nothing_is_built_over_an_unknown_figure(report: Report, karin: User) -> None:
    write(report, "syfte", "<p>{{ lexsarah.hittepa }}</p>")
    with pytest.raises(BuildStopped):
        request_build(report=report, actor=karin)
    assert not ReportVersion.objects.exists()


def test_two_units_may_have_the_report_of_one_year(
    report: Report, organisation: Organisation
) -> None:
    assert make_report(organisation.children).pk != report.pk
