"""The steps of a case. A refused form is shown again on the case page, with what was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from deviations import services
from deviations.forms import (
    AnnulForm,
    AssignForm,
    DecisionForm,
    FeedbackForm,
    LinkMeasureForm,
    MeasureForm,
)
from deviations.models import Deviation, Severity
from deviations.people import possible_investigators, possible_responsible
from deviations.views.cases import case_context
from deviations.views.scope import case_to_change
from measures.models import Measure
from organisation.models import User
from organisation.views import person


@require_POST
def decide(request: HttpRequest, number: str) -> HttpResponse:
    case = case_to_change(request, number, "decide")
    form = DecisionForm(request.POST, case=case)
    said = "Beslutet är fattat."
    if request.POST.get("severity") == Severity.OUTSIDE:
        said = "Beslutet är fattat. En intern avvikelse är skapad och länkad till ärendet."
    return _take(request, case, form, services.decide, said)


@require_POST
def assign(request: HttpRequest, number: str) -> HttpResponse:
    case = case_to_change(request, number, "assign")
    form = AssignForm(request.POST, candidates=possible_investigators(case))
    return _take(request, case, form, services.assign_investigator, "Utredaren är utsedd.")


@require_POST
def annul(request: HttpRequest, number: str) -> HttpResponse:
    case = case_to_change(request, number, "annul")
    form = AnnulForm(request.POST)
    return _take(request, case, form, services.annul_deviation, "Ärendet är annullerat.")


@require_POST
def feedback(request: HttpRequest, number: str) -> HttpResponse:
    case = case_to_change(request, number, "inform")
    form = FeedbackForm(request.POST)
    return _take(request, case, form, services.give_feedback, "Återkopplingen är lämnad.")


@require_POST
def close(request: HttpRequest, number: str) -> HttpResponse:
    case = case_to_change(request, number, "close")
    try:
        services.close_deviation(actor=person(request), deviation=case)
    except services.IllegalStep as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Ärendet är avslutat.")
    return redirect("deviations:detail", case.number)


def _take(
    request: HttpRequest, case: Deviation, form: BaseForm, service: Callable[..., Any], said: str
) -> HttpResponse:
    user = person(request)
    if form.is_valid():
        try:
            service(actor=user, deviation=case, **form.cleaned_data)
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, said)
            return _onward(user, case)
    context = case_context(user, case, bound=form)
    return render(request, "deviations/detail.html", context, status=422)


def _onward(user: User, case: Deviation) -> HttpResponse:
    """Back to the case, unless the step took it out of the person's sight."""
    if Deviation.objects.visible_to(user).filter(pk=case.pk).exists():
        return redirect("deviations:detail", case.number)
    return redirect("deviations:list")


@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: HttpRequest, number: str) -> HttpResponse:
    """A new measure, or one that is there already."""
    case = case_to_change(request, number, "measure")
    user = person(request)
    posted = request.POST if request.method == "POST" else None
    linking = posted is not None and "link" in posted
    new = MeasureForm(
        None if linking else posted, responsible=possible_responsible(case), prefix="ny"
    )
    known = LinkMeasureForm(posted if linking else None, measures=_linkable(user, case))
    if linking and known.is_valid():
        services.link_measure(actor=user, deviation=case, **known.cleaned_data)
    elif not linking and new.is_valid():
        services.add_measure(actor=user, deviation=case, **new.cleaned_data)
    else:
        context = {"case": case, "form": new, "link_form": known}
        status = 422 if posted else 200
        return render(request, "deviations/measure.html", context, status=status)
    messages.success(request, "Åtgärden är kopplad till ärendet.")
    return redirect("deviations:detail", case.number)


def _linkable(user: User, case: Deviation) -> Any:
    return Measure.objects.visible_to(user).open().exclude(deviations=case).order_by("title")
