"""The one-shot child process: python -m lib.sheets.child <content fd>, the known headings on
stdin as JSON.

It answers with lines of JSON: what the table is, rows with their numbers, some hundreds in a
line, and how it ended. A parser written for speed meets whatever people send here, where it can
hurt nobody: a stray cell in the sheet's last corner alone makes calamine ask for more memory than
there is. What the file is, and how large when unpacked, is the parent's to ask meanwhile.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Collection
from itertools import islice

from lib.sheets import errors, texts
from lib.sheets.errors import SheetError
from lib.sheets.signatures import looks_like_book
from lib.sheets.tables import Table

PR_SET_PDEATHSIG = 1
MEMORY = 1536 * 1024**2
SECONDS = 60
BLOCK = 500


def main() -> None:
    known = json.load(sys.stdin)
    _confine()
    try:
        with os.fdopen(int(sys.argv[1]), "rb") as file:
            table = table_of(file.read(), known)
        _say({"sheet": table.sheet, "headings": table.headings})
        while block := list(islice(table.rows, BLOCK)):
            _say(block)
        _say({"end": True})
    except SheetError as error:
        _say({"error": str(error)})
    except MemoryError:
        _say({"error": errors.TOO_WIDE})


def table_of(content: bytes, known: Collection[str]) -> Table:
    read = _of_book if looks_like_book(content) else texts.read
    table = read(content, known)
    if table is None:
        raise SheetError(errors.HEADINGS)
    return table


def _of_book(content: bytes, known: Collection[str]) -> Table | None:
    from lib.sheets import books  # text needs no calamine

    return books.read(content, known)


def _confine() -> None:
    # A worker that is killed takes its child along.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)
