"""A subscription: one person's feed, and since when its link is this one."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from shared.contracts import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe(Message):
    """The person wants a link to the own feed, or another in place of the one that there is; its id is the subscription's."""

    person: UUID


@dataclass(slots=True)
class Subscription:
    """Its id is what the link opens. The newest of a person is good; those before have ended."""

    kind: ClassVar[str] = "subscriptions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("person", "since"),)

    id: UUID
    person: UUID
    since: datetime
