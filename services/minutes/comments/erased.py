"""The loop that takes away what people wrote who were erased since."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from services.minutes.comments.handlers import forget_comment
from services.minutes.comments.model import Comment, ForgetComment
from services.minutes.mirrors.model import Person
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store.every import every

EVERY = 1.0
"""Seconds between two looks: none at the store, as long as nobody was erased and nobody wrote."""


async def forget_forever(service: Service, _installation: Any) -> None:
    """A loop of the process, until cancelled. At its start it looks at all comments: who was erased while nobody ran?

    Then at those of whoever is erased, and of whoever comments: what was decided before an erasure may be written after it.
    """
    waiting: set[UUID] = set()
    service.on_commit(Person, lambda stored: waiting.add(stored.id) if stored.entity.erased else None)
    service.on_commit(Comment, lambda stored: waiting.add(stored.entity.facts.person))
    waiting |= {each.entity.facts.person async for each in every(service.store, Comment, {}, passing_by=True)}

    await service.loop("comments of the erased", EVERY).forever(partial(look, service, waiting))


async def look(service: Service, waiting: set[UUID]) -> None:
    """One look at those who are waiting. Who is erased meanwhile waits for the next one, also if it was looked at just now;
    so does everybody if the store is away."""
    people = set(waiting)
    waiting -= people
    try:
        await forget_all(service, people)
    except Exception:
        waiting |= people
        raise


async def forget_all(service: Service, people: Iterable[UUID]) -> int:
    """Of those among these people who were erased nothing stays that they wrote; returns of how many comments."""
    known, gone = await service.store.get_many(Person, list(people)), 0
    for person in (id for id, stored in known.items() if stored.entity.erased):
        async for stored in every(service.store, Comment, {"person": person}, passing_by=True):
            if stored.entity.words or stored.entity.reason:
                with passing_by("a comment of somebody who was erased cannot be forgotten", comment=str(stored.id)):
                    await service.run(forget_comment, ForgetComment(id=uuid4(), at=service.clock(), comment=stored.id))
                    gone += 1
    return gone
