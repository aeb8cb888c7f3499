"""What happens to bodies."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from services.registration.bodies.model import Body, FormBody
from services.registration.entries.merging import kept
from services.registration.organizations.handlers import entered
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import must_be_listed
from services.registration.people.model import Person
from shared.contracts import Event, Record
from shared.contracts.bodies import BodyFacts, Membership
from shared.contracts.organizations import OrganizationMerged
from shared.errors import Invalid
from shared.flow import Change, Decide, Due, Hear, Read
from shared.store.every import every


async def form_body(command: FormBody, read: Read) -> Change[Body]:
    """A body is formed or changed; the same facts again change nothing."""
    facts = command.facts
    await read.ahead((Body, command.body), *((Organization, member) for member in facts.members))
    there = await read.maybe(Body, command.body)
    body = there or Body(command.body)
    meant = await must_be_listed(read, {("members", n): member for n, member in enumerate(facts.members)})
    people = await _must_be_known(facts, read, {*body.facts.people, *(each.member for each in body.facts.terms)})
    terms = [term_of(each, meant | people) for each in facts.terms]
    members = [meant[member] for member in facts.members]
    command = replace(
        command, facts=facts.model_copy(update={"members": members, "people": [*people.values()], "terms": terms})
    )
    return entered(body, body.form(command), overwrites=command.new and there is not None)


async def follow(record: Record, read: Read) -> Iterable[Change[Body]]:
    """An organization was merged: the one that is kept is the member, once. All bodies are looked through: there are few."""
    target = await kept(read, Organization, record.key)
    ids = [each.id async for each in every(read, Body, {}) if record.key in _named(each.entity)] if target else []
    found = await read.many(Body, ids)
    return [Change(each, each.replace(record.key, target.id, record.at)) for each in found.values() if target]


async def end_terms(command: Due, read: Read) -> Change[Body]:
    """A membership was until a day, which is over. Nothing if it moved on."""
    body = await read.one(Body, command.document)
    return Change(body, body.end_terms(command.at))


def term_of(term: Membership, meant: Mapping[UUID, UUID]) -> Membership:
    """The same of who is meant: of an alias, the one that was kept."""
    return replace(term, member=meant.get(term.member, term.member))


async def _must_be_known(facts: BodyFacts, read: Read, before: set[UUID]) -> dict[UUID, UUID]:
    """Each person that is named with who is meant. Whoever was a member before may have been erased, or merged, since."""
    found: dict[UUID, UUID] = {}
    for n, id in enumerate(facts.people):
        person = await kept(read, Person, id)
        if id not in before and not (person and person.confirmed and not person.erased):
            raise Invalid.at("Nobody who is known has this id; enter the person first.", "people", n)
        found[id] = person.id if person else id
    known = {*facts.members, *facts.people, *before}
    for n, term in enumerate(facts.terms):
        if term.member not in known and not await read.maybe(Organization, term.member):
            person = await kept(read, Person, term.member)
            if person is None or not person.confirmed:
                raise Invalid.at("There is no organization and nobody with this id.", "terms", n, "member")
    return found


def _named(body: Body) -> set[UUID]:
    return {*body.members, *(each.member for each in body.facts.terms)}


ON: Mapping[type[Event], Hear] = {OrganizationMerged: follow}
TIMERS: Mapping[type[Any], Decide[Due]] = {Body: end_terms}
