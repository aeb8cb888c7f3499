"""What happens with actions and commitments."""

from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from services.minutes.actions.commands import (
    AcceptAction,
    AssignAction,
    CarryAction,
    DropAction,
    FinishAction,
    ProgressAction,
    RecordAction,
)
from services.minutes.actions.model import Action
from services.minutes.actions.queries import answering
from services.minutes.attendance.queries import kept
from services.minutes.contributions.model import Contribution
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.editions import Edition
from services.minutes.mirrors.merged import kept_person
from services.minutes.mirrors.model import Gathering, Organization, Person
from services.minutes.record.model import Minutes
from shared.contracts.actions import ActionFacts, Carried
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read


async def record_action(command: RecordAction, read: Read) -> Change[Action]:
    """It is to be done from now on. Asked twice, it answers with the one that is there."""
    if there := await read.maybe(Action, command.action):
        return Change(there)
    facts = await _rooted(read, command.facts)
    person, organization = await _owner(read, facts.person, facts.organization)
    facts = facts.model_copy(update={"person": person, "organization": organization})
    recorded = replace(command, facts=facts)
    return Change(*Action.recorded(recorded, await answering(read, facts.person, facts.organization)))


async def bring_action(command: RecordAction, read: Read) -> Change[Action]:
    """What is still to do of earlier times. The same again changes nothing, whatever became of it; 409 `exists` where the table
    says something else than it said first."""
    there = await read.maybe(Action, command.action)
    if there is None:
        return await record_action(command, read)
    facts, first = command.facts, there.facts
    said = (first.text, first.calendar, first.action_kind, there.steps[0].due)
    if said != (facts.text, facts.calendar, facts.action_kind, facts.due) or not await _owned_so(read, facts, first):
        raise Conflict(
            "The edition has something to do of this reference of which something else is said; see its page.",
            code="exists",
        )
    return Change(there)


async def assign_action(command: AssignAction, read: Read) -> Change[Action]:
    """An owner is found for it."""
    action = await read.one(Action, command.action)
    person, organization = await _owner(read, command.person, command.organization)
    if not (person or organization):
        raise Invalid.at("Say who is to do it: a person, or an organization.", "organization")
    asked = replace(command, person=person, organization=organization)
    return Change(action, action.assign(asked, await answering(read, asked.person, asked.organization)))


async def accept_action(command: AcceptAction, read: Read) -> Change[Action]:
    """The owner will do it; asked again, that is so already."""
    action = await read.one(Action, command.action)
    return Change(action, action.accept(command))


async def progress_action(command: ProgressAction, read: Read) -> Change[Action]:
    """It is said how far it is."""
    action = await read.one(Action, command.action)
    return Change(action, action.progress(command))


async def finish_action(command: FinishAction, read: Read) -> Change[Action]:
    """It is done."""
    action = await read.one(Action, command.action)
    return Change(action, action.finish(command))


async def drop_action(command: DropAction, read: Read) -> Change[Action]:
    """It will not be done."""
    action = await read.one(Action, command.action)
    return Change(action, action.drop(command))


async def carry_action(command: CarryAction, read: Read) -> Change[Action]:
    """Another gathering, or another edition, looks at it next."""
    action = await read.one(Action, command.action)
    facts = await _known(read, command.facts)
    return Change(action, action.carry(replace(command, facts=facts)))


async def _owned_so(read: Read, asked: ActionFacts, there: ActionFacts) -> bool:
    """The owner that is asked for is the owner; an owner may have been found since for what had none."""
    if not (asked.person or asked.organization):
        return True
    same_person = await kept_person(read, asked.person) == await kept_person(read, there.person)
    return same_person and await kept(read, asked.organization) == await kept(read, there.organization)


async def _rooted(read: Read, facts: ActionFacts) -> ActionFacts:
    """What it comes of is there."""
    if facts.decision:
        decision = await read.maybe(Decision, facts.decision)
        if decision is None or decision.facts.gathering != facts.gathering:
            raise Invalid.at("The gathering took no such decision.", "decision")
    if facts.contribution:
        contribution = await read.maybe(Contribution, facts.contribution)
        if contribution is None or contribution.facts.gathering != facts.gathering:
            raise Invalid.at("No such contribution was made at the gathering.", "contribution")
    return await _known(read, facts)


C = TypeVar("C", bound=Carried)


async def _known(read: Read, facts: C) -> C:
    """Who looks at it is there; of a gathering that belongs to an edition, that edition, if none is said."""
    if facts.gathering and await read.maybe(Minutes, facts.gathering) is None:
        raise Invalid.at("No gathering with this id has minutes; announce it first.", "gathering")
    if facts.edition:
        edition = await read.maybe(Edition, facts.edition)
        if edition is None or not edition.number:
            raise Invalid.at("There is no edition with this id here; if it is new, try again soon.", "edition")
    elif facts.gathering and (gathering := await read.maybe(Gathering, facts.gathering)):
        return facts.model_copy(update={"edition": gathering.edition})
    return facts


async def _owner(read: Read, person: UUID | None, organization: UUID | None) -> tuple[UUID | None, UUID | None]:
    """Who is on record; of an organization that was merged, the one that was kept. Raises Invalid."""
    if person:
        there = await read.maybe(Person, person)
        if there is None or there.erased:
            raise Invalid.at("Nobody who is known has this id.", "person")
    if organization:
        organization = await kept(read, organization)
        if organization is None or await read.maybe(Organization, organization) is None:
            raise Invalid.at("There is no organization with this id.", "organization")
    return person, organization
