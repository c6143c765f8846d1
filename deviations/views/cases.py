"""The case page and the form that changes it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods

from deviations import pages, services
from deviations.forms import CaseForm, CaseStepForm, ComplaintPartForm
from deviations.inner_rights import inner_rights_of
from deviations.models import Complaint, Deviation
from deviations.rights import rights_of
from deviations.timeline import timeline
from deviations.views.inner import warn_of_personnummer
from deviations.views.process import offers
from deviations.views.scope import case_to_change, log_read, visible_case
from lib.versions import renew
from measures.querysets import OWNERS
from organisation.access import access_of
from organisation.models import User
from organisation.views import person


@require_GET
def detail(request: HttpRequest, number: str) -> HttpResponse:
    user = person(request)
    visible = Deviation.objects.visible_to(user)
    case = visible_case(visible, number)
    log_read(user, case)
    return render(request, "deviations/detail.html", case_context(user, case, visible=visible))


def case_context(
    user: User,
    case: Deviation,
    *,
    visible: Any = None,
    refused: tuple[str, CaseStepForm] | None = None,
) -> dict[str, Any]:
    """Everything on the case page; `refused` is the step whose form was sent and not taken."""
    rights = rights_of(user, case)
    causes = list(case.causes.all())
    if visible is None:
        visible = Deviation.objects.visible_to(user)
    return {
        "case": case,
        "rights": rights,
        "head": pages.head(case),
        "texts": pages.texts(case),
        "facts": pages.facts(case),
        "person": pages.person(case),
        "sorting": pages.sorting(case, causes),
        "complaint": (
            pages.complaint(case, contact=rights.edit or rights.feedback)
            if case.is_complaint
            else []
        ),
        "measures": pages.measures(case, user),
        "related": pages.related(visible, case),
        "timeline": timeline(case, files=inner_rights_of(user, case).read_files),
        "deadline": pages.deadline(case),
        "may_add_risk": access_of(user).has(*OWNERS),
        "steps": offers(user, case, rights, refused),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, number: str) -> HttpResponse:
    case = case_to_change(request, number, "edit")
    posted = request.POST if request.method == "POST" else None
    form = CaseForm(posted, instance=case, user=person(request))
    part = ComplaintPartForm(posted, instance=case.complaint) if case.is_complaint else None
    valid = form.is_valid() and (part is None or part.is_valid())
    if not valid:
        return _edit_page(request, case, form, part, status=422 if posted else 200)
    try:
        services.update_deviation(
            actor=person(request),
            deviation_id=case.pk,
            version=form.cleaned_data["version"],
            changes=form.changes(),
            complaint=part.changes() if part else None,
        )
    except services.StaleVersion as stale:
        return _conflict_page(request, stale, form, part)
    except services.IllegalStep as refused:
        form.add_error(None, str(refused))
        return _edit_page(request, case, form, part, status=422)
    messages.success(request, "Ärendet är sparat.")
    warn_of_personnummer(request, form, part)
    return redirect("deviations:detail", case.number)


def _edit_page(
    request: HttpRequest,
    case: Deviation,
    form: CaseForm,
    part: ComplaintPartForm | None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {"case": case, "form": form, "part": part, **more}
    return render(request, "deviations/edit.html", context, status=status)


def _conflict_page(
    request: HttpRequest,
    stale: services.StaleVersion,
    form: CaseForm,
    part: ComplaintPartForm | None,
) -> HttpResponse:
    """Both texts side by side. The form keeps what was typed and now saves on top of the other."""
    differences = form.compared_with(stale.stored)
    if part is not None:
        differences += part.compared_with(Complaint.objects.get(deviation=stale.stored))
    renew(form, stale.stored.version)
    at = timezone.localtime(stale.changed_at) if stale.changed_at else None
    return _edit_page(
        request,
        stale.stored,
        form,
        part,
        status=409,
        differences=differences,
        changed_by=stale.changed_by or "någon annan",
        changed_at=date_format(at, "j F H:i") if at else "",
    )
