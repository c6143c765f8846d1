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
from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

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
        address = self.request.META["REMOTE_ADDR"] if self.request else ""
        account = self.cleaned_data.get("username", "").casefold()
        return (
            Brake(f"{address} {account}", FREE_FAILURES),
            Brake(address, FREE_FAILURES_PER_ADDRESS),
        )


def in_words(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return "en minut" if minutes == 1 else f"{minutes} minuter"


class LoginView(views.LoginView):
    form_class = LoginForm
    redirect_authenticated_user = True

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


@login_not_required
def settings_door(request: HttpRequest) -> HttpResponse:
    """In place of the admin's own sign-in, which has no brake. Whoever is signed in and sent here
    lacks the right."""
    if request.user.is_authenticated:
        raise PermissionDenied
    wanted = request.GET.get("next") or reverse("admin:index")
    return views.redirect_to_login(wanted, reverse("login"))
