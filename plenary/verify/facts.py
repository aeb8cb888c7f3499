"""What an aggregate's events say and what its document says must agree, fact by fact of the same name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from services.minutes.final_statement.model import FinalStatement
from services.minutes.record.model import Minutes
from services.registration.sessions.model import Session
from services.registration.team.model import Role
from shared.contracts import Event, Record

ALSO = {"rank": "ticket"}
"""Facts that documents keep under another name."""

IDS: dict[type[Any], str] = {Minutes: "gathering", FinalStatement: "gathering"}
"""Under which name events tell the document's own id, where it is not the kind's own."""

GONE: dict[type[Any], frozenset[str]] = {
    Role: frozenset({"person"}),
    Session: frozenset({"title"}),
    Minutes: frozenset({"decision", "statement"}),
}
"""What the last event may name that its document does not keep: who holds a role no longer, what a link leads to, what was
corrected in minutes."""

State = Callable[[Any], Event | None]


@dataclass(slots=True)
class Told:
    """What the events of one aggregate said, the newest last. `latest` are the names of the last one's facts.

    `held`: by the name under which it is told as freed, what a registration holds now (None: nobody can know); `odd` are
    facts that contradict earlier ones.
    """

    facts: dict[str, Any] = field(default_factory=dict)
    latest: frozenset[str] = frozenset()
    event: Event | None = None
    erased: bool = False
    understood: bool = False
    held: dict[str, Any] | None = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)

    def hear(self, record: Record | None) -> None:
        """The next event. One that nobody here can read may have changed anything, so nothing older counts."""
        self.event = record.event if record else None
        self.erased = record is not None and not record.type
        self.understood = self.event is not None or self.erased
        if self.event is None:
            self.facts, self.latest, self.held = {}, frozenset(), None
            return
        self._hold(vars(self.event))
        facts = {ALSO.get(name, name): value for name, value in vars(self.event).items()}
        self.facts |= facts
        self.latest = frozenset(facts)

    def _hold(self, said: Mapping[str, Any]) -> None:
        """Who gives up frees what was held before, and nothing else."""
        if "seat" in said or "rank" in said:
            self.held = {"freed_seat": said.get("seat"), "freed_rank": said.get("rank")}
        elif "freed_seat" in said:
            if self.held is not None:
                self.odd += [name for name in ("freed_seat", "freed_rank") if said[name] != self.held.get(name)]
            self.held = {}


def unlike(entity: Any, told: Told, state: State | None) -> Iterator[str]:
    """Where a document does not say what its events told. `state`: of a compacted topic, what must lie there."""
    if not told.understood:
        return
    if state is not None:
        names = _other_state(state(entity), told)
    else:
        names = [name for name, value in told.facts.items() if _differs(entity, name, value, name in told.latest)]
    if names := [*names, *told.odd]:
        yield f"{entity.kind} {entity.id} is not what its events say: {', '.join(names)}"  # names of fields, no values


def _other_state(state: Event | None, told: Told) -> list[str]:
    if state is None or told.event is None:
        return [] if state is told.event else ["erased"]
    said = vars(told.event)
    return [name for name, value in vars(state).items() if name not in said or said[name] != value]


def _differs(entity: Any, name: str, said: Any, latest: bool) -> bool:
    """No fact: what the document has not under this name, but for ids, texts and counts of the last event, which must be
    somewhere in it; and what a later event made void (who cancels has no seat)."""
    kind = type(entity)
    if name == IDS.get(kind, kind.__name__.lower()):
        name = "id"
    kept = getattr(entity, name, getattr(getattr(entity, "facts", None), name, len))
    if callable(kept):
        return latest and name not in GONE.get(kind, ()) and not all(_occurs(each, entity) for each in _named(said))
    if kept is None and not latest:
        return False
    if isinstance(said, int) and isinstance(kept, list):  # how many there are
        kept = len(kept)
    return bool(kept != said)


def _named(said: Any) -> list[Any]:
    """The ids, the texts by language and the counts of what was said: a document that keeps them elsewhere keeps them as they
    were."""
    each = said if isinstance(said, list) else [said]
    return [one for one in each if one and (isinstance(one, UUID | dict) or is_dataclass(one))]


def _occurs(said: Any, kept: Any) -> bool:
    """Whether it stands anywhere in what is kept."""
    if kept == said:
        return True
    if is_dataclass(kept):
        return any(_occurs(said, getattr(kept, each.name)) for each in fields(kept))
    parts = kept.values() if isinstance(kept, dict) else kept if isinstance(kept, list | tuple) else ()
    return any(_occurs(said, each) for each in (vars(kept).values() if isinstance(kept, BaseModel) else parts))
