"""When a session was used last, kept coarsely: what the gate saw, written down now and then."""

from datetime import UTC, datetime
from typing import Final
from uuid import uuid4

from services.registration.sessions.handlers import note_use
from services.registration.sessions.model import NoteUse
from shared.flow.service import Service
from shared.http.app import Installation
from shared.loop import passing_by

EVERY: Final = 60.0
"""Seconds between two looks."""


async def note_last_uses(service: Service, installation: Installation) -> None:
    """Note them for ever; most looks write nothing, since a session is noted every half hour at most."""
    used = installation.rights.used

    async def step() -> None:
        while used:
            session, at = used.popitem()
            with passing_by("the last use of a session cannot be noted", session=str(session)):
                command = NoteUse(
                    id=uuid4(), at=service.clock(), session=session, used_at=datetime.fromtimestamp(at, UTC)
                )
                await service.run(note_use, command)

    await service.loop("when sessions were used last", EVERY).forever(step)
