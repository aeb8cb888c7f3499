"""What is decided of many at once: begun, and how far it came."""

from services.registration.roster.model import DecideMany, Many, Went
from shared.flow import Change, Read


async def decide_many(command: DecideMany, read: Read) -> Change[Many]:
    """It is noted, and carried out by the loop of `work`. Asked twice it is begun once."""
    there = await read.maybe(Many, command.id)
    return Change(there) if there else Change(Many.of(command), silent=True)


async def went(command: Went, read: Read) -> Change[Many]:
    """How far it came."""
    many = await read.one(Many, command.job)
    many.went(command)
    return Change(many, silent=True)
