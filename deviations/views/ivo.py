"""IVO: the page of a case, its acts, the transfer sheet, and the packages."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from deviations import ivo, services
from deviations.forms import PackageForm
from deviations.models import CasePackage, Deviation
from deviations.transfer import sheet
from deviations.views.scope import log_read, visible_case
from jobs import services as jobs
from lib.stored import is_stored, stored_file
from organisation.models import User
from organisation.views import person


def _case(request: HttpRequest, number: str) -> tuple[User, Deviation]:
    """The page exists for lex Sarah cases alone. Every page with one is a read."""
    user = person(request)
    case = visible_case(Deviation.objects.visible_to(user), number)
    if not case.is_lex_sarah:
        raise Http404
    return user, case


@require_GET
def page(request: HttpRequest, number: str) -> HttpResponse:
    user, case = _case(request, number)
    log_read(user, case)
    return render(request, "deviations/ivo.html", ivo.context(user, case))


@require_POST
def step(request: HttpRequest, number: str, act: str) -> HttpResponse:
    user, case = _case(request, number)
    found = ivo.ACTS.get(act)
    if found is None:
        raise Http404
    if not ivo.may_act(user, case):
        raise PermissionDenied
    log_read(user, case)
    form = found.form(request.POST)
    if form.is_valid():
        try:
            found.service(actor=user, deviation=case, **form.cleaned_data)
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, found.said)
            return redirect("deviations:ivo", case.number)
    context = ivo.context(user, case, bound=(act, form))
    return render(request, "deviations/ivo.html", _with_refused(context, act, form), status=422)


def _with_refused(context: dict[str, Any], act: str, form: Any) -> dict[str, Any]:
    """An act that was possible when the page was drawn, and is no more: what was typed is shown."""
    offered = any(step.key == act for step in context["steps"])
    return context if offered else context | {"refused": (ivo.ACTS[act].title, form)}


@require_GET
def transfer(request: HttpRequest, number: str) -> HttpResponse:
    user, case = _case(request, number)
    log_read(user, case)
    context = {"case": case, "sections": sheet(case)}
    return render(request, "deviations/transfer.html", context)


@require_POST
def package_create(request: HttpRequest, number: str) -> HttpResponse:
    user, case = _case(request, number)
    if not ivo.may_ask_for_package(user, case, redacted=True):
        raise PermissionDenied
    log_read(user, case)
    whole = ivo.may_ask_for_package(user, case, redacted=False)
    form = PackageForm(request.POST, may_be_whole=whole)
    if not form.is_valid():
        context = ivo.context(user, case, package_form=form)
        return render(request, "deviations/ivo.html", context, status=422)
    redacted = form.cleaned_data["copy"] == "redacted"
    try:
        package = services.request_package(actor=user, deviation=case, redacted=redacted)
    except services.IllegalStep as refused:
        messages.error(request, str(refused))
        return redirect("deviations:ivo", case.number)
    return redirect("deviations:package", case.number, package.pk)


def _package(request: HttpRequest, number: str, pk: int) -> tuple[User, CasePackage]:
    user, case = _case(request, number)
    packages = CasePackage.objects.select_related("deviation__unit", "requested_by")
    return user, get_object_or_404(packages, deviation=case, pk=pk)


def _package_context(user: User, package: CasePackage) -> dict[str, Any]:
    job = ivo.job_of(package)
    return {
        "case": package.deviation,
        "package": package,
        "job": job,
        "row": ivo.package_row(user, package, job),
        "may_ask": ivo.may_ask_for_package(user, package.deviation, redacted=package.redacted),
    }


@require_GET
def package(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    user, found = _package(request, number, pk)
    log_read(user, found.deviation)
    return render(request, "deviations/package.html", _package_context(user, found))


@require_GET
def package_status(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """The part that changes while the file is made; it says nothing of the case."""
    user, found = _package(request, number, pk)
    context = _package_context(user, found)
    response = render(request, "deviations/_package_status.html", context)
    if not context["job"] or not context["job"].is_open:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def package_retry(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    user, found = _package(request, number, pk)
    if not ivo.may_ask_for_package(user, found.deviation, redacted=found.redacted):
        raise PermissionDenied
    if job := ivo.job_of(found):
        jobs.retry(job=job, actor=user)
    return redirect("deviations:package", number, pk)


@require_GET
def package_download(request: HttpRequest, number: str, pk: int) -> FileResponse:
    user, found = _package(request, number, pk)
    if not ivo.may_fetch(user, found):
        raise PermissionDenied
    if not is_stored(found.stored_as):
        raise Http404
    services.record_package_download(actor=user, package=found)
    kind = "avidentifierad" if found.redacted else "fullstandig"
    return stored_file(found.stored_as, f"{number}-{kind}.pdf", "application/pdf")
