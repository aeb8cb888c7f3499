"""What happens with letters of credentials, in the order a person would tell it."""

from services.registration.credentials.model import (
    Credentials,
    ReceiveCredentials,
    RefuseCredentials,
    StepCredentials,
    credentials_id,
)
from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import must_be_listed
from services.registration.people.model import Person
from shared.errors import Invalid
from shared.flow import Change, Read


async def receive(command: ReceiveCredentials, read: Read) -> Change[Credentials]:
    """A letter came: for somebody and an organization that are on record. The same again changes nothing."""
    facts = command.facts
    await read.ahead((Gathering, facts.gathering), (Person, facts.person), (Organization, facts.organization))
    await read.one(Gathering, facts.gathering)
    await must_be_listed(read, {("organization",): facts.organization})
    person = await kept(read, Person, facts.person)
    if person is None or not person.confirmed or person.erased:
        raise Invalid.at("Nobody who is known has this id; enter the person first.", "person")
    there = await read.maybe(Credentials, credentials_id(facts.gathering, facts.person, facts.organization))
    if there is None:
        return Change(*Credentials.received(command))
    event = there.receive_again(command)
    return Change(there, *([event] if event else []))


async def check(command: StepCredentials, read: Read) -> Change[Credentials]:
    """Somebody looked at it."""
    letter = await read.one(Credentials, command.credentials)
    return Change(letter, letter.check(command))


async def accept(command: StepCredentials, read: Read) -> Change[Credentials]:
    """It counts."""
    letter = await read.one(Credentials, command.credentials)
    return Change(letter, letter.accept(command))


async def refuse(command: RefuseCredentials, read: Read) -> Change[Credentials]:
    """It does not count."""
    letter = await read.one(Credentials, command.credentials)
    return Change(letter, letter.refuse(command))


async def withdraw(command: StepCredentials, read: Read) -> Change[Credentials]:
    """The organization took it back."""
    letter = await read.one(Credentials, command.credentials)
    return Change(letter, letter.withdraw(command))
