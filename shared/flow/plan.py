"""How far a key is, and what one round of applying does for it: decided first, written later."""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.contracts.registry import TOPIC
from shared.flow.definition import Hear, Listener, Subject, Together
from shared.flow.lanes import Item
from shared.store import Behind, Done, Heard, Stored

GIVEN_UP = UUID(int=0)
"""Stands for an event in `heard`: nobody could read it, or an operator discarded the one under whose id it stands."""


@dataclass(slots=True)
class Note:
    """How far a key is that has no mirror: of an own topic, or a record without a usable key; or a document whose timer failed.

    What was heard and what is behind stands in the envelope; the records themselves stay in the log.
    """

    kind: ClassVar[str] = "notes"

    id: UUID
    topic: str
    key: UUID | None

    @classmethod
    def of(cls, item: Item) -> "Note":
        """One for all records of a key; a record without a usable key is known by its coordinates."""
        at = item.record
        name = f"note/{at.topic}/{item.key}" if item.key else f"unkeyed/{at.topic}/{at.partition}/{at.offset}"
        return cls(uuid5(NAMESPACE_URL, f"plenary:{name}"), at.topic, item.key)

    @classmethod
    def of_timer(cls, kind: type[Any], document: UUID) -> "Note":
        """One for the timer of a document."""
        topic = f"due/{kind.kind}"
        return cls(uuid5(NAMESPACE_URL, f"plenary:{topic}/{document}"), topic, document)


@dataclass(slots=True, eq=False)
class Plan:
    """What one round does for one key. Whether a record is done, refused, skipped or early is decided here and nowhere else."""

    items: deque[Item]
    note: Stored[Any]
    """The mirror as it will be written, or a `Note` where there is none or none that can be read."""
    unreadable: str = ""
    """Why the mirror cannot be read, empty where it can. All of its key waits meanwhile, as behind a gap."""
    taken: list[Item] = field(default_factory=list)
    deciding: Item | None = None
    newest: Item | None = None
    """What the mirror heard last, in this round."""
    listeners: Mapping[Hashable, Listener] = field(default_factory=dict)
    """Who hears what is decided on, by what they do it for: the same for records that are decided together."""
    touched: bool = False
    again: bool = False

    @property
    def mirrored(self) -> bool:
        """Whether the note is a mirror, which hears every event of its key; else it hears only what has consequences."""
        return not isinstance(self.note.entity, Note)

    def is_done(self, item: Item) -> bool:
        """This sequence was heard before."""
        return 0 < item.sequence <= reached(self.note, self.note.id)

    def is_early(self, item: Item) -> bool:
        """Before its predecessor; where each record is whole state the newest wins and nothing is early.

        What has no mirror is not counted, but comes in order: it waits only for what waits before it.
        """
        if self.unreadable or TOPIC[item.record.topic].cleanup != "kept":
            return bool(self.unreadable)
        if self.mirrored:
            return item.sequence > reached(self.note, self.note.id) + 1
        behind = self.note.behind
        live, refused = item.tracker is not None, behind.refused if behind else None
        return behind is not None and (live or (refused is not None and item.record.offset > refused))

    def is_skipped(self, item: Item) -> bool:
        """An operator gave the record up."""
        return self.note.behind is not None and item.record.offset in self.note.behind.skipped

    def refusal(self, item: Item) -> str:
        """Why the record cannot be applied, by what was found now or noted before; empty where nothing is against it."""
        behind = self.note.behind
        if self.is_skipped(item):
            return ""
        return behind.reason if behind and behind.refused == item.record.offset else item.refusal

    # the end of a record in this round

    def take(self, item: Item) -> None:
        """Nothing of it is left to do."""
        behind = self.note.behind
        if behind and behind.refused == item.record.offset:  # its sequence was heard from another record
            self._write(behind=replace(behind, refused=None))
        item.waits = False
        self.taken.append(item)

    def hear(self, item: Item) -> None:
        """Nothing of it is left to do, and its sequence counts as heard."""
        if item.sequence:
            id = item.heard.id if item.heard else GIVEN_UP
            heard, done = {self.note.id: Heard(item.sequence, id)}, Done(id, "", self.note.version + 1)
            if self.is_skipped(item):  # the note says for ever that this event is not in it
                heard[id] = Heard(item.sequence, GIVEN_UP)
            self._write(heard=self.note.heard | heard, recent=(done,))
            self.newest = item
        self.take(item)

    def wait(self, item: Item, refusal: str = "") -> None:
        """Its key waits: from this offset on, the log keeps what it has to hear. Without `refusal` it is a mere gap."""
        at = item.record
        behind = self.note.behind or Behind(
            at.topic, at.partition, at.offset, at.offset, at.at, self.unreadable or "a predecessor is missing"
        )
        behind = replace(behind, first=min(behind.first, at.offset), to=max(behind.to, at.offset))
        if refusal and behind.refused is None:
            behind = replace(behind, refused=at.offset, reason=refusal)
        if behind != self.note.behind:
            self._write(behind=behind)
        item.waits = True
        self.taken.append(item)

    def finish(self) -> int:
        """What was decided stands; returns how many records came to their end."""
        for _ in self.taken:
            self.items.popleft().finish()
        return len(self.taken)

    def _write(self, **parts: Any) -> None:
        self.note = replace(self.note, **parts)
        self.touched = True


@dataclass(slots=True, eq=False)
class Hearing:
    """What one subject makes of one record, or of several at once that want the same of it."""

    subject: Subject
    handler: Hear
    plans: list[Plan] = field(default_factory=list)
    changes: list[Stored[Any]] = field(default_factory=list)

    @property
    def together(self) -> bool:
        """Whether it is for several, and goes by what the store says."""
        return isinstance(self.handler, Together)

    def must_be_done_again(self) -> None:
        """All its records stay, to be decided on in the next round."""
        for plan in self.plans:
            plan.again = True


def hearings_of(plans: Iterable[Plan]) -> list[Hearing]:
    """Those of one record each, then those of several: in this order they are decided, and what they decide is written."""
    found: dict[Hashable, Hearing] = {}
    for plan in plans:
        for what, (subject, handler) in plan.listeners.items():
            found.setdefault(what, Hearing(subject, handler)).plans.append(plan)
    return sorted(found.values(), key=lambda hearing: hearing.together)


def address(document: Stored[Any]) -> tuple[str, UUID]:
    """Where it lies, as `Read` has it."""
    return document.entity.kind, document.id


def reached(document: Stored[Any] | None, key: UUID) -> int:
    """The last sequence of an aggregate that a document heard, 0 for none."""
    heard = document.heard.get(key) if document else None
    return heard.sequence if heard else 0
