"""The composed deployment: any of its containers is killed and started, or paused for a while."""

import asyncio
import json
import os
import socket
from pathlib import Path
from random import Random

HERE = Path(__file__).parents[2]
STRUCK = (
    "registration",
    "notifications",
    "minutes",
    "kafka",
    "mongo-registration",
    "mongo-notifications",
    "mongo-minutes",
)

MESSAGE_IDS = """
import collections, json, pathlib
files = pathlib.Path("/data/mails").glob("*.eml")
lines = (line for file in files for line in file.read_bytes().split(b"\\r\\n\\r\\n", 1)[0].splitlines())
found = (line.partition(b":")[2].strip().decode() for line in lines if line.lower().startswith(b"message-id:"))
print(json.dumps(collections.Counter(found)))
"""


class Composed:
    """`docker compose up` as a project of its own, its gateway on a free port of loopback. Mails are files in its volume."""

    def __init__(self, name: str = "plenary-chaos") -> None:
        self._name = name
        self._fell: list[str] = []
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> str:
        await self._compose("up", "-d", "--wait", "--build")
        return (await self._compose("exec", "-T", "registration", "plenary", "token"))[1].split()[-1]

    async def strike(self, chance: Random) -> str:
        part = chance.choice(STRUCK)
        if chance.random() < 0.2:
            seconds = chance.uniform(1, 10)
            await self._compose("pause", part)
            await asyncio.sleep(seconds)
            await self._compose("unpause", part)
            return f"{part} stopped for {seconds:.1f} s"
        self._fell += await self._restarted()  # Docker counts anew with each start
        await self._compose("kill", part)
        await asyncio.sleep(chance.uniform(0, 2))
        # Until it is healthy: a service that is started while its store is away says so and ends, and Docker starts it again.
        await self._compose("up", "-d", "--wait", "--no-deps", "--no-recreate", part)
        return f"{part} killed and started"

    async def mails(self) -> dict[str, int]:
        said = (await self._compose("exec", "-T", "notifications", "python", "-c", MESSAGE_IDS))[1]
        found: dict[str, int] = json.loads(said.splitlines()[-1])
        return found

    async def verify(self) -> tuple[int, str]:
        return await self._compose("run", "--rm", "-T", "plenary", "verify", check=False)

    async def faults(self) -> list[str]:
        return [*dict.fromkeys([*self._fell, *await self._restarted()])]

    async def _restarted(self) -> list[str]:
        containers = (await self._compose("ps", "-a", "-q"))[1].split()
        form = "{{.Name}} {{.RestartCount}} {{.State.Status}}"
        _, said = await _said("docker", "inspect", "-f", form, *containers)
        rows = [line.split() for line in said.splitlines()]
        return [f"{name} restarted {many} times by itself, and is {state}" for name, many, state in rows if many != "0"]

    async def end(self) -> None:
        await self._compose("down", "-v", "--timeout", "5", check=False)

    async def _compose(self, *arguments: str, check: bool = True) -> tuple[int, str]:
        options = ("--ansi=never", "--progress=plain", "-p", self._name)
        settings = {"PLENARY_PORT": str(self._port), "PLENARY_LIMIT_CALLER": "100000:100000"}
        status, said = await _said("docker", "compose", *options, *arguments, **settings)
        if check and status:
            raise RuntimeError(f"docker compose {' '.join(arguments)}: {status}\n{said[-3000:]}")
        return status, said


async def _said(*command: str, **environment: str) -> tuple[int, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=HERE,
        env={**kept, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode("utf-8", "replace")
