"""The embedded default: one process on SQLite, killed as by `kill -9`, or stopped for a while (SIGSTOP)."""

import asyncio
import os
import shutil
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import Counter
from pathlib import Path
from random import Random

from chaos.targets import message_id

START = 60.0
"""Seconds that a start may take."""


class Embedded:
    """`plenary up` on a directory of its own. The log is kept in `stderr` beside the data."""

    def __init__(self, data: Path) -> None:
        self._data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
        self._environment = {
            **kept,
            "PLENARY_DATA": str(data),
            "PLENARY_PORT": str(self._port),
            "PLENARY_URL": self.url,
            "PLENARY_LIMIT_CALLER": "100000:100000",
        }
        self._process: Process | None = None
        self._struck = False
        self._died: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> str:
        self._data.mkdir(parents=True)
        await self._up()
        _, said = await self._plenary("token")
        return said.split()[-1]

    async def strike(self, chance: Random) -> str:
        self._watch()
        if chance.random() < 0.2:
            seconds = chance.uniform(1, 4)
            self._signal(signal.SIGSTOP)
            await asyncio.sleep(seconds)
            self._signal(signal.SIGCONT)
            return f"stopped for {seconds:.1f} s"
        await self._kill()
        if chance.random() < 0.2:  # once more, while it starts
            await self._spawn()
            await asyncio.sleep(chance.uniform(0, 1.5))
            await self._kill()
        await self._up()
        return "killed and started"

    async def mails(self) -> dict[str, int]:
        files = [file.read_bytes() for file in (self._data / "mails").glob("*.eml")]
        return dict(Counter(map(message_id, files)))

    async def verify(self) -> tuple[int, str]:
        return await self._plenary("verify")

    async def faults(self) -> list[str]:
        self._watch()
        return self._died

    async def end(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._signal(signal.SIGINT)
            try:
                await asyncio.wait_for(self._process.wait(), 20)
            except TimeoutError:
                await self._kill()
        shutil.rmtree(self._data, ignore_errors=True)

    def _watch(self) -> None:
        """A process that ended without us is a fault."""
        if self._process is not None and self._process.returncode is not None and not self._struck:
            tail = (self._data / "stderr").read_text("utf-8", "replace")[-1500:]
            self._died.append(f"the process died by itself ({self._process.returncode}): {tail}")

    def _signal(self, which: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(which)

    async def _kill(self) -> None:
        self._struck = True
        self._signal(signal.SIGKILL)
        if self._process is not None:
            await self._process.wait()

    async def _spawn(self) -> Process:
        with (self._data / "stderr").open("ab") as errors:
            command = str(Path(sys.executable).with_name("plenary"))
            self._process = await asyncio.create_subprocess_exec(
                command, "up", env=self._environment, stdout=PIPE, stderr=errors
            )
        self._struck = False
        return self._process

    async def _up(self) -> None:
        """Start it, and wait until it says that it is ready. Raises `RuntimeError` if it ends instead."""
        process = await self._spawn()
        assert process.stdout is not None
        async with asyncio.timeout(START):
            while line := await process.stdout.readline():
                if line.startswith(b"Ctrl-C"):
                    return
        raise RuntimeError(f"it did not start: {(self._data / 'stderr').read_text('utf-8', 'replace')[-1500:]}")

    async def _plenary(self, *words: str) -> tuple[int, str]:
        command = str(Path(sys.executable).with_name("plenary"))
        process = await asyncio.create_subprocess_exec(
            command, *words, env=self._environment, stdin=DEVNULL, stdout=PIPE, stderr=asyncio.subprocess.STDOUT
        )
        said, _ = await process.communicate()
        return process.returncode or 0, said.decode("utf-8", "replace")
