"""Gallring: the export before it, the destruction itself, and what is left."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations import dependants
from deviations.archive.build import ARCHIVE, REMOVE_EXPORT, REMOVE_FILES
from deviations.archive.record import records
from deviations.models import AnnulledBecause, ArchiveExport, CaseStub, Deviation, PurgeProtocol
from deviations.retention import MOST_AT_ONCE, Holdings, cases_text
from deviations.services.rows import log, require
from jobs.services import submit
from organisation.access import access_of
from organisation.models import Role, Unit, User


@transaction.atomic
def request_export(
    *, actor: User, unit: Unit, purpose: str, case_ids: Collection[int]
) -> ArchiveExport:
    """The same cases for the same purpose again (a double click) give the first export."""
    require(access_of(actor).covers(unit.pk, Role.LEX_SARAH), f"Du gallrar inte för {unit}.")
    require(bool(case_ids), "Välj minst ett ärende.")
    require(len(case_ids) <= MOST_AT_ONCE, f"Välj högst {MOST_AT_ONCE} ärenden åt gången.")
    holdings = Holdings.of(actor, unit)
    purging = purpose == ArchiveExport.Purpose.PURGE
    wanted = (holdings.due() if purging else holdings.for_archive()).filter(pk__in=case_ids)
    found = list(wanted.values_list("pk", "number"))
    require(len(found) == len(set(case_ids)), "Listan har ändrats. Välj igen.")
    cases = [{"pk": pk, "number": number} for pk, number in found]
    first = _standing(unit, purpose, [pk for pk, _ in found])
    return first or _requested(actor, unit, purpose, cases)


def _standing(unit: Unit, purpose: str, ids: list[int]) -> ArchiveExport | None:
    """One of just these cases that is still being made."""
    waiting = ArchiveExport.objects.filter(unit=unit, purpose=purpose, stored_as="")
    return next((export for export in waiting if export.case_ids == ids), None)


def _requested(actor: User, unit: Unit, purpose: str, cases: list[dict[str, Any]]) -> ArchiveExport:
    export = ArchiveExport.objects.create(
        unit=unit,
        purpose=purpose,
        requested_by=actor,
        requested_by_name=str(actor),
        cases=cases,
    )
    detail = {"ids": export.case_ids, "count": len(cases)}
    _log(actor, Event.Action.CREATE, export, detail)
    submit(kind=ARCHIVE, subject_id=export.pk, actor=actor)
    return export


@transaction.atomic
def remove_export(*, actor: User, export: ArchiveExport) -> None:
    """What was destroyed is not destroyed as long as its copy lies here."""
    held = ArchiveExport.objects.select_for_update().get(pk=export.pk)
    require(held.has_file, "Exporten är redan raderad.")
    held.removed_at, held.removed_by_name = timezone.now(), str(actor)
    held.save(update_fields=["removed_at", "removed_by_name"])
    _log(actor, Event.Action.DELETE, held, {"sha256": held.sha256})
    submit(kind=REMOVE_EXPORT, subject_id=held.pk, actor=actor)


def purge_cases(*, actor: User, export: ArchiveExport, count: int) -> PurgeProtocol:
    """The cases of an export and every row and file of them, in one transaction. A stub without
    number, text or person stays for the statistics; the protocol says what was destroyed."""
    with audit.opened_door(actor=actor, reason=f"Gallring av {cases_text(len(export.cases))}"):
        held = ArchiveExport.objects.select_for_update().get(pk=export.pk)
        _require_ready(held, count)
        holdings = Holdings.of(actor, held.unit)
        cases = _still_due(holdings, held)
        _require_unchanged(held)
        protocol = _protocol(actor, held, holdings, cases)
        for case in cases:
            _leave_stub(case)
            log(actor, Event.Action.DELETE, case, detail={"protocol": protocol.pk})
        _clear_links(actor, held.case_ids)
        held.protocol, held.doomed = protocol, dependants.files(held.case_ids)
        held.save(update_fields=["protocol", "doomed"])
        dependants.remove(held.case_ids)
        submit(kind=REMOVE_FILES, subject_id=held.pk, actor=actor)
    return protocol


def _require_ready(export: ArchiveExport, count: int) -> None:
    require(export.purpose == ArchiveExport.Purpose.PURGE, "Ärenden som bevaras gallras aldrig.")
    require(export.protocol_id is None, "Ärendena är redan gallrade.")
    require(export.has_file, "Arkivexporten finns inte. Gör en ny innan du gallrar.")
    cases = len(export.cases)
    require(count == cases, f"Exporten har {cases_text(cases)}. Skriv det antalet.")


def _still_due(holdings: Holdings, export: ArchiveExport) -> list[Any]:
    """Under a lock, so that nobody reports or links to them meanwhile."""
    list(Deviation.objects.select_for_update().filter(pk__in=export.case_ids).values("pk"))
    due = holdings.due().filter(pk__in=export.case_ids)
    cases = list(due.select_related("unit", "ivo", "complaint"))
    lost = {case["number"] for case in export.cases} - {case.number for case in cases}
    require(not lost, f"Ska inte längre gallras: {_listed(lost)}. Gör en ny export.")
    return cases


def _require_unchanged(export: ArchiveExport) -> None:
    """Nothing is destroyed that the archive export does not hold."""
    found = records(export.case_ids, preserve=False)
    changed = [
        case["number"] for case in export.cases if found[case["pk"]].sha256 != case["sha256"]
    ]
    require(not changed, f"Har ändrats sedan exporten: {_listed(changed)}. Gör en ny export.")


def _listed(numbers: Iterable[str]) -> str:
    ordered = sorted(numbers)
    more = f" och {len(ordered) - 5} till" if len(ordered) > 5 else ""
    return ", ".join(ordered[:5]) + more


def _protocol(
    actor: User, export: ArchiveExport, holdings: Holdings, cases: list[Any]
) -> PurgeProtocol:
    rules = holdings.rules
    return PurgeProtocol.objects.create(
        made_by_name=str(actor),
        made_by_title=actor.title,
        unit=export.unit,
        stored_as=export.stored_as,
        sha256=export.sha256,
        size=export.size,
        cases=[
            {
                "number": case.number,
                "diary_number": case.diary_number,
                "kind": case.get_kind_display(),
                "unit": case.unit.name,
                "ended_on": case.ended_on.isoformat(),
                "rule": str(rules[case.kind]),
                "decision": rules[case.kind].decision,
            }
            for case in cases
        ],
    )


def _leave_stub(case: Any) -> CaseStub:
    """Days become the first of their year: enough for a year's figures, too little for a person."""
    notification = getattr(case, "ivo", None)
    complaint = getattr(case, "complaint", None)
    joined = case.annulled_because == AnnulledBecause.DUPLICATE
    stub = CaseStub.objects.create(
        kind=case.kind,
        unit=case.unit,
        received_on=_year(case.received_on),
        decided_on=_year(case.decided_on),
        annulled_on=_year(case.annulled_on),
        notified_on=_year(notification.notified_on) if notification else None,
        severity=case.severity,
        is_appeal=bool(complaint and complaint.is_appeal),
        reporters=case.reports.count() or int(not joined),
    )
    stub.causes.set(case.causes.all())
    stub.measures.set(case.measures.all())
    return stub


def _year(day: date | None) -> Any:
    return day.replace(month=1, day=1) if day else None


def _clear_links(actor: User, case_ids: Collection[int]) -> None:
    """A case that stays loses the way to one that is destroyed. Each kind has its own decision:
    waiting for the other would keep a case longer than the board has decided."""
    staying = Deviation.objects.exclude(pk__in=case_ids).select_related("unit")
    for field in ("origin", "duplicate_of"):
        linked = staying.filter(**{f"{field}__in": case_ids})
        for case in linked:
            log(actor, Event.Action.CHANGE, case, {field: (getattr(case, f"{field}_id"), None)})
        linked.update(**{field: None})


def _log(actor: User, action: Event.Action, export: ArchiveExport, detail: dict[str, Any]) -> None:
    audit.record(
        actor=actor,
        action=action,
        obj=export,
        label=str(export),
        unit=export.unit,
        detail=detail,
    )
