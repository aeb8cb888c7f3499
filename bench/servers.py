"""The processes that are measured."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def running(
    arguments: list[str], port: int, path: str, environment: dict[str, str], tree: Path = ROOT
) -> Iterator[subprocess.Popen[bytes]]:
    """A server of the code in this tree that answers at `path`; ended at the end."""
    environment = {**os.environ, **environment}
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stderr=subprocess.DEVNULL, cwd=tree)
    try:
        until = time.monotonic() + 30
        while not _answers(port, path):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{arguments} did not start")
            time.sleep(0.02)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _answers(port: int, path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=1):
            return True
    except OSError:
        return False


def processor_ms(pid: int) -> float:
    """Processor time that a process has used, in all its threads, to 10 ms."""
    after_name = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) * 1000 / _TICKS


def memory_mib(pid: int) -> float:
    """Resident memory of a process."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")
