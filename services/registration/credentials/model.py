"""A letter of credentials: received, checked, accepted or refused; withdrawn."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID, uuid5

from shared.contracts import Message
from shared.contracts.credentials import (
    CredentialsAccepted,
    CredentialsChecked,
    CredentialsFacts,
    CredentialsReceived,
    CredentialsRefused,
    CredentialsWithdrawn,
    Ground,
)
from shared.errors import Conflict, Invalid
from shared.periods import period

KEPT = 100
"""So many of the last steps a letter remembers."""


class CredentialsState(StrEnum):
    """Received, checked, accepted, refused, withdrawn."""

    RECEIVED = "received"
    CHECKED = "checked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


State = CredentialsState
STANDING = (State.RECEIVED, State.CHECKED, State.ACCEPTED)
"""A letter that counts, or may come to."""


def credentials_id(gathering: UUID, person: UUID, organization: UUID) -> UUID:
    """The id of the letter for a person and an organization at a gathering: there is one."""
    return uuid5(gathering, f"credentials/{person}/{organization}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveCredentials(Message):
    """A letter came. `by`: who entered it."""

    facts: CredentialsFacts
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCredentials(Message):
    """It was checked, is accepted, or was withdrawn."""

    credentials: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCredentials(StepCredentials):
    """It does not count, for this reason."""

    reason: Ground


@dataclass(frozen=True, slots=True)
class Step:
    """The letter entered a state. `by`: who said so."""

    at: datetime
    by: UUID | None
    state: CredentialsState


@dataclass(slots=True, kw_only=True)
class Credentials:
    """What one letter says, and what became of it."""

    kind: ClassVar[str] = "credentials"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "organization"), ("gathering", "person"))

    id: UUID
    facts: CredentialsFacts
    state: CredentialsState = State.RECEIVED
    reason: Ground | None = None
    steps: list[Step] = field(default_factory=list)

    @classmethod
    def received(cls, asked: ReceiveCredentials) -> tuple[Self, CredentialsReceived]:
        """Raises Invalid for powers that are named twice, or none; and for a day that there is not."""
        facts = asked.facts
        letter = cls(id=credentials_id(facts.gathering, facts.person, facts.organization), facts=facts)
        return letter, letter._receive(asked)

    def receive_again(self, asked: ReceiveCredentials) -> CredentialsReceived | None:
        """In place of one that does not count any more. None for the same letter. Raises Conflict ("exists") while it counts."""
        if self.state in STANDING:
            if asked.facts == self.facts:
                return None
            raise Conflict("There is a letter; withdraw or refuse it before another is entered.", code="exists")
        return self._receive(asked)

    def check(self, asked: StepCredentials) -> CredentialsChecked:
        """From received."""
        self._enter(asked, State.CHECKED, State.RECEIVED)
        return CredentialsChecked.of(self, credentials=self.id)

    def accept(self, asked: StepCredentials) -> CredentialsAccepted:
        """From received or checked: the person may do what it says."""
        self._enter(asked, State.ACCEPTED, State.RECEIVED, State.CHECKED)
        return CredentialsAccepted.of(self, credentials=self.id)

    def refuse(self, asked: RefuseCredentials) -> CredentialsRefused:
        """While it counts, also after it was accepted."""
        self._enter(asked, State.REFUSED, *STANDING)
        self.reason = asked.reason
        return CredentialsRefused.of(self, credentials=self.id, reason=asked.reason)

    def withdraw(self, asked: StepCredentials) -> CredentialsWithdrawn:
        """While it counts."""
        self._enter(asked, State.WITHDRAWN, *STANDING)
        return CredentialsWithdrawn.of(self, credentials=self.id)

    def _receive(self, asked: ReceiveCredentials) -> CredentialsReceived:
        facts = asked.facts
        if not facts.powers or len(set(facts.powers)) != len(facts.powers):
            raise Invalid.at("Name each power once, and at least one.", "powers")
        try:
            if facts.dated:
                period(facts.dated, "gregorian")
        except ValueError as error:
            raise Invalid.at(str(error), "dated") from error
        self.facts = facts
        self._enter(asked, State.RECEIVED)
        return CredentialsReceived.of(self, credentials=self.id)

    def _enter(
        self, asked: StepCredentials | ReceiveCredentials, state: CredentialsState, *begins: CredentialsState
    ) -> None:
        if begins and self.state not in begins:
            raise Conflict(f"It is {self.state}, and cannot become {state} now.", code="wrong-state")
        self.state, self.reason = state, None
        self.steps = [*self.steps, Step(asked.at, asked.by, state)][-KEPT:]
