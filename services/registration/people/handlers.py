"""What happens to people, in the order a person would tell it. `ON` and `TIMERS` at the foot."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from services.registration.entries import merging
from services.registration.entries.merging import kept
from services.registration.organizations.handlers import entered
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import meant
from services.registration.people import queries
from services.registration.people.commands import (
    AskAddress,
    ConfirmPerson,
    CorrectPerson,
    CorrectPost,
    EnterPost,
    MergePerson,
    RecordPerson,
    Spread,
)
from services.registration.people.model import Person
from services.registration.people.passes import passed
from shared.contracts import Event, Record
from shared.contracts.organizations import OrganizationMerged
from shared.contracts.people import PersonRecorded, Post
from shared.contracts.registrations import RegistrationWithdrawn
from shared.contracts.subscriptions import ALL_REPORTS, SubscriptionConfirmed, SubscriptionEnded
from shared.errors import Conflict
from shared.flow import Change, Decide, Due, Hear, Read
from shared.store.every import every


async def record_person(command: RecordPerson, read: Read) -> Change[Person]:
    """A person is entered or changed; the same details again change nothing. An address belongs to one person: that is
    looked up here, and the claim decides among those who come at once."""
    await read.ahead((Person, command.person), (Organization, command.organization))
    there, holding = await kept(read, Person, command.person), await queries.holders(read, command.email)
    holder = await kept(read, Person, holding[0].id) if holding else None
    command = replace(command, person=there.id if there else command.person)
    lent = any(each.merged_into for each in holding)
    if command.by_address and holder and lent:
        return _known_as_an_alias(command, holder)
    if command.by_address:
        _must_have_kept_the_address(there, holder)
    elif holder and holder.id != command.person:
        raise Conflict("The address belongs to another person; an address belongs to one.", code="address-taken")
    person = holder or there or Person(command.person)
    known = person.confirmed  # who was only an address in a form is entered now
    command = replace(command, organization=await meant(read, command.organization, "organization"))
    return entered(person, person.record(command, lent=lent), overwrites=command.new and known)


async def ask_address(command: AskAddress, read: Read) -> Change[Person]:
    """The person of an address in the form: entered without a name if nobody has it, and to be asked once a day."""
    holder = await queries.person_at(read, command.email)
    person = holder or await kept(read, Person, command.person) or Person(command.person)
    return Change(person, person.ask(command), silent=True)  # also where nobody is asked now: time would tell


async def confirm_person(command: ConfirmPerson, read: Read) -> Change[Person]:
    """The owner of the address came forward, and says the name. Of a person who is known nothing is taken over."""
    person = await _one(read, command.person)
    return Change(person, person.confirm(command))


async def correct_person(command: CorrectPerson, read: Read) -> Change[Person]:
    """Somebody says how they are called and read. The same details again change nothing."""
    person = await _one(read, command.person)
    return Change(person, person.correct(command))


async def enter_post(command: EnterPost, read: Read) -> Change[Person]:
    """Somebody held a post, or holds it; at an organization that is on record, or at another."""
    person = await _one(read, command.person)
    return Change(person, person.enter(replace(command, post=await _placed(command.post, read))))


async def correct_post(command: CorrectPost, read: Read) -> Change[Person]:
    """A post that was entered was another, ended, or was none. The same again changes nothing."""
    person = await _one(read, command.person)
    post = await _placed(command.post, read) if command.post else None
    return Change(person, person.put_right(replace(command, post=post)))


async def merge_person(command: MergePerson, read: Read) -> Change[Person]:
    """Of two who are one the duplicate becomes an alias; asked twice, nothing more happens."""
    duplicate = await read.one(Person, command.person)
    target = await merging.into(read, duplicate, command.into)
    if target is None:
        return Change(duplicate)
    for each in (duplicate, target):
        if not each.confirmed:
            raise Conflict("Nobody who is known has this id.", code="unconfirmed")
    await merging.become_alias(read, duplicate, target, command.at, command.by)
    return Change(duplicate, duplicate.merged())


async def note_alias(record: Record, read: Read) -> Iterable[Change[Person]]:
    """Somebody is an alias: the one that is kept knows it, with its posts. Who was erased meanwhile is erased whole."""
    event = record.event
    target = (
        await merging.take_note(read, Person, record.key)
        if isinstance(event, PersonRecorded) and event.same_as
        else None
    )
    if target is None:
        return []
    if target.erased:
        target.spreads, target.passed, target.history = True, None, []
    taken = target.take_over(await read.one(Person, record.key))
    return [Change(target, *([taken] if taken else []))]


async def erase_alias(command: Spread, read: Read) -> Change[Person]:
    """Whoever the alias leads to was erased; so is the alias."""
    alias = await read.one(Person, command.person)
    target = await kept(read, Person, alias.id)
    return Change(alias, alias.erase() if target and target.erased else None)


async def rest(command: Spread, read: Read) -> Change[Person]:
    """All that was kept of somebody who was erased is erased, too; an alias that was noted meanwhile is still to be.

    `at` is when the pass began. There is a second one, since what was decided before may be written after the first.
    """
    person = await read.one(Person, command.person)
    there = await read.many(Person, person.aliases)
    done = all(each.erased for each in there.values())
    return Change(person, silent=done and passed(person, command.at))


async def lapse(command: Due, read: Read) -> Change[Person]:
    """The net below `forget`: an address of which no form became a registration goes, too. Nothing if it moved on."""
    person = await read.one(Person, command.document)
    return Change(person, person.lapse(command.at))


async def forget(record: Record, read: Read) -> Iterable[Change[Any]]:
    """Nobody came forward: the person who was only an address in a form is erased, unless another form still waits."""
    event = record.event
    if not isinstance(event, RegistrationWithdrawn) or not event.reason:
        return []
    person = await read.maybe(Person, event.person)
    if person is None or person.confirmed or person.erased:
        return []
    return [Change(person, person.not_theirs(event.gathering, record.at))]


async def note_subscription(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The owner of an address is told of reports, or no more: the address of which nothing else is known stays, or goes."""
    event = record.event
    if not isinstance(event, SubscriptionConfirmed | SubscriptionEnded):
        return []
    person = await read.maybe(Person, event.person)
    if person is None or person.erased:
        return []
    now = isinstance(event, SubscriptionConfirmed)
    return [Change(person, person.follow(ALL_REPORTS, record.at, now=now), silent=True)]


