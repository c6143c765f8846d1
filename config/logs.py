"""Log lines: JSON in production, with the request's id and never a personnummer."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("request_id", default="")

# Ten or twelve digits that begin with a date; a samordningsnummer adds 60 to the day.
PERSONNUMMER = re.compile(
    r"(?<!\d)(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    r"\s?[-+\u2010-\u2013]?\s?\d{4}(?!\d)"
)


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
