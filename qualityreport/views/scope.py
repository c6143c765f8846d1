"""Which report or version a request is about: 404 outside, 403 inside without the right."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from organisation.views import person
from qualityreport import pages
from qualityreport.models import Report, ReportVersion


def visible_report(request: HttpRequest, pk: int) -> Report:
    visible = Report.objects.visible_to(person(request)).select_related("unit")
    return get_object_or_404(visible, pk=pk)


def composed_report(request: HttpRequest, pk: int) -> Report:
    report = visible_report(request, pk)
    if not pages.may_compose(report, person(request)):
        raise PermissionDenied
    return report


def read_report(request: HttpRequest, pk: int) -> Report:
    """The texts while they are written: not for those who only receive the report."""
    report = visible_report(request, pk)
    if not pages.may_read(report, person(request)):
        raise PermissionDenied
    return report


def visible_version(request: HttpRequest, pk: int, number: int) -> ReportVersion:
    visible = ReportVersion.objects.visible_to(person(request)).select_related("report__unit")
    return get_object_or_404(visible, report_id=pk, number=number)


def composed_version(request: HttpRequest, pk: int, number: int) -> ReportVersion:
    version = visible_version(request, pk, number)
    if not pages.may_compose(version.report, person(request)):
        raise PermissionDenied
    return version


def handled_version(request: HttpRequest, pk: int, number: int) -> ReportVersion:
    """For the secretary and the coordinator: the way to the board and from it."""
    version = visible_version(request, pk, number)
    handled = ReportVersion.objects.handled_by(person(request))
    if not handled.filter(pk=version.pk).exists():
        raise PermissionDenied
    return version
