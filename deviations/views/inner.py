"""What the pages of a case's inner parts share: the case by its right, the tabs, a warning."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest

from deviations import pages
from deviations.inner_rights import inner_rights_of
from deviations.models import Deviation
from deviations.views.scope import log_read, visible_case
from lib.personnummer import holds_personnummer
from organisation.models import User
from organisation.views import person


def inner_case(request: HttpRequest, number: str, right: str = "") -> Deviation:
    """404 outside what the person may know of, 403 without the right; the read is logged."""
    user = person(request)
    case = visible_case(Deviation.objects.visible_to(user), number)
    if right and not getattr(inner_rights_of(user, case), right):
        raise PermissionDenied
    log_read(user, case)
    return case


def frame(user: User, case: Deviation) -> dict[str, Any]:
    return {"case": case, "head": pages.head(case), "rights": inner_rights_of(user, case)}


def warn_of_personnummer(request: HttpRequest, *forms: BaseForm | None) -> None:
    """It has been saved all the same; what the number is stays out of the message."""
    fields = [label for form in forms if form for label in _fields_with_personnummer(form)]
    if fields:
        messages.warning(
            request,
            f"Texten ser ut att innehålla ett personnummer ({', '.join(fields)}). Ta bort det om"
            " det inte måste stå där: den enskildes identitet har en egen, krypterad plats.",
        )


def _fields_with_personnummer(form: BaseForm) -> Iterable[str]:
    for name, value in form.cleaned_data.items():
        if isinstance(value, str) and holds_personnummer(value):
            yield str(form.fields[name].label).rstrip("?")
