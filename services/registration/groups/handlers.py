"""What happens with groups."""

from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering
from services.registration.groups.model import AmendGroup, Group, ListGroup
from services.registration.organizations.queries import meant
from services.registration.people.model import Person
from shared.contracts.groups import GroupFacts
from shared.errors import Invalid
from shared.flow import Change, Read


async def list_group(command: ListGroup, read: Read) -> Change[Group]:
    """A group is entered. Asked twice, it answers with the one that is there."""
    if there := await read.maybe(Group, command.id):
        return Change(there)
    await read.one(Gathering, command.facts.gathering)
    await _must_be_known(command.facts, read)
    return Change(*Group.listed(command))


async def amend_group(command: AmendGroup, read: Read) -> Change[Group]:
    """What is known of it changes: how many they are, who of them is known by name, how many came."""
    group = await read.one(Group, command.group)
    await _must_be_known(command.facts, read, *group.facts.named)
    event = group.amend(command)
    return Change(group, *([event] if event else []))


async def _must_be_known(facts: GroupFacts, read: Read, *before: object) -> None:
    """Whoever was named before may have been erased since."""
    await meant(read, facts.organization, "organization")
    for n, id in enumerate(facts.named):
        person = None if id in before else await kept(read, Person, id)
        if id not in before and not (person and person.confirmed and not person.erased):
            raise Invalid.at("Nobody who is known has this id; enter the person first.", "named", n)
