from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from audit import context
from audit.services import AuditUnavailable, record_denied

GetResponse = Callable[[HttpRequest], HttpResponse]


class AuditContextMiddleware:
    """Gives events the request's id and address, logs every 403 to a signed-in person, and
    answers 503 where the log could not be written."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = getattr(request, "request_id", "")
        with context.origin(request_id=request_id, ip=client_ip(request)):
            return self._logged_if_denied(request, self.get_response(request))

    def _logged_if_denied(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 403 or not request.user.is_authenticated:
            return response
        try:
            record_denied(actor=request.user, path=request.path)
        except AuditUnavailable:
            return unavailable()
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return unavailable() if isinstance(exception, AuditUnavailable) else None


def unavailable() -> HttpResponse:
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "30"})


def client_ip(request: HttpRequest) -> str | None:
    try:
        return str(ip_address(request.META.get("REMOTE_ADDR", "")))
    except ValueError:
        return None
