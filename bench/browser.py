"""Asks the product for pages as the web server does: through WSGI, signed in, keeping cookies.

A browser gives the cookie of the form token back; without it each page would draw a new secret,
which people pay for once per sign-in.
"""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application

from organisation.models import User


class Browser:
    def __init__(self, user: User) -> None:
        self.application: Callable[..., Any] = get_wsgi_application()
        self.cookies = {settings.SESSION_COOKIE_NAME: _session_of(user)}

    def get(self, address: str) -> str:
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query}
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        environ |= {"HTTP_HOST": "localhost", "HTTP_COOKIE": kept, "wsgi.input": BytesIO()}
        setup_testing_defaults(environ)
        seen: list[str] = []
        response = self.application(environ, partial(self._begun, seen))
        try:
            body = b"".join(response)
        finally:
            response.close()
        if seen != ["200 OK"]:
            raise RuntimeError(f"{address} answered {seen}")
        return body.decode()

    def _begun(self, seen: list[str], status: str, headers: list[tuple[str, str]]) -> None:
        seen.append(status)
        for name, value in headers:
            if name == "Set-Cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content


def _session_of(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)
