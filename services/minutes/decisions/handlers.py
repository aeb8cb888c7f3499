"""What happens when a decision is to be recorded."""

from uuid import UUID

from services.minutes.attendance.queries import quorum
from services.minutes.decisions.model import Decision, RecordDecision
from services.minutes.record.model import Minutes
from shared.flow import Change, Read


async def record_decision(command: RecordDecision, read: Read) -> Change[Decision]:
    """A decision of a gathering in session, under the next number there. Asked twice, it answers with the one that is there."""
    recorded = await read.maybe(Decision, command.id)
    if recorded:
        return Change(recorded)
    (await read.one(Minutes, command.gathering)).must_run()
    number = await _next_number(read, command.gathering)
    decision, event = Decision.taken(command, number, await quorum(read, command.gathering))
    return Change(decision, event)


async def _next_number(read: Read, gathering: UUID) -> int:
    """The number after the last decision's. A hint: the claim of the decision decides."""
    page = await read.find(Decision, {"gathering": gathering}, sort="-number", limit=1)
    return page.items[0].entity.facts.number + 1 if page.items else 1
