"""Log lines and metrics."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from shared.telemetry import Metrics, correlation, log_to


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    log_to(stream, "INFO")
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


def test_a_line_is_json_with_time_correlation_and_what_was_given(lines: io.StringIO) -> None:
    token = correlation.set("abc")
    logging.getLogger("x").info("sent %d", 3, extra={"topic": "t", "n": 1})
    correlation.reset(token)
    line = json.loads(lines.getvalue())
    assert line.pop("at").endswith("+00:00")
    assert line == {"level": "INFO", "logger": "x", "message": "sent 3", "correlation": "abc", "topic": "t", "n": 1}


def test_an_exception_is_its_type_and_place_and_never_its_text(lines: io.StringIO) -> None:
    try:
        int("somebody@example.org")
    except ValueError:
        logging.getLogger("x").exception("it broke")
    assert "somebody" not in lines.getvalue()
    line = json.loads(lines.getvalue())
    assert line["error"] == "ValueError"
    assert "test_telemetry.py" in line["where"][0]


def test_metrics_of_two_processes_do_not_meet() -> None:
    first, second = Metrics(), Metrics()
    first.answered("GET", "/x", 200, 0.1)
    assert b'route="/x"' in first.exposition()
    assert b'route="/x"' not in second.exposition()
