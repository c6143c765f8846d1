"""The template tag of the icons, each drawn once per process: lucide copies and prints its
element tree anew at every use. Loaded under the package's own name (settings)."""

from functools import lru_cache
from typing import cast

from django.template import Library
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

register = Library()
drawn = lru_cache(maxsize=512)(lucide)
register.simple_tag(drawn, name="lucide")


def icon(name: str, size: int = 16) -> SafeString:
    """For HTML written in Python. Always beside words, so that nobody need hear of it."""
    return cast(SafeString, drawn(name, size=size, aria_hidden="true"))
