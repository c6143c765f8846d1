"""Asks the product for pages as the web server does: through WSGI, with a session's cookie."""

from collections.abc import Callable
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
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={_session_of(user)}"

    def get(self, address: str) -> str:
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query}
        environ |= {"HTTP_HOST": "localhost", "HTTP_COOKIE": self.cookie, "wsgi.input": BytesIO()}
        setup_testing_defaults(environ)
        seen: list[str] = []
        response = self.application(environ, lambda status, headers: seen.append(status))
        try:
            body = b"".join(response)
        finally:
            response.close()
        if seen != ["200 OK"]:
            raise RuntimeError(f"{address} answered {seen}")
        return body.decode()


def _session_of(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)
