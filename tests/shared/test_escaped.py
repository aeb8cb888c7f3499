"""What nobody catches becomes one JSON line that tells what and where, and nothing of what somebody typed."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ALL = """
import asyncio, gc, json, logging, os, sys, threading, warnings
import services.__main__ as here
from pathlib import Path
from shared.settings import Settings

SAID = "Basil Fenwater <basil@example.org>"
here._let_stay()  # as where it serves: else each that ends goes through all that was loaded once more

for place, crash in json.load(sys.stdin).items():
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        (Path(place) / "status").write_text(str(os.waitstatus_to_exitcode(status)))
    else:
        for stream in (1, 2):
            os.dup2(os.open(f"{place}/{stream}", os.O_WRONLY | os.O_CREAT), stream)
        exec("async def crash(*_):" + crash)
        here.serve = crash
        sys.exit(here.run(Settings(data=Path(place) / "data"), [], lambda _: None))
"""
"""Loads the services once; each crash has a process of its own, which ends as any other."""

WAYS = {
    "an error": " raise ValueError(SAID)",
    "an error of a task in a group": """
    async def lost():
        raise LookupError(SAID)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(lost(), name=SAID)
""",
    "an error of a thread": """
    def lost():
        raise ValueError(SAID)
    thread = threading.Thread(target=lost, name=SAID)
    thread.start()
    thread.join()
""",
    "an error of a task that nobody waits for": """
    async def lost():
        raise ValueError(SAID)
    asyncio.create_task(lost(), name=SAID)
    await asyncio.sleep(0)
    gc.collect()
""",
    "an error of a callback": """
    def lost(said):
        raise ValueError(said)
    asyncio.get_running_loop().call_soon(lost, SAID)
    await asyncio.sleep(0)
""",
    "an error of a destructor": """
    class Lost:
        def __del__(self):
            raise ValueError(SAID)
    Lost()
""",
    "a line that cannot be written": r"""
    logging.getLogger("x").warning("one of %d", "\ud800")
    logging.getLogger("x").warning("it went on", extra={"id": "\ud800", "n": 1 << 80})
""",
}


WARNS = " warnings.warn('old', UserWarning)"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Of each crash the folder with its exit status and what it wrote to stdout and stderr."""
    made = {crash: tmp_path_factory.mktemp("crash") for crash in (*WAYS.values(), WARNS)}
    asked = json.dumps({str(place): crash for crash, place in made.items()})
    told = subprocess.run(
        [sys.executable, "-c", ALL], input=asked, capture_output=True, text=True, timeout=60, check=False
    )
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    return made


def said(place: Path) -> tuple[int, list[dict[str, Any]]]:
    """Exit status, and the lines of a process that ended so."""
    out, error = ((place / stream).read_text() for stream in ("1", "2"))
    assert "Basil" not in error + out
    assert "basil@" not in error + out
    return int((place / "status").read_text()), [json.loads(line) for line in error.splitlines()]


@pytest.mark.parametrize("way", WAYS)
def test_what_nobody_catches_is_a_line_of_json_without_a_name(places: dict[str, Path], way: str) -> None:
    status, lines = said(places[WAYS[way]])
    assert lines
    if way != "a line that cannot be written":
        assert status == (1 if "a task in a group" in way or way == "an error" else 0)
        assert lines[-1]["level"] == ("CRITICAL" if status else "ERROR"), "only what ends the process is critical"
        assert lines[-1]["error"] in {"ValueError", "ExceptionGroup"}


def test_of_a_group_each_error_is_named(places: dict[str, Path]) -> None:
    _, lines = said(places[WAYS["an error of a task in a group"]])
    (inner,) = lines[-1]["within"]
    assert inner["error"] == "LookupError"
    assert inner["where"][-1].endswith(" lost")


def test_a_warning_is_a_line_of_json(places: dict[str, Path]) -> None:
    _, lines = said(places[WARNS])
    assert [line["logger"] for line in lines] == ["py.warnings"]
