"""Which case a page is about: 404 outside what the person may know of, 403 without the right."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from audit import services as audit
from deviations.models import Deviation
from deviations.querysets import DeviationQuerySet
from deviations.rights import rights_of
from organisation.models import User
from organisation.views import person


def visible_case(visible: DeviationQuerySet, number: str) -> Deviation:
    wanted = visible.filter(number=number).select_related(
        *("unit", "reporting_unit", "process", "type__parent", "investigator", "complaint"),
        *("slip", "ivo"),
    )
    case = wanted.first()
    if case is None:
        raise Http404
    return case


def case_to_change(request: HttpRequest, number: str, right: str) -> Deviation:
    """The case, when the person has this right to it now. Every page with it is a read."""
    user = person(request)
    case = visible_case(Deviation.objects.visible_to(user), number)
    if not getattr(rights_of(user, case), right):
        raise PermissionDenied
    log_read(user, case)
    return case


def log_read(user: User, case: Deviation) -> None:
    """Before anything is sent. Raises when the log cannot be written: then nothing is shown."""
    if case.restricted:
        audit.record_read(actor=user, obj=case, unit=case.unit)
