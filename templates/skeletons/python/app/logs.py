"""One JSON object a line, with the trace of the request that it belongs to."""

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import TextIO

from app import SERVICE

trace_id: ContextVar[str | None] = ContextVar("trace_id", default=None)

logger = logging.getLogger("app")

_NUMBERS = {
    "trace": 5,
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warn": logging.WARNING,
    "error": logging.ERROR,
    "fatal": logging.CRITICAL,
    "silent": logging.CRITICAL + 1,
}
_NAMES = {number: name for name, number in _NUMBERS.items()}


class JsonFormatter(logging.Formatter):
    """Fields of a line are given as `extra={"fields": {...}}`."""

    def format(self, record: logging.LogRecord) -> str:
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {
            "level": _NAMES.get(record.levelno, record.levelname.lower()),
            "time": time.replace("+00:00", "Z"),
            "service": SERVICE,
        }
        if trace := trace_id.get():
            line["trace_id"] = trace
        line.update(getattr(record, "fields", {}))
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        line["msg"] = record.getMessage()
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=str)


def start_logging(level: str, out: TextIO = sys.stdout) -> None:
    """Sends every log of the process to one stream, as JSON."""
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=_NUMBERS[level], handlers=[handler], force=True)
    # The server tells of each start and connection; what matters of it is logged here.
    logging.getLogger("uvicorn").setLevel(max(_NUMBERS[level], logging.WARNING))
