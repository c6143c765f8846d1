"""Log lines: JSON in production, with the request's id and never a personnummer."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime

from lib.personnummer import PERSONNUMMER

request_id: ContextVar[str] = ContextVar("request_id", default="")

# PostgreSQL quotes the row that it refuses, and the row may be a case. What is quoted can hold
# any signs, so that the rest of the message goes with it, up to the blank line of a traceback.
REFUSED_ROW = re.compile(r"(Failing row contains) \(.*?\)\.(?=\n\n|\s*\Z)", re.S)


def redact(text: str) -> str:
    return PERSONNUMMER.sub("[personnummer]", REFUSED_ROW.sub(r"\1 […].", text))


class PlainFormatter(logging.Formatter):
    """For the terminal."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class JsonFormatter(logging.Formatter):
    """One line per record, whatever the message contains."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redact(record.getMessage()),
            "request_id": request_id.get(),
        }
        if hasattr(record, "milliseconds"):
            line["milliseconds"] = record.milliseconds
        if record.exc_info:
            line["traceback"] = redact(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)
