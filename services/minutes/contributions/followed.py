"""How far an action is, as far as everybody may know: so that the record says what came of a contribution that was made one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal
from uuid import UUID

from services.minutes.contributions.model import Contribution, ContributionState
from shared.contracts import Event, Record
from shared.contracts.actions import (
    ActionAccepted,
    ActionAssigned,
    ActionDone,
    ActionDropped,
    ActionMoved,
    ActionProgressed,
)
from shared.flow import Change, Hear, Read
from shared.store import In
from shared.store.every import every

Became = Literal["owed", "done", "dropped"]
"""Who owes it, until when and what was reported is for those alone whom it concerns."""

AFTER: Final[Mapping[type[Event], Became]] = {
    ActionAssigned: "owed",
    ActionAccepted: "owed",
    ActionProgressed: "owed",
    ActionDone: "done",
    ActionDropped: "dropped",
}


@dataclass(slots=True, kw_only=True)
class Followed:
    """One action, whose id it has; the contribution that it came of, if that was said."""

    kind: ClassVar[str] = "followed"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("contribution",),)

    id: UUID
    contribution: UUID | None = None
    became: Became


async def follow(record: Record, read: Read) -> Iterable[Change[Followed]]:
    """It goes on, or has ended."""
    event = record.event
    if not isinstance(event, ActionMoved):
        return []
    followed = await read.maybe(Followed, event.action)
    followed = followed or Followed(id=event.action, became="owed")
    followed.contribution, followed.became = event.contribution, AFTER[type(event)]
    return [Change(followed)]


async def followed_of(read: Read, contributions: Sequence[Contribution]) -> dict[UUID, list[Followed]]:
    """Of those that were made an action, the actions that they became, as far as they are known here. In none, no round trip."""
    made = {each.id: each.disposed[-1].action for each in contributions if each.state is ContributionState.MADE_ACTION}
    if not made:
        return {}
    named = await read.many(Followed, [id for id in made.values() if id])
    came = [each.entity async for each in every(read, Followed, {"contribution": In([*made])})]
    found: dict[UUID, dict[UUID, Followed]] = {
        id: {action: named[action]} if action in named else {} for id, action in made.items()
    }
    for each in came:
        if each.contribution in found:
            found[each.contribution][each.id] = each
    return {id: [*actions.values()] for id, actions in found.items() if actions}


def together(actions: Sequence[Followed]) -> Became | None:
    """What became of all of them: owed as long as one is, dropped if none was done; None where there is none."""
    these = {each.became for each in actions}
    order: tuple[Became, ...] = ("owed", "done", "dropped")
    return next((each for each in order if each in these), None)


ON: Mapping[type[Event], Hear] = dict.fromkeys(AFTER, follow)
