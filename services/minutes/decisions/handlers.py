"""What happens when a decision is to be recorded, circulated, corrected or withdrawn. `ON` and `TIMERS` at the foot."""

from collections.abc import Iterable, Mapping
from typing import Any

from services.minutes.agenda.queries import must_be_on
from services.minutes.attendance.queries import quorum
from services.minutes.decisions.commands import (
    CirculateDecision,
    CorrectDecision,
    ObjectToDecision,
    RecordDecision,
    ReserveDecision,
    WithdrawDecision,
)
from services.minutes.decisions.effects import must_be_known
from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.decisions.queries import asked_of, next_place, rules_of
from services.minutes.decisions.silence import Voice
from services.minutes.mirrors.model import Organization, Person
from services.minutes.record.model import Minutes
from shared.contracts import Event, Record
from shared.contracts.decisions import DecisionCirculated, voice_id
from shared.errors import Invalid, NotFound
from shared.flow import Change, Decide, Due, Hear, Read


async def record_decision(command: RecordDecision, read: Read) -> Change[Decision]:
    """A decision of a gathering in session, under the next numbers there and in the series.

    Asked twice, it answers with the one that is there.
    """
    recorded = await read.maybe(Decision, command.id)
    if recorded:
        return Change(recorded)
    (await read.one(Minutes, command.gathering)).must_run()
    await must_be_on(read, command.gathering, command.facts.item)
    await must_be_known(command.facts.effect, read)
    rules = await rules_of(read, command.gathering, command.facts.question)
    place = await next_place(read, command.gathering, command.at)
    decision, event = Decision.taken(command, place, await quorum(read, command.gathering), rules)
    return Change(decision, event)


async def circulate_decision(command: CirculateDecision, read: Read) -> Change[Decision]:
    """The delegates are asked for their silence, also before and after the session, until the minutes are approved.

    Asked twice, it answers with the one that is there.
    """
    circulated = await read.maybe(Decision, command.id)
    if circulated:
        return Change(circulated)
    (await read.one(Minutes, command.gathering)).must_be_open()
    await must_be_on(read, command.gathering, command.facts.item)
    await must_be_known(command.facts.effect, read)
    rules = await rules_of(read, command.gathering, command.facts.question)
    asked = await asked_of(read, command.gathering, rules.members)
    place = await next_place(read, command.gathering, command.at)
    return Change(*Decision.circulated(command, place, asked, rules))


async def give_voices(record: Record, read: Read) -> Iterable[Change[Voice]]:
    """Something was circulated: a link opens for each delegate who was asked."""
    event = record.event
    if not isinstance(event, DecisionCirculated):
        return []
    voices = [
        Voice(
            id=voice_id(event.decision, each.person),
            decision=event.decision,
            gathering=event.gathering,
            delegate=each,
        )
        for each in event.asked
    ]
    there = await read.many(Voice, [each.id for each in voices])
    return [Change(each, silent=True) for each in voices if each.id not in there]


async def object_to_decision(command: ObjectToDecision, read: Read) -> Change[Decision]:
    """Somebody who was asked does not keep silent. Said again, it was said already. Raises NotFound for whoever was erased."""
    decision = await read.one(Decision, command.decision)
    person = await read.maybe(Person, command.person)
    if person and person.erased:
        raise NotFound("Whoever was asked was erased.")
    return Change(decision, *decision.object(command))


async def keep_silence(command: Due, read: Read) -> Change[Decision]:
    """Its time is over. Nothing if it moved on."""
    decision = await read.one(Decision, command.document)
    return Change(decision, decision.keep_silence(command.at))


async def correct_decision(command: CorrectDecision, read: Read) -> Change[Decision]:
    """Also after publication: readers see what it said before, and why it was corrected."""
    decision = await read.one(Decision, command.decision)
    if command.facts.item != decision.facts.item:
        await must_be_on(read, decision.facts.gathering, command.facts.item)
    if command.facts.effect != decision.facts.effect:
        await must_be_known(command.facts.effect, read)
    rules = await rules_of(read, decision.facts.gathering, command.facts.question)
    return Change(decision, decision.correct(command, rules))


async def reserve_decision(command: ReserveDecision, read: Read) -> Change[Decision]:
    """A reservation of a member, until the minutes are approved. Raises Invalid for who is no member, or nobody known."""
    decision = await read.one(Decision, command.decision)
    if command.id not in {each.id for each in decision.reservations}:
        (await read.one(Minutes, decision.facts.gathering)).must_be_open()
        members = (await rules_of(read, decision.facts.gathering, decision.facts.question)).members
        member = command.facts.member
        known = await read.maybe(Organization, member) if members is None else member in members
        if not known:
            raise Invalid.at("This is no member of the body that decided.", "member")
    return Change(decision, decision.reserve(command))


async def withdraw_decision(command: WithdrawDecision, read: Read) -> Change[Decision]:
    """Also after publication: readers see that it was withdrawn, and why. Asked again, it is so already."""
    decision = await read.one(Decision, command.decision)
    if decision.state is DecisionState.WITHDRAWN:
        return Change(decision)
    return Change(decision, decision.withdraw(command))


ON: Mapping[type[Event], Hear] = {DecisionCirculated: give_voices}
TIMERS: Mapping[type[Any], Decide[Due]] = {Decision: keep_silence}
