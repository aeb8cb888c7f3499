"""What nobody catches becomes one JSON line that tells what and where, and nothing of what somebody typed."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BEGIN = """
import asyncio, gc, logging, sys, threading, warnings
import services.__main__ as here
from pathlib import Path
from shared.settings import Settings

SAID = "Basil Fenwater <basil@example.org>"

async def crash(*_):
    {crash}

here.serve = crash
sys.exit(here.run(Settings(data=Path({data!r})), [], lambda _: None))
"""

WAYS = {
    "an error": "raise ValueError(SAID)",
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


def said(crash: str, data: Path) -> tuple[int, list[dict[str, Any]]]:
    """Exit status, and the lines of a process that ends so."""
    program = BEGIN.format(crash=crash, data=str(data))
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert "Basil" not in ended.stderr + ended.stdout
    assert "basil@" not in ended.stderr + ended.stdout
    return ended.returncode, [json.loads(line) for line in ended.stderr.splitlines()]


@pytest.mark.parametrize("way", WAYS)
def test_what_nobody_catches_is_a_line_of_json_without_a_name(tmp_path: Path, way: str) -> None:
    status, lines = said(WAYS[way], tmp_path)
    assert lines
    if way != "a line that cannot be written":
        assert status == (1 if "a task in a group" in way or way == "an error" else 0)
        assert lines[-1]["level"] == ("CRITICAL" if status else "ERROR"), "only what ends the process is critical"
        assert lines[-1]["error"] in {"ValueError", "ExceptionGroup"}


def test_of_a_group_each_error_is_named(tmp_path: Path) -> None:
    _, lines = said(WAYS["an error of a task in a group"], tmp_path)
    (inner,) = lines[-1]["within"]
    assert inner["error"] == "LookupError"
    assert inner["where"][-1].endswith(" lost")


def test_a_warning_is_a_line_of_json(tmp_path: Path) -> None:
    _, lines = said("warnings.warn('old', UserWarning)", tmp_path)
    assert [line["logger"] for line in lines] == ["py.warnings"]
