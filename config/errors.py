from django.http import HttpRequest, HttpResponseServerError
from django.template.loader import render_to_string


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """Without the request's context processors: they may be what failed."""
    reference = getattr(request, "request_id", "")
    return HttpResponseServerError(render_to_string("500.html", {"request_id": reference}))
