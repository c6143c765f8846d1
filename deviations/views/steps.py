"""The steps of a case. A refused form is shown again on the case page, with what was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from deviations import services
from deviations.forms import LinkMeasureForm, MeasureForm
from deviations.models import Deviation, ManagerSlip, Severity
from deviations.people import possible_responsible
from deviations.views.cases import case_context
from deviations.views.process import STEPS, form_for
from deviations.views.scope import case_to_change
from measures.models import Measure
from organisation.models import User
from organisation.views import person

View = Callable[..., HttpResponse]


def taking(name: str) -> View:
    """The view of one step: POST alone, from the case page."""

    @require_POST
    def view(request: HttpRequest, number: str) -> HttpResponse:
        return _take(request, number, name)

    return view


def _take(request: HttpRequest, number: str, name: str) -> HttpResponse:
    step, user = STEPS[name], person(request)
    case = case_to_change(request, number, step.right or name)
    form = form_for(name, case, user, request.POST)
    if form.is_valid():
        try:
            made = step.service(actor=user, deviation=case, **form.cleaned_data)
        except services.Incomplete as refused:
            form.add_error(None, refused.missing)
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _said(name, form.cleaned_data, made))
            return _onward(user, case, made)
    context = case_context(user, case, refused=(name, form))
    return render(request, "deviations/detail.html", context, status=422)


def _said(name: str, sent: dict[str, Any], made: Any) -> str:
    if name == "suspect":
        return f"Ärendet fortsätter som {made.number}."
    if name == "decide" and sent.get("severity") == Severity.OUTSIDE:
        return "Beslutet är fattat. Händelsen är åter en avvikelse hos enhetens chef."
    return STEPS[name].said


def _onward(user: User, case: Deviation, made: Any) -> HttpResponse:
    """To the case that came of it, or back to this one; as far as the person may still see."""
    visible = Deviation.objects.visible_to(user)
    for one in (made, case):
        if isinstance(one, Deviation) and visible.filter(pk=one.pk).exists():
            return redirect("deviations:detail", one.number)
    slip = ManagerSlip.objects.visible_to(user).filter(deviation=getattr(made, "pk", None))
    if isinstance(made, Deviation) and slip.exists():
        return redirect("deviations:slip", made.number)
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
    sent = known if linking else new
    if sent.is_valid():
        service = services.link_measure if linking else services.add_measure
        try:
            service(actor=user, deviation=case, **sent.cleaned_data)
        except services.IllegalStep as refused:
            sent.add_error(None, str(refused))
        else:
            messages.success(request, "Åtgärden är kopplad till ärendet.")
            return redirect("deviations:detail", case.number)
    context = {"case": case, "form": new, "link_form": known}
    status = 422 if posted else 200
    return render(request, "deviations/measure.html", context, status=status)


def _linkable(user: User, case: Deviation) -> Any:
    return Measure.objects.visible_to(user).open().exclude(deviations=case).order_by("title")
