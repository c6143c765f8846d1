"""Sign-in that slows down a guesser without shutting anybody else out.

Failures are counted per account and address, and (with a much higher limit, for a whole
municipality may share one address) per address alone. Nothing is counted per account alone:
that would let a stranger lock an officer out.
"""

import hashlib
import time
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseForbidden,
    JsonResponse,
)
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET

from config.kept import CARRIER, Kept, came_from_us, kept_of, resume_page
from lib.throttle import household

FREE_FAILURES = 5
FREE_FAILURES_PER_ADDRESS = 100
LONGEST_WAIT = 15 * 60
FORGOTTEN_AFTER = 60 * 60


class Brake:
    """Failures of one account at one address, or of one address."""

    def __init__(self, name: str, free: int) -> None:
        self.key = hashlib.sha256(f"{settings.SECRET_KEY}:{name}".encode()).hexdigest()
        self.free = free

    def wait(self) -> int:
        """Seconds until the next try is heard."""
        _, until = self._state()
        return max(0, round(until - time.time()))

    def fail(self) -> None:
        failures = self._state()[0] + 1
        pause = min(LONGEST_WAIT, 60 * 2 ** (failures - self.free)) if failures >= self.free else 0
        caches["throttle"].set(self.key, (failures, time.time() + pause), FORGOTTEN_AFTER)

    def release(self) -> None:
        caches["throttle"].delete(self.key)

    def _state(self) -> tuple[int, float]:
        state: tuple[int, float] = caches["throttle"].get(self.key, (0, 0.0))
        return state


class LoginForm(AuthenticationForm):
    """Asks the brakes before the password is hashed, which is what costs."""

    wait = 0

    def clean(self) -> dict[str, Any]:
        brakes = self._brakes()
        self.wait = max(brake.wait() for brake in brakes)
        if self.wait:
            raise forms.ValidationError(
                f"För många misslyckade försök. Försök igen om {in_words(self.wait)}.",
                code="throttled",
            )
        try:
            cleaned = super().clean()
        except forms.ValidationError:
            for brake in brakes:
                brake.fail()
            raise
        brakes[0].release()
        return cleaned

    def _brakes(self) -> tuple[Brake, Brake]:
        address = household(self.request.META["REMOTE_ADDR"]) if self.request else ""
        account = self.cleaned_data.get("username", "").casefold()
        return (
            Brake(f"{address} {account}", FREE_FAILURES),
            Brake(address, FREE_FAILURES_PER_ADDRESS),
        )


def in_words(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return "en minut" if minutes == 1 else f"{minutes} minuter"


@method_decorator(login_not_required, name="dispatch")
class LoginView(views.LoginView):
    """Carries what could not be sent (config/kept.py) past the sign-in."""

    form_class = LoginForm
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kept = kept_of(request)
        if kept and request.user.is_authenticated:  # signed in meanwhile, in another tab
            return resume_page(request, kept)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        carried = self.request.POST.get(CARRIER, "")
        return super().get_context_data(**{CARRIER: carried, **kwargs})

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        kept = kept_of(self.request)
        return resume_page(self.request, kept) if kept else response

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_invalid(form)
        wait = getattr(form, "wait", 0)
        if wait:
            response.status_code = 429
            response["Retry-After"] = str(wait)
        return response


class LogoutView(views.LogoutView):
    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().dispatch(*args, **kwargs)
        response["Clear-Site-Data"] = '"storage"'
        return response


class SignInMiddleware(LoginRequiredMiddleware):
    """Who must sign in again after writing takes the text along."""

    def handle_no_permission(  # type: ignore[override]  # a redirect alone in the stubs
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponse:
        kept = kept_of(request)
        if kept:
            return sign_in_page(request, kept, status=401)
        return super().handle_no_permission(request, view_func)


def sign_in_page(request: HttpRequest, kept: Kept, *, status: int) -> HttpResponse:
    files = bool(request.FILES)
    context = {"form": LoginForm(request), "next": kept.action, CARRIER: kept.fields}
    return render(request, "registration/login.html", context | {"files": files}, status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Mostly a page from before the last sign-in: what was typed in it comes back to be sent
    again. What another site sent is refused without a word of it."""
    kept = kept_of(request) if came_from_us(request) else None
    if kept is None:
        return HttpResponseForbidden(render_to_string("403_csrf.html"))
    view = request.resolver_match and request.resolver_match.func
    if request.user.is_authenticated or not getattr(view, "login_required", True):
        return resume_page(request, kept, status=403)
    return sign_in_page(request, kept, status=403)


@require_GET
def signed_in(request: HttpRequest) -> HttpResponse:
    """For a page that has stood open: who is signed in now, and the token to send with."""
    if request.accepts("text/html"):
        return render(request, "registration/signed_in.html")
    found = {"person": request.user.pk, "name": str(request.user), "token": get_token(request)}
    return JsonResponse(found)


@login_not_required
def settings_door(request: HttpRequest) -> HttpResponse:
    """In place of the admin's own sign-in, which has no brake. Whoever is signed in and sent here
    lacks the right."""
    if request.user.is_authenticated:
        raise PermissionDenied
    wanted = request.GET.get("next") or reverse("admin:index")
    return views.redirect_to_login(wanted, reverse("login"))
