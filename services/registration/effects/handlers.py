"""What happens with effects, in the order a person would tell it: a decision is adopted, somebody answers, it is carried out.

Who carries it out is who keeps what changes: gatherings and editions hear that it was confirmed. `ON` at the foot.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from services.registration.bodies.model import Body
from services.registration.editions.model import Edition
from services.registration.effects import queries
from services.registration.effects.model import AnswerEffect, Effect, Hand, says
from services.registration.gatherings.model import Gathering
from services.registration.offices.model import Office
from shared.contracts import Event, Record
from shared.contracts.decisions import DecisionAdopted, DecisionCorrected, DecisionTaken, DecisionWithdrawn
from shared.contracts.editions import EditionEffectTried
from shared.contracts.effects import EffectFacts, hand_id
from shared.contracts.gatherings import GatheringEffectTried
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid
from shared.flow import Change, Hear, Read


async def take_up(record: Record, read: Read) -> Iterable[Change[Any]]:
    """A decision was adopted, says something else by now, or was withdrawn: what it brings about waits for its answer.

    What nobody answered lapses, unless the decision still says so, perhaps in other words. What was answered once is not asked
    again.
    """
    event = record.event
    if not isinstance(event, DecisionTaken | DecisionWithdrawn):
        return []
    wanted, there = says(event), await queries.of_decision(read, event.decision)
    lapsed = [Change(each, each.lapse(record.at)) for each in there if each.facts != wanted and _waits(each)]
    if not wanted or not isinstance(event, DecisionTaken):
        return lapsed
    if standing := [each for each in there if _stands(each, wanted)]:
        return [*lapsed, *(Change(each, silent=True) for each in standing if each.reword(event.text))]
    return [*lapsed, *await _ask(uuid5(record.id, "effect"), event, record.at, read)]


def _waits(effect: Effect) -> bool:
    return effect.state == "pending"


def _stands(effect: Effect, wanted: EffectFacts) -> bool:
    return effect.facts == wanted and effect.state != "lapsed"


async def _ask(id: UUID, event: DecisionTaken, at: datetime, read: Read) -> list[Change[Any]]:
    """The effect, and a link for each who holds an office of the body that decided."""
    gathering = await read.maybe(Gathering, event.gathering)
    deciding = gathering.body if gathering else None
    asked = await queries.holders(read, deciding, at) if deciding else []
    called = await _called(deciding, event.gathering, read)
    hands = [Hand(id=hand_id(id, each.person), effect=id, holder=each) for each in asked]
    known = await read.many(Hand, [each.id for each in hands])
    links: list[Change[Any]] = [Change(each, silent=True) for each in hands if each.id not in known]
    return [Change(*Effect.wanted(id, event, at, deciding, asked, called)), *links]


async def answer_effect(command: AnswerEffect, read: Read) -> Change[Effect]:
    """Confirmed, it is carried out; refused, it is not. Raises Conflict ("unknown-target") while what it is about is not on
    record, or ("not-holder") of who left the office; Invalid for an office of another body."""
    effect = await read.one(Effect, command.effect)
    if command.answer == "accepted":
        await _must_be_there(effect.facts, read)
    if command.office:
        office = await read.maybe(Office, command.office)
        if office is None or office.facts.body != effect.deciding:
            raise Invalid.at("This is no office of the body that decided.", "office")
        if command.holder and not await queries.holds(read, office, command.holder, command.at):
            raise Conflict("Somebody else holds this office now.", code="not-holder")
    return Change(effect, effect.answer(command, await _called(effect.deciding, effect.gathering, read)))


async def _must_be_there(facts: EffectFacts, read: Read) -> None:
    wanted = ((Gathering, facts.target), (Edition, facts.edition), (Body, facts.body))
    await read.ahead(*wanted)
    for kind, id in wanted:
        if id and await read.maybe(kind, id) is None:
            raise Conflict("What this decision is about is not on record.", code="unknown-target")


async def _called(deciding: UUID | None, gathering: UUID, read: Read) -> Text:
    """Who decided: the body, or the gathering of none."""
    body = await read.maybe(Body, deciding) if deciding else None
    if body:
        return body.name
    there = await read.maybe(Gathering, gathering)
    return there.title if there else {}


async def note_tried(record: Record, read: Read) -> Iterable[Change[Effect]]:
    """A gathering or an edition says whether it could be done."""
    event = record.event
    if not isinstance(event, GatheringEffectTried | EditionEffectTried):
        return []
    effect = await read.maybe(Effect, event.effect)
    if effect is None:
        return []
    calls = isinstance(event, GatheringEffectTried) and effect.facts.effect_kind == "call_meeting"
    made = record.key if calls and not event.hindrance else None
    return [Change(effect, effect.tried(record.at, event.hindrance, made))]


ON: Mapping[type[Event], Hear] = {
    **dict.fromkeys((DecisionAdopted, DecisionCorrected, DecisionWithdrawn), take_up),
    GatheringEffectTried: note_tried,
    EditionEffectTried: note_tried,
}
