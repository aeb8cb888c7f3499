"""One project of Docker Compose, as `docker` tells of it and does what it is told."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, cast
from urllib.parse import urlsplit

from plenary.client import Failure
from services import NAMES


@dataclass(frozen=True)
class Project:
    """`volumes`: as docker-compose.yml calls each -> its name here. `images`: of what keeps something, by container.

    `tool`: an image that has `tar`: Plenary's own. `services`: what `docker compose` stops and takes away here, without those of
    a profile that is not chosen (the mail catcher), which keep nothing.
    """

    name: str
    directory: Path
    volumes: dict[str, str]
    images: dict[str, str]
    tool: str
    needs: dict[str, str]
    services: frozenset[str]

    @classmethod
    def here(cls, directory: Path) -> "Project":
        """The one whose docker-compose.yml lies here; Docker's own variables (COMPOSE_FILE …) count. Raises `Failure`."""
        told = json.loads(_said(["docker", "compose", "config", "--format", "json"], directory))
        volumes = {key: str(each["name"]) for key, each in (told.get("volumes") or {}).items()}
        services: dict[str, dict[str, Any]] = told["services"]
        if not set(NAMES) <= services.keys():
            raise Failure(f"{directory} has no docker-compose.yml of Plenary; go where it lies.")
        images = {name: str(each["image"]) for name, each in services.items() if name not in NAMES and _keeps(each)}
        tool = services[NAMES[0]]["image"]
        return cls(str(told["name"]), directory, volumes, images, tool, _strangers(services), frozenset(services))

    def must_hold_everything(self) -> None:
        """Raises `Failure` where a store or the log is none of its containers."""
        if self.needs:
            what = ", ".join(f"{name} ({where})" for name, where in self.needs.items())
            raise Failure(
                f"{what}: no container of {self.name}. Stop the services, and save those and the volumes of one moment by "
                "their own means."
            )

    def compose(self, *words: str) -> str:
        """`docker compose …`; what it said. Raises `Failure`."""
        return _said(["docker", "compose", "--ansi=never", "--progress=plain", *words], self.directory)

    def running(self) -> list[str]:
        """The services of which a container runs."""
        running = self.compose("ps", "--services", "--status", "running").split()
        return [name for name in running if name in self.services]

    def start(self, services: Sequence[str]) -> None:
        """Their containers, which are there, each whatever it waits for. Raises `Failure`."""
        containers = self.compose("ps", "--all", "--quiet", *services).split()
        _said(["docker", "start", *containers], self.directory)

    def exists(self, volume: str) -> bool:
        """Whether there is a volume of this name."""
        return volume in _said(["docker", "volume", "ls", "--quiet"], self.directory).split()

    def is_empty(self, volume: str) -> bool:
        """Whether nothing is in it."""
        return not _said([*self._run(f"{volume}:/it:ro"), "find /it -mindepth 1 -print -quit"], self.directory)

    def must_be_unused(self, volume: str) -> None:
        """Raises `Failure` while a container runs that has it."""
        if users := _said(["docker", "ps", "--filter", f"volume={volume}", "--format", "{{.Names}}"], self.directory):
            raise Failure(f"{volume} is still in use by {', '.join(users.split())}; stop that first.")

    def pack(self, volume: str, into: BufferedIOBase) -> None:
        """All of it as a tar, with owners and modes."""
        with self._line(f"{volume}:/it:ro", "tar -C /it --numeric-owner -cf - .", stdout=subprocess.PIPE) as running:
            shutil.copyfileobj(cast(IO[bytes], running.stdout), into, 1 << 20)

    def unpack(self, packed: BufferedIOBase, volume: str) -> None:
        """The reverse. What Docker put into a new volume from an image goes first."""
        line = "find /it -mindepth 1 -delete && tar -C /it --numeric-owner -xpf -"
        with (
            self._line(f"{volume}:/it", line, stdin=subprocess.PIPE) as running,
            cast(IO[bytes], running.stdin) as stream,
        ):
            shutil.copyfileobj(packed, stream, 1 << 20)

    @contextmanager
    def _line(
        self, mount: str, line: str, *, stdin: int | None = None, stdout: int | None = None
    ) -> Iterator["subprocess.Popen[bytes]"]:
        """A line in a container with the volume at `/it`, while it runs. Raises `Failure` unless it ends well."""
        command = [*self._run(mount), line]
        with TemporaryFile() as errors, _begun(command, stdin, stdout, errors) as running:
            with suppress(BrokenPipeError):
                yield running
            if running.wait():
                errors.seek(0)
                raise Failure(f"{mount}: {errors.read().decode('utf-8', 'replace')[-500:].strip() or 'it failed'}")

    def _run(self, mount: str) -> list[str]:
        run = ["docker", "run", "--rm", "--interactive", "--network=none", "--user=0:0", f"--volume={mount}"]
        return [*run, "--entrypoint=/bin/sh", self.tool, "-c"]


def _keeps(service: dict[str, Any]) -> bool:
    return any(each["type"] == "volume" and each.get("source") for each in service.get("volumes") or ())


def _strangers(services: dict[str, dict[str, Any]]) -> dict[str, str]:
    """What a service needs that is no container here: the setting -> where it is, as far as it may be told."""
    found: dict[str, str] = {}
    for name in NAMES:
        given: dict[str, str | None] = services[name].get("environment") or {}
        for setting in ("PLENARY_EVENTS_URL", f"PLENARY_{name.upper()}_STORE_URL"):
            hosts = [
                each.partition(":")[0]
                for each in urlsplit(given.get(setting) or "").netloc.rpartition("@")[2].split(",")
            ]
            if any(host not in services for host in hosts):
                found[setting] = ", ".join(filter(None, hosts)) or "in a file"
    return found


def _begun(command: list[str], stdin: int | None, stdout: int | None, stderr: IO[bytes]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=stderr)  # noqa: S603  the words are ours


def _said(command: list[str], directory: Path) -> str:
    try:
        done = subprocess.run(  # noqa: S603  the words are ours
            command, cwd=directory, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError as error:
        raise Failure(
            f"`docker` cannot be run here ({error.strerror}); go to the machine of the containers."
        ) from error
    if done.returncode:
        raise Failure(f"`{' '.join(command[:4])} …` failed: {(done.stderr or done.stdout).strip()[-500:]}")
    return done.stdout
