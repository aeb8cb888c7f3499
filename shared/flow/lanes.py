"""Records on their way: how far a group is done with a partition whose records are worked on side by side."""

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from shared.contracts import Record
from shared.errors import Invalid
from shared.flow import cloudevents
from shared.log import BEAT, ConsumerRecord


@dataclass(slots=True)
class Tracker:
    """The contiguous watermark of one partition: everything below it is done.

    Offsets may have holes (a compacted topic); they arrive in order.
    """

    watermark: int = 0
    _waiting: deque[int] = field(default_factory=deque)
    _done: set[int] = field(default_factory=set)

    @property
    def unfinished(self) -> int:
        return len(self._waiting)

    def began(self, offset: int) -> None:
        self._waiting.append(offset)

    def done(self, offset: int) -> None:
        self._done.add(offset)
        while self._waiting and self._waiting[0] in self._done:
            first = self._waiting.popleft()
            self._done.discard(first)
            self.watermark = first + 1


@dataclass
class Item:
    """A record as delivered; `tries` counts how often it was refused, `refusal` says that it finally was."""

    record: ConsumerRecord
    tracker: Tracker | None = None
    tries: int = 0
    refusal: str = ""
    finished: bool = False

    @cached_property
    def key(self) -> UUID | None:
        """The aggregate's id, None where the key is not one as we write it: the log finds a key by its bytes."""
        try:
            id = UUID((self.record.key or b"").decode())
        except ValueError:
            return None
        return id if self.record.key == str(id).encode() else None

    @cached_property
    def heard(self) -> Record | None:
        """The decoded event; None where it cannot be decoded (`refusal` says why)."""
        try:
            return cloudevents.decode(self.record)
        except Invalid as bad:
            self.refusal = bad.detail
            return None

    @cached_property
    def sequence(self) -> int:
        """As the header says, 0 where it does not; readable even where the event is not."""
        text = dict(self.record.headers).get("ce_sequence", b"")
        return int(text) if text.isdigit() and len(text) < 19 else 0

    @property
    def type(self) -> str:
        """As the header says, empty where it does not."""
        return dict(self.record.headers).get("ce_type", b"").decode("utf-8", "replace")

    @property
    def is_beat(self) -> bool:
        return (self.record.key or b"").startswith(BEAT)

    def finish(self) -> None:
        self.finished = True
        if self.tracker is not None:
            self.tracker.done(self.record.offset)
