"""Tidigare år: sums of the years before the register, entered with their source and sealed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from deviations import earlier, services
from deviations.forms.totals import TotalForm
from deviations.models import PublishedTotal
from deviations.querysets import HISTORIANS
from deviations.services.totals import against_sealing, unsealed
from organisation.models import User
from organisation.views import person, role_required

TWICE = "Uppgiften finns redan för den enheten och det året. Ändra den."


@require_GET
@role_required(*HISTORIANS)
def totals(request: HttpRequest) -> HttpResponse:
    visible = PublishedTotal.objects.visible_to(person(request))
    context = {"years": earlier.years(visible), "balances": earlier.balances(visible)}
    return render(request, "deviations/totals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*HISTORIANS)
def total_add(request: HttpRequest) -> HttpResponse:
    """What was just entered is offered again, but for the figure: a table is typed row by row."""
    chosen = {name: request.GET.get(name, "") for name in ("unit", "year", "kind", "source")}
    form = TotalForm(request.POST or None, user=person(request), initial=chosen)
    if form.is_valid() and _saved(form, services.add_total, actor=person(request)):
        messages.success(request, "Uppgiften är sparad.")
        return redirect("deviations:totals")
    return _form(request, form, "Ny uppgift")


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*HISTORIANS)
def total_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    total = _free(user, pk)
    initial = dict(earlier.initial(total))
    form = TotalForm(request.POST or None, user=user, total=total, initial=initial)
    if form.is_valid() and _saved(form, services.change_total, actor=user, total=total):
        messages.success(request, "Uppgiften är sparad.")
        return redirect("deviations:totals")
    return _form(request, form, "Ändra uppgift", total=total)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*HISTORIANS)
def total_remove(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    total = _free(user, pk)
    if request.method == "POST":
        try:
            services.remove_total(actor=user, total=total)
        except services.IllegalStep as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "Uppgiften är borttagen.")
        return redirect("deviations:totals")
    row = earlier.row(total)
    context = {
        "title": "Ta bort uppgiften?",
        "lead": f"{row.unit} {total.year}, {row.kind.lower()}, {row.figure.lower()}: {row.count}.",
        "parents": [("Tidigare år", _home())],
        "here": "Ta bort",
        "button": "Ta bort",
        "back_url": _home(),
    }
    return render(request, "deviations/confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*HISTORIANS)
def seal(request: HttpRequest, year: int) -> HttpResponse:
    user = person(request)
    rows = list(unsealed(user, year).select_related("unit", "sealed_by"))
    if not rows:
        raise Http404
    reasons = against_sealing(rows, year)
    if request.method == "POST" and not reasons:
        try:
            services.seal_year(actor=user, year=year)
        except services.IllegalStep as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, f"{year} är förseglat.")
        return redirect("deviations:totals")
    context = {
        "year": year,
        "rows": [earlier.row(total) for total in rows],
        "reasons": reasons,
        "back_url": _home(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "deviations/seal.html", context, status=status)


def _free(user: User, pk: int) -> PublishedTotal:
    visible = PublishedTotal.objects.visible_to(user).select_related("unit", "sealed_by")
    total = get_object_or_404(visible, pk=pk)
    if total.sealed_at is not None:
        raise PermissionDenied
    return total


def _saved(form: TotalForm, service: Any, **given: Any) -> bool:
    try:
        service(**given, **form.cleaned_data)
    except services.IllegalStep as refused:
        form.add_error(None, str(refused))
    except IntegrityError:  # two clicks at once: the form saw neither
        form.add_error(None, TWICE)
    return not form.errors


def _form(
    request: HttpRequest, form: TotalForm, title: str, total: PublishedTotal | None = None
) -> HttpResponse:
    context = {"form": form, "title": title, "total": total, "back_url": _home()}
    status = 422 if form.is_bound else 200
    return render(request, "deviations/total_form.html", context, status=status)


def _home() -> str:
    return reverse("deviations:totals")
