"""The files of a case: listed, added, downloaded by those who may, taken out of sight."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from deviations import services
from deviations.forms import RemoveAttachmentForm, UploadForm
from deviations.models import Attachment, Deviation
from deviations.services.attachments import GONE, record_download
from deviations.views.inner import frame, inner_case, warn_of_personnummer
from lib.fields import LONGEST_ID
from lib.filetypes import TYPES
from lib.numbers import format_integer
from lib.stored import is_stored, stored_file
from organisation.views import person

KINDS = {one.content_type: one.ending.upper() for one in TYPES.values()}


@require_http_methods(["GET", "HEAD", "POST"])
def attachments(request: HttpRequest, number: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, inner_case(request, number))
    case = inner_case(request, number, "change_files")
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            services.attach_file(
                actor=person(request),
                deviation=case,
                file=file,
                name=file.name,
                description=form.cleaned_data["description"],
            )
        except services.IllegalStep as refused:
            form.add_error("file", str(refused))
        else:
            messages.success(request, "Bilagan är sparad.")
            warn_of_personnummer(request, form)
            return redirect("deviations:attachments", number)
    return _page(request, case, form, status=422)


@require_GET
def download(request: HttpRequest, number: str, pk: int) -> HttpResponseBase:
    """Never inline: what people have attached is not shown as a page of ours."""
    case = inner_case(request, number, "read_files")
    found = _attachment(case, pk)
    if found.removed_at is not None:
        raise Http404
    if not is_stored(found.stored_as):
        messages.error(request, GONE)
        return redirect("deviations:attachments", number)
    record_download(actor=person(request), attachment=found)
    return stored_file(found.stored_as, found.name, found.content_type)


@require_POST
def remove(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    case = inner_case(request, number, "change_files")
    found = _attachment(case, pk)
    form = RemoveAttachmentForm(request.POST, auto_id=f"remove_{found.pk}_%s")
    if form.is_valid():
        try:
            services.remove_attachment(
                actor=person(request), attachment=found, motive=form.cleaned_data["motive"]
            )
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Bilagan är borttagen ur ärendet.")
            return redirect("deviations:attachments", number)
    return _page(request, case, removing=(found.pk, form), status=422)


def _attachment(case: Deviation, pk: int) -> Attachment:
    found = case.attachments.filter(pk=pk).first() if len(str(pk)) <= LONGEST_ID else None
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    case: Deviation,
    form: UploadForm | None = None,
    *,
    removing: tuple[int, RemoveAttachmentForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = frame(person(request), case)
    rows = list(case.attachments.all())
    context |= {
        "form": form or UploadForm(),
        "rows": [_row(row, removing) for row in rows if row.removed_at is None],
        "removed": [_row(row, None) for row in rows if row.removed_at is not None],
    }
    return render(request, "deviations/attachments.html", context, status=status)


def _row(row: Attachment, removing: tuple[int, RemoveAttachmentForm] | None) -> dict[str, Any]:
    bound = removing[1] if removing and removing[0] == row.pk else None
    return {
        "pk": row.pk,
        "name": row.name,
        "description": row.description,
        "what": f"{KINDS.get(row.content_type, 'Fil')}, {_size(row.size)}",
        "when": date_format(timezone.localtime(row.uploaded_at), "j F Y H:i"),
        "who": row.uploaded_by_name,
        "removed": row.removed_because,
        "removed_by": row.removed_by_name,
        "form": bound or RemoveAttachmentForm(auto_id=f"remove_{row.pk}_%s"),
    }


def _size(size: int) -> str:
    kilobytes = -(-size // 1024)
    if kilobytes < 1024:
        return f"{format_integer(kilobytes)} kB"
    return f"{kilobytes / 1024:.1f} MB".replace(".", ",")
