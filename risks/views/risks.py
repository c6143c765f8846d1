"""The risk's page, and the forms by which it is entered, changed, judged and closed."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from measures.owners import linked_measures
from organisation import births
from organisation.models import User
from organisation.scales import risk_scales
from organisation.screens import tell
from organisation.views import person, role_required
from risks import pages, services
from risks.forms import AssessForm, CloseForm, CommentForm, RiskForm
from risks.models import Control, Risk, RiskAssessment
from risks.querysets import EDITORS
from risks.views.pages import closed_page, created, edited, form_page
from risks.views.scope import is_closed, may_change, process_asked_for, to_change, visible


@require_GET
def detail(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    risk = visible(Risk, user, code)
    judged = pages.assessments(risk)
    context = {
        "risk": risk,
        "now": pages.standing(judged, RiskAssessment.Kind.RESIDUAL),
        "inherent": pages.standing(judged, RiskAssessment.Kind.INHERENT),
        "history": pages.history(risk, judged),
        "facts": pages.risk_facts(risk, user),
        "controls": pages.linked_controls(risk, user),
        "measures": linked_measures(risk, user),
        "comments": list(risk.comments.select_related("author")),
        "may_change": may_change(user, risk) and not is_closed(risk),
        "may_add": may_change(user, risk),
    }
    return render(request, "risks/detail.html", context)


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    initial = {
        "code": services.suggested_code(Risk, "R", user),
        "processes": process_asked_for(request),
    }
    form = RiskForm(request.POST or None, editor=user, initial=initial)
    born = births.find(user, request.GET.get("ur", ""))
    create = partial(services.create_risk, born=born)
    done, lead = "Risken är tillagd. Bedöm den nu.", f"Uppstår ur: {born.label}" if born else ""
    return created(request, form, create, "Lägg till risk", done, "risks:assess", lead)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    user, risk = person(request), to_change(Risk, request, code)
    if request.method == "GET" and is_closed(risk):
        return closed_page(request, risk)
    form = RiskForm(request.POST or None, instance=risk, editor=user)
    update = partial(services.update_risk, risk_id=risk.pk)
    return edited(request, form, risk, update, "Ändra risken", "Risken är sparad.")


@require_http_methods(["GET", "POST"])
def assess(request: HttpRequest, code: str) -> HttpResponse:
    user, risk = person(request), to_change(Risk, request, code)
    if request.method == "GET" and is_closed(risk):
        return closed_page(request, risk)
    scales = risk_scales(risk.unit_id)
    form = AssessForm(request.POST or None, risk=risk, scales=scales)
    if request.method == "POST" and form.is_valid():
        try:
            services.assess_risk(actor=user, risk=risk, **form.answers)
        except services.IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, "Bedömningen är sparad.")
            return redirect("risks:detail", risk.code)
    now = pages.standing(pages.assessments(risk), RiskAssessment.Kind.RESIDUAL)
    return form_page(request, "assess", form, risk, scale=form.shown, now=now)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, code: str) -> HttpResponse:
    user, risk = person(request), to_change(Risk, request, code)
    if request.method == "GET" and is_closed(risk):
        return closed_page(request, risk)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.close_risk(actor=user, risk=risk, **form.cleaned_data)
        except services.IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, "Risken är avslutad.")
            return redirect("risks:detail", risk.code)
    return form_page(request, "close", form, risk, **_what_goes_on(risk, user))


def _what_goes_on(risk: Risk, user: User) -> dict[str, Any]:
    """Told before a risk is closed, but no reason to refuse it."""
    return {
        "open_measures": risk.measures.open(),
        "controls": Control.objects.visible_to(user).filter(risks=risk, closed_on=None),
    }


@require_http_methods(["GET", "POST"])
def comment(request: HttpRequest, code: str) -> HttpResponse:
    """A closed risk too is told of in the report of its last year."""
    user, risk = person(request), to_change(Risk, request, code)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.comment_on_year(actor=user, risk=risk, **form.cleaned_data)
        messages.success(request, "Kommentaren är sparad och kommer med i årets rapport.")
        return redirect("risks:detail", risk.code)
    return form_page(request, "comment", form, risk, title="Kommentera året")
