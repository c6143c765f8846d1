"""The right behind a page: 403 inside the scope without it (404 outside is visible_to's work)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from organisation.access import access_of
from organisation.models import User

View = Callable[..., HttpResponseBase]


def person(request: HttpRequest) -> User:
    """Who is signed in. Behind LoginRequiredMiddleware there is always somebody."""
    assert isinstance(request.user, User)  # noqa: S101 -- only for the type
    return request.user


def role_required(*roles: str) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not access_of(request.user).has(*roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return decorate
