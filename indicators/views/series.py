"""One indicator: what it is, how it has gone, and what is aimed at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from indicators.forms.definitions import units_of
from indicators.pages import SeriesPage
from indicators.querysets import EDITORS
from indicators.views.scope import may_define, visible_indicator
from measures.querysets import OWNERS
from organisation.access import access_of
from organisation.views import person


@require_GET
def detail(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    indicator = visible_indicator(user, code)
    page = SeriesPage(user, indicator, request.GET.get("enhet", ""))
    defines = may_define(user, indicator)
    enters = units_of(indicator, user, EDITORS).values_list("pk", flat=True)
    unit_id = page.unit.pk if page.unit.pk in enters else next(iter(enters), None)
    record_url = reverse("indicators:record", args=[indicator.code])
    context = {
        "indicator": indicator,
        "unit": page.unit,
        "tabs": page.tabs,
        "rows": page.rows(),
        "goal_heading": page.goal_heading,
        "has_long_term": page.has_long_term,
        "chart": page.chart(),
        "targets": page.target_rows(defines),
        "comparisons": page.comparison_rows(defines),
        "findings": page.findings(),
        "settled": page.settled(),
        "has_forecasts": page.has_forecasts,
        "breaks": page.break_rows(defines),
        "plan": page.plan_rows() if defines else [],
        "revisions": page.revisions(),
        "may_define": defines,
        "may_add_risk": access_of(user).has(*OWNERS),
        "record_url": f"{record_url}?enhet={unit_id}" if unit_id else "",
    }
    return render(request, "indicators/detail.html", context)
