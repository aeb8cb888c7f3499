"""What happens with editions, in the order a person would tell it. What is different afterwards stands in their history."""

from collections.abc import Callable, Iterable, Mapping

from services.registration.bodies.model import Body
from services.registration.editions.commands import (
    ChangeEdition,
    CorrectHeld,
    EditionAsked,
    HoldEdition,
    LapseEdition,
    PlanAgain,
    PlanEdition,
    PostponeEdition,
    RecordEdition,
    StateRequirement,
    WithdrawRequirement,
)
from services.registration.editions.model import Edition, State, edition_id
from services.registration.editions.who import must_be_known
from services.registration.entries.history import edited
from services.registration.series.model import Series
from shared.contracts import Event, Record
from shared.contracts.editions import Requirement
from shared.contracts.gatherings import GatheringHeld, ModeDecided
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid
from shared.flow import Change, Hear, Read
from shared.periods import day_in


async def plan_edition(command: PlanEdition, read: Read) -> Change[Edition]:
    """An edition is entered, planned for when it is due. The same again answers with what is there; 409 `exists` for another."""
    facts = command.facts
    id = edition_id(facts.series, facts.number)
    await read.ahead((Series, facts.series), (Edition, id))
    series = await read.one(Series, facts.series)
    if facts.calendar != series.facts.calendar:
        raise Invalid.at("An edition is due in the calendar of its series.", "calendar")
    if there := await read.maybe(Edition, id):
        if there.facts != facts:
            raise Conflict("The series has an edition of this number.", code="exists")
        return Change(there)
    edition, event = Edition.planned(command)
    edition.history = edited([], None, event, command.at, command.by)
    return Change(edition, event)


async def record_edition(command: RecordEdition, read: Read) -> Change[Edition]:
    """An edition of earlier times. The same again changes nothing; 409 `exists` where something else is said of it."""
    series = await read.one(Series, command.facts.series)
    if command.facts.calendar != series.facts.calendar:
        raise Invalid.at("An edition is due in the calendar of its series.", "calendar")
    edition, events = Edition.earlier(command)
    if there := await read.maybe(Edition, edition.id):
        if _Told.of(there) != _Told.of(edition):
            detail = (
                "The series has an edition of this number of which something else is said; correct that on its page."
            )
            raise Conflict(detail, code="exists")
        return Change(there)
    edition.history = edited([], None, events[0], command.at, command.by)
    return Change(edition, *events)


async def change_edition(command: ChangeEdition, read: Read) -> Change[Edition]:
    """Its objectives, or when it is due, are put right."""
    edition = await read.one(Edition, command.edition)
    return remembered(edition, command, lambda: [edition.change(command)])


async def plan_again(command: PlanAgain, read: Read) -> Change[Edition]:
    """For another time, or for a more precise one."""
    edition = await read.one(Edition, command.edition)
    return remembered(edition, command, lambda: [edition.plan_again(command)])


async def lapse_edition(command: LapseEdition, read: Read) -> Change[Edition]:
    """Its time is over at the command's, and nobody had decided anything."""
    edition = await read.one(Edition, command.edition)
    return remembered(edition, command, lambda: [edition.lapse(command)])


async def postpone_edition(command: PostponeEdition, read: Read) -> Change[Edition]:
    """By a decision, with its reason."""
    edition = await read.one(Edition, command.edition)
    return remembered(edition, command, lambda: [edition.postpone(command)])


async def hold_edition(command: HoldEdition, read: Read) -> Change[Edition]:
    """It took place."""
    edition = await read.one(Edition, command.edition)
    return remembered(edition, command, lambda: [edition.hold(command)])


async def correct_held(command: CorrectHeld, read: Read) -> Change[Edition]:
    """It took place at another time than was said."""
    edition = await read.one(Edition, command.edition)
    return remembered(edition, command, lambda: [edition.correct(command)])


async def state_requirement(command: StateRequirement, read: Read) -> Change[Edition]:
    """It has to be like this, as somebody stated who has the right."""
    await read.ahead((Edition, command.edition), (Body, command.requirement.stated_by.body))
    edition = await read.one(Edition, command.edition)
    await must_be_known(read, command.requirement.stated_by)
    return Change(edition, edition.require(command))


async def withdraw_requirement(command: WithdrawRequirement, read: Read) -> Change[Edition]:
    """It stands no longer, for a reason."""
    edition = await read.one(Edition, command.edition)
    return Change(edition, edition.withdraw(command))


async def follow(record: Record, read: Read) -> Iterable[Change[Edition]]:
    """The conference of an edition is over: the edition was held on the day that it was convened, by the clocks of its venue.

    What nobody had planned again is so, for that day. What was held stays as it was said. Of a day that no calendar of the
    mandate knows nothing follows.
    """
    over = record.event
    if not isinstance(over, GatheringHeld) or over.gathering_kind != "conference" or not over.held_on:
        return []
    edition = await read.maybe(Edition, over.edition) if over.edition else None
    if edition is None or edition.state is State.HELD or not (day := day_in(edition.facts.calendar, over.held_on)):
        return []
    command = HoldEdition(id=record.id, at=record.at, edition=edition.id, held_in=day)
    return [remembered(edition, command, lambda: edition.follow(command))]


async def stay(record: Record, read: Read) -> Iterable[Change[Edition]]:
    """A proposal to change the mode of one of its gatherings was refused: that stays as a requirement, on the same grounds."""
    event = record.event
    if not isinstance(event, ModeDecided) or event.decision.answer != "refused" or not event.edition:
        return []
    edition, said, refused = await read.maybe(Edition, event.edition), event.decision, event.proposed.id
    if edition is None:
        return []
    requirement = Requirement(refused, said.grounds, said.by, said.on, proposal=refused)
    command = StateRequirement(id=record.id, at=record.at, edition=edition.id, requirement=requirement)
    return [Change(edition, edition.require(command))]


class _Told(Event):
    """Of what the history tells how it was: when it is due and planned for, how it stands, and why."""

    due: str
    objectives: Text
    state: str
    planned_for: str
    held_in: str
    reason: Text
    decided_by: Text


def remembered(edition: Edition, asked: EditionAsked, do: Callable[[], Iterable[Event | None]]) -> Change[Edition]:
    """The change that this makes, with what is different afterwards in the history."""
    before = _Told.of(edition)
    events = do()
    edition.history = edited(edition.history, before, _Told.of(edition), asked.at, asked.by)
    return Change(edition, *events)


ON: Mapping[type[Event], Hear] = {GatheringHeld: follow, ModeDecided: stay}
