"""Kedjan: process, risk, egenkontroll and åtgärd on one page, with what is missing marked."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit import services as audit
from lib.listing import address
from lib.spreadsheet import Column, download
from organisation.access import line_of
from organisation.groups import unit_ids_below
from organisation.models import Process, Unit
from organisation.views import person, role_required
from risks.chain import Chain, Reader, with_holes
from risks.forms.chain import ChainForm
from risks.holes import Hole
from risks.models import Risk
from risks.querysets import READERS

COLUMNS = (
    Column("Process", 36),
    Column("Risk", 60),
    Column("Nivå", 8),
    Column("Beslut", 20),
    Column("Ansvarig", 26),
    Column("Egenkontroller", 50),
    Column("Åtgärder", 50),
    Column("Brister", 60),
)


class Shown:
    def __init__(self, request: HttpRequest) -> None:
        user = person(request)
        reach = line_of(user, *READERS)
        units = Unit.objects.filter(pk__in=reach).values_list("pk", "name")
        today = timezone.localdate()
        processes = list(Process.objects.of(reach).open_on(today).prefetch_related("measures"))
        self.form = ChainForm(
            request.GET,
            unit=list(units),
            process=[(process.pk, str(process)) for process in processes],
        )
        self.form.is_valid()
        wanted = self.form.cleaned_data
        of_unit = unit_ids_below(wanted["unit"]) if wanted.get("unit") else None
        found = Reader(user, today, processes, of_unit).chains()
        if chosen := wanted.get("process"):
            found = [chain for chain in found if chain.key == str(chosen)]
        # Each thing once, however many processes it is of.
        every = {(one.hole, one.about) for chain in found for one in chain.every_hole}
        self.counts = Counter(hole for hole, _ in every)
        self.chains: list[Chain] = with_holes(found) if wanted.get("holes") else found

    @property
    def summed(self) -> list[tuple[str, int]]:
        return [(str(hole.label), self.counts[hole]) for hole in Hole if self.counts[hole]]


@require_GET
@role_required(*READERS)
def chain(request: HttpRequest) -> HttpResponse:
    shown = Shown(request)
    context = {
        "chains": shown.chains,
        "summed": shown.summed,
        "filter_form": shown.form,
        "export_query": address(request.GET),
    }
    return render(request, "risks/chain.html", context)


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    rows = [cells for chain in Shown(request).chains for cells in _cells(chain)]
    audit.record_export(actor=person(request), model=Risk, count=len(rows))
    return download("Kedjan", COLUMNS, rows)


def _cells(chain: Chain) -> list[tuple[Any, ...]]:
    """A row per risk; what is missing of the process itself, and its other controls, apart."""
    rows: list[tuple[Any, ...]] = [
        (
            chain.name,
            risk.title,
            risk.level.figure if risk.level else None,
            risk.decision,
            risk.responsible,
            "; ".join(link.title for link in risk.controls),
            "; ".join(link.title for link in risk.measures),
            "; ".join(one.label for one in risk.every_hole),
        )
        for risk in chain.risks
    ]
    blank = (None,) * 4
    for link in chain.apart:
        said = "; ".join(one.label for one in link.holes)
        rows.append((chain.name, *blank, link.title, None, said))
    for link in chain.measures:
        said = "; ".join(one.label for one in link.holes)
        rows.append((chain.name, *blank, None, link.title, said))
    if chain.holes:
        said = "; ".join(one.label for one in chain.holes)
        rows.append((chain.name, *blank, None, None, said))
    return rows
