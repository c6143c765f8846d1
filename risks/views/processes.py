"""Processerna: what the operation does, and for each its risks, controls and measures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit import services as audit
from lib.numbers import NOT_SET
from lib.spreadsheet import Column, download
from lib.versions import EditedByAnother
from organisation.models import Process, User
from organisation.views import person, role_required
from risks import pages, services
from risks.chain import Reader
from risks.forms import ProcessForm
from risks.forms.base import tell
from risks.process_map import Hanging, hanging_on
from risks.querysets import EDITORS, READERS
from risks.views.pages import compared, form_page
from risks.views.scope import may_change, to_change, visible

EDIT = "Ändra processen"
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
        "may_add": _may_add(user),
    }
    return render(request, "risks/processes.html", context)


def _may_add(user: User) -> bool:
    return bool(ProcessForm(editor=user).reach)


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
    found = Reader(user, timezone.localdate()).chains([process])
    context = {
        "process": process,
        "chain": next((one for one in found if one.key == str(process.pk)), None),
        "facts": list(_facts(process)),
        "measures": pages.linked_measures(process, user),
        "may_change": may_change(user, process) and process.closed_on is None,
        "may_edit": may_change(user, process),
        "may_add": _may_add(user),
    }
    return render(request, "risks/process.html", context)


def _facts(process: Process) -> Iterator[pages.Fact]:
    told = (
        ("Slag", process.get_kind_display()),
        ("Processägare", str(process.owner or "Ingen utsedd")),
        ("Verksamhet", process.unit.name),
        ("Målgrupp", process.target_group),
        ("Upphörde", pages.day(process.closed_on)),
    )
    return (pages.Fact(label, value) for label, value in told if value)


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = ProcessForm(request.POST or None, editor=user)
    if request.method == "POST" and form.is_valid():
        try:
            process = services.create_process(actor=user, **form.answers)
        except services.IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, "Processen är tillagd.")
            return redirect("processes:detail", process.pk)
    return form_page(request, "edit", form, None, title="Lägg till process")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: int) -> HttpResponse:
    user, process = person(request), to_change(Process, request, code)
    form = ProcessForm(request.POST or None, instance=process, editor=user)
    if request.method == "POST" and form.is_valid():
        try:
            services.update_process(
                actor=user,
                process_id=process.pk,
                version=form.cleaned_data["version"],
                changes=form.changes,
            )
        except EditedByAnother as conflict:
            return compared(request, form, conflict, EDIT)
        except services.IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, "Processen är sparad.")
            return redirect("processes:detail", process.pk)
    return form_page(request, "edit", form, process, title=EDIT)
