"""The right behind a page: 403 inside the scope without it (404 outside is visible_to's work)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from organisation.access import access_of

View = Callable[..., HttpResponseBase]


def role_required(*roles: str) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not access_of(request.user).has(*roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return decorate
