"""Somebody's own calendar, as RFC 5546 has it (2.1.5), and a reader that did not write what it reads (vobject)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import vobject

from services.notifications.channels import Entry


def read(content: bytes) -> Any:
    """The VCALENDAR."""
    return vobject.readOne(content.decode())


@dataclass(frozen=True, order=True)
class Noted:
    """What an entry says; the higher takes the place of the lower."""

    sequence: int
    dated: datetime
    method: str = field(compare=False)
    begins: datetime = field(compare=False)
    venue: str = field(compare=False)


def noted(entry: Entry) -> Noted:
    calendar = read(entry.content)
    event = calendar.vevent
    assert calendar.method.value == entry.method
    begins = event.dtstart.value.astimezone(UTC)
    return Noted(int(event.sequence.value), event.dtstamp.value, entry.method, begins, event.location.value)


def after(entries: Iterable[Entry]) -> Noted | None:
    """What stands there after these arrived in this order, all of one UID; None: nothing, or what was taken away again."""
    kept: Noted | None = None
    for each in map(noted, entries):
        kept = each if kept is None or each >= kept else kept
    return None if kept is None or kept.method == "CANCEL" else kept
