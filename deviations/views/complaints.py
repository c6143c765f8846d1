"""The page where a synpunkt or a klagomål is confirmed, answered, and taken further."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from deviations import pages, services, triage
from deviations.forms.complaints import AnswerForm, BecomesForm, ConfirmForm
from deviations.models import Deviation
from deviations.rights import rights_of
from deviations.views.scope import case_to_change, log_read, visible_case
from organisation.models import Referral, User
from organisation.views import person


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, number: str) -> HttpResponse:
    if request.method != "POST":
        return _read(request, number)
    case = _to_change(request, number)
    form = AnswerForm(request.POST, part=case.complaint)
    return _take(request, case, form, lambda: _answer(request, case, form), "Svaret är sparat.")


@require_POST
def confirm(request: HttpRequest, number: str) -> HttpResponse:
    case = _to_change(request, number)
    form = ConfirmForm(request.POST)
    actor = person(request)
    return _take(
        request,
        case,
        form,
        lambda: services.confirm_receipt(actor=actor, deviation=case, **form.cleaned_data),
        "Mottagandet är bekräftat.",
    )


@require_POST
def appeal(request: HttpRequest, number: str) -> HttpResponse:
    """To and fro: one button, which says what it does."""
    case = _to_change(request, number)
    wanted = request.POST.get("is_appeal") == "yes"
    try:
        services.mark_appeal(actor=person(request), deviation=case, is_appeal=wanted)
    except services.IllegalStep as refused:
        messages.error(request, str(refused))
    else:
        said = "markerat som överklagande" if wanted else "inte längre ett överklagande"
        messages.success(request, f"Ärendet är {said}.")
    return redirect("deviations:answer", case.number)


@require_http_methods(["GET", "HEAD", "POST"])
def becomes(request: HttpRequest, number: str) -> HttpResponse:
    """A deviation or a lex Sarah report out of what was said. Whoever makes the latter may not see
    the case afterwards, but has the receipt."""
    case, user = _to_change(request, number), person(request)
    form = BecomesForm(request.POST if request.method == "POST" else None, case=case, user=user)
    if form.is_valid():
        try:
            made = services.deviation_from_complaint(
                actor=user, deviation=case, **form.cleaned_data
            )
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("deviations:receipt", made.number)
    context = {
        "case": case,
        "rights": rights_of(user, case),
        "form": form,
        "back_url": reverse("deviations:answer", args=[case.number]),
    }
    status = 422 if form.is_bound else 200
    return render(request, "deviations/becomes.html", context, status=status)


def _read(request: HttpRequest, number: str) -> HttpResponse:
    user = person(request)
    case = _complaint(visible_case(Deviation.objects.visible_to(user), number))
    log_read(user, case)
    return _page(request, user, case)


def _to_change(request: HttpRequest, number: str) -> Deviation:
    return _complaint(case_to_change(request, number, "edit"))


def _complaint(case: Deviation) -> Deviation:
    if not case.is_complaint:
        raise Http404
    return case


def _answer(request: HttpRequest, case: Deviation, form: AnswerForm) -> Deviation:
    return services.answer_complaint(actor=person(request), deviation=case, **form.given())


def _take(
    request: HttpRequest, case: Deviation, form: BaseForm, act: Callable[[], Any], said: str
) -> HttpResponse:
    if form.is_valid():
        try:
            act()
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, said)
            return redirect("deviations:answer", case.number)
    return _page(request, person(request), case, bound=form)


def _page(
    request: HttpRequest, user: User, case: Deviation, *, bound: BaseForm | None = None
) -> HttpResponse:
    rights, part = rights_of(user, case), case.complaint
    confirm_form = bound if isinstance(bound, ConfirmForm) else ConfirmForm()
    answer_form = bound if isinstance(bound, AnswerForm) else AnswerForm(part=part)
    confirm_form.helper.form_action = reverse("deviations:confirm", args=[case.number])
    answer_form.helper.form_action = reverse("deviations:answer", args=[case.number])
    context = {
        "case": case,
        "part": part,
        "rights": rights,
        "facts": pages.complaint(case, contact=rights.edit or rights.inform),
        "confirm_form": confirm_form,
        "answer_form": answer_form,
        "appeal_way": triage.ways([Referral.Way.APPEAL])[0],
        "related": pages.related(Deviation.objects.visible_to(user), case),
    }
    return render(request, "deviations/answer.html", context, status=422 if bound else 200)
