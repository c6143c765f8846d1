"""A few pages for the middleware's tests."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.urls import path

from audit.services import AuditUnavailable, record_read
from organisation.models import User


def secret(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    record_read(actor=request.user, obj=request.user)
    return HttpResponse("hemligt")


def unlogged(request: HttpRequest) -> HttpResponse:
    raise AuditUnavailable from DatabaseError("disk full")


def forbidden(request: HttpRequest) -> HttpResponse:
    return HttpResponseForbidden()


urlpatterns = [path("secret/", secret), path("unlogged/", unlogged), path("forbidden/", forbidden)]
