"""Where a thing stands that people are told of."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from services.notifications.rules import BY_EVENT, standing_after
from shared.contracts import Event, Topic


@dataclass(slots=True)
class Standing:
    """So that a mail that was delayed does not tell what is no longer true. It hears the topic of the thing.

    Whose it is and of which gathering, where it is of one, so that everybody there can be told something.
    """

    kind: ClassVar[str]
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering",),)

    id: UUID
    standing: str = ""
    gathering: UUID | None = None
    person: UUID | None = None

    def hear(self, event: Event | None) -> None:
        """The last event that changed the standing; others do not."""
        self.standing = standing_after(event) or self.standing
        self.gathering = getattr(event, "gathering", self.gathering)
        self.person = getattr(event, "person", self.person)


def _mirror_of(topic: Topic) -> type[Standing]:
    kind = topic.name.rpartition(".")[2]
    return type(f"Standing of {kind}", (Standing,), {"__slots__": (), "__doc__": Standing.__doc__, "kind": kind})


TOLD_OF = {topic: _mirror_of(topic) for topic in dict.fromkeys(event.topic for event in BY_EVENT)}
"""The topic of each thing that a rule is about -> the mirror that says where one stands."""