async def follow(record: Record, read: Read) -> Iterable[Change[Person]]:
    """An organization was merged: who was of the alias is of the one that is kept."""
    home = await kept(read, Organization, record.key)
    ids = [each.id async for each in every(read, Person, {"organization": record.key})]
    found = await read.many(Person, ids)
    return [Change(each, each.move(home.id, record.at)) for each in found.values() if home and not each.erased]


async def _placed(post: Post, read: Read) -> Post:
    home = await meant(read, post.organization, "organization")
    return post.model_copy(update={"organization": home})


async def _one(read: Read, person: UUID) -> Person:
    """The person; of an alias, the one that was kept. Raises NotFound."""
    return await kept(read, Person, person) or await read.one(Person, person)


def _known_as_an_alias(command: RecordPerson, holder: Person) -> Change[Person]:
    """Somebody is entered by the address of an alias: the one that was kept is on record, and stays as it is."""
    if command.new:
        raise Conflict("Somebody of this address is on record, and was merged into another.", code="exists")
    return Change(holder)


def _must_have_kept_the_address(there: Person | None, holder: Person | None) -> None:
    if there and not holder:
        raise Conflict("This entry was made before, and the person has another address by now.", code="exists")


ON: Mapping[type[Event], Hear] = {
    RegistrationWithdrawn: forget,
    OrganizationMerged: follow,
    PersonRecorded: note_alias,
    SubscriptionConfirmed: note_subscription,
    SubscriptionEnded: note_subscription,
}
TIMERS: Mapping[type[Any], Decide[Due]] = {Person: lapse}
