"""Fixtures for every test. Servers in containers: `tests/containers.py`."""

from collections import Counter
from collections.abc import Generator

import pytest

from tests import processes
from tests.containers import NO_ENGINE, docker_engine, kafka_server, kafka_url, mongo_server, mongo_url

__all__ = ["docker_engine", "kafka_server", "kafka_url", "mongo_server", "mongo_url"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts a process: `make quick` leaves it out."""
    for item in items:
        if isinstance(item, pytest.Function):
            fixtures = [each.func for found in item._fixtureinfo.name2fixturedefs.values() for each in found]
            if processes.starts_one([item.function, *fixtures]):
                item.add_marker(pytest.mark.process)


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
