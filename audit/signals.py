"""Logging in and out, told by Django's own authentication."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from audit.hashing import keyed_hash
from audit.models import Event
from audit.services import record


def connect() -> None:
    user_logged_in.connect(logged_in, dispatch_uid="audit.logged_in")
    user_logged_out.connect(logged_out, dispatch_uid="audit.logged_out")
    user_login_failed.connect(login_failed, dispatch_uid="audit.login_failed")


def logged_in(*, user: AbstractBaseUser, **_: Any) -> None:
    record(actor=user, action=Event.Action.LOGIN)


def logged_out(*, user: AbstractBaseUser | None, **_: Any) -> None:
    if user is not None:
        record(actor=user, action=Event.Action.LOGOUT)


def login_failed(*, credentials: dict[str, Any], **_: Any) -> None:
    """A name that is no account is kept as a hash only: people type their password there."""
    model = get_user_model()
    typed = str(credentials.get(model.USERNAME_FIELD, ""))
    user = model._default_manager.filter(**{model.USERNAME_FIELD: typed}).first()
    if user:
        record(actor=None, action=Event.Action.LOGIN_FAILED, obj=user, label=typed)
    else:
        detail = {"typed": keyed_hash("login", typed)}
        record(actor=None, action=Event.Action.LOGIN_FAILED, detail=detail)
