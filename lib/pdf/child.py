"""The one-shot child process: python -m lib.pdf.child <result fd>, request on stdin.

It tells its stages as JSON lines on stdout and leaves the PDF in the result file. No collection
of garbage and no tidy exit: that alone is a third of the time of a long document.
"""

import base64
import ctypes.util
import gc
import json
import os
import resource
import signal
import sys
import traceback
from typing import Any

from lib.pdf.errors import PdfError, PdfTooComplex, PdfTooLarge, PdfTooMuchMemory
from lib.pdf.types import Attachment, Limits, Rendered

PR_SET_PDEATHSIG = 1
POLITE = 10
# Given up when memory runs out, so that there is room to say so.
BALLAST = [bytearray(16 * 1024**2)]


def main() -> None:
    request = json.load(sys.stdin)
    _confine(Limits(**request["limits"]))
    try:
        result = _make(request)
        _leave(int(sys.argv[1]), result.content)
        _say(pages=result.pages)
    except BaseException as error:
        BALLAST.clear()
        named = _named(error)
        _say(error=named.code, detail=named.detail)
        traceback.print_exc()


def _confine(limits: Limits) -> None:
    gc.disable()
    os.nice(POLITE)
    # A worker that is killed takes its child along.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_size, limits.file_size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _make(request: dict[str, Any]) -> Rendered:
    # Every library has a plain file name here; asking the compiler for it costs 0.2 s of forks.
    ctypes.util.find_library = lambda name: None
    from lib.pdf import engine  # after the limits: WeasyPrint is the part that needs them

    files = [
        Attachment(item["name"], base64.b64decode(item["content"]), item["description"])
        for item in request["attachments"]
    ]
    return engine.make(request["html"], files, lambda stage: _say(stage=stage))


def _leave(descriptor: int, content: bytes) -> None:
    try:
        with os.fdopen(descriptor, "wb") as result:
            result.write(content)
    except OSError as error:
        raise PdfTooLarge from error


def _named(error: BaseException) -> PdfError:
    match error:
        case PdfError():
            return error
        case MemoryError():
            return PdfTooMuchMemory()
        case RecursionError():
            return PdfTooComplex()
    return PdfError(type(error).__name__)


def _say(**message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
    sys.stderr.flush()
    os._exit(0)
