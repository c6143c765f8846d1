"""A report that is begun and not yet sent: saved, taken up again, thrown away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_POST

from deviations import services
from deviations.forms import ReportForm
from deviations.models import ReportDraft
from deviations.views.reporting import report_page
from organisation.access import REPORTING_ROLES
from organisation.models import User
from organisation.views import person, role_required


@require_POST
@role_required(*REPORTING_ROLES)
def save(request: HttpRequest) -> HttpResponse:
    """Pressed for, and then a page; or by the page itself while somebody writes."""
    user = person(request)
    form = ReportForm(request.POST, user=user)
    by_itself = not request.accepts("text/html")
    try:
        draft = services.save_draft(actor=user, token=form.draft_token(), answers=form.typed())
    except services.IllegalStep as refused:
        return _refused(request, form, str(refused), by_itself=by_itself)
    if by_itself:
        return JsonResponse({"said": f"Sparat {timezone.localtime(draft.saved_at):%H:%M}"})
    messages.success(request, "Utkastet är sparat. Du hittar det under Mina rapporter.")
    return redirect("deviations:draft", draft.token)


def _refused(
    request: HttpRequest, form: ReportForm, words: str, *, by_itself: bool
) -> HttpResponse:
    if by_itself:
        return JsonResponse({"said": words}, status=422)
    form.errors.clear()  # a draft may lack answers
    form.add_error(None, words)
    return report_page(request, form, status=422)


@require_http_methods(["GET", "HEAD"])
@role_required(*REPORTING_ROLES)
def take_up(request: HttpRequest, token: UUID) -> HttpResponse:
    user = person(request)
    draft = _own(user, token)
    form = ReportForm(initial=draft.answers | {"token": draft.token}, user=user)
    saved = date_format(timezone.localtime(draft.saved_at), "j F H:i")
    return report_page(request, form, draft=draft, saved=saved)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*REPORTING_ROLES)
def discard(request: HttpRequest, token: UUID) -> HttpResponse:
    user = person(request)
    draft = _own(user, token)
    if request.method != "POST":
        return render(request, "deviations/discard_draft.html", {"draft": draft})
    services.discard_draft(actor=user, draft=draft)
    messages.success(request, "Utkastet är borttaget.")
    return redirect("deviations:mine")


def _own(user: User, token: UUID) -> ReportDraft:
    return get_object_or_404(ReportDraft.objects.visible_to(user), token=token)
