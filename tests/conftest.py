"""Fixtures for every test. Servers in containers: `tests/containers.py`."""

import gc
import os
import shutil
import sys
from collections import Counter
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path

import hypothesis
import pytest

from tests import processes
from tests.containers import NO_ENGINE, docker_engine, kafka_server, kafka_url, mongo_server, mongo_url

__all__ = ["docker_engine", "kafka_server", "kafka_url", "mongo_server", "mongo_url"]


MEMORY = Path("/dev/shm")
"""Files of tests lie in memory where there is room for them: half of the time of an installation was its disk's."""

ROOM = 2 * 1024**3

BROWSER = Path(__file__).parent / "browser"

UNHURRIED = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
"""How long an example takes is the machine's business: what must be fast is measured in processor time, alone."""

hypothesis.settings.register_profile("unhurried", UNHURRIED)
hypothesis.settings.load_profile("unhurried")
hypothesis.settings.register_profile("quick", UNHURRIED, max_examples=20)
"""For `make quick`, of tests that name no number of their own; `make test` and CI try each a hundred times."""


def pytest_configure() -> None:
    """Say where `tmp_path` and `tempfile` are, unless somebody did (`--basetemp`, `TMPDIR`); collect garbage seldom."""
    gc.set_threshold(50_000, 20, 50)  # reading the tests makes little of it, and cost a quarter more
    if find_spec("sniffio") is None:
        sys.modules["sniffio"] = None  # type: ignore[assignment]  # each request of httpx would look for it on the disk
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
        os.environ.setdefault("TMPDIR", str(MEMORY))  # for `tempfile` in workers and processes; here it looked before


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What drives a browser is not even read where nobody asks for it: each worker would load all that it needs."""
    return True if collection_path == BROWSER and "not browser" in config.option.markexpr else None


def pytest_collection_finish() -> None:
    """What is imported by now stays: the collector need not walk through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts a process (`make quick` leaves it out); where two share the tests, the long files come first."""
    for item in items:
        if isinstance(item, pytest.Function):
            fixtures = [each.func for found in item._fixtureinfo.name2fixturedefs.values() for each in found]
            if processes.starts_one(frozenset([item.function, *fixtures])):
                item.add_marker(pytest.mark.process)
    if "PYTEST_XDIST_WORKER" in os.environ:
        _longest_first(items)


def _longest_first(items: list[pytest.Item]) -> None:
    """By file: what asks for more time than others, then what is slow, then the rest; else one worker waits for the other's last.

    With `--no-loadscope-reorder`: xdist's own order has those with the fewest tests last, and they are the longest.
    """
    lengths: dict[Path, tuple[float, bool]] = {}
    for item in items:
        asked = max((mark.args[0] for mark in item.iter_markers("timeout")), default=0)
        slow = any(item.get_closest_marker(name) for name in ("slow", "process"))
        known = lengths.get(item.path, (0, False))
        lengths[item.path] = (max(asked, known[0]), slow or known[1])
    items.sort(key=lambda item: lengths[item.path], reverse=True)


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
