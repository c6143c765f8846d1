"""What the pages of retention show, put into words before the template."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify

from deviations.archive.build import ARCHIVE
from deviations.listing import KIND_LABELS
from deviations.models import ArchiveExport, PurgeProtocol
from deviations.places import Places
from deviations.querysets import DeviationQuerySet
from deviations.retention import MOST_AT_ONCE, Holdings, places_of
from jobs.models import Job
from lib.numbers import format_integer
from organisation.models import Unit

Purpose = ArchiveExport.Purpose
COLUMNS = ("pk", "number", "diary_number", "kind", "unit_id", "ended_on", "restricted")


@dataclass(frozen=True)
class Row:
    pk: int
    number: str
    url: str
    diary_number: str
    kind: str
    unit: str
    ended: str
    due: str
    rule: str
    restricted: bool
    checked: bool


def due_page(
    holdings: Holdings, unit: Unit, chosen: Mapping[str, Collection[str]]
) -> dict[str, Any]:
    """`chosen`: what was ticked in the form that was refused; a new form ticks everything."""
    places = Places.load()
    due, kept = holdings.due(), holdings.for_archive()
    rows = _rows(holdings, due, places, chosen.get(Purpose.PURGE))
    to_archive = _rows(holdings, kept, places, chosen.get(Purpose.DELIVER))
    return {
        "unit": unit,
        "places": places_of(holdings.user),
        "due": rows,
        "due_more": _more(due, rows),
        "kept": to_archive,
        "kept_more": _more(kept, to_archive),
        "unknown": holdings.without_rule(),
        "rules": list(holdings.rules.values()),
        "exports": _exports(holdings),
        "shown": [row.pk for row in (*rows, *to_archive)],
        "restricted": any(row.restricted for row in (*rows, *to_archive)),
    }


def _rows(
    holdings: Holdings, cases: DeviationQuerySet, places: Places, chosen: Collection[str] | None
) -> list[Row]:
    found = cases.values_list(*COLUMNS)[:MOST_AT_ONCE]
    return [
        Row(
            pk=pk,
            number=number,
            url=reverse("deviations:detail", args=[number]),
            diary_number=diary_number,
            kind=KIND_LABELS[kind],
            unit=places.name(unit_id),
            ended=ended_on.isoformat(),
            due=_day(holdings.due_on(kind, ended_on)),
            rule=holdings.rules[kind].decision,
            restricted=restricted,
            checked=chosen is None or str(pk) in chosen,
        )
        for pk, number, diary_number, kind, unit_id, ended_on, restricted in found
    ]


def _more(cases: DeviationQuerySet, rows: list[Row]) -> str:
    """How many there are beyond those shown."""
    if len(rows) < MOST_AT_ONCE:
        return ""
    beyond = cases.order_by().count() - len(rows)
    return format_integer(beyond) if beyond else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


@dataclass(frozen=True)
class ExportRow:
    url: str
    title: str
    when: str
    count: int
    state: str
    tone: str


def _exports(holdings: Holdings) -> list[ExportRow]:
    known = ArchiveExport.objects.visible_to(holdings.user)
    return [_export_row(export) for export in known[:20]]


def _export_row(export: ArchiveExport) -> ExportRow:
    state, tone = _state(export)
    return ExportRow(
        url=reverse("diary:archive", args=[export.pk]),
        title=export.get_purpose_display(),
        when=date_format(timezone.localtime(export.requested_at), "Y-m-d H:i"),
        count=len(export.cases),
        state=state,
        tone=tone,
    )


def _state(export: ArchiveExport) -> tuple[str, str]:
    """A destroyed case is not destroyed as long as its copy lies here."""
    if export.removed_at:
        return ("Gallrat, exporten raderad" if export.protocol_id else "Exporten raderad"), "muted"
    if export.protocol_id:
        return "Gallrat, exporten finns kvar", "waiting"
    return ("Klar", "done") if export.stored_as else ("Görs", "active")


def job_of(export: ArchiveExport) -> Job | None:
    return Job.objects.filter(kind=ARCHIVE, subject_id=export.pk).first()


def archive_page(export: ArchiveExport) -> dict[str, Any]:
    state, tone = _state(export)
    return {
        "export": export,
        "job": None if export.stored_as else job_of(export),
        "state": state,
        "tone": tone,
        "numbers": [case["number"] for case in export.cases],
        "count": len(export.cases),
        "megabytes": size_text(export.size),
        "is_purge": export.purpose == Purpose.PURGE,
        "may_purge_now": _may_purge(export),
    }


def _may_purge(export: ArchiveExport) -> bool:
    unused = export.has_file and export.protocol_id is None
    return unused and export.purpose == Purpose.PURGE


def size_text(size: int) -> str:
    """Small files in kB, so that none is nothing."""
    if size < 1_000_000:
        return f"{format_integer(max(1, round(size / 1000)))} kB"
    return f"{format_integer(round(size / 1_000_000))} MB"


def file_name(export: ArchiveExport) -> str:
    day = timezone.localtime(export.requested_at).date().isoformat()
    return f"arkivexport-{slugify(export.unit.name)}-{day}-{export.pk}.zip"


@dataclass(frozen=True)
class ProtocolRow:
    url: str
    when: str
    unit: str
    who: str
    count: int


def protocol_rows(found: Iterable[PurgeProtocol]) -> list[ProtocolRow]:
    return [
        ProtocolRow(
            url=reverse("diary:protocol", args=[protocol.pk]),
            when=date_format(timezone.localtime(protocol.purged_at), "j F Y H:i"),
            unit=protocol.unit.name,
            who=protocol.made_by_name,
            count=len(protocol.cases),
        )
        for protocol in found
    ]


def protocol_page(protocol: PurgeProtocol) -> dict[str, Any]:
    export = getattr(protocol, "export", None)
    return {
        "protocol": protocol,
        "when": date_format(timezone.localtime(protocol.purged_at), "j F Y H:i"),
        "cases": protocol.cases,
        "count": len(protocol.cases),
        "decisions": sorted({(case["rule"], case["decision"]) for case in protocol.cases}),
        "removed": export.removed_at if export else None,
    }
