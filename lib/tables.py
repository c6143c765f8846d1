"""The template tags around a table: headings that sort it, links to the pages beside it.

Without a template of their own: three included templates were a fifth of drawing a list.
"""

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lib.icons import icon

register = Library()
ARROWS = {"ascending": "arrow-up", "descending": "arrow-down", "": "chevrons-up-down"}
LINK = '<a class="button button--small" href="{}" rel="{}">{}{}</a>'
NUMERIC = mark_safe(' class="num"')
NOWHERE = mark_safe("<span></span>")


@register.simple_tag
def sort_heading(title: str, url: str, state: str = "", *, numeric: bool = False) -> SafeString:
    """`state` is the value of aria-sort, where the table is sorted by this column."""
    return format_html(
        '<th scope="col"{}{}><a href="{}">{}{}</a></th>',
        NUMERIC if numeric else "",
        format_html(' aria-sort="{}"', state) if state else "",
        url,
        title,
        icon(ARROWS[state], 14),
    )


@register.simple_tag
def pagination(
    newer_url: str, older_url: str, text: str, *, newer: str = "Nyare", older: str = "Äldre"
) -> SafeString | str:
    if not (newer_url or older_url or text):
        return ""
    return format_html(
        '<nav class="pagination" aria-label="Bläddra i listan">\n'
        '  {}\n  <p class="muted">{}</p>\n  {}\n</nav>',
        format_html(LINK, newer_url, "prev", icon("chevron-left"), newer) if newer_url else NOWHERE,
        text,
        format_html(LINK, older_url, "next", older, icon("chevron-right"))
        if older_url
        else NOWHERE,
    )
