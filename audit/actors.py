"""Who: an id and a name that can be kept when the account is gone."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

Actor = AbstractBaseUser | AnonymousUser | None

SYSTEM_NAME = "Systemet"
ANONYMOUS_NAME = "Ej inloggad"


def identity(actor: Actor) -> tuple[int | None, str]:
    """(id, name); None is the system itself."""
    if actor is None:
        return None, SYSTEM_NAME
    if not isinstance(actor, AbstractBaseUser) or actor.pk is None:
        return None, ANONYMOUS_NAME
    return actor.pk, _name(actor)[:200]


def _name(actor: AbstractBaseUser) -> str:
    full_name = getattr(actor, "get_full_name", str)
    return full_name() or actor.get_username()
