"""Lämna över: somebody leaves, and what they answered for is somebody else's from now on."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lib.handover import OutOfSight
from lib.numbers import counted
from lib.sentences import in_order
from lib.versions import EditedByAnother
from organisation.models import User
from organisation.views import person, role_required
from start.handover import GIVERS, hand_over, held_by, holders
from start.handover_forms import HandoverForm, HolderForm

MEANWHILE = "Någon ändrade en av uppgifterna just nu. Ingenting är överlämnat; försök igen."


@require_http_methods(["GET", "POST"])
@role_required(*GIVERS)
def handover(request: HttpRequest) -> HttpResponse:
    actor = person(request)
    people = list(holders(actor))
    choice = HolderForm(request.GET, fran=[(one.pk, str(one)) for one in people])
    choice.is_valid()
    wanted = choice.cleaned_data.get("fran")
    holder = next((one for one in people if one.pk == wanted), None)
    context: dict[str, Any] = {
        "choice": choice,
        "holder": holder,
        "back_url": reverse("start:handover"),
    }
    if holder is None:
        if request.method == "POST":
            raise Http404
        return render(request, "start/handover.html", context)
    return _of(request, actor, holder, context)


def _of(request: HttpRequest, actor: User, holder: User, context: dict[str, Any]) -> HttpResponse:
    held = held_by(holder, actor)
    form = HandoverForm(request.POST or None, actor=actor, holder=holder, held=held)
    if request.method == "POST" and form.is_valid():
        successor: User = form.cleaned_data["successor"]
        try:
            given = hand_over(
                actor=actor, holder=holder, successor=successor, chosen=form.cleaned_data["chosen"]
            )
        except EditedByAnother:
            form.add_error(None, MEANWHILE)
        except OutOfSight as unseen:
            form.add_error("successor", _unseen(successor, unseen))
        else:
            things = counted(given, "uppgift", "uppgifter")
            messages.success(request, f"{things} är överlämnade från {holder} till {successor}.")
            return redirect(f"{reverse('start:handover')}?fran={successor.pk}")
    status = 422 if form.is_bound else 200
    context |= {"form": form, "held": [(one.name, len(rows)) for one, rows in held.items()]}
    return render(request, "start/handover.html", context, status=status)


def _unseen(successor: User, unseen: OutOfSight) -> str:
    return (
        f"{successor} kan inte se {in_order(list(unseen.titles))}. Välj någon annan, eller lämna "
        "över resten först."
    )
