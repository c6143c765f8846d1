"""The measures of a risk, a control or a process: added, linked, unlinked."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from measures.owner_views import About, added, unlinked
from risks import services
from risks.services.rows import Owner, short_name
from risks.views.pages import REGISTERS, closed_page, page_of
from risks.views.scope import is_closed, to_change


@require_http_methods(["GET", "POST"])
def measure(request: HttpRequest, code: str | int, model: type[Owner]) -> HttpResponse:
    owner = to_change(model, request, code)
    if request.method == "GET" and is_closed(owner):
        return closed_page(request, owner)
    return added(
        request, owner, _about(owner), add=services.add_measure, link=services.link_measure
    )


@require_http_methods(["GET", "POST"])
def unlink(request: HttpRequest, code: str | int, pk: int, model: type[Owner]) -> HttpResponse:
    owner = to_change(model, request, code)
    linked = owner.measures.filter(pk=pk).first()
    if linked is None:
        raise Http404
    if is_closed(owner):
        return closed_page(request, owner)
    return unlinked(request, owner, _about(owner), linked, unlink=services.unlink_measure)


def _about(owner: Any) -> About:
    namespace, register = REGISTERS[type(owner)]
    return About(
        row=owner,
        unit=owner.unit,
        short=short_name(owner),
        register=register,
        register_url=reverse(f"{namespace}:list"),
        back_url=page_of(owner),
    )
