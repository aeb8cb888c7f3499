"""What the installation shows at the end, read over HTTP as any client could."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

View: TypeAlias = Mapping[str, Any]


@dataclass(slots=True)
class Seen:
    """Views by id. `events`: CloudEvents of registrations in the order of the feed; `mails`: Message-ID -> how many there are."""

    registrations: dict[str, View] = field(default_factory=dict)
    events: Sequence[View] = ()
    notifications: Sequence[View] = ()
    mails: dict[str, int] = field(default_factory=dict)
    attendance: dict[str, View] = field(default_factory=dict)
    readiness: dict[str, View] = field(default_factory=dict)
    """Service -> what it says of itself."""

    @property
    def histories(self) -> dict[str, list[View]]:
        """Registration -> its events by first occurrence: repeats of the same sequence and event left out."""
        found: dict[str, dict[tuple[int, str], View]] = {}
        for event in self.events:
            key = str(event["subject"])
            found.setdefault(key, {}).setdefault((int(event["sequence"]), str(event["id"])), event)
        return {key: list(events.values()) for key, events in found.items()}
