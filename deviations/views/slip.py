"""The manager's slip: what is left to the place of a case that has left its circle."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from deviations import services, slips
from deviations.forms import ImmediateForm
from deviations.models import ManagerSlip
from deviations.process import possible
from organisation.models import User
from organisation.views import person


@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest, number: str) -> HttpResponse:
    user = person(request)
    found = _slip_of(user, number)
    services.open_slip(actor=user, slip=found)
    case = found.deviation
    posted = request.POST if request.method == "POST" else None
    form = ImmediateForm(posted, case=case, user=user)
    if form.is_valid():
        try:
            services.add_immediate_measure(actor=user, deviation=case, **form.cleaned_data)
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Åtgärden är noterad.")
            return redirect("deviations:slip", number)
    context = {
        "slip": slips.page(found, user),
        "form": form if possible(case, "immediate") or form.is_bound else None,
    }
    return render(request, "deviations/slip.html", context, status=422 if posted else 200)


def _slip_of(user: User, number: str) -> ManagerSlip:
    slips = ManagerSlip.objects.visible_to(user).select_related("deviation__unit")
    found = slips.filter(deviation__number=number).first()
    if found is None:
        raise Http404
    return found
