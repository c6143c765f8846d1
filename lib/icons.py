"""The template tag of the icons, each drawn once per process: lucide copies and prints its
element tree anew at every use. Loaded under the package's own name (settings)."""

from functools import lru_cache

from django.template import Library
from lucide.templatetags.lucide import lucide

register = Library()
register.simple_tag(lru_cache(maxsize=512)(lucide), name="lucide")
