"""The print fonts: where they lie, and which characters they can draw."""

from functools import cache
from importlib.resources import files
from pathlib import Path

CONFIGURATION = Path(__file__).with_name("fonts.conf")
PACKAGES = ("fontpkg_source_serif_4", "fontpkg_source_sans_3")
# A whole family is drawn from the same characters, so the upright file speaks for the italic.
UPRIGHT = ("SourceSerif4[opsz,wght].ttf", "SourceSans3[wght].ttf")


def environment() -> dict[str, str]:
    """Variables that show the print fonts, and no font of the machine, to fontconfig."""
    homes = {str(_folder(package).parent.parent) for package in PACKAGES}
    if len(homes) != 1:
        raise RuntimeError("The font packages must be installed in the same site-packages.")
    return {"FONTCONFIG_FILE": str(CONFIGURATION), "XDG_DATA_HOME": homes.pop()}


def _folder(package: str) -> Path:
    return Path(str(files(package))) / "files"


@cache
def drawable() -> frozenset[str]:
    """Every character that at least one of the print fonts has a glyph for."""
    # A slow import, needed in the child only.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    points: set[int] = set()
    for package, name in zip(PACKAGES, UPRIGHT, strict=True):
        with TTFont(_folder(package) / name, lazy=True) as font:
            points |= set(font.getBestCmap())
    return frozenset(map(chr, points)) | frozenset("\n\t\r\f")
