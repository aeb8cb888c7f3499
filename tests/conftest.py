"""Fixtures for every test. Servers in containers: `tests/containers.py`."""

from collections import Counter
from collections.abc import Generator

import pytest

from tests.containers import NO_ENGINE, docker_engine, kafka_server, kafka_url, mongo_server, mongo_url

__all__ = ["docker_engine", "kafka_server", "kafka_url", "mongo_server", "mongo_url"]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """Say at the very end which parts did not run for want of a container engine: two hundred skips hide it."""
    yield
    skipped: list[pytest.TestReport] = terminalreporter.stats.get("skipped", [])
    missed = Counter(each.nodeid.partition("::")[0] for each in skipped if NO_ENGINE in str(each.longrepr))
    if missed:
        terminalreporter.section(f"not run, because {NO_ENGINE}")
        for file, many in sorted(missed.items()):
            terminalreporter.line(f"{file}: {many}")
