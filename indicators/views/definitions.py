"""What is followed: the definition, its targets, and what it is compared with."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indicators import services
from indicators.forms import ComparisonForm, IndicatorForm, TargetForm
from indicators.models import Comparison, Indicator, Target
from indicators.querysets import DEFINERS
from indicators.views.scope import indicator_to_define
from organisation.screens import Screen, answered, confirmed, nothing_new
from organisation.views import person, role_required

ROOT = ("Indikatorer", "indicators:list")


@require_http_methods(["GET", "POST"])
@role_required(*DEFINERS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = IndicatorForm(request.POST or None, instance=Indicator(), editor=user)
    screen = Screen(
        title="Ny indikator",
        over="",
        lead="Utfall lämnas sedan av enheterna, period för period.",
        back_url=reverse(ROOT[1]),
        crumbs=((ROOT[0], reverse(ROOT[1])),),
    )
    return answered(
        request,
        form,
        screen,
        save=lambda: services.create_indicator(actor=user, **form.values),
        message="Indikatorn är upplagd. Lägg till mål här på dess sida.",
        page_of=page_of,
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    screen = screen_of(indicator, "Ändra indikator")
    form = IndicatorForm(request.POST or None, instance=indicator, editor=user)
    if nothing_new(request, form):
        return redirect(screen.back_url)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.update_indicator(
            actor=user,
            indicator_id=indicator.pk,
            version=form.cleaned_data["version"],
            changes=form.changes,
        ),
        message="Indikatorn är sparad.",
        page_of=page_of,
    )


def screen_of(indicator: Indicator, title: str, remove_url: str = "", lead: str = "") -> Screen:
    url = page_of(indicator)
    return Screen(
        title=title,
        over=str(indicator),
        lead=lead,
        back_url=url,
        crumbs=((ROOT[0], reverse(ROOT[1])), (indicator.code, url)),
        remove_url=remove_url,
    )


def page_of(indicator: Indicator) -> str:
    return reverse("indicators:detail", args=[indicator.code])


# Targets -----------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def add_target(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    blank = Target(indicator=indicator, unit=indicator.unit)
    form = TargetForm(request.POST or None, instance=blank, editor=user)
    return answered(
        request,
        form,
        screen_of(indicator, "Nytt mål"),
        save=lambda: services.set_target(actor=user, indicator=indicator, **form.values),
        message="Målet är sparat.",
    )


@require_http_methods(["GET", "POST"])
def edit_target(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    target = _target(indicator, pk)
    remove_url = reverse("indicators:target_remove", args=[indicator.code, pk])
    screen = screen_of(indicator, "Ändra mål", remove_url)
    form = TargetForm(request.POST or None, instance=target, editor=user)
    if nothing_new(request, form):
        return redirect(screen.back_url)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.change_target(
            actor=user,
            target_id=target.pk,
            version=form.cleaned_data["version"],
            changes=form.changes,
        ),
        message="Målet är sparat.",
    )


@require_http_methods(["GET", "POST"])
def remove_target(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    target = _target(indicator, pk)
    return confirmed(
        request,
        screen_of(indicator, f"Ta bort {target.get_kind_display().lower()} {target.year}?"),
        remove=lambda: services.remove_target(actor=user, target=target),
        message="Målet är borttaget.",
    )


def _target(indicator: Indicator, pk: int) -> Target:
    target = indicator.targets.filter(pk=pk).select_related("indicator", "unit").first()
    if target is None:
        raise Http404
    return target


# Comparisons -------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def add_comparison(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    form = ComparisonForm(request.POST or None, instance=Comparison(indicator=indicator))
    return answered(
        request,
        form,
        screen_of(indicator, "Ny jämförelse"),
        save=lambda: services.add_comparison(actor=user, indicator=indicator, **form.values),
        message="Jämförelsen är sparad.",
    )


@require_http_methods(["GET", "POST"])
def edit_comparison(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    comparison = _comparison(indicator, pk)
    remove_url = reverse("indicators:comparison_remove", args=[indicator.code, pk])
    screen = screen_of(indicator, "Ändra jämförelse", remove_url)
    form = ComparisonForm(request.POST or None, instance=comparison)
    if nothing_new(request, form):
        return redirect(screen.back_url)
    return answered(
        request,
        form,
        screen,
        save=lambda: services.change_comparison(
            actor=user,
            comparison_id=comparison.pk,
            version=form.cleaned_data["version"],
            changes=form.changes,
        ),
        message="Jämförelsen är sparad.",
    )


@require_http_methods(["GET", "POST"])
def remove_comparison(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    comparison = _comparison(indicator, pk)
    return confirmed(
        request,
        screen_of(indicator, f"Ta bort jämförelsen med {comparison}?"),
        remove=lambda: services.remove_comparison(actor=user, comparison=comparison),
        message="Jämförelsen är borttagen.",
    )


def _comparison(indicator: Indicator, pk: int) -> Comparison:
    comparison = indicator.comparisons.filter(pk=pk).select_related("indicator__unit").first()
    if comparison is None:
        raise Http404
    return comparison
