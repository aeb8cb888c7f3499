"""What was sent, once more, because somebody asked: in a mail of its own, so that nobody ever says of one that it left twice."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from services.notifications.notifications.model import WAITING, Notification, State
from shared.errors import Conflict

REPEATS = 5
"""So often is one mail sent again by hand at most."""

KEPT = ("cause", "about_topic", "about", "about_sequence", "recipient", "gathering", "template", "facts", "correlation")
"""What a repeat has of what it repeats."""


def repeat_id(sent: UUID, number: int) -> UUID:
    """The id of what repeats it for the first, second, … time: two who see the same, and press at once, repeat it once."""
    return uuid5(sent, f"again/{number}")


def repeated(sent: Notification, at: datetime, by: UUID | None, earlier: Sequence[Notification]) -> Notification:
    """The next repeat of what was `sent`. `earlier`: those before.

    Raises `Conflict` if it was not sent, if a repeat is on its way, or if there were enough.
    """
    if sent.state is not State.SENT or sent.repeats:
        raise Conflict(f"Only what was sent can be repeated; this is {sent.state}.", code="not-sent")
    if any(each.state in WAITING for each in earlier):
        raise Conflict("It is being sent again just now.", code="on-its-way")
    if len(earlier) >= REPEATS:
        raise Conflict("It was sent again often enough.", code="often-enough")
    kept = {name: getattr(sent, name) for name in KEPT}
    return Notification(**kept, id=repeat_id(sent.id, len(earlier) + 1), queued_at=at, repeats=sent.id, asked_by=by)
