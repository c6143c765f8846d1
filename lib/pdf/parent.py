"""The caller's side: starts the child, relays its stages, and ends it in time."""

import base64
import json
import logging
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from lib.pdf import fonts
from lib.pdf.errors import BY_CODE, PdfError, PdfTooLarge, PdfTooMuchMemory, PdfTooSlow
from lib.pdf.types import Attachment, Limits, Rendered

ROOT = Path(__file__).resolve().parents[2]
log = logging.getLogger("lib.pdf")

# GLib ends the process when an allocation fails; the kernel when the processor time is used up.
BY_SIGNAL: Mapping[int, type[PdfError]] = {
    signal.SIGXCPU: PdfTooSlow,
    signal.SIGABRT: PdfTooMuchMemory,
    signal.SIGTRAP: PdfTooMuchMemory,
    signal.SIGXFSZ: PdfTooLarge,
}
LOG_TAIL = 4000


def render(
    html: str,
    *,
    attachments: Sequence[Attachment] = (),
    on_stage: Callable[[str], None] | None = None,
    limits: Limits | None = None,
) -> Rendered:
    """The document as PDF/A-3a and PDF/UA-1. Equal input gives equal bytes.

    on_stage hears each name of STAGES as the work reaches it; what it raises ends the child and
    passes through. Raises PdfError, whose text is for a person.
    """
    limits = limits or Limits()
    if len(html) > limits.html_size:
        raise PdfTooLarge
    tell = on_stage or (lambda stage: None)
    tell("start")
    with _memory_file(_request(html, attachments, limits)) as request, _memory_file() as result:
        pages = _run(request, result, tell, limits)
        result.seek(0)
        return Rendered(result.read(), pages)


@contextmanager
def _memory_file(content: bytes = b"") -> Iterator[IO[bytes]]:
    """A file without a name: nothing is left on disk, whatever happens to either process."""
    with os.fdopen(os.memfd_create("pdf"), "w+b") as file:
        file.write(content)
        file.seek(0)
        yield file


def _request(html: str, attachments: Sequence[Attachment], limits: Limits) -> bytes:
    files = [
        {
            "name": item.name,
            "description": item.description,
            "content": base64.b64encode(item.data).decode(),
        }
        for item in attachments
    ]
    # ASCII only: lone surrogates in a text must survive to where they are removed.
    return json.dumps({"html": html, "attachments": files, "limits": asdict(limits)}).encode()


def _run(request: IO[bytes], result: IO[bytes], tell: Callable[[str], None], limits: Limits) -> int:
    with _memory_file() as errors, _child(request, result, errors) as process:
        answer: dict[str, Any] = {}
        try:
            for line in _lines(process, time.monotonic() + limits.deadline):
                answer = json.loads(line)
                if "stage" in answer:
                    tell(answer["stage"])
            code = process.wait(timeout=5)
        except subprocess.TimeoutExpired as error:
            raise PdfTooSlow from error
        if "pages" in answer:
            return int(answer["pages"])
        raise _failure(answer, code, errors)


@contextmanager
def _child(
    request: IO[bytes], result: IO[bytes], errors: IO[bytes]
) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(  # noqa: S603 -- our own module, no shell
        [sys.executable, "-m", "lib.pdf.child", str(result.fileno())],
        cwd=ROOT,
        env=_environment(),
        stdin=request,
        stdout=subprocess.PIPE,
        stderr=errors,
        pass_fds=[result.fileno()],
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _environment() -> dict[str, str]:
    """None of the parent's variables: a document has no business with keys and addresses."""
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "0",
        **fonts.environment(),
    }


def _lines(process: subprocess.Popen[bytes], deadline: float) -> Iterator[bytes]:
    """The child's lines, until it closes its end; PdfTooSlow at the deadline."""
    assert process.stdout is not None  # noqa: S101 -- for the type checker: it is a pipe
    rest, pipe, poll = b"", process.stdout.fileno(), select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    while True:
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise PdfTooSlow
        chunk = os.read(pipe, 65536)
        if not chunk:
            return
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines


def _failure(answer: Mapping[str, Any], code: int, errors: IO[bytes]) -> PdfError:
    errors.seek(0)
    log.warning(
        "The PDF child ended with %s %s: %s",
        code,
        answer,
        errors.read()[-LOG_TAIL:].decode("utf-8", "replace"),
    )
    if "error" in answer:
        return BY_CODE[answer["error"]](answer["detail"])
    return BY_SIGNAL.get(-code, PdfError)()
