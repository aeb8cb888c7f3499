"""The loop that goes through everywhere where something is kept of somebody who was erased."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

from services.registration.answers.erased import forget_answers
from services.registration.letters.erased import forget_letters
from services.registration.people.commands import Spread
from services.registration.people.erased import forget_aliases
from services.registration.people.handlers import rest
from services.registration.people.model import Person
from services.registration.people.passes import may_be_left
from services.registration.registrations.erased import forget_names
from services.registration.subscriptions.erased import end_reports
from shared.flow.service import Service
from shared.loop import passing_by
from shared.settings import Settings
from shared.store.every import every

Forget: TypeAlias = Callable[[Service, Settings, UUID], Awaitable[None]]
"""What a subject does about a person who was erased. Done twice it changes nothing; it ends only once all is done."""

EVERYWHERE: Final[tuple[Forget, ...]] = (forget_aliases, forget_names, forget_answers, forget_letters, end_reports)
"""Whoever keeps something of a person stands here."""

EVERY = 2.0
"""Seconds between two looks: one look along an index that is nearly always empty."""


async def erase_all(service: Service, settings: Settings) -> int:
    """Erase what is still to be erased; returns of how many people. Two processes at once are harmless.

    The mark goes last, and only with a second pass some minutes after the first: what was decided before the erasure may be
    written after the first has looked. An alias is marked like a person of its own, and met at the next look.
    """
    people = 0
    async for stored in every(service.store, Person, {"spreads": True}, passing_by=True):
        began = service.clock()
        if may_be_left(stored.entity, began) and await _everywhere(service, settings, stored.id):
            await service.run(rest, Spread(id=uuid4(), at=began, person=stored.id))
            people += 1
    return people


async def _everywhere(service: Service, settings: Settings, person: UUID) -> bool:
    """Whether all is done. What cannot be done in one place holds up no other."""
    done = 0
    for forget in EVERYWHERE:
        with passing_by("what is left of somebody who was erased cannot be erased", person=str(person)):
            await forget(service, settings, person)
            done += 1
    return done == len(EVERYWHERE)


async def erase_forever(service: Service, installation: Any) -> None:
    """A loop of the process, until cancelled."""

    async def step() -> None:
        await erase_all(service, installation.settings)

    await service.loop("what is left of the erased", EVERY).forever(step)
