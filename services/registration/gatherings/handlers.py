"""What happens to gatherings, in the order a person would tell it. What is different afterwards stands in their history.

`TIMERS` at the foot.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from services.registration.bodies.model import Body
from services.registration.editions.model import Edition
from services.registration.entries.history import edited
from services.registration.gatherings.addresses import addressed
from services.registration.gatherings.commands import (
    CancelGathering,
    ChangeCapacity,
    ChangeGathering,
    DraftGathering,
    GatheringAsked,
    GatheringTold,
    MoveGathering,
    PostponeGathering,
)
from services.registration.gatherings.coordination import prepared
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.stands import must_be_held_so
from shared.contracts import Event
from shared.contracts.gatherings import GatheringFacts
from shared.contracts.organizations import Text
from shared.errors import Invalid
from shared.flow import Change, Decide, Due, Read


async def draft_gathering(command: DraftGathering, read: Read) -> Change[Gathering]:
    """A gathering is entered; nobody is told yet. Asked twice, it answers with the gathering that is there."""
    await read.ahead((Gathering, command.gathering), (Body, command.body), (Edition, command.edition))
    if there := await read.maybe(Gathering, command.gathering):
        return Change(there)
    await _must_be_there(command, read)
    gathering, drafted = Gathering.draft(await addressed(await prepared(command, read), read))
    gathering.history = edited([], None, drafted, command.at, command.by)
    return Change(gathering, drafted)


async def change_gathering(command: ChangeGathering, read: Read) -> Change[Gathering]:
    """What is said of it is this from now on. New seats go to those who wait; who is registered is told of what is material."""
    await read.ahead((Gathering, command.gathering), (Body, command.body), (Edition, command.edition))
    gathering = await read.one(Gathering, command.gathering)
    await _must_be_there(command, read)
    await must_be_held_so(command, read, gathering)
    whole = await addressed(await prepared(command, read), read, gathering)
    return remembered(gathering, command, lambda: gathering.change(whole))


async def _must_be_there(command: GatheringTold, read: Read) -> None:
    if command.body and await read.maybe(Body, command.body) is None:
        raise Invalid.at("There is no body with this id; form it first.", "body")
    if command.edition and await read.maybe(Edition, command.edition) is None:
        raise Invalid.at("There is no edition with this id; plan it first.", "edition")


async def announce_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """Everybody may know of it; who registered before it was postponed is told that it takes place."""
    gathering = await read.one(Gathering, command.gathering)
    return remembered(gathering, command, lambda: [gathering.announce()])


async def open_registration(command: MoveGathering, read: Read) -> Change[Gathering]:
    """People may register."""
    gathering = await read.one(Gathering, command.gathering)
    return remembered(gathering, command, lambda: [gathering.open()])


async def open_by_window(command: Due, read: Read) -> Change[Gathering]:
    """The window begins, and people may register. Nothing if it moved on."""
    gathering = await read.one(Gathering, command.document)
    if gathering.due is None or gathering.due > command.at:
        return Change(gathering)
    asked = MoveGathering(id=command.id, at=command.at, gathering=gathering.id)
    return remembered(gathering, asked, lambda: [gathering.open()])


async def close_registration(command: MoveGathering, read: Read) -> Change[Gathering]:
    """Nobody registers any more; who waits may still be promoted."""
    gathering = await read.one(Gathering, command.gathering)
    return remembered(gathering, command, lambda: [gathering.close()])


async def convene_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """It goes into session, at the command's time."""
    gathering = await read.one(Gathering, command.gathering)
    return remembered(gathering, command, lambda: [gathering.convene(command.at)])


async def adjourn_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """The session ends, at the command's time."""
    gathering = await read.one(Gathering, command.gathering)
    return remembered(gathering, command, lambda: [gathering.adjourn(command.at)])


async def hold_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """It is over."""
    gathering = await read.one(Gathering, command.gathering)
    return remembered(gathering, command, lambda: [gathering.hold()])


async def change_capacity(command: ChangeCapacity, read: Read) -> Change[Gathering]:
    """Other numbers of seats; nobody is thrown out. New seats go to those who wait (the promoter)."""
    gathering = await read.one(Gathering, command.gathering)
    if command.capacity == gathering.capacity:
        return Change(gathering)
    return remembered(gathering, command, lambda: [gathering.change_capacity(command.capacity)])


async def postpone_gathering(command: PostponeGathering, read: Read) -> Change[Gathering]:
    """Not on its date: to another one if there is one, else until it is announced again. Who is registered is told."""
    gathering = await read.one(Gathering, command.gathering)
    starts_at, ends_at = command.starts_at, command.ends_at
    if starts_at and ends_at:
        return remembered(gathering, command, lambda: [gathering.reschedule(command.reason, starts_at, ends_at)])
    if starts_at or ends_at:
        missing = "ends_at" if starts_at else "starts_at"
        raise Invalid.at("A new date is a beginning and an end.", missing)
    return remembered(gathering, command, lambda: [gathering.postpone(command.reason)])


async def cancel_gathering(command: CancelGathering, read: Read) -> Change[Gathering]:
    """It will not take place. Nobody registers, moves up or is let in any more; who is registered is told."""
    gathering = await read.one(Gathering, command.gathering)
    return remembered(gathering, command, lambda: [gathering.cancel(command.reason)])


class _Remembered(GatheringFacts):
    """Of what the history tells how it was: the facts, how the gathering stood, and why."""

    state: str
    reason: Text


def remembered(gathering: Gathering, asked: GatheringAsked, do: Callable[[], Sequence[Event]]) -> Change[Gathering]:
    """The change that this makes, with what is different afterwards in the history."""
    before = _Remembered.of(gathering, gathering=gathering.id)
    events = do()
    now = _Remembered.of(gathering, gathering=gathering.id)
    gathering.history = edited(gathering.history, before, now, asked.at, asked.by)
    return Change(gathering, *events)


TIMERS: Mapping[type[Any], Decide[Due]] = {Gathering: open_by_window}
