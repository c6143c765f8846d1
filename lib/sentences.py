"""Words that several pages and reports share."""

from collections.abc import Sequence

# Of a share that was not counted here: it stands as it was published, beside its source.
REPORTED = "enligt tidigare redovisning"


def in_order(words: Sequence[str]) -> str:
    """ "a, b och c" """
    *first, last = words
    return f"{', '.join(first)} och {last}" if first else last
