"""What Plenary is measured against: bare FastAPI routes with the same body model, one durable write a request, or none.

`uvicorn bench.peers:app`, with PEER=none|sqlite|mongo|pymongo and PEER_STORE=path or url.
"""

import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI
from pydantic import BaseModel

from services.registration.registrations.api import RegistrationForm

Insert = Callable[[dict[str, Any]], Awaitable[None]]


class Stored(BaseModel):
    """The answer."""

    id: UUID
    person: UUID | None
    category: str


async def nothing(document: dict[str, Any]) -> None:
    """No store at all."""


@asynccontextmanager
async def inserting() -> AsyncIterator[Insert]:
    """One write a request, as durable as the store of the same name keeps it."""
    kind, where = os.environ["PEER"], os.environ.get("PEER_STORE", "")
    if kind in {"mongo", "pymongo"}:
        from motor.motor_asyncio import AsyncIOMotorClient
        from pymongo import AsyncMongoClient

        client: Any = AsyncIOMotorClient(where) if kind == "mongo" else AsyncMongoClient(where)
        collection = client["peer"].get_collection("registrations")

        async def insert(document: dict[str, Any]) -> None:
            await collection.insert_one(document)

        yield insert
        if closing := client.close():  # PyMongo's is awaited, Motor's is done at once
            await closing
    elif kind == "sqlite":
        database = sqlite3.connect(where, isolation_level=None)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE IF NOT EXISTS registrations (id TEXT PRIMARY KEY, person TEXT, category TEXT)")

        async def insert(document: dict[str, Any]) -> None:
            database.execute("INSERT INTO registrations VALUES (:_id, :person, :category)", document)

        yield insert
        database.close()
    else:
        yield nothing


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Opens the store."""
    async with inserting() as insert:
        app.state.insert = insert
        yield


app = FastAPI(lifespan=lifespan)


@app.post("/gatherings/{gathering}/registrations", status_code=201)
async def post_registration(gathering: UUID, form: RegistrationForm) -> Stored:
    """The bare limit."""
    id = uuid4()
    document = {**form.model_dump(mode="json"), "_id": str(id), "gathering": str(gathering)}
    await app.state.insert(document)
    return Stored(id=id, person=form.person, category=form.category)
