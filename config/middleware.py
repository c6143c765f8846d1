"""What every answer carries: a request id, the client's true address, security headers."""

import logging
import re
import secrets
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from config.logs import request_id

GetResponse = Callable[[HttpRequest], HttpResponse]

access_log = logging.getLogger("access")
WELL_FORMED_ID = re.compile(r"[A-Za-z0-9-]{8,64}")

PERMISSIONS = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
FIXED_HEADERS = {
    # Nothing of ours may lie in a browser's or a proxy's cache. Static files are answered
    # by whitenoise before this middleware, and are cached for ever.
    "Cache-Control": "no-store",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
    "Cross-Origin-Resource-Policy": "same-origin",
}
# The one style sheet that the editor (django-prose-editor, pinned) writes into its page itself.
EDITOR_STYLE = "sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA="
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'{style}; script-src 'self'{nonce}; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)


class ClientAddressMiddleware:
    """REMOTE_ADDR becomes the client's behind PROXY_COUNT proxies of ours.

    Counted from the right: what stands further left was written by the client himself.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        hops = request.headers.get("X-Forwarded-For", "").split(",")
        if 0 < settings.PROXY_COUNT <= len(hops) and hops != [""]:
            request.META["REMOTE_ADDR"] = hops[-settings.PROXY_COUNT].strip()
            del request.META["HTTP_X_FORWARDED_FOR"]
        return self.get_response(request)


class RequestIdMiddleware:
    """One id through request, log lines, audit events and the answer; one log line per answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        current = given if WELL_FORMED_ID.fullmatch(given) else uuid.uuid4().hex
        request.request_id = current  # type: ignore[attr-defined]
        token = request_id.set(current)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            log_answer(request, response, time.perf_counter() - started)
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = current
        return response


def log_answer(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """The path without its query string: what people search for stays out of the log."""
    access_log.info(
        "%s %s %s",
        request.method,
        request.path,
        response.status_code,
        extra={"milliseconds": round(seconds * 1000)},
    )


class Nonce:
    """Drawn when a template first prints it, so that most pages allow no inline script at all."""

    def __init__(self) -> None:
        self.value = ""

    def __str__(self) -> str:
        self.value = self.value or secrets.token_urlsafe(16)
        return self.value


class SecurityHeadersMiddleware:
    """`request.csp_nonce` is for the one inline script we cannot avoid: the editor's import map."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nonce = request.csp_nonce = Nonce()  # type: ignore[attr-defined]
        response = self.get_response(request)
        for name, value in FIXED_HEADERS.items():
            response[name] = value
        script = f" 'nonce-{nonce.value}'" if nonce.value else ""
        style = f" '{EDITOR_STYLE}'" if nonce.value else ""
        response["Content-Security-Policy"] = CONTENT_POLICY.format(nonce=script, style=style)
        return response
