"""The composed deployment, as an operator drives it: `docker compose` in a project of its own."""

import asyncio
import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from services import NAMES

HERE = Path(__file__).parent.parent


class Failed(Exception):
    """A command of Docker's that did not do what it was told; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Composed:
    """One project: `name` keeps it apart from others, `port` is its gateway's on loopback."""

    name: str
    port: int
    environment: Mapping[str, str] = field(default_factory=dict)
    profiles: tuple[str, ...] = ("mail",)
    asks: dict[str, str] = field(default_factory=dict)
    """The headers of the secretariat, who alone is told what a service lacks; once it is up."""

    @property
    def url(self) -> str:
        """Where the gateway answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def urls(self) -> dict[str, list[str]]:
        """Service -> where it answers, as `Visitors` takes it."""
        return {service: [f"{self.url}/{service}"] for service in NAMES}

    async def compose(self, *arguments: str, check: bool = True, seconds: float = 300) -> tuple[int, str]:
        """Run `docker compose …` in this project; returns exit status and what it said. Raises `Failed` where `check`."""
        profiles = [part for name in self.profiles for part in ("--profile", name)]
        options = ("--ansi=never", "--progress=plain", "-p", self.name, *profiles)
        environment = {"PLENARY_PORT": str(self.port), **self.environment}
        status, text = await _said(["docker", "compose", *options, *arguments], environment, seconds)
        if check and status:
            raise Failed(f"docker compose {' '.join(arguments)}: {status}\n{text[-4000:]}")
        return status, text

    async def docker(self, *arguments: str) -> str:
        """What `docker …` says; for what is asked of one container. Raises `Failed`."""
        status, text = await _said(["docker", *arguments], {}, 60)
        if status:
            raise Failed(f"docker {' '.join(arguments)}: {status}\n{text[-4000:]}")
        return text

    async def containers(self, *services: str) -> list[str]:
        """The ids of their containers, running or not; of all without a name."""
        return (await self.compose("ps", "-a", "-q", *services))[1].split()

    async def replicas(self, service: str) -> dict[str, str]:
        """Container -> its address on the network of stores and log, of each replica that runs."""
        form = '{{.Name}} {{(index .NetworkSettings.Networks "' + self.name + '_back").IPAddress}}'
        lines = (await self.docker("inspect", "-f", form, *await self.containers(service))).splitlines()
        return {name.lstrip("/"): address for name, address in (line.split() for line in lines)}

    async def fallen(self) -> list[str]:
        """What ended by itself: containers that Docker started again since they were last started by somebody, and last words.

        (Docker counts anew with each `start`; the lines of the log stay.)
        """
        rows = (
            await self.docker("inspect", "-f", "{{.Name}} {{.RestartCount}}", *await self.containers())
        ).splitlines()
        counted = ((name.lstrip("/"), int(count)) for name, count in map(str.split, rows))
        again = [f"{name} was started again {count} times" for name, count in counted if count]
        said = await asyncio.gather(*(self.docker("logs", each) for each in await self.containers(*NAMES)))
        lines = (line for each in said for line in each.splitlines())
        return again + [line for line in lines if '"level":"CRITICAL"' in line or "Traceback (most" in line]

    async def up(self, *arguments: str) -> None:
        """Build what changed, start everything, and wait until all are healthy."""
        await self.compose("up", "-d", "--wait", "--build", *arguments, seconds=600)
        self.asks["Authorization"] = f"Bearer {await self.token()}"

    async def down(self) -> None:
        """Remove the containers, the networks and the volumes of this project."""
        await self.compose("down", "-v", "--timeout", "5")

    async def inside(self, service: str, program: str) -> str:
        """What a Python program prints that runs in a container of this service."""
        return (await self.compose("exec", "-T", service, "python", "-c", program))[1]

    async def token(self) -> str:
        """A token of the secretariat, made where the installation's key lies."""
        return (await self.compose("exec", "-T", "registration", "plenary", "token"))[1].split()[-1]

    async def key(self, directory: Path) -> None:
        """Copy the installation's key to a directory of ours, for the command line outside."""
        await self.compose("cp", "registration:/data/key.json", str(directory / "key.json"))

    async def plenary(self, *arguments: str, seconds: float = 300) -> tuple[int, str]:
        """The command line in a container beside the stores and the log; exit status and what it said."""
        return await self.compose("run", "--rm", "-T", "plenary", *arguments, check=False, seconds=seconds)

    async def readiness(self) -> dict[str, dict[str, Any] | None]:
        """Service -> what `/health/ready` of one of its replicas says; None where none answers."""
        async with httpx.AsyncClient(timeout=15, headers=self.asks) as client:
            return dict(zip(NAMES, await asyncio.gather(*(self._ready(client, s) for s in NAMES)), strict=True))

    async def _ready(self, client: httpx.AsyncClient, service: str) -> dict[str, Any] | None:
        try:
            told = (await client.get(f"{self.url}/{service}/health/ready")).json()
        except (httpx.HTTPError, json.JSONDecodeError):
            return None
        found: dict[str, Any] | None = told.get("services", {}).get(service)
        return found

    async def mails(self) -> list[dict[str, Any]]:
        """What the mail catcher has, as its API lists it."""
        program = "import urllib.request as u; print(u.urlopen('http://mailpit:8025/api/v1/messages?limit=100000').read().decode())"
        found: list[dict[str, Any]] = json.loads(await self.inside("notifications", program))["messages"]
        return found


async def _said(command: Sequence[str], environment: Mapping[str, str], seconds: float) -> tuple[int, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
    process = await asyncio.create_subprocess_exec(
        *command, cwd=HERE, env={**kept, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), seconds)
    except BaseException:
        process.kill()
        await process.wait()
        raise
    return process.returncode or 0, said.decode("utf-8", "replace")


def well(told: Mapping[str, dict[str, Any] | None]) -> bool:
    """Everything answers, and nobody has anything left to hear."""
    return all(
        one is not None and one["store"] == one["log"] == "ok" and one["lag"] == 0 and not one["degraded"]
        for one in told.values()
    )


def named(told: Mapping[str, dict[str, Any] | None]) -> set[str]:
    """What readiness says is missing, in a few words each."""
    missing = {f"{service}: no answer" for service, one in told.items() if one is None}
    for service, one in told.items():
        missing |= {f"{service}: {part}" for part in ("store", "log") if one is not None and one[part] != "ok"}
    return missing
