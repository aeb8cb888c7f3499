"""What people wrote goes with them, also if they are erased while somebody looks who was, and if the store is away."""

from typing import Any, cast
from uuid import UUID

import pytest

from services.minutes.comments.erased import look
from shared.errors import Unavailable
from shared.flow.service import Service
from tests.world.facts import known

PERSON = known("person 1")


class Looking:
    """A store in which nobody is erased yet; just after it said so, the same person is."""

    def __init__(self, waiting: set[UUID], *, away: bool = False) -> None:
        self.store, self._waiting, self._away = self, waiting, away

    async def get_many(self, kind: type[Any], ids: list[UUID]) -> dict[UUID, Any]:
        if self._away:
            raise Unavailable("The store does not answer.")
        self._waiting.update(ids)
        return {}


async def test_who_is_erased_while_somebody_looks_is_looked_at_again() -> None:
    waiting = {PERSON}
    await look(cast(Service, Looking(waiting)), waiting)
    assert waiting == {PERSON}


async def test_whom_nobody_could_look_at_waits_on() -> None:
    waiting = {PERSON}
    with pytest.raises(Unavailable):
        await look(cast(Service, Looking(waiting, away=True)), waiting)
    assert waiting == {PERSON}
