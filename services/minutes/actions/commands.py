"""What can be asked of actions. `by`: who was signed in and asked; None: by the link in a mail, or by nobody's hand."""

from dataclasses import dataclass
from uuid import UUID

from shared.contracts import Message
from shared.contracts.actions import ActionFacts, Carried


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAction(Message):
    """This is to be done. `quiet`: it is older than its record here, and nobody is told now, only reminded."""

    action: UUID
    facts: ActionFacts
    by: UUID | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Message):
    """Of which action something is asked."""

    action: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignAction(Asked):
    """A person, or an organization, is its owner: one of both."""

    person: UUID | None = None
    organization: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAction(Asked):
    """The owner will do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Asked):
    """How far it is, in words."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressAction(Reported):
    """It is being done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishAction(Reported):
    """It is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropAction(Reported):
    """It will not be done; the note says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryAction(Reported):
    """This gathering, or this edition, looks at it next, until then; what is not said stays as it was."""

    facts: Carried
