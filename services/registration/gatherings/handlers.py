"""What happens to gatherings, in the order a person would tell it."""

from services.registration.bodies.model import Body
from services.registration.gatherings.commands import ChangeCapacity, DraftGathering, MoveGathering
from services.registration.gatherings.model import Gathering
from shared.errors import Invalid
from shared.flow import Change, Read


async def draft_gathering(command: DraftGathering, read: Read) -> Change[Gathering]:
    """A gathering is entered; nobody is told yet. Asked twice, it answers with the gathering that is there."""
    await read.ahead((Gathering, command.gathering), (Body, command.body))
    if there := await read.maybe(Gathering, command.gathering):
        return Change(there)
    if command.body and await read.maybe(Body, command.body) is None:
        raise Invalid.at("There is no body with this id; form it first.", "body")
    return Change(*Gathering.draft(command))


async def announce_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """Everybody may know of it."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.announce())


async def open_registration(command: MoveGathering, read: Read) -> Change[Gathering]:
    """People may register."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.open())


async def close_registration(command: MoveGathering, read: Read) -> Change[Gathering]:
    """Nobody registers any more; who waits may still be promoted."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.close())


async def convene_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """It goes into session, at the command's time."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.convene(command.at))


async def adjourn_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """The session ends, at the command's time."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.adjourn(command.at))


async def hold_gathering(command: MoveGathering, read: Read) -> Change[Gathering]:
    """It is over."""
    gathering = await read.one(Gathering, command.gathering)
    return Change(gathering, gathering.hold())


async def change_capacity(command: ChangeCapacity, read: Read) -> Change[Gathering]:
    """Other numbers of seats; nobody is thrown out. New seats go to those who wait (the promoter)."""
    gathering = await read.one(Gathering, command.gathering)
    if command.capacity == gathering.capacity:
        return Change(gathering)
    return Change(gathering, gathering.change_capacity(command.capacity))
