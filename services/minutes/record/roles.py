"""Who did what at a meeting: the chair, who opened it, the rapporteur, the minute taker."""

from dataclasses import dataclass
from uuid import UUID

from services.minutes.mirrors.model import Person
from services.minutes.record.model import Minutes
from shared.contracts import Message
from shared.contracts.minutes import MeetingRoles
from shared.errors import Invalid
from shared.flow import Change, Read

ROLES = ("chair", "opener", "rapporteur", "minute_taker")
"""In the order in which a record names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRoles(Message):
    """These did what they did at the meeting, and nobody else."""

    gathering: UUID
    facts: MeetingRoles


async def name_roles(command: NameRoles, read: Read) -> Change[Minutes]:
    """Say it, all of it. Asked the same again, it is so already. Raises Invalid for somebody who is not known."""
    minutes = await read.one(Minutes, command.gathering)
    named = {role: id for role in ROLES if (id := getattr(command.facts, role))}
    known = await read.many(Person, list(named.values()))
    for role, id in named.items():
        if id != getattr(minutes.facts, role) and (id not in known or known[id].erased):
            raise Invalid.at("Nobody who is known has this id.", role)
    if command.facts.acting and command.facts.chair is None:
        raise Invalid.at("Say who was in the chair.", "chair")
    return Change(minutes, *minutes.name(command.facts, command.at))
