"""Processes of the services on real servers, outside any container: started, killed, started again."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from plenary.client import token
from shared.settings import Settings
from tests.ports import free_ports
from tests.waiting import PATIENCE

SERVICES = ("registration", "notifications", "minutes")
HERE = Path(__file__).parents[2]


@dataclass(slots=True)
class Node:
    """One process of one service, always at the same port."""

    service: str
    port: int
    environment: Mapping[str, str]
    logs: Path
    process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/{self.service}"

    @property
    def runs(self) -> bool:
        """Whether there is a process that has not ended."""
        return self.process is not None and self.process.returncode is None

    async def start(self) -> None:
        """Start it; returns when it says that it is ready. Raises `AssertionError` with the end of its log if it ends."""
        with self.logs.open("ab") as logs:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "services", self.service),
                cwd=HERE,
                env={**self.environment, "PLENARY_PORT": str(self.port)},
                stdout=logs,
                stderr=logs,
            )
        async with httpx.AsyncClient(timeout=10) as client, asyncio.timeout(PATIENCE):
            while not await self._ready(client):
                assert self.process.returncode is None, self.logs.read_text("utf-8")[-2000:]
                await asyncio.sleep(0.05)

    async def _ready(self, client: httpx.AsyncClient) -> bool:
        try:
            return (await client.get(f"{self.url}/health/ready")).status_code == 200
        except httpx.HTTPError:
            return False

    async def kill(self) -> None:
        """As a power cut would: nothing of it runs any further."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """As an operator would: SIGTERM."""
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(how)
            await self.process.wait()


@dataclass(slots=True)
class Installation:
    """So many processes of each service on one log, with one store for each service and one key."""

    data: Path
    kafka_url: str
    mongo_url: str
    each: int = 2
    nodes: list[Node] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """What every process is told; the command line likewise."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
        stores = {
            f"PLENARY_{service.upper()}_STORE_URL": f"{self.mongo_url}/{self.data.name}-{service}"
            for service in SERVICES
        }
        return {**kept, **stores, "PLENARY_EVENTS_URL": self.kafka_url, "PLENARY_DATA": str(self.data)}

    async def __aenter__(self) -> "Installation":
        self.data.mkdir(exist_ok=True)
        names = [(service, number) for service in SERVICES for number in range(self.each)]
        for (service, number), port in zip(names, free_ports(len(names)), strict=True):
            self.nodes.append(Node(service, port, self.environment, self.data / f"{service}-{number}.log"))
        try:
            for number in range(self.each):  # all at once would share two cores until none is ready in time
                await asyncio.gather(*(node.start() for node in self.nodes[number :: self.each]))
        except BaseException:
            await self.__aexit__()  # else those that did start would run on, and hold up all that comes after
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*(node.stop() for node in self.nodes))

    @property
    def urls(self) -> dict[str, list[str]]:
        """Service -> where its processes answer."""
        return {service: [node.url for node in self.nodes if node.service == service] for service in SERVICES}

    @property
    def token(self) -> str:
        """A token of the secretariat."""
        return token(Settings.read({"PLENARY_DATA": str(self.data)}))

    async def plenary(self, *arguments: str) -> tuple[int, str]:
        """The command line on the same stores and log; exit status and what it said."""
        command = str(Path(sys.executable).with_name("plenary"))
        process = await asyncio.create_subprocess_exec(
            command, *arguments, env=self.environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        said, _ = await process.communicate()
        return process.returncode or 0, said.decode("utf-8", "replace")
