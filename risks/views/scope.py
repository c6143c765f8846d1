"""Which risk or control a page is about: 404 outside what the person may know of, 403 inside it
without the right."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from organisation.models import User
from organisation.views import person
from risks.models import Control, Risk
from risks.services.rows import Owner

RELATED = ("unit", "service_area", "responsible")


def visible(model: type[Owner], user: User, code: str) -> Owner:
    """Whatever the case of the letters: R7 is what somebody means who writes r7."""
    rows = model.objects.visible_to(user).select_related(*RELATED)
    found = rows.filter(code__iexact=code).first()
    if found is None:
        raise Http404
    return found


def to_change(model: type[Owner], request: HttpRequest, code: str) -> Owner:
    user = person(request)
    row = visible(model, user, code)
    if not may_change(user, row):
        raise PermissionDenied
    return row


def may_change(user: User, row: Risk | Control) -> bool:
    return type(row).objects.editable_by(user).filter(pk=row.pk).exists()


def is_closed(row: Any) -> bool:
    """A closed risk stays as it is; a control that has ended can be taken up again."""
    return isinstance(row, Risk) and row.closed_on is not None
