"""The gate's table of who holds which role and which sessions have ended, kept by what each service of this process knows.

What this process writes or hears itself is told at once. What another process of the same service wrote is read again every
two seconds, so that whoever is revoked may nothing more within five, in every process.
"""

from functools import partial
from typing import Any

from shared.auth import Rights
from shared.contracts.grants import GRANTS
from shared.contracts.sessions import SESSIONS
from shared.flow.plan import reached
from shared.flow.service import Service, documents
from shared.http.app import Installation
from shared.store import Range, Stored
from shared.store.every import every

EVERY = 2.0
"""Seconds between two looks at what other processes wrote."""


async def fill(service: Service, rights: Rights) -> None:
    """Take over all that the store of a service says. Raises `Unavailable`."""
    grants, sessions = _kinds(service)
    async for stored in every(service.store, grants, {}, passing_by=True):
        note_role(rights, stored)
    lasting = {"state": "ended", "until": Range(gt=service.clock())}
    async for stored in every(service.store, sessions, lasting, passing_by=True):
        note_session(rights, stored)
    rights.filled = True


async def keep(service: Service, installation: Installation) -> None:
    """Keep the table, for ever. Where no other process can write, what is told is all."""
    rights = installation.rights
    for kind, note in zip(_kinds(service), (note_role, note_session), strict=True):
        service.on_commit(kind, partial(note, rights))

    async def step() -> None:
        if not (rights.filled and service.store.alone):
            await fill(service, rights)

    await service.loop("who holds which role", EVERY).forever(step)


def note_role(rights: Rights, stored: Stored[Any]) -> None:
    """Who holds a role; by how much of it the document has published or heard."""
    heard = max(stored.sequence, reached(stored, stored.id))
    rights.holds(stored.id, heard, stored.entity.role, stored.entity.holders)


def note_session(rights: Rights, stored: Stored[Any]) -> None:
    """That a session has ended, if it has."""
    if stored.entity.state == "ended":
        rights.ended.add(stored.id)


def _kinds(service: Service) -> tuple[type[Any], type[Any]]:
    """How this service keeps roles and sessions: its own documents, or mirrors of the same name."""
    named = {kind.kind: kind for kind in documents(service.definition)}
    grants, sessions = (named[topic.name.rpartition(".")[2]] for topic in (GRANTS, SESSIONS))
    return grants, sessions
