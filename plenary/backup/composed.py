"""Backup and restore of the composed deployment: its volumes, found by asking Docker Compose, while nobody writes to them."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from plenary.backup import paper
from plenary.backup.docker import Project
from plenary.backup.manifest import Manifest, empty, written
from plenary.client import Failure

ENDING: Final = ".tar.gz"
SETTINGS: Final = ("settings/.env", "settings/secrets")
"""What of the directory of `docker-compose.yml` is not in version control, as a backup names it."""


def back_up(project: Project, to: Path, say: Callable[[str], None], *, stop: bool) -> Manifest:
    """Copy each volume into the directory; with `stop` the containers that run are stopped for it, and started again.

    Raises `Failure` if they run and may not be stopped, or if anything is not saved.
    """
    project.must_hold_everything()
    if gone := [name for key, name in project.volumes.items() if not project.exists(name)]:
        raise Failure(
            f"There is no volume {', '.join(gone)}, and nothing was saved. If the project has another name, say "
            "`COMPOSE_PROJECT_NAME=…`; `docker compose ls -a` names them."
        )
    running = project.running()
    if running and not stop:
        raise Failure(
            f"{project.name} runs ({', '.join(running)}), and volumes that are written to are of no one moment. Say --stop: "
            "it is stopped for the copy, and started again."
        )
    target = empty(to)
    with _stopped(project, running, say):
        at = datetime.now(UTC)
        for key, name in project.volumes.items():
            project.must_be_unused(name)
            say(f"saving {name}")
            with (
                paper.private(target / f"{key}{ENDING}") as file,
                gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1) as packed,
            ):
                project.pack(name, packed)
    for name in _settings(project.directory):
        paper.copy(project.directory / name, target / "settings" / name)
    return written(target, "composed", project.images, at)


@contextmanager
def _stopped(project: Project, running: list[str], say: Callable[[str], None]) -> Iterator[None]:
    """What ran runs again, whatever happened."""
    if not running:
        yield
        return
    say(f"stopping {project.name}")
    try:
        project.compose("stop")
        yield
    finally:
        say(f"starting {project.name} again")
        _start(project, running, say)


def _start(project: Project, services: Sequence[str], say: Callable[[str], None]) -> None:
    """In their order. On a machine with much to do one is not healthy in time, and what waits for it would stay away."""
    try:
        project.compose("start", *services)
    except Failure:
        say("not all are healthy in time; the others are started all the same")
        project.start(services)


def _settings(directory: Path) -> Iterator[str]:
    files = [directory / ".env", *sorted((directory / "secrets").rglob("*"))]
    yield from (path.relative_to(directory).as_posix() for path in files if path.is_file())


def restore(project: Project, backup: Path, say: Callable[[str], None]) -> Manifest:
    """Fill the volumes of a project that has none, or empty ones. Raises `Failure` for any other."""
    made = Manifest.read(backup, "composed")
    project.must_hold_everything()
    keys = {name.removesuffix(ENDING) for name in made.files if name.endswith(ENDING) and "/" not in name}
    if keys != project.volumes.keys():
        raise Failure(
            f"{backup} has the volumes {', '.join(sorted(keys))}, and docker-compose.yml has "
            f"{', '.join(sorted(project.volumes))}. Take the docker-compose.yml of then."
        )
    if other := [f"{name}: {image}" for name, image in made.versions.items() if project.images.get(name) != image]:
        raise Failure(f"Other images wrote it: {', '.join(other)}. Restore with those, and upgrade afterwards.")
    _must_be_empty(project)
    for sentence in _put_back(made, backup, project.directory):
        say(sentence)
    project.compose("create")
    for key, name in project.volumes.items():
        say(f"filling {name}")
        with gzip.open(backup / f"{key}{ENDING}") as packed:
            project.unpack(packed, name)
    return made


def _must_be_empty(project: Project) -> None:
    if running := project.running():
        raise Failure(f"{project.name} runs ({', '.join(running)}); a backup is restored into an empty place.")
    if full := [name for name in project.volumes.values() if project.exists(name) and not project.is_empty(name)]:
        raise Failure(
            f"There is something in the volume {', '.join(full)}, and nothing is written over. `docker compose down -v` deletes "
            "what this project has; `COMPOSE_PROJECT_NAME=…` makes another beside it."
        )


def _put_back(made: Manifest, backup: Path, directory: Path) -> Iterator[str]:
    """Settings that are missing here; what is here and differs is left alone, and told."""
    for name in (name for name in made.files if name.startswith(SETTINGS)):
        here = directory / name.removeprefix("settings/")
        if not here.exists():
            here.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            paper.copy(backup / name, here)
            yield f"{here} is as it was"
        elif paper.checksum(here) != made.files[name][0]:
            yield f"{here} differs from the one in the backup, and stays as it is here"
