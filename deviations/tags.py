"""For templates: what belongs to a case and not to everybody who may read it."""

from typing import Any

from django import template

from deviations.inner_rights import inner_rights_of
from deviations.models import Deviation
from organisation.models import User

register = template.Library()


@register.filter
def may_identify(user: Any, case: Deviation) -> bool:
    return isinstance(user, User) and inner_rights_of(user, case).identity
