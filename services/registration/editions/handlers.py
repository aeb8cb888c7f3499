"""What happens with editions, in the order a person would tell it. What is different afterwards stands in their history."""

from collections.abc import Callable

from services.registration.editions.commands import (
    ChangeEdition,
    EditionAsked,
    HoldEdition,
    LapseEdition,
    PlanAgain,
    PlanEdition,
    PostponeEdition,
)
from services.registration.editions.model import Edition, edition_id
from services.registration.entries.history import edited
from services.registration.series.model import Series
from shared.contracts import Event
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read


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


async def change_edition(command: ChangeEdition, read: Read) -> Change[Edition]:
    """Its objectives, or when it is due, are put right."""
    edition = await read.one(Edition, command.edition)
    return _remembered(edition, command, lambda: edition.change(command))


async def plan_again(command: PlanAgain, read: Read) -> Change[Edition]:
    """For another time, or for a more precise one."""
    edition = await read.one(Edition, command.edition)
    return _remembered(edition, command, lambda: edition.plan_again(command))


async def lapse_edition(command: LapseEdition, read: Read) -> Change[Edition]:
    """Its time is over at the command's, and nobody had decided anything."""
    edition = await read.one(Edition, command.edition)
    return _remembered(edition, command, lambda: edition.lapse(command))


async def postpone_edition(command: PostponeEdition, read: Read) -> Change[Edition]:
    """By a decision, with its reason."""
    edition = await read.one(Edition, command.edition)
    return _remembered(edition, command, lambda: edition.postpone(command))


async def hold_edition(command: HoldEdition, read: Read) -> Change[Edition]:
    """It took place."""
    edition = await read.one(Edition, command.edition)
    return _remembered(edition, command, lambda: edition.hold(command))


class _Told(Event):
    """Of what the history tells how it was: when it is due and planned for, how it stands, and why."""

    due: str
    objectives: Text
    state: str
    planned_for: str
    held_in: str
    reason: Text
    decided_by: Text


def _remembered(edition: Edition, asked: EditionAsked, do: Callable[[], Event | None]) -> Change[Edition]:
    before = _Told.of(edition)
    event = do()
    edition.history = edited(edition.history, before, _Told.of(edition), asked.at, asked.by)
    return Change(edition, *([event] if event else []))
