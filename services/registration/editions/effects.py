"""What decisions bring about in editions, as somebody confirmed it: one is postponed. `ON` at the foot."""

from collections.abc import Iterable, Mapping

from services.registration.editions.commands import PlanAgain, PostponeEdition
from services.registration.editions.handlers import remembered
from services.registration.editions.model import Edition, EditionState
from shared.contracts import Event, Record
from shared.contracts.editions import EditionEffectTried, Postponement
from shared.contracts.effects import EffectConfirmed
from shared.contracts.gatherings import Hindrance
from shared.flow import Change, Hear, Read
from shared.periods import period

State = EditionState
HINDRANCES: Mapping[EditionState, Hindrance] = {
    State.LAPSED: "lapsed",
    State.POSTPONED: "postponed",
    State.HELD: "over",
}


async def carry_out(record: Record, read: Read) -> Iterable[Change[Edition]]:
    """An effect was confirmed: the edition is postponed as by hand, and planned again where the decision says for when."""
    event = record.event
    if not isinstance(event, EffectConfirmed) or event.effect_kind != "postpone" or event.edition is None:
        return []
    edition = await read.maybe(Edition, event.edition)
    if edition is None:
        return []
    if hindrance := _hindrance(edition, event):
        return [Change(edition, _tried(edition, event, hindrance))]
    why = Postponement(reason=event.text, decided_by=event.decided_by)
    command = PostponeEdition(id=record.id, at=record.at, edition=edition.id, facts=why)

    def do() -> list[Event | None]:
        postponed, when = edition.postpone(command), event.planned_for
        again = PlanAgain(id=record.id, at=record.at, edition=edition.id, planned_for=when)
        return [postponed, edition.plan_again(again) if when else None]

    done = remembered(edition, command, do)
    return [Change(edition, *done.events, _tried(edition, event))]


def _tried(edition: Edition, event: EffectConfirmed, hindrance: Hindrance | None = None) -> EditionEffectTried:
    """Kept by the edition, and said."""
    edition.effects = [*edition.effects, event.effect]
    return EditionEffectTried(edition=edition.id, effect=event.effect, hindrance=hindrance)


def _hindrance(edition: Edition, event: EffectConfirmed) -> Hindrance | None:
    """Why it cannot be done as the edition is now."""
    if edition.state is not State.PLANNED:
        return HINDRANCES[edition.state]
    try:
        if event.planned_for:
            period(event.planned_for, edition.facts.calendar)
    except ValueError:
        return "time"
    return "already" if event.planned_for == edition.planned_for else None


ON: Mapping[type[Event], Hear] = {EffectConfirmed: carry_out}
