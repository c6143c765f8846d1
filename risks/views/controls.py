"""The control's page, the form that changes it, and its results."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from measures.owners import linked_measures
from organisation.models import User
from organisation.screens import tell
from organisation.views import person, role_required
from risks import pages, services
from risks.forms import ControlForm, ResultForm
from risks.listing.base import BY_CODE
from risks.models import Control, ControlResult, FileReview, Risk, Verdict
from risks.querysets import EDITORS
from risks.schedule import Occasion, State, next_due, occasions
from risks.views.pages import created, edited, form_page
from risks.views.scope import may_change, process_asked_for, to_change, visible
from risks.wheel import TONES, around, happened_to


@require_GET
def detail(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    control = visible(Control, user, code)
    results = pages.results(control)
    ended = control.closed_on is not None and control.closed_on <= timezone.localdate()
    newest = results[0] if results else None
    standing: Any = Control.objects.visible_to(user).with_last().get(pk=control.pk)
    due = None if ended else next_due(standing)
    context = {
        "control": control,
        "newest": newest,
        "results": results,
        "due": due,
        "is_late": due is not None and due < timezone.localdate(),
        "facts": pages.control_facts(control, due),
        "risks": Risk.objects.visible_to(user).filter(controls=control).order_by(*BY_CODE),
        "measures": linked_measures(control, user),
        "may_change": may_change(user, control),
        "ended": ended,
        "turns": _turns(control),
        "file_reviews": list(FileReview.objects.visible_to(user).filter(control=control)),
        "has_samples": control.is_read_by_files,
    }
    return render(request, "risks/control.html", context)


def _turns(control: Control) -> list[tuple[Occasion, str]]:
    """This year's occasions."""
    today = timezone.localdate()
    held = happened_to([control])[control.pk]
    return [(one, TONES[one.state]) for one in occasions(control, held, today.year, today)]


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    initial = {
        "code": services.suggested_code(Control, "E", user),
        "risks": _risks_asked_for(request, user),
        "process": process_asked_for(request).first(),
    }
    form = ControlForm(request.POST or None, editor=user, initial=initial)
    title, done = "Lägg till egenkontroll", "Egenkontrollen är tillagd."
    return created(request, form, services.create_control, title, done, "controls:detail")


def _risks_asked_for(request: HttpRequest, user: User) -> Any:
    """From a risk's page: ticked beforehand."""
    risks = Risk.objects.visible_to(user).filter(closed_on=None)
    return risks.filter(code__iexact=request.GET.get("risk", "").replace("\x00", ""))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    user, control = person(request), to_change(Control, request, code)
    form = ControlForm(request.POST or None, instance=control, editor=user)
    update = partial(services.update_control, control_id=control.pk)
    title, done = "Ändra egenkontrollen", "Egenkontrollen är sparad."
    return edited(request, form, control, update, title, done)


# Results -------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, code: str) -> HttpResponse:
    user, control = person(request), to_change(Control, request, code)
    given: dict[str, Any] = {
        "control": control,
        "button": "Spara resultatet",
        "occasions": answerable_occasions(control),
        "initial": {"occasion_on": request.GET.get("avser", "")},
    }
    form = ResultForm(request.POST or None, **given)
    if request.method == "POST" and form.is_valid():
        try:
            same_day = form.cleaned_data.get("same_day", "")
            made = services.record_result(
                actor=user, control=control, same_day=same_day, **form.found
            )
            return _recorded(request, control, made)
        except services.AlreadyRecorded as already:
            form = ResultForm(request.POST, existing=already.existing, **given)
        except services.IllegalStep as refused:
            tell(form, refused)
    return form_page(request, "result", form, control, title="Nytt resultat")


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, control = person(request), to_change(Control, request, code)
    result = control.results.filter(pk=pk).first()
    if result is None:
        raise Http404
    form = ResultForm(
        request.POST or None,
        control=control,
        button="Spara rättelsen",
        occasions=answerable_occasions(control, result),
        initial=_as_recorded(result, control),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.correct_result(actor=user, result=result, **form.found)
            return _recorded(request, control, made)
        except services.IllegalStep as refused:
            tell(form, refused)
    return form_page(request, "result", form, control, title="Rätta resultatet", corrected=result)


def answerable_occasions(control: Control, result: ControlResult | None = None) -> list[Occasion]:
    """What a result may be for: missed, due or next, and what it was for; none without a plan."""
    if control.first_month is None:
        return []
    found = around(control, timezone.localdate())
    planned = [one for one in found if one.state == State.PLANNED][:1]
    return [
        one
        for one in found
        if one.state in (State.MISSED, State.DUE)
        or one in planned
        or (result is not None and one.result == result)
    ]


def _as_recorded(result: ControlResult, control: Control) -> dict[str, Any]:
    """A verdict that only followed from the threshold follows from it again."""
    values = {name: getattr(result, name) for name in ResultForm.base_fields if name != "same_day"}
    values["occasion_on"] = result.occasion_on.isoformat() if result.occasion_on else ""
    computed = control.verdict_on(result.value)
    return values | {"verdict": "" if computed == result.verdict else result.verdict}


def _recorded(request: HttpRequest, control: Control, result: ControlResult) -> HttpResponse:
    """What calls for action leads on to the measure."""
    if result.verdict == Verdict.ACTION:
        messages.warning(
            request,
            "Resultatet är sparat och kräver åtgärd. Lägg till den här, eller gör det sedan.",
        )
        return redirect("controls:measure", control.code)
    messages.success(request, "Resultatet är sparat.")
    return redirect("controls:detail", control.code)
