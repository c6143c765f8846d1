"""What a page is about: 404 outside what the person may know of, 403 without the right."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from indicators.models import Indicator, Observation, Survey
from organisation.models import User


def visible_indicator(user: User, code: str) -> Indicator:
    found = Indicator.objects.visible_to(user).filter(code__iexact=code)
    indicator = found.select_related(
        "unit", "service_area", "quality_area", "process", "owner"
    ).first()
    if indicator is None:
        raise Http404
    return indicator


def indicator_to_define(user: User, code: str) -> Indicator:
    indicator = visible_indicator(user, code)
    if not may_define(user, indicator):
        raise PermissionDenied
    return indicator


def may_define(user: User, indicator: Indicator) -> bool:
    return Indicator.objects.defined_by(user).filter(pk=indicator.pk).exists()


def outcome_to_change(user: User, indicator: Indicator, pk: int) -> Observation:
    totals = indicator.observations.filter(pk=pk, sex=Observation.Sex.ALL)
    visible = Observation.objects.visible_to(user).filter(pk__in=totals.values("pk"))
    observation = visible.select_related("indicator", "unit").first()
    if observation is None:
        raise Http404
    if not Observation.objects.editable_by(user).filter(pk=pk).exists():
        raise PermissionDenied
    return observation


def visible_survey(user: User, pk: int) -> Survey:
    found = Survey.objects.visible_to(user).filter(pk=pk)
    survey = found.select_related("unit", "service_area").first()
    if survey is None:
        raise Http404
    return survey


def survey_to_change(user: User, pk: int) -> Survey:
    survey = visible_survey(user, pk)
    if not may_change_survey(user, survey):
        raise PermissionDenied
    return survey


def may_change_survey(user: User, survey: Survey) -> bool:
    return Survey.objects.editable_by(user).filter(pk=survey.pk).exists()
