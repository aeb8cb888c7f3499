"""Logs, correlation and metrics. No personal data in any of them: no bodies, queries, names or addresses."""

import asyncio
import json
import logging
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache
from traceback import extract_tb
from typing import Any, Final, NamedTuple, TextIO

import orjson
from prometheus_client import CollectorRegistry, Histogram, ProcessCollector, generate_latest

correlation: ContextVar[str] = ContextVar("correlation", default="")
"""The id that ties what is done to the first request, through events to the mail; log lines carry it."""

HANDLER: Final = logging.StreamHandler(sys.stderr)
_REQUESTS: Final = logging.getLogger("plenary.http")
_ORDINARY: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


DEEPEST: Final = 50
"""Frames of an error that a line names."""


class JsonLines(logging.Formatter):
    """One JSON object a line: at (UTC), level, logger, message, correlation and whatever `extra` gave (ids and numbers).

    Of an exception only its type and where it was raised: its text may quote what somebody typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = _line(datetime.fromtimestamp(record.created, UTC), record.levelname, record.name, record.getMessage())
        line.update((name, value) for name, value in vars(record).items() if name not in _ORDINARY)
        if record.exc_info and record.exc_info[1] is not None:
            line |= _told(record.exc_info[1])
        try:
            return orjson.dumps(line, default=str, option=orjson.OPT_NON_STR_KEYS).decode()
        except TypeError:  # text that is no Unicode, a number beyond 64 bits
            return json.dumps(line, default=str)


def _line(at: datetime, level: str, logger: str, message: str) -> dict[str, Any]:
    return {"at": at, "level": level, "logger": logger, "message": message, "correlation": correlation.get()}


def _told(error: BaseException) -> dict[str, Any]:
    """Its type and its last frames; of a group also those of each error in it."""
    frames = extract_tb(error.__traceback__, limit=-DEEPEST)
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    told: dict[str, Any] = {"error": type(error).__name__, "where": where}
    if isinstance(error, BaseExceptionGroup):
        told["within"] = [_told(each) for each in error.exceptions]
    return told


def log_to(stream: TextIO = sys.stderr, level: str = "INFO") -> logging.Handler:
    """Send every log line of the process to this stream as JSON; returns the handler, so that a test can remove it."""
    HANDLER.setStream(stream)
    HANDLER.setFormatter(JsonLines())
    logging.root.handlers[:] = [HANDLER]
    logging.root.setLevel(level)
    return HANDLER


def tell(message: str, **more: float) -> None:
    """The line of a request, as `JsonLines` makes lines, past all that `logging` does for one: it is paid on each request."""
    if _REQUESTS.isEnabledFor(logging.INFO):
        line = _line(datetime.now(UTC), "INFO", _REQUESTS.name, message) | more
        with suppress(OSError, ValueError):  # what cannot be written stops no request
            HANDLER.stream.write(orjson.dumps(line).decode() + "\n")
            HANDLER.flush()


def let_nothing_escape() -> None:
    """What nobody caught becomes a line of the log, without its text: in any thread, in a destructor, a warning.

    An event loop has a handler of its own: `loop.set_exception_handler(of_the_loop)`.
    """
    sys.excepthook = lambda _, error, __: _escaped("the process ends: nobody caught an error", error, logging.CRITICAL)
    sys.unraisablehook = lambda args: _escaped("an error where nobody can catch it", args.exc_value)
    threading.excepthook = lambda args: _escaped("a thread ends: nobody caught an error", args.exc_value)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # it would print what was to be logged


def of_the_loop(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """What asyncio would tell by printing the task or the callback, and so what they hold."""
    _escaped("an error in a task or callback that nobody waits for", context.get("exception"))


def _escaped(message: str, error: BaseException | None, level: int = logging.ERROR) -> None:
    logging.getLogger(__name__).log(level, message, exc_info=error)


class Figure(NamedTuple):
    """One number, as it is at this moment; `says` is what it means. Labels have few values: nothing of people, no endless ids."""

    name: str
    says: str
    value: float
    labels: Mapping[str, str] = {}


class Metrics:
    """What Prometheus sees of a process. Labels are names from the code (route templates), never ids."""

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._http = Histogram(
            "plenary_http_seconds",
            "Time from a request to the end of its answer.",
            ("method", "route", "status"),
            buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
            registry=registry,
        )
        self._answers = cache(self._http.labels)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._answers(method, route, status).observe(seconds)

    def exposition(self) -> bytes:
        """The text for `/metrics`."""
        return generate_latest(self._registry)
