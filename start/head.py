"""Template tags of what stands on every page, drawn once for whatever it shows."""

from functools import cache, lru_cache

from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from start.context import Frame

register = Library()
# Text is printed without angle brackets, so nothing that people have written reads like this.
TOKEN = "<token>"  # noqa: S105 -- stands for one
NO_FRAME = Frame(municipality="", demo=False)


@register.simple_tag
@cache
def links() -> SafeString:
    """Style and script: the same for everybody for as long as the process lives."""
    return render_to_string("components/links.html")


@register.simple_tag(takes_context=True)
def site_head(context: Context) -> SafeString:
    """The frame's head; the person's own token is put in anew for each page."""
    frame = context["frame"].itself if "frame" in context else NO_FRAME
    html = _drawn(frame)
    if not frame.items:
        return html
    return mark_safe(html.replace(TOKEN, str(context["csrf_token"])))  # noqa: S308 -- a template's output


@lru_cache(maxsize=256)
def _drawn(frame: Frame) -> SafeString:
    values = {"frame": frame, "csrf_token": mark_safe(TOKEN)}  # noqa: S308 -- a constant
    return render_to_string("components/site_head.html", values)
