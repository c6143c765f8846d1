from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from imports import explain, pages, services
from imports.forms import UploadForm
from imports.importer import CannotSave, CannotUndo, Importer, importer_named, importers_for
from imports.models import ImportBatch
from imports.services import IllegalImport
from lib.sheets.errors import SheetError
from lib.spreadsheet import CONTENT_TYPE, Column, download
from organisation.models import User
from organisation.views import person

SHOWN = 50
PROBLEM_COLUMNS = (
    Column("Rad", 8),
    Column("Kolumn", 26),
    Column("I cellen", 40),
    Column("Fel", 90),
)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    user = person(request)
    offered = importers_for(user)
    if not offered:
        raise PermissionDenied
    batches = ImportBatch.objects.visible_to(user)[:SHOWN]
    context = {"importers": offered, "rows": [pages.row(batch) for batch in batches]}
    return render(request, "imports/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, importer: str) -> HttpResponse:
    register, user = _register(person(request), importer), person(request)
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        batch = _received(form, register, user)
        if batch:
            return redirect("imports:batch", batch.pk)
    context = {"form": form, "importer": register, "columns": explain.explained(register)}
    return render(request, "imports/upload.html", context, status=422 if form.is_bound else 200)


def _received(form: UploadForm, importer: Importer, user: User) -> ImportBatch | None:
    content = form.cleaned_data["file"].read()
    try:
        return services.receive(actor=user, importer=importer, name=form.name(), content=content)
    except SheetError as error:
        form.add_error("file", str(error))
        return None


@require_GET
def template(request: HttpRequest, importer: str) -> HttpResponse:
    register = _register(person(request), importer)
    response = HttpResponse(explain.template(register), content_type=CONTENT_TYPE)
    name = f"mall-{slugify(register.title)}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "imports/batch.html", _context(_own(request, pk)))


@require_GET
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked for by the page while a job runs; when it is over, the page is drawn anew."""
    job = services.job_of(_own(request, pk))
    response = render(request, "jobs/_progress.html", {"job": job})
    if not (job and job.is_open):
        response["HX-Refresh"] = "true"
    return response


def _context(found: ImportBatch) -> dict[str, Any]:
    importer = services.importer_of(found)
    return {"batch": found, "importer": importer, "page": pages.page(found, importer)}


@require_GET
def problems(request: HttpRequest, pk: int) -> HttpResponse:
    """To work through beside the file."""
    rows = _own(request, pk).findings.get("problems", [])
    return download("Fel i filen", PROBLEM_COLUMNS, rows)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    def act(user: User, found: ImportBatch) -> str:
        saved = services.confirm(actor=user, batch=found)
        if saved.state == ImportBatch.State.SAVED:
            return "Filen är införd."
        return "" if saved.is_waiting and not saved.problems else "Inget är infört. Se felen nedan."

    return _act(request, pk, act)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    def act(user: User, found: ImportBatch) -> str:
        services.discard(actor=user, batch=found)
        return "Filen är borttagen. Inget är infört."

    return _act(request, pk, act)


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method != "POST":
        return render(request, "imports/undo.html", _context(_own(request, pk)))

    def act(user: User, found: ImportBatch) -> str:
        undone = services.undo(actor=user, batch=found)
        return "Importen är ångrad." if undone.state == ImportBatch.State.UNDONE else ""

    return _act(request, pk, act)


def _act(request: HttpRequest, pk: int, act: Callable[[User, ImportBatch], str]) -> HttpResponse:
    """Back to the page of the batch, with what became of it or why nothing did."""
    found = _own(request, pk)
    try:
        said = act(person(request), found)
    except (IllegalImport, CannotSave, CannotUndo, SheetError) as error:
        messages.error(request, str(error))
    else:
        if said:
            messages.success(request, said)
    return redirect("imports:batch", found.pk)


def _register(user: User, name: str) -> Importer:
    importer = importer_named(name)
    if importer is None:
        raise Http404
    if not importer.may_use(user):
        raise PermissionDenied
    return importer


def _own(request: HttpRequest, pk: int) -> ImportBatch:
    """404 outside what the person may know of, 403 for one who has lost the right since."""
    user = person(request)
    found = get_object_or_404(ImportBatch.objects.visible_to(user), pk=pk)
    if not services.importer_of(found).may_use(user):
        raise PermissionDenied
    return found
