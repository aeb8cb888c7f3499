"""Logs, correlation and metrics. No personal data in any of them: no bodies, queries, names or addresses."""

import logging
import sys
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from math import nan
from traceback import extract_tb
from typing import Any, Final, TextIO

import orjson
from prometheus_client import CollectorRegistry, Gauge, Histogram, ProcessCollector, generate_latest

correlation: ContextVar[str] = ContextVar("correlation", default="")
"""The id that ties what is done to the first request, through events to the mail; log lines carry it."""

_ORDINARY: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


class JsonLines(logging.Formatter):
    """One JSON object a line: at (UTC), level, logger, message, correlation and whatever `extra` gave (ids and numbers).

    Of an exception only its type and where it was raised: its text may quote what somebody typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "correlation": correlation.get(),
        }
        line.update((name, value) for name, value in vars(record).items() if name not in _ORDINARY)
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(record.exc_info[2])
            ]
        return orjson.dumps(line, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def log_to(stream: TextIO = sys.stderr, level: str = "INFO") -> logging.Handler:
    """Send every log line of the process to this stream as JSON; returns the handler, so that a test can remove it."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = name != "uvicorn.access"  # the gate writes the one line of a request
    return handler


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
        self._up = Gauge("plenary_up", "1 if what the service needs answers.", ("service", "part"), registry=registry)
        self._lag = Gauge("plenary_lag_records", "Records not heard yet.", ("service",), registry=registry)
        self._dead = Gauge("plenary_dead_letters", "Keys that are behind.", ("service",), registry=registry)

    def told(self, service: str, health: Mapping[str, Any]) -> None:
        """Take over what a service says of itself; what it does not know now is not a number."""
        for part in ("store", "log"):
            self._up.labels(service, part).set(health[part] == "ok")
        for gauge, name in ((self._lag, "lag"), (self._dead, "dead_letters")):
            gauge.labels(service).set(nan if health[name] is None else health[name])

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._http.labels(method, route, str(status)).observe(seconds)

    def exposition(self) -> bytes:
        """The text for `/metrics`."""
        return generate_latest(self._registry)
