"""The composed deployment is saved, wiped, and restored under another name: verify is clean there, and the demo goes on."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bench.composed import HERE, Composed
from plenary.backup.composed import back_up
from plenary.backup.docker import Project
from plenary.backup.manifest import Manifest
from tests.ports import free_port

pytestmark = [pytest.mark.containers, pytest.mark.slow, pytest.mark.timeout(1200)]

VOLUMES = {"installation", "kafka", "mongo-registration", "mongo-notifications", "mongo-minutes"}


async def plenary(project: Composed, *words: str, settings: Mapping[str, str] | None = None) -> tuple[int, str]:
    """A command of the machine on which the containers run; exit status and what it said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
    here = {"COMPOSE_PROJECT_NAME": project.name, "PLENARY_PORT": str(project.port), "PLENARY_URL": project.url}
    running = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).with_name("plenary")),
        *words,
        cwd=HERE,
        env={**kept, **here, **(settings or {})},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await running.communicate()
    return running.returncode or 0, said.decode()


@asynccontextmanager
async def removed(name: str) -> AsyncIterator[Composed]:
    """A project that is gone with its volumes afterwards, and with its mail catcher."""
    project = Composed(f"plenary-{name}-{os.getpid()}", free_port(), profiles=())
    try:
        yield project
    finally:
        await replace(project, profiles=("mail",)).down()


async def well(project: Composed) -> None:
    """Verify is clean, and the demo is led to its end, or on."""
    status, said = await project.plenary("verify")
    assert status == 0, said


async def demo(project: Composed, data: Path) -> None:
    await project.key(data)
    status, said = await plenary(project, "demo", settings={"PLENARY_DATA": str(data)})
    assert status == 0, said


async def test_saved_wiped_and_restored_under_another_name_it_goes_on(docker_engine: None, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    async with removed("saved") as project:
        await project.up()
        await demo(project, tmp_path)
        await _refuses_while_it_runs(project, backup)
        status, said = await plenary(project, "backup", "--compose", "--stop", str(backup))
        assert status == 0, said
        await project.up()
        await well(project)
        status, said = await plenary(project, "restore", "--compose", str(backup))
        assert (status, f"{project.name} runs" in said) == (1, True), said
        await project.compose("stop")
        status, said = await plenary(project, "restore", "--compose", str(backup))
        assert (status, "There is something in the volume" in said) == (1, True), said
    told = json.loads((backup / "manifest.json").read_text())
    assert {name.removesuffix(".tar.gz") for name in told["files"] if not name.startswith("settings/")} == VOLUMES
    assert told["versions"] == {"kafka": "apache/kafka:4.1.0"} | {
        f"mongo-{each}": "mongo:8.0" for each in ("registration", "notifications", "minutes")
    }
    async with removed("restored") as another:
        status, said = await plenary(another, "restore", "--compose", str(backup))
        assert status == 0, said
        await another.up()
        await well(another)
        await demo(another, tmp_path)
        await well(another)


async def _refuses_while_it_runs(project: Composed, backup: Path) -> None:
    status, said = await plenary(project, "backup", "--compose", str(backup))
    assert (status, f"{project.name} runs (" in said, "Say --stop" in said) == (1, True, True), said
    assert not backup.exists()


async def test_the_mail_catcher_that_docker_compose_leaves_running_is_in_nobodys_way(
    docker_engine: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`docker compose down -v` leaves it where it was begun with its profile; `restore` refused the empty place then."""
    async with removed("caught") as project:
        monkeypatch.setenv("COMPOSE_PROJECT_NAME", project.name)
        await project.compose("--profile", "mail", "up", "-d", "mailpit")
        assert (await project.compose("ps", "--services", "--status", "running"))[1].split() == ["mailpit"]
        assert Project.here(HERE).running() == []
        monkeypatch.setenv("COMPOSE_PROFILES", "mail")
        assert Project.here(HERE).running() == ["mailpit"]


NEVER_HEALTHY = """
x-service: &service
  image: python:3.13-slim
  init: true
  command: [sleep, inf]
  volumes: ["kept:/kept"]
  environment:
    PLENARY_EVENTS_URL: kafka://gateway
    PLENARY_REGISTRATION_STORE_URL: mongodb://gateway/x
    PLENARY_NOTIFICATIONS_STORE_URL: mongodb://gateway/x
    PLENARY_MINUTES_STORE_URL: mongodb://gateway/x
services:
  registration: *service
  notifications: *service
  minutes:
    <<: *service
    healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 1}
  gateway:
    <<: *service
    depends_on: {minutes: {condition: service_healthy}}
volumes: {kept: {}}
"""


def test_what_ran_runs_again_though_a_part_of_it_is_slow_to_be_healthy(
    docker_engine: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen on a machine under load: the gateway stayed away, and a whole copy had no manifest."""
    monkeypatch.setenv("COMPOSE_PROJECT_NAME", f"plenary-slow-{os.getpid()}")
    (tmp_path / "docker-compose.yml").write_text(NEVER_HEALTHY)
    project = Project.here(tmp_path)
    try:
        project.compose("create")
        project.start(["gateway", "registration", "notifications", "minutes"])
        before, said = set(project.running()), list[str]()
        made = back_up(project, tmp_path / "backup", said.append, stop=True)
        assert (set(project.running()), len(before)) == (before, 4)
        assert "not all are healthy in time" in " ".join(said)
        assert Manifest.read(tmp_path / "backup", "composed").files == made.files
    finally:
        project.compose("down", "-v", "--timeout", "2")


async def test_under_a_name_that_nothing_has_nothing_is_saved_and_that_is_an_error(
    docker_engine: None, tmp_path: Path
) -> None:
    """The block of commands that stood in docs/operations.md saved five empty volumes then, with exit status 0."""
    nobody = Composed(f"plenary-nobody-{os.getpid()}", free_port())
    status, said = await plenary(nobody, "backup", "--compose", "--stop", str(tmp_path / "backup"))
    assert status == 1
    assert f"There is no volume {nobody.name}_" in said
    assert "nothing was saved" in said
    assert not (tmp_path / "backup").exists()
    status, said = await plenary(
        nobody,
        "backup",
        "--compose",
        str(tmp_path / "backup"),
        settings={"PLENARY_MINUTES_STORE_URL": "mongodb://mongo-1.example.org/minutes"},
    )
    assert (status, "PLENARY_MINUTES_STORE_URL (mongo-1.example.org): no container of" in said) == (1, True), said
