"""What happens when a decision is to be recorded, corrected or withdrawn."""

from uuid import UUID

from services.minutes.agenda.queries import must_be_on
from services.minutes.attendance.queries import quorum
from services.minutes.decisions.model import CorrectDecision, Decision, DecisionState, RecordDecision, WithdrawDecision
from services.minutes.record.model import Minutes
from shared.flow import Change, Read


async def record_decision(command: RecordDecision, read: Read) -> Change[Decision]:
    """A decision of a gathering in session, under the next number there. Asked twice, it answers with the one that is there."""
    recorded = await read.maybe(Decision, command.id)
    if recorded:
        return Change(recorded)
    (await read.one(Minutes, command.gathering)).must_run()
    await must_be_on(read, command.gathering, command.facts.item)
    number = await _next_number(read, command.gathering)
    decision, event = Decision.taken(command, number, await quorum(read, command.gathering))
    return Change(decision, event)


async def correct_decision(command: CorrectDecision, read: Read) -> Change[Decision]:
    """Also after publication: readers see what it said before, and why it was corrected."""
    decision = await read.one(Decision, command.decision)
    if command.facts.item != decision.facts.item:
        await must_be_on(read, decision.facts.gathering, command.facts.item)
    return Change(decision, decision.correct(command))


async def withdraw_decision(command: WithdrawDecision, read: Read) -> Change[Decision]:
    """Also after publication: readers see that it was withdrawn, and why. Asked again, it is so already."""
    decision = await read.one(Decision, command.decision)
    if decision.state is DecisionState.WITHDRAWN:
        return Change(decision)
    return Change(decision, decision.withdraw(command))


async def _next_number(read: Read, gathering: UUID) -> int:
    """The number after the last decision's. A hint: the claim of the decision decides."""
    page = await read.find(Decision, {"gathering": gathering}, sort="-number", limit=1)
    return page.items[0].entity.facts.number + 1 if page.items else 1
