from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from lib.charts import alt_text, data_uri, svg
from organisation.access import REPORTING_ROLES, access_of
from organisation.models import Role, User
from start import todo
from start.forms import SampleFilter, SampleForm
from start.handover import GIVERS

ACTIONS = (
    (
        "Rapportera en avvikelse",
        "Något har gått fel, eller kunde ha gått fel.",
        "deviations:report",
        REPORTING_ROLES,
    ),
    (
        "Mina rapporter",
        "Det du har rapporterat, och vad som hände sedan.",
        "deviations:mine",
        REPORTING_ROLES,
    ),
    (
        "Skapa en rapport",
        "Kvalitetsberättelse med siffror ur registren.",
        "qualityreport:create",
        (Role.COORDINATOR,),
    ),
    (
        "Lämna över",
        "När någon slutar: risker, egenkontroller och åtgärder till en ny ansvarig.",
        "start:handover",
        GIVERS,
    ),
    (
        "Nämndens handlingar",
        "Attesterade rapporter med filer och kontrollsummor.",
        "qualityreport:handled",
        (Role.SECRETARY,),
    ),
    (
        "Färdiga rapporter",
        "Läs och hämta det som är publicerat.",
        "qualityreport:list",
        (Role.AUDITOR, Role.DECIDER),
    ),
)


@dataclass(frozen=True)
class Action:
    title: str
    text: str
    url: str


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)  # noqa: S101 -- LoginRequiredMiddleware
    waiting = todo.collect(request.user)
    context = {
        "groups": todo.grouped(waiting, timezone.localdate()),
        "count": len(waiting),
        "actions": actions_for(request.user),
    }
    return render(request, "start/overview.html", context)


def actions_for(user: User) -> list[Action]:
    access = access_of(user)
    return [
        Action(title, text, reverse(name))
        for title, text, name, roles in ACTIONS
        if access.has(*roles)
    ]


@require_GET
def style(request: HttpRequest) -> HttpResponse:
    """Every component in every state: what the eye and the accessibility checks look at."""
    wrong = SampleForm(SampleForm.WRONG, auto_id="fel_%s")
    context = {
        "form": SampleForm(auto_id="prov_%s"),
        "wrong": wrong,
        "filter_form": SampleFilter({"year": "2026"}, auto_id="filter_%s"),
        "colours": COLOURS,
        "chart": {"image": data_uri(svg(SAMPLE_CHART)), "alt": alt_text(SAMPLE_CHART)},
    }
    return render(request, "start/style.html", context)


SAMPLE_CHART = {
    "kind": "grouped",
    "title": "Utredningar i tid",
    "unit": "andel i %",
    "categories": ["VB 2022", "VB 2023"],
    "series": [
        {"name": "Utfall", "values": [71, 68]},
        {"name": "Etappmål", "values": [70, 75]},
    ],
}
COLOURS = (
    ("petrol", "Handling, länk, valt"),
    ("petrol-deep", "Rubriker"),
    ("ink", "Text"),
    ("ink-soft", "Text som kan vänta"),
    ("green", "Klart, låg"),
    ("amber", "Väntar, mellan"),
    ("red", "Försenat, fel, hög"),
    ("blue", "Nytt, upplysning"),
    ("ground", "Bakgrund"),
    ("line-strong", "Ram kring fält"),
)
