"""The few files that a printed document may ask for, by the name asset:<name>."""

from collections.abc import Mapping
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static"

ASSETS: Mapping[str, tuple[str, Path]] = {
    "report.css": ("text/css", STATIC / "report.css"),
    "case.css": ("text/css", STATIC / "case.css"),
    "letter.css": ("text/css", STATIC / "letter.css"),
    "cover.svg": ("image/svg+xml", STATIC / "report" / "cover.svg"),
    "mark.svg": ("image/svg+xml", STATIC / "img" / "mark.svg"),
}


def asset(name: str) -> tuple[str, bytes]:
    """Media type and bytes; KeyError for any other name."""
    media_type, path = ASSETS[name]
    return media_type, path.read_bytes()
