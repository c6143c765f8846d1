"""Many reports at once, and the one page where they are followed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from organisation.screens import Screen, form_page
from organisation.views import person, role_required
from qualityreport import pages, services
from qualityreport.forms.batches import BatchForm
from qualityreport.models import Batch
from qualityreport.querysets import COMPOSERS


@require_http_methods(["GET", "POST"])
@role_required(*COMPOSERS)
def order_many(request: HttpRequest) -> HttpResponse:
    form = BatchForm(request.POST or None, user=person(request))
    screen = Screen(
        title="Skapa många rapporter",
        over="",
        back_url=reverse("qualityreport:list"),
        crumbs=(("Rapporter", reverse("qualityreport:list")),),
        lead="En rapport för varje verksamhet, med dess egna siffror och skydd av små tal.",
    )
    if request.method == "POST" and form.is_valid():
        batch = services.order_many(
            actor=person(request),
            over=form.cleaned_data["over"],
            units=form.units,
            wanted=form.wanted,
        )
        messages.success(request, "Rapporterna är beställda. De byggs en efter en.")
        return redirect("qualityreport:batch", batch.pk)
    return form_page(request, "components/form_page.html", form, screen)


@require_GET
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Batch.objects.visible_to(person(request)), pk=pk)
    context = {"batch": found, **pages.batch(found)}
    return render(request, "qualityreport/batch.html", context)
