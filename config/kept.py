"""What was sent with a session that had ended is not lost: it waits in the page while the person
signs in, and is then sent again by a press of a button. Nothing is kept on the server."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

CARRIER = "kept"
LONGEST = 1_000_000
WORTH_SHOWING = 40


@dataclass(frozen=True)
class Kept:
    """Where it was going, and its fields as a query string."""

    action: str
    fields: str


def kept_of(request: HttpRequest) -> Kept | None:
    """What a person sent from a page of ours; never a password, and nothing that a script sent."""
    if request.method != "POST" or "HX-Request" in request.headers:
        return None
    if not request.accepts("text/html"):
        return None
    if CARRIER in request.POST:
        return _carried(request)
    fields = request.POST.copy()
    fields.pop("csrfmiddlewaretoken", None)
    text = fields.urlencode()
    secret = any("password" in name for name in fields)
    return Kept(request.get_full_path(), text) if 0 < len(text) <= LONGEST and not secret else None


def _carried(request: HttpRequest) -> Kept | None:
    """Through the sign-in page, whose own password is left behind."""
    action, fields = request.POST.get("next", ""), request.POST[CARRIER]
    safe = url_has_allowed_host_and_scheme(
        action, {request.get_host()}, require_https=request.is_secure()
    )
    return Kept(action, fields) if fields and safe else None


def came_from_us(request: HttpRequest) -> bool:
    """Without a valid token only this tells our own pages from somebody else's."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def resume_page(request: HttpRequest, kept: Kept, *, status: int = 200) -> HttpResponse:
    sent = QueryDict(kept.fields, encoding=settings.DEFAULT_CHARSET)
    fields = [(name, value) for name, values in sent.lists() for value in values]
    texts = [value for _, value in fields if len(value) >= WORTH_SHOWING and " " in value]
    context = {"action": kept.action, "fields": fields, "texts": texts}
    return render(request, "registration/resume.html", context, status=status)
