"""What happens when a statement is recorded, corrected or withdrawn."""

from uuid import UUID

from services.minutes.agenda.queries import must_be_on
from services.minutes.agenda.turns import after
from services.minutes.attendance.queries import kept
from services.minutes.mirrors.merged import kept_person
from services.minutes.record.model import Minutes
from services.minutes.statements.model import (
    BringStatement,
    CorrectStatement,
    RecordStatement,
    Statement,
    StatementState,
    WithdrawStatement,
)
from services.minutes.statements.queries import last_turn
from shared.contracts.statements import Speech
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read


async def record_statement(command: RecordStatement, read: Read) -> Change[Statement]:
    """What somebody said, as the last on its item. Asked twice, it answers with the one that is there.

    What was said at no gathering that is known here comes from history: it has its edition and its day, and no place.
    """
    recorded = await read.maybe(Statement, command.id)
    if recorded:
        return Change(recorded)
    gathering, item = command.occasion.gathering, command.facts.item
    if gathering is None:
        if item:
            raise Invalid.at("An item is on the agenda of a gathering.", "item")
        return Change(*Statement.recorded(command, ""))
    (await read.one(Minutes, gathering)).must_take()
    await must_be_on(read, gathering, item)
    return Change(*Statement.recorded(command, await _next(read, gathering, item)))


async def bring_statement(command: BringStatement, read: Read) -> Change[Statement]:
    """What was said at an edition of earlier times. The same again changes nothing, also after it was corrected or withdrawn;
    409 `exists` where the table says something else than it said first."""
    there = await read.maybe(Statement, command.statement)
    if there is None:
        return Change(*Statement.brought(command))
    facts, words = there.first
    said = (await _in_whose_name(read, facts), words, there.facts.said_on, there.subject)
    if said != (await _in_whose_name(read, command.facts), command.words, command.occasion.said_on, command.subject):
        raise Conflict(
            "The edition has a statement of this reference that says something else; correct that on its page.",
            code="exists",
        )
    return Change(there)


async def correct_statement(command: CorrectStatement, read: Read) -> Change[Statement]:
    """Also after publication, with a reason then: readers see what it said before. On another item it is the last one there."""
    statement = await read.one(Statement, command.statement)
    gathering, turn = statement.facts.gathering, statement.facts.turn
    await _must_give_reason(read, gathering, command.reason)
    if gathering and command.facts.item != statement.facts.item:
        await must_be_on(read, gathering, command.facts.item)
        turn = await _next(read, gathering, command.facts.item)
    return Change(statement, statement.correct(command, turn))


async def withdraw_statement(command: WithdrawStatement, read: Read) -> Change[Statement]:
    """Also after publication, with a reason then. Asked again, it is so already."""
    statement = await read.one(Statement, command.statement)
    if statement.state is StatementState.WITHDRAWN:
        return Change(statement)
    await _must_give_reason(read, statement.facts.gathering, command.reason)
    return Change(statement, statement.withdraw(command))


async def _next(read: Read, gathering: UUID, item: UUID | None) -> str:
    """The place behind the last statement on the item. A hint: the claim of the statement decides."""
    return after(await last_turn(read, gathering, item))


async def _in_whose_name(read: Read, facts: Speech) -> Speech:
    """The facts with whom they mean by now: those that were kept of merged ones, and nobody for who was erased."""
    organization, speaker = await kept(read, facts.organization), await kept_person(read, facts.speaker)
    return facts.model_copy(update={"organization": organization, "speaker": speaker})


async def _must_give_reason(read: Read, gathering: UUID | None, reason: str) -> None:
    if gathering and (minutes := await read.maybe(Minutes, gathering)):
        minutes.must_say_why(reason)
