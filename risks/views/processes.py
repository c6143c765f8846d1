"""Processerna: what the operation does, and for each its risks, controls and measures."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit import services as audit
from lib.numbers import NOT_SET
from lib.spreadsheet import Column, download
from measures.owners import linked_measures
from organisation.access import access_of
from organisation.models import Process, User
from organisation.views import person, role_required
from risks import pages, services
from risks.chain import Chain, Reader
from risks.forms import ProcessForm
from risks.models import Risk
from risks.process_map import Hanging, hanging_on
from risks.querysets import EDITORS, READERS
from risks.views.pages import created, edited
from risks.views.scope import is_closed, may_change, to_change, visible

COLUMNS = (
    *(Column("Nummer", 10), Column("Process", 50), Column("Slag", 16), Column("Målgrupp", 30)),
    *(Column("Processägare", 26), Column("Verksamhet", 30), Column("Risker", 10)),
    *(Column("Egenkontroller", 14), Column("Åtgärder", 10), Column("Saknas", 60)),
    Column("Upphörde", 12),
)


@dataclass(frozen=True)
class ProcessRow:
    process: Process
    url: str
    owner: str
    ended: bool
    hanging: Hanging

    @property
    def missing(self) -> list[str]:
        return [str(hole.label) for hole in self.hanging.holes]


def _rows(user: User) -> list[ProcessRow]:
    """In the order of the process map: the main ones, then the supporting."""
    processes = Process.objects.visible_to(user).select_related("unit", "owner")
    found = list(processes.order_by("kind", "order", "number"))
    hanging = hanging_on([process.pk for process in found], user, timezone.localdate())
    return [
        ProcessRow(
            process=process,
            url=reverse("processes:detail", args=[process.pk]),
            owner=str(process.owner or NOT_SET),
            ended=is_closed(process),
            hanging=hanging[process.pk],
        )
        for process in found
    ]


@require_GET
@role_required(*READERS)
def process_list(request: HttpRequest) -> HttpResponse:
    user = person(request)
    rows = _rows(user)
    groups = [
        (kind.label, [row for row in rows if row.process.kind == kind]) for kind in Process.Kind
    ]
    context = {
        "groups": [(label, found) for label, found in groups if found],
        "count": len(rows),
        "may_add": access_of(user).has(*EDITORS),
    }
    return render(request, "risks/processes.html", context)


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    rows = _rows(person(request))
    audit.record_export(actor=person(request), model=Process, count=len(rows))
    return download("Processer", COLUMNS, map(_cells, rows))


def _cells(row: ProcessRow) -> tuple[Any, ...]:
    process, hanging = row.process, row.hanging
    return (
        *(process.number, process.name, process.get_kind_display(), process.target_group),
        *(row.owner, process.unit.name, hanging.risks, hanging.controls, hanging.measures),
        *("; ".join(row.missing), process.closed_on),
    )


@require_GET
def detail(request: HttpRequest, code: int) -> HttpResponse:
    user = person(request)
    process = visible(Process, user, code)
    ended, editable = is_closed(process), may_change(user, process)
    context = {
        "process": process,
        "ended": ended,
        "chain": _chain_of(process, user),
        "facts": list(_facts(process)),
        "measures": linked_measures(process, user),
        "may_change": editable and not ended,
        "may_edit": editable,
        "may_add": access_of(user).has(*EDITORS),
    }
    return render(request, "risks/process.html", context)


def _chain_of(process: Process, user: User) -> Chain | None:
    """Read with the processes that share a risk with it: what handles the risk may be theirs."""
    today = timezone.localdate()
    risks = Risk.objects.visible_to(user).open_on(today).filter(processes=process)
    links = Risk.processes.through.objects.filter(risk__in=risks).values("process_id")
    near = Process.objects.visible_to(user).filter(Q(pk=process.pk) | Q(pk__in=links))
    found = Reader(user, today, list(near.prefetch_related("measures")), alone=True).chains()
    return next((one for one in found if one.key == str(process.pk)), None)


def _facts(process: Process) -> Iterator[pages.Fact]:
    told = (
        ("Slag", process.get_kind_display()),
        ("Processägare", str(process.owner or "Ingen utsedd")),
        ("Verksamhet", process.unit.name),
        ("Målgrupp", process.target_group),
        ("Upphörde" if is_closed(process) else "Upphör", pages.day(process.closed_on)),
    )
    return (pages.Fact(label, value) for label, value in told if value)


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = ProcessForm(request.POST or None, editor=user)
    title, done = "Lägg till process", "Processen är tillagd."
    return created(request, form, services.create_process, title, done, "processes:detail")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: int) -> HttpResponse:
    user, process = person(request), to_change(Process, request, code)
    form = ProcessForm(request.POST or None, instance=process, editor=user)
    update = partial(services.update_process, process_id=process.pk)
    return edited(request, form, process, update, "Ändra processen", "Processen är sparad.")
