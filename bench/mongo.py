"""A server that speaks MongoDB's protocol, for the benchmarks."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.ports import free_port


@contextmanager
def mongo_url() -> Iterator[str]:
    """`mongodb://127.0.0.1:port`, empty where no Docker engine answers. The local stand-in runs in memory."""
    if given := os.environ.get("BENCH_MONGO_URL"):
        yield given.rstrip("/")
        return
    if subprocess.run(["docker", "info"], capture_output=True, check=False).returncode != 0:
        yield ""
        return
    port = free_port()
    arguments = ["docker", "run", "--rm", "-d", "-e", "STAND_IN_MEMORY=1", "-p", f"127.0.0.1:{port}:27017", "mongo:8.0"]
    container = subprocess.run(arguments, capture_output=True, check=True, text=True).stdout.strip()
    try:
        _wait(container)
        yield f"mongodb://127.0.0.1:{port}"
    finally:
        subprocess.run(["docker", "kill", container], capture_output=True, check=False)


def _wait(container: str) -> None:
    until = time.monotonic() + 60
    while "Waiting for connections" not in _logs(container):
        if time.monotonic() > until:
            raise RuntimeError("the server did not start")
        time.sleep(0.2)


def _logs(container: str) -> str:
    return subprocess.run(["docker", "logs", container], capture_output=True, check=False, text=True).stdout
