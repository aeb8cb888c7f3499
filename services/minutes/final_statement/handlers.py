"""What happens when a final statement is drafted, amended, adopted and corrected."""

from dataclasses import replace
from uuid import UUID

from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.final_statement import amending
from services.minutes.final_statement.commands import (
    AcceptAmendment,
    AdoptFinalStatement,
    CorrectFinalStatement,
    DraftFinalStatement,
    LeaveOutParagraph,
    MergeAmendment,
    MoveParagraph,
    OpenFinalStatement,
    ProposeAmendment,
    RejectAmendment,
    WriteParagraph,
)
from services.minutes.final_statement.model import FinalStatement, FinalStatementState
from services.minutes.mirrors.model import Organization, Person
from services.minutes.record.model import Minutes
from shared.contracts.final_statements import AmendmentFacts
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read

Its = Change[FinalStatement]


async def draft_final_statement(command: DraftFinalStatement, read: Read) -> Its:
    """A gathering that has minutes has one final statement; asked twice, it answers with the one that is there."""
    there = await read.maybe(FinalStatement, command.gathering)
    if there:
        return Change(there)
    await read.one(Minutes, command.gathering)
    return Change(*FinalStatement.drafted(command))


async def write_paragraph(command: WriteParagraph, read: Read) -> Its:
    """It says this from now on."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it, it.write(command))


async def move_paragraph(command: MoveParagraph, read: Read) -> Its:
    """It stands in another place."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it, it.move(command))


async def leave_out_paragraph(command: LeaveOutParagraph, read: Read) -> Its:
    """It stands there no longer."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it, it.leave_out(command))


async def open_final_statement(command: OpenFinalStatement, read: Read) -> Its:
    """Amendments may be proposed. Asked again, it is so already."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it) if it.state is FinalStatementState.UNDER_AMENDMENT else Change(it, it.open(command.at))


async def propose_amendment(command: ProposeAmendment, read: Read) -> Its:
    """One more amendment. Asked twice, it is there already."""
    it = await read.one(FinalStatement, command.gathering)
    if it.amendment(command.id):
        return Change(it)
    await _must_be_known(read, command.facts)
    return Change(it, amending.propose(it, command))


async def accept_amendment(command: AcceptAmendment, read: Read) -> Its:
    """The text says so."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it, amending.accept(it, command))


async def reject_amendment(command: RejectAmendment, read: Read) -> Its:
    """The text stays without it."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it, amending.reject(it, command))


async def merge_amendment(command: MergeAmendment, read: Read) -> Its:
    """It is dealt with as part of another one."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it, amending.merge(it, command))


async def adopt_final_statement(command: AdoptFinalStatement, read: Read) -> Its:
    """By a gathering that has convened; everybody may read it. Asked again, it is so already."""
    it = await read.one(FinalStatement, command.gathering)
    if it.adopted:
        return Change(it)
    minutes = await read.one(Minutes, command.gathering)
    if not minutes.opened_at:
        raise Conflict("It is adopted from the beginning of the session on.", code="not-begun")
    await _must_have_decided(read, command.gathering, command.decision)
    return Change(it, it.adopt(replace(command, path=path_of(minutes))))


async def correct_final_statement(command: CorrectFinalStatement, read: Read) -> Its:
    """A new version of what was adopted."""
    it = await read.one(FinalStatement, command.gathering)
    return Change(it, it.correct(command))


def path_of(minutes: Minutes) -> str:
    """Where everybody reads it: below the permanent address of the minutes."""
    return f"{minutes.path}/final-statement"


async def _must_have_decided(read: Read, gathering: UUID, id: UUID | None) -> None:
    decision = await read.maybe(Decision, id) if id else None
    stands = decision and decision.facts.gathering == gathering and decision.state is DecisionState.ADOPTED
    if id and not stands:
        raise Invalid.at("This is no decision that the gathering adopted.", "decision")


async def _must_be_known(read: Read, facts: AmendmentFacts) -> None:
    """Whoever proposes is on record here."""
    if facts.organization and not await read.maybe(Organization, facts.organization):
        raise Invalid.at("No organization with this id is on record.", "organization")
    if facts.person and not await read.maybe(Person, facts.person):
        raise Invalid.at("No person with this id is on record.", "person")
