"""Reports, their versions in every state, and what stands around them."""

from datetime import date
from typing import Any

from jobs.models import Job
from organisation.models import User
from qualityreport.build import BUILD
from qualityreport.models import (
    Attestation,
    Batch,
    BoardDecision,
    Comment,
    Contribution,
    Improvement,
    Report,
    ReportVersion,
)
from qualityreport.models.versions import VersionState
from qualityreport.querysets import DELIVERED
from qualityreport.snapshot import digest
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.reports import make_file, make_report, make_standing_text

Names = dict[str, Any]

UNKNOWN = 999_999
OF_A_VERSION = (
    *("version", "status", "since", "retry", "cancel", "download", "package", "send_to_attest"),
    *("take_back", "attest", "withdraw", "send", "decide", "publish"),
    *("add_measure", "unlink_measure"),
)


OF_A_SECTION = ("section", "section_standing", "section_data", "assign", "comments", "comment")


def reports(organisation: Organisation, people: dict[str, User]) -> dict[str, dict[str, Names]]:
    """`own` has a failed draft and is partly Mona's; the other years have come further."""
    ifo, elderly = organisation.ifo, organisation.elderly
    own, published = make_report(ifo), make_report(ifo, 2018)
    foreign, on_its_way = make_report(elderly), make_report(ifo, 2020)
    section = own.sections.filter(takes_text=True).first()
    assert section is not None
    own.sections.filter(pk=section.pk).update(owner=people["mona"])
    versions = {
        "own": _version(own, 1, job=Job.State.FAILED),
        "foreign": _version(foreign, 1),
        "published": _version(published, 1, VersionState.PUBLISHED),
        "newer draft": _version(published, 2),
        "draft": _version(on_its_way, 1),
        "in review": _version(on_its_way, 2, VersionState.IN_REVIEW),
        "attested": _version(on_its_way, 3, VersionState.ATTESTED),
        "sent": _version(on_its_way, 4, VersionState.SENT),
        "decided": _version(on_its_way, 5, VersionState.DECIDED),
    }
    _decided(versions["decided"])
    pks = {"own": own.pk, "published": published.pk, "foreign": foreign.pk, "unknown": UNKNOWN}
    known = {about: {"pk": pk} for about, pk in pks.items()}
    texts = own.sections.filter(takes_text=True).exclude(pk=section.pk)
    sections = {about: names | {"key": texts[0].key} for about, names in known.items()}
    sections["monas"] = {"pk": own.pk, "key": section.key}
    texts_of = {"own": ifo, "foreign": elderly}
    return {
        "qualityreport": known,
        "qualityreport:standing_text": {
            about: {"pk": make_standing_text(unit).pk} for about, unit in texts_of.items()
        }
        | {"unknown": {"pk": UNKNOWN}},
        **dict.fromkeys(map("qualityreport:{}".format, OF_A_SECTION), sections),
        "qualityreport:resolve_comment": {
            "own": sections["own"] | {"comment": _comment(own, texts[0].key)},
            "foreign": sections["foreign"] | {"comment": _comment(foreign, texts[0].key)},
        },
        "qualityreport:batch": {
            about: {"pk": Batch.objects.create(unit=report.unit, title="Alla").pk}
            for about, report in (("own", own), ("foreign", foreign))
        },
        **_contributions(organisation, own, foreign),
        **_improvements(organisation, own, foreign),
        **_of_versions(versions, people["dag"]),
    }


def _of_versions(versions: dict[str, ReportVersion], dag: User) -> dict[str, dict[str, Names]]:
    places: dict[str, Names] = {
        about: {"pk": version.report_id, "number": version.number}
        for about, version in versions.items()
    }
    found = {f"qualityreport:{page}": dict(places) for page in OF_A_VERSION}
    found["qualityreport:download"] = {
        about: names | {"format": "pdf"} for about, names in places.items()
    }
    for about, state in (("own", "attested"), ("foreign", "foreign")):
        signed = _signed(versions[state], dag)
        found["qualityreport:withdraw"][about] = places[state] | {"attest": signed.pk}
    for about, state in (("own", "published"), ("foreign", "foreign")):
        decision, measure = _decided(versions[state])
        of_decision = places[state] | {"decision": decision}
        found["qualityreport:add_measure"][about] = of_decision
        found["qualityreport:unlink_measure"][about] = of_decision | {"measure": measure}
    return found


def _contributions(
    organisation: Organisation, own: Report, foreign: Report
) -> dict[str, dict[str, Names]]:
    """Asked of Eva's unit, and of Erik's."""
    due = date(2024, 1, 20)
    asked = {
        "own": Contribution.objects.create(report=own, unit=organisation.intake, due_on=due),
        "foreign": Contribution.objects.create(
            report=foreign, unit=organisation.home_care, due_on=due
        ),
    }
    places = {about: {"pk": row.report_id, "contribution": row.pk} for about, row in asked.items()}
    pages = ("contribution", "return_contribution", "draw_in")
    return {f"qualityreport:{page}": places for page in pages}


def _improvements(
    organisation: Organisation, own: Report, foreign: Report
) -> dict[str, dict[str, Names]]:
    """Named in the report itself, and in that of the year before to be answered."""
    named = {"own": own, "foreign": foreign}
    rows = {about: {"pk": report.pk, "row": _area(report)} for about, report in named.items()}
    before = {"own": make_report(own.unit, own.year - 1), "foreign": foreign}
    answers = {
        about: {"pk": named[about].pk, "row": _area(report)} for about, report in before.items()
    }
    return {
        "qualityreport:improvement": rows,
        "qualityreport:improvement_remove": rows,
        "qualityreport:improvement_answer": answers,
    }


def _area(report: Report) -> int:
    title = f"Barnens röst {report.improvements.count()}"
    return Improvement.objects.create(report=report, title=title).pk


def _comment(report: Report, key: str) -> int:
    section = report.sections.get(key=key)
    return Comment.objects.create(section=section, author_name="Karin Ek", body="Hm.").pk


def _signed(version: ReportVersion, dag: User) -> Attestation:
    return Attestation.objects.create(
        version=version, step="Chef", signed_by=dag, name="Dag Holm", snapshot_hash="0" * 64
    )


def _decided(version: ReportVersion) -> tuple[int, int]:
    decision = BoardDecision.objects.create(
        version=version, outcome="approved", decided_on=date(2024, 3, 20), paragraph=7
    )
    decision.measures.add(make_measure(version.report.unit))
    return decision.pk, decision.measures.get().pk


def _version(
    report: Report, number: int, state: str = VersionState.DRAFT, job: str = Job.State.DONE
) -> ReportVersion:
    version = ReportVersion.objects.create(report=report, number=number, state=state)
    version.snapshot = {"document": {"sections": []}, "findings": []}
    version.snapshot_hash = digest(version.snapshot)
    version.save()
    Job.objects.create(kind=BUILD, subject_id=version.pk, state=job)
    make_file(version, attested=state in DELIVERED)
    return version
