"""A sender whose clock and channel a test holds in its hands."""

from dataclasses import dataclass
from typing import Any

from services.notifications.sender import Mailer
from services.notifications.wording import Templates
from tests.notifications.house import Clock, Said


@dataclass
class Desk:
    """A sender with its clock and channel."""

    mailer: Mailer
    clock: Clock
    channel: Any


def desk(running: Any, channel: Any = None, clock: Clock | None = None) -> Desk:
    """A sender of the service; it is told everything was taken unless `channel` says otherwise."""
    channel, clock = channel or Said(), clock or Clock()
    return Desk(Mailer(running, channel, Templates(), clock, chance=lambda: 0.5), clock, channel)
