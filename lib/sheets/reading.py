"""The caller's side: hands the file to a child and takes the table's rows as they come."""

import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, Any

from lib.sheets import errors
from lib.sheets.content import is_book
from lib.sheets.errors import SheetError
from lib.sheets.tables import Numbered, Table

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds


@contextmanager
def opened(content: bytes, known: Collection[str]) -> Iterator[Table]:
    """The table in the file, by headings of which `known` are the normal forms.

    Raises SheetError, whose text is for a person, at once or while the rows are read.
    """
    with _memory_file(content) as file, _child(file) as process:
        timer = Timer(PATIENCE, process.kill)
        timer.start()
        try:
            _ask(process, known)
            is_book(content)  # while the child is reading
            yield _table(process)
        finally:
            timer.cancel()
            process.kill()


@contextmanager
def _memory_file(content: bytes) -> Iterator[IO[bytes]]:
    """A file without a name: nothing is left on disk, whatever happens to either process."""
    with os.fdopen(os.memfd_create("sheet"), "w+b") as file:
        file.write(content)
        file.seek(0)
        yield file


def _child(file: IO[bytes]) -> "subprocess.Popen[str]":
    """None of the parent's variables: a file has no business with keys and addresses."""
    return subprocess.Popen(  # noqa: S603 -- our own module, no shell
        [sys.executable, "-m", "lib.sheets.child", str(file.fileno())],
        cwd=ROOT,
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=[file.fileno()],
        start_new_session=True,
        text=True,
    )


def _ask(process: "subprocess.Popen[str]", known: Collection[str]) -> None:
    assert process.stdin  # noqa: S101 -- for the type checker
    process.stdin.write(json.dumps(sorted(known)))
    process.stdin.close()


def _table(process: "subprocess.Popen[str]") -> Table:
    assert process.stdout  # noqa: S101 -- for the type checker
    first = _read(process.stdout.readline())
    return Table(first["sheet"], first["headings"], _rows(process.stdout))


def _rows(lines: IO[str]) -> Iterator[Numbered]:
    """Until the child says that it is done: one that was stopped says nothing."""
    for line in lines:
        message = json.loads(line)
        if isinstance(message, dict):
            _read(line)
            return
        yield from message
    raise SheetError(errors.TOO_WIDE)


def _read(line: str) -> dict[str, Any]:
    message: dict[str, Any] = (
        json.loads(line) if line.endswith("\n") else {"error": errors.TOO_WIDE}
    )
    if "error" in message:
        raise SheetError(message["error"])
    return message
