"""Records on their way: how far a group is done with a partition whose records are worked on side by side."""

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

    acknowledged: int = 0
    paused: bool = False
    _end: int = 0
    _unfinished: dict[int, None] = field(default_factory=dict)

    @property
    def unfinished(self) -> int:
        return len(self._unfinished)

    @property
    def watermark(self) -> int:
        return next(iter(self._unfinished), self._end)

    def began(self, offset: int) -> None:
        self._unfinished[offset] = None
        self._end = offset + 1

    def done(self, offset: int) -> None:
        self._unfinished.pop(offset, None)  # delivered twice, it is done twice


@dataclass
class Item:
    """A record as delivered. `tries` counts how often it was refused, `refusal` says why it finally was.

    Once finished it is applied, or `waits`: its key is behind, and the log keeps it.
    """

    record: ConsumerRecord
    tracker: Tracker | None = None
    tries: int = 0
    refusal: str = ""
    waits: bool = False
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
        """The decoded event; None where it cannot be decoded or has no usable key (`refusal` says why)."""
        try:
            if self.key is None:
                raise Invalid("The key is not the id of an aggregate.")
            return cloudevents.decode(self.record)
        except Invalid as bad:
            self.refusal = bad.detail
            return None

    @cached_property
    def sequence(self) -> int:
        """The event's; where it cannot be decoded as the header says, 0 where that does not either."""
        if self.heard:
            return self.heard.sequence
        text = dict(self.record.headers).get("ce_sequence", b"")
        return int(text) if text.isdigit() and len(text) < 19 else 0

    @cached_property
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
