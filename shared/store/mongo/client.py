"""The connection of the MongoDB store: either driver, what a bare URL means, and what a driver's error becomes."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import cache, partial
from typing import Any, Literal, TypeAlias, TypeVar
from urllib.parse import parse_qsl, urlsplit

import pymongo
from bson.errors import BSONError
from pymongo import WriteConcern
from pymongo.errors import ConnectionFailure, DuplicateKeyError, PyMongoError, ServerSelectionTimeoutError

from shared.errors import Damaged, Unavailable
from shared.threads import Threads

log = logging.getLogger(__name__)

T = TypeVar("T")

Driver: TypeAlias = Literal["motor", "pymongo"]

CORRUPT = 301
"""The server's `DataCorruptionDetected` (`src/mongo/base/error_codes.yml`)."""

DATABASE = "plenary"
"""The database where the URL names none."""

SETTINGS = {"serverSelectionTimeoutMS": 3000, "connectTimeoutMS": 3000, "socketTimeoutMS": 8000, "appname": "plenary"}
"""What a URL that says nothing else means; milliseconds."""

SAFE = WriteConcern("majority", j=True, wtimeout=6_000)
"""An acknowledged write lies in the journals of a majority."""

SAFELY = {"writeConcern": SAFE.document}
"""The same, as a plain command says it."""


def connect(url: str, driver: Driver) -> Any:
    """A client; it connects when it is first asked something."""
    said = {name.lower() for name, _ in parse_qsl(urlsplit(url).query)}
    settings: dict[str, Any] = {name: value for name, value in SETTINGS.items() if name.lower() not in said}
    client = pymongo.AsyncMongoClient if driver == "pymongo" else _motor()
    return client(url, tz_aware=True, **settings)


@cache
def _motor() -> Any:
    """Motor's client, with threads of our own (its Developer Guide, "Frameworks", says what a framework has to offer)."""
    from motor import core, metaprogramming
    from motor.frameworks import asyncio as framework

    threads, ours = Threads("motor", framework.max_workers), type(framework)(framework.__name__)
    vars(ours).update(vars(framework), run_on_executor=lambda _, ask, *a, **k: threads.call(partial(ask, *a, **k)))
    return metaprogramming.create_class_with_framework(core.AgnosticClient, ours, "motor.motor_asyncio")


async def disconnect(client: Any) -> None:
    """What is in the air is interrupted."""
    if closing := client.close():  # PyMongo's; motor's is done at once
        await closing


async def asked(answer: Awaitable[T]) -> T:
    """The answer; raises `Unavailable` for whatever the driver raises."""
    try:
        return await answer
    except (PyMongoError, BSONError) as error:
        raise _away(error) from error


async def repeated(ask: Callable[[], Awaitable[T]]) -> T:
    """Once more after a lost connection, or after two made the same document at once; for what is harmless twice."""
    try:
        return await ask()
    except (ConnectionFailure, DuplicateKeyError) as error:
        if isinstance(error, ServerSelectionTimeoutError):
            raise Unavailable("The database does not answer.") from error
    except (PyMongoError, BSONError) as error:
        raise _away(error) from error
    return await asked(ask())


async def written(database: Any, command: dict[str, Any]) -> Mapping[str, Any]:
    """The answer to a command that writes, as safe as every other write; for what is harmless twice. Raises `Unavailable`.

    A plain command: the driver's own verbs for it cost a third more.
    """
    answer: Mapping[str, Any] = await repeated(partial(database.command, command | SAFELY))
    if answer.get("writeErrors") or answer.get("writeConcernError"):
        raise Unavailable("The database does not write.")
    return answer


def _away(error: Exception) -> Unavailable:
    """Away for now, or damaged: the server says so, or what it sends is no BSON."""
    if getattr(error, "code", None) != CORRUPT and not isinstance(error, BSONError):
        return Unavailable(f"The database does not answer ({type(error).__name__}).")
    log.critical("a database is damaged", extra={"reason": type(error).__name__})
    return Damaged("Damaged: the database cannot read what it holds. The operator has to restore it from a backup.")
