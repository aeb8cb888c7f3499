"""Who votes: the members of the body that meets, or where none meets whoever sent delegates; and how the table shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from services.minutes.attendance.queries import delegates_of, members_inside
from services.minutes.mirrors.model import Body, Gathering, Organization
from services.minutes.record.reader import Reader
from shared.contracts.decisions import Ballot
from shared.flow import Read


@dataclass(frozen=True, slots=True)
class Voter:
    """A member, and whether a delegate of it is inside."""

    member: UUID
    inside: bool


async def voters_of(read: Read, gathering: UUID) -> list[Voter]:
    """Nobody, as long as nobody is known."""
    about = await read.maybe(Gathering, gathering) or Gathering(gathering)
    body = await read.maybe(Body, about.body) if about.body else None
    if body is None:
        came = await delegates_of(read, gathering) if about.body is None else []
        here = {each.organization: each.inside for each in sorted(came, key=lambda each: each.inside)}
        return [Voter(id, inside) for id, inside in here.items() if id]
    inside = await members_inside(read, gathering, body.members)
    return [Voter(id, id in inside) for id in body.members]


async def voters_shown(read: Read, voters: Sequence[Voter], reader: Reader) -> list[dict[str, Any]]:
    """A row of the table for each, by name; whoever is not inside is taken for absent until something else is chosen."""
    return await _rows(read, {each.member: "" if each.inside else "absent" for each in voters}, reader)


async def ballots_shown(read: Read, ballots: Sequence[Ballot], reader: Reader) -> list[dict[str, Any]]:
    """The same of those who voted."""
    return await _rows(read, {each.member: each.vote for each in ballots}, reader)


async def _rows(read: Read, votes: dict[UUID, Any], reader: Reader) -> list[dict[str, Any]]:
    homes = await read.many(Organization, [*votes])
    rows = [
        {"member": id, "name": reader.words(homes[id].name).text if id in homes else "", "vote": vote}
        for id, vote in votes.items()
    ]
    return sorted(rows, key=lambda each: (not each["name"], str(each["name"]).casefold()))
