"""A real installation in a process of its own, that can be killed and started again on the same data."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import IO

import httpx
from click.testing import CliRunner

from plenary.cli import main
from shared.loop import AGAIN_AND_AGAIN
from tests.plenary.forked import fork
from tests.ports import free_port
from tests.waiting import eventually, until

PLENARY = [
    sys.executable,
    "-c",
    # A shell that starts the tests in the background lets its children ignore Ctrl-C; these are to feel it.
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from plenary.cli import main; main()",
]


class Installation:
    """`plenary up` on the data in a folder, at a port of its own; `plenary(…)` runs a command against it."""

    def __init__(self, data: Path) -> None:
        port = free_port()
        self.data = data
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
        self.environ = {
            **kept,
            "PLENARY_DATA": str(data),
            "PLENARY_PORT": str(port),
            "PLENARY_URL": f"http://127.0.0.1:{port}",
        }
        self._up: ForkServerProcess | None = None
        self._out: IO[str] | None = None

    def start(self) -> list[str]:
        """Returns, when it is ready, what it said."""
        self.data.mkdir(exist_ok=True)
        self._up, self._out = fork(["up"], self.environ, self.data / "stderr")
        said: list[str] = []
        while not said or not said[-1].startswith("Ctrl-C"):
            line = self._out.readline()
            assert line, f"it did not start: {(self.data / 'stderr').read_text()[-2000:]}"
            said.append(line)
        return said

    @property
    def pid(self) -> int:
        assert self._up
        assert self._up.pid
        return self._up.pid

    async def degraded(self, why: str) -> None:
        """Waits until its log and then its readiness say so: to look there again and again costs little, a command much."""
        await eventually(lambda: (self.data / "stderr").read_text().count(why) >= AGAIN_AND_AGAIN)
        async with httpx.AsyncClient(base_url=self.environ["PLENARY_URL"], trust_env=False) as client:

            async def told() -> bool:
                return bool((await client.get("/health/ready")).json()["status"] == "degraded")

            await until(told)

    def kill(self) -> None:
        """As `kill -9`: nothing is ended in order."""
        assert self._up
        self._up.kill()
        self._ended()

    def stop(self) -> int:
        """As Ctrl-C; the exit status. Again, it is nothing."""
        if self._up is None or not self._up.is_alive():
            return 0
        os.kill(self.pid, signal.SIGINT)
        return self._ended()

    def begin(self, *words: str) -> "subprocess.Popen[str]":
        """A command, running."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen([*PLENARY, *words], env=self.environ, text=True, **pipes)  # type: ignore[call-overload,no-any-return]

    def plenary(self, *words: str) -> tuple[int, str]:
        """A command's exit status and all that it said.

        It is carried out in this process, beside the loop of a test: to start one and import all costs a second. Not `up`.
        """
        if words[0] == "up":
            refused, out = fork(words, self.environ)
            with out:
                said = out.read()
            refused.join()
            assert refused.exitcode is not None
            return refused.exitcode, said
        environ = {name: None for name in os.environ if name.startswith("PLENARY_")} | self.environ
        with ThreadPoolExecutor(1) as beside:
            done = beside.submit(partial(CliRunner().invoke, main, words, env=environ, prog_name="plenary")).result()
        if not isinstance(done.exception, SystemExit | None):
            raise done.exception
        return done.exit_code, done.output

    def _ended(self) -> int:
        """When it is over, its exit status."""
        assert self._up
        assert self._out
        self._up.join(20)
        assert self._up.exitcode is not None, "it does not end"
        self._out.close()
        return self._up.exitcode
