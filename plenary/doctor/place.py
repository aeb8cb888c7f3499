"""The directory of the installation: room on the disk, who may read its files, and the key."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from plenary.doctor.check import Check, fault, warning, well
from services import exposed
from shared.auth import Keys
from shared.errors import PlenaryError
from shared.settings import Settings

LITTLE, NOTHING = 2_000_000_000, 200_000_000
"""Bytes that should be free, and that must be."""


def look(settings: Settings) -> Iterator[Check]:
    """All of it; where there is no directory yet, that."""
    data = settings.data.absolute()
    if not data.is_dir():
        do = "Let PLENARY_DATA name the directory of an installation, or begin one with `plenary up`."
        yield fault("place", f"{data} is no directory.", do)
        return
    if not os.access(data, os.W_OK | os.X_OK):
        yield fault(
            "place", f"{data} cannot be written to.", f"Give it to the user who runs Plenary: chown -R … {data}"
        )
    usage = shutil.disk_usage(data)
    yield room(data, usage.free)
    yield files(data / settings.files)
    yield from _modes(settings)
    yield _key(settings)


def room(where: Path, free: int) -> Check:
    """How much is free on the disk of a directory."""
    said = f"{free / 1e9:,.1f} GB are free on the disk of {where}"
    if free < NOTHING:
        return fault("disk", f"{said}.", "Make room now: once it is full, every change is refused (503).")
    if free < LITTLE:
        return warning("disk", f"{said}.", "Make room, or give it a larger disk.")
    return well("disk", said)


def files(where: Path) -> Check:
    """The directory of the files that people bring: it takes one, or can be made, and has room."""
    where = where.absolute()
    there = next(path for path in (where, *where.parents) if path.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        do = f"Give it to the user who runs Plenary (chown -R … {where}), or let PLENARY_FILES name another."
        return fault("files", f"{where} takes no files.", do)
    if where.exists() and shutil.disk_usage(where).free < NOTHING:
        return fault("files", f"The disk of {where} is full.", "Make room now: no file is taken any more (503).")
    many = sum(each.is_file() for each in os.scandir(where)) if where.exists() else 0
    return well("files", f"{many:,} lie in {where}")


def _modes(settings: Settings) -> Iterator[Check]:
    open_to_others = list(exposed.open_to_others(settings))
    for path, mode in open_to_others:
        yield fault(
            "modes", f"Others on this machine can read {path.absolute()} ({mode:04o}).", f"chmod go= {path.absolute()}"
        )
    if not open_to_others:
        yield well("modes", "nobody else can read the files")


def _key(settings: Settings) -> Check:
    path = settings.key_path.absolute()
    if not path.exists():
        do = "Restore it from a backup. (Where this is no installation yet, the first start makes it.)"
        return fault("key", f"{path} is missing.", do)
    try:
        Keys.open(path, issuer=settings.issuer)
    except PlenaryError as broken:
        return fault("key", broken.detail, "Restore it from a backup.")
    return well("key", f"{path} can be read")
