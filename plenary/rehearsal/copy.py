"""A copy of an installation of one process, on which nothing leaves the house, and which goes again."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from plenary.backup.files import copy_bare, places
from plenary.client import Failure
from plenary.place import COPY
from shared.errors import Unavailable
from shared.settings import Settings
from shared.store.sqlite.file import HELD, hold


def why_not(settings: Settings) -> str:
    """Why there is nothing here that could be copied, in one sentence; empty where there is."""
    urls = (settings.events_url, *settings.store_urls.values())
    if any(urlsplit(url).scheme not in {"", "sqlite"} for url in urls):
        return "Stores and log are servers, and only an installation of one process is copied."
    if all(path.is_file() for path in places(settings).values()):
        return ""
    return (
        f"There are no stores and log in {settings.data.absolute()}. Only an installation of one process is copied, where "
        "PLENARY_DATA names its directory."
    )


@contextmanager
def copied(settings: Settings) -> Iterator[Settings]:
    """The settings of a copy, of this moment. One at a time; what one that was killed left is taken away before.

    It lies in the data directory, where there is room and nobody else reads: the key is in it. No mail server, no mailbox and
    no other store is named there, and links lead to the installation itself. Raises `Failure` where nothing can be copied.
    """
    if why := why_not(settings):
        raise Failure(why)
    place = settings.data / COPY
    release = _held(place)
    try:
        shutil.rmtree(place, ignore_errors=True)
        _copy(settings, place)
        yield _shut(settings, place)
    finally:
        shutil.rmtree(place, ignore_errors=True)
        release()


def _copy(settings: Settings, place: Path) -> None:
    try:
        copy_bare(settings, place)
    except OSError as error:  # a disk that is full
        raise Failure(f"A copy cannot be made in {settings.data.absolute()} ({error.strerror}).") from error


def _shut(settings: Settings, place: Path) -> Settings:
    """The same, of the copy at this place, with no way out of the house."""
    asked = settings.url if "url" in settings.model_fields_set else settings.address
    return settings.model_copy(
        update={
            "data": place,
            "files": Path("files"),
            "key_file": "",
            "store_urls": {},
            "smtp_url": "",
            "replies_url": "",
            "public_url": settings.public_url or asked,
            "accept_loss": False,
        }
    )


def _held(place: Path) -> Callable[[], None]:
    try:
        return hold(place, "rehearsal")
    except Unavailable as held:
        if held.slug != HELD:
            raise Failure(held.detail) from held
        raise Failure("Somebody rehearses on this installation already; wait until that has ended.") from held
