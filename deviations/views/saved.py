"""Saved narrowings: each person's own, made from the list as it is shown."""

from collections.abc import Mapping

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from deviations import services
from deviations.forms.saved import TAKEN, FilterNameForm, NewFilterForm
from deviations.models import SavedFilter
from deviations.rights import READING_ROLES
from deviations.saved import known, saved_by
from deviations.services.saved import MOST
from organisation.models import User
from organisation.views import person, role_required


@require_GET
@role_required(*READING_ROLES)
def filters(request: HttpRequest) -> HttpResponse:
    context = {"rows": saved_by(person(request)), "most": MOST}
    return render(request, "deviations/filters.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*READING_ROLES)
def filter_new(request: HttpRequest) -> HttpResponse:
    """The address of the list comes along as this page's own."""
    user = person(request)
    initial = {"query": known(request.GET)}
    form = NewFilterForm(request.POST or None, user=user, initial=initial)
    if form.is_valid():
        try:
            services.save_filter(actor=user, **form.cleaned_data)
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        except IntegrityError:  # two clicks at once: the form saw neither
            form.add_error("name", TAKEN)
        else:
            messages.success(request, f"Urvalet ”{form.cleaned_data['name']}” är sparat.")
            return redirect(f"{reverse('deviations:list')}?{form.cleaned_data['query']}")
    back = f"{reverse('deviations:list')}?{initial['query']}"
    context = {"form": form, "title": "Spara urvalet", "back_url": back}
    return _page(request, "filter_form", context, refused=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*READING_ROLES)
def filter_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    saved = _own(user, pk)
    form = FilterNameForm(
        request.POST or None, user=user, saved=saved, initial={"name": saved.name}
    )
    if form.is_valid():
        try:
            services.rename_filter(actor=user, saved=saved, **form.cleaned_data)
        except IntegrityError:
            form.add_error("name", TAKEN)
        else:
            messages.success(request, "Urvalet har fått sitt nya namn.")
            return redirect("deviations:filters")
    context = {"form": form, "title": "Byt namn på urvalet", "back_url": _home()}
    return _page(request, "filter_form", context, refused=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*READING_ROLES)
def filter_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked about on a page of its own, with or without scripts."""
    user = person(request)
    saved = _own(user, pk)
    if request.method == "POST":
        services.remove_filter(actor=user, saved=saved)
        messages.success(request, "Urvalet är borttaget.")
        return redirect("deviations:filters")
    context = {
        "title": f"Ta bort urvalet ”{saved.name}”?",
        "lead": "Ärendena berörs inte. Urvalet går inte att få tillbaka.",
        "parents": [("Sparade urval", _home())],
        "here": "Ta bort",
        "button": "Ta bort",
        "back_url": _home(),
    }
    return _page(request, "confirm", context)


def _own(user: User, pk: int) -> SavedFilter:
    return get_object_or_404(SavedFilter.objects.visible_to(user), pk=pk)


def _home() -> str:
    return reverse("deviations:filters")


def _page(
    request: HttpRequest, name: str, context: Mapping[str, object], *, refused: bool = False
) -> HttpResponse:
    status = 422 if refused else 200
    return render(request, f"deviations/{name}.html", context, status=status)
