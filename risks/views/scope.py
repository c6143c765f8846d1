"""Which risk or control a page is about: 404 outside what the person may know of, 403 inside it
without the right."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from lib.fields import LONGEST_ID
from organisation.models import Process, User
from organisation.views import person
from risks.models import Control, Risk
from risks.services.rows import Owner

RELATED = ("unit", "service_area", "responsible")
OF_PROCESS = ("unit", "owner")


def visible(model: type[Owner], user: User, code: str | int) -> Owner:
    """Whatever the case of the letters: R7 is what somebody means who writes r7.

    A process has no code of its own in the whole municipality, and goes by its id.
    """
    rows: Any = model.objects.visible_to(user)
    if model is Process:
        found = rows.select_related(*OF_PROCESS).filter(pk=code).first()
    else:
        found = rows.select_related(*RELATED).filter(code__iexact=code).first()
    if found is None:
        raise Http404
    row: Owner = found
    return row


def to_change(model: type[Owner], request: HttpRequest, code: str | int) -> Owner:
    user = person(request)
    row = visible(model, user, code)
    if not may_change(user, row):
        raise PermissionDenied
    return row


def may_change(user: User, row: Risk | Control | Process) -> bool:
    return type(row).objects.editable_by(user).filter(pk=row.pk).exists()


def process_asked_for(request: HttpRequest) -> QuerySet[Process]:
    """From a process's page: chosen beforehand in the form of what is to hang on it."""
    wanted = request.GET.get("process", "")
    pk = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < LONGEST_ID else 0
    return Process.objects.visible_to(person(request)).filter(pk=pk)


def is_closed(row: Any) -> bool:
    """A closed risk stays as it is, and a process that has ended gets nothing new; a control that
    has ended can be taken up again."""
    if isinstance(row, Process):
        return row.is_closed_on(timezone.localdate())
    return isinstance(row, Risk) and row.closed_on is not None
