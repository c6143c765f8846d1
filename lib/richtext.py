"""The small rich text that officers write: cleaned on the way in and on the way out."""

import html
import re

import nh3

TAGS = {"p", "br", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"https", "mailto"}
MAX_LENGTH = 200_000
# One very long paragraph costs the renderer quadratic time (a whole document pasted as one).
MAX_PARAGRAPH_WORDS = 2_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS = re.compile(r"</(?:p|h[2-6]|li|blockquote)>|<br>")
_TAG = re.compile(r"<[^>]*>")


def clean(text: str) -> str:
    """Only our tags and links are left; scripts and styles go with their content."""
    safe = nh3.clean(
        _CONTROL.sub("", text),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style"},
    )
    return safe.strip()


def nothing_more(config: object, shared: object) -> None:
    """The editor's own chips ask for no tag beside ours: they are saved as plain words."""


def sealed(text: str) -> str:
    """Composed text on its way out: the same rules, with footnotes and lower headings, balanced."""
    return nh3.clean(
        text,
        tags=TAGS | {"span", "h2", "h4", "h5", "h6"},
        attributes=ATTRIBUTES,
        allowed_classes={"span": {"footnote", "own"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )


def plain(text: str) -> str:
    """The words alone, one line per block: for searching, checking and counting."""
    lines = (_TAG.sub("", line) for line in _BREAKS.split(text))
    return html.unescape("\n".join(line.strip() for line in lines)).strip()


def is_empty(text: str) -> bool:
    return not plain(text).replace("\u00a0", " ").strip()


def with_heading_level(text: str, level: int) -> str:
    """Headings inside a section stand one level below the section's own (at most h6)."""
    return re.sub(r"(</?)h3>", rf"\g<1>h{min(level, 6)}>", text)


def too_long(text: str) -> str:
    """Why the text is too much for one section, in words, or ""."""
    if len(text) > MAX_LENGTH:
        return "Texten är för lång för ett avsnitt. Dela upp den eller lägg delar i en bilaga."
    longest = max((len(line.split()) for line in plain(text).split("\n")), default=0)
    if longest > MAX_PARAGRAPH_WORDS:
        return f"Ett stycke har {longest} ord. Dela upp det i flera stycken."
    return ""
