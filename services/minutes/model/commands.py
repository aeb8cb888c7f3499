"""What can be asked of this service."""

from dataclasses import dataclass
from uuid import UUID

from shared.contracts import Message
from shared.contracts.decisions import Adoption, Votes
from shared.contracts.organizations import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision(Message):
    """Note what the gathering decided, and how. `votes` only where votes were counted. The decision's id is the command's."""

    gathering: UUID
    text: Text
    adoption: Adoption
    votes: Votes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes(Message):
    """The record is as it should be."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishMinutes(Message):
    """Let everybody read the record."""

    gathering: UUID
