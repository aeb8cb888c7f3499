"""What happens when a decision is to be recorded, corrected or withdrawn."""

from services.minutes.agenda.queries import must_be_on
from services.minutes.attendance.queries import quorum
from services.minutes.decisions.commands import CorrectDecision, RecordDecision, WithdrawDecision
from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.decisions.queries import next_place, rules_of
from services.minutes.record.model import Minutes
from shared.flow import Change, Read


async def record_decision(command: RecordDecision, read: Read) -> Change[Decision]:
    """A decision of a gathering in session, under the next numbers there and in the series.

    Asked twice, it answers with the one that is there.
    """
    recorded = await read.maybe(Decision, command.id)
    if recorded:
        return Change(recorded)
    (await read.one(Minutes, command.gathering)).must_run()
    await must_be_on(read, command.gathering, command.facts.item)
    rules = await rules_of(read, command.gathering, command.facts.question)
    place = await next_place(read, command.gathering, command.at)
    decision, event = Decision.taken(command, place, await quorum(read, command.gathering), rules)
    return Change(decision, event)


async def correct_decision(command: CorrectDecision, read: Read) -> Change[Decision]:
    """Also after publication: readers see what it said before, and why it was corrected."""
    decision = await read.one(Decision, command.decision)
    if command.facts.item != decision.facts.item:
        await must_be_on(read, decision.facts.gathering, command.facts.item)
    rules = await rules_of(read, decision.facts.gathering, command.facts.question)
    return Change(decision, decision.correct(command, rules))


async def withdraw_decision(command: WithdrawDecision, read: Read) -> Change[Decision]:
    """Also after publication: readers see that it was withdrawn, and why. Asked again, it is so already."""
    decision = await read.one(Decision, command.decision)
    if decision.state is DecisionState.WITHDRAWN:
        return Change(decision)
    return Change(decision, decision.withdraw(command))
