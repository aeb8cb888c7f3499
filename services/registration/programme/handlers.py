"""What happens on a programme, in the order a person would tell it."""

from services.registration.entries.history import edited
from services.registration.gatherings.model import Gathering
from services.registration.programme.model import ChangePart, Part, PlanPart, WithdrawPart
from services.registration.programme.publication import Programme, PublishProgramme
from services.registration.programme.queries import programme
from shared.contracts import Event
from shared.contracts.organizations import Text
from shared.contracts.programme import PartFacts
from shared.flow import Change, Read


class _Told(PartFacts, Event):
    """Of what the history tells how it was."""

    state: str
    reason: Text


async def plan_part(command: PlanPart, read: Read) -> Change[Part]:
    """A session is put on the programme. Asked twice, it answers with the one that is there."""
    gathering = await read.one(Gathering, command.facts.gathering)
    if there := await read.maybe(Part, command.id):
        return Change(there)
    part, planned = Part.planned(command, gathering)
    part.history = edited([], None, planned, command.at, command.by)
    return Change(part, planned)


async def change_part(command: ChangePart, read: Read) -> Change[Part]:
    """It is called so, then and there, from now on."""
    part = await read.one(Part, command.part)
    gathering, before = await read.one(Gathering, part.facts.gathering), _Told.of(part)
    changed = part.change(command, gathering)
    part.history = edited(part.history, before, _Told.of(part), command.at, command.by)
    return Change(part, *([changed] if changed else []))


async def withdraw_part(command: WithdrawPart, read: Read) -> Change[Part]:
    """It stands on the programme no longer."""
    part = await read.one(Part, command.part)
    gathering, before = await read.one(Gathering, part.facts.gathering), _Told.of(part)
    withdrawn = part.withdraw(command, gathering)
    part.history = edited(part.history, before, _Told.of(part), command.at, command.by)
    return Change(part, withdrawn)


async def publish_programme(command: PublishProgramme, read: Read) -> Change[Programme]:
    """People may rely on it; who is registered is told of all that moved since it was published before, in one mail."""
    gathering = await read.one(Gathering, command.gathering)
    there = await read.maybe(Programme, gathering.id) or Programme(id=gathering.id)
    published = there.publish(command, [stored.entity for stored in await programme(read, gathering.id)], gathering)
    return Change(there, *([published] if published else []))
