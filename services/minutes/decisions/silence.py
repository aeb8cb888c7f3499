"""The silence procedure: what is circulated is adopted at its time, unless somebody who was asked objects before. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from services.minutes.decisions.commands import CirculateDecision
from shared.contracts.decisions import Delegate, Motion
from shared.errors import Conflict, Invalid

LEAST, MOST = timedelta(hours=1), timedelta(days=366)
"""So long at least, and at most, those who are asked have."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Who objected (UTC), for which member, and why, if they said so."""

    at: datetime
    person: UUID
    member: UUID | None
    words: str = ""


@dataclass(slots=True, kw_only=True)
class Voice:
    """What the link in a mail opens: one delegate who may object to one decision. Its id is made of both."""

    kind: ClassVar[str] = "voice"

    id: UUID
    decision: UUID
    gathering: UUID
    delegate: Delegate


def must_be_silent(motion: Motion) -> None:
    """Raises Invalid unless nobody votes on it, and it says something."""
    if motion.adoption != "silence_procedure" or motion.votes or motion.ballots or motion.declared:
        raise Invalid.at("What is circulated is adopted by silence, and counts no votes.", "adoption")
    if not any(text.strip() for text in motion.text.values()):
        raise Invalid.at("A decision has a text in at least one language.", "text")


def must_be_circulable(command: CirculateDecision) -> None:
    """Raises Invalid unless it can be put to silence, for a time that is neither too short nor too long."""
    must_be_silent(command.facts)
    if not LEAST <= command.reply_by - command.at <= MOST:
        raise Invalid.at("Those who are asked have an hour at least, and a year at most.", "reply_by")


def must_be_in_time(reply_by: datetime | None, at: datetime) -> None:
    """Raises Conflict ("silence-over") where nobody can object (any more)."""
    if reply_by is None or at >= reply_by:
        raise Conflict("The time to object is over.", code="silence-over")
