"""How files are named by the municipality's own rule."""

import re
from collections.abc import Mapping

DEFAULT_FILE_NAME = "{datum} {handling} {år} {verksamhet}"
WORDS = ("datum", "dnr", "handling", "rapport", "år", "verksamhet", "version")
_FIELD = re.compile(r"\{([^{}]*)\}")
# What file systems and diaries refuse.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
LONGEST_NAME = 120


def unknown_words(pattern: str) -> list[str]:
    left = _FIELD.sub("", pattern)
    return [word for word in _FIELD.findall(pattern) if word not in WORDS] + [
        char for char in "{}" if char in left
    ]


def file_name(pattern: str, words: Mapping[str, str], ending: str) -> str:
    """The name with its ending; what is empty leaves no gap, and / in a diary number is -."""
    filled = _FIELD.sub(lambda match: words.get(match[1], ""), pattern)
    safe = _FORBIDDEN.sub("-", filled)
    name = " ".join(safe.split()).strip(" .-")[:LONGEST_NAME].rstrip(" .-")
    return f"{name or 'handling'}.{ending}"
