"""`plenary.credentials`: letters of credentials for a gathering, and whether they were accepted. Published by registration."""

from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

CREDENTIALS = Topic("plenary.credentials", "registration", "letters of credentials, and whether they were accepted")

Power = Literal["represent", "speak", "vote", "amend"]
Ground = Literal["not_signed", "not_entitled", "incomplete", "out_of_date", "other"]


class CredentialsFacts(Facts):
    """A letter of credentials: what a person may do for an organization at a gathering. `number`, `dated`: as the letter says."""

    gathering: UUID
    person: UUID
    organization: UUID
    powers: list[Power]
    number: str = ""
    dated: str = ""


class CredentialsReceived(CredentialsFacts, Event):
    """A letter came, or another in place of one that was refused or withdrawn. Enters *received*."""

    type = "credentials.received.v1"
    topic = CREDENTIALS

    credentials: UUID


class _Credentials(Event):
    """Says only which letter."""

    topic = CREDENTIALS

    credentials: UUID
    gathering: UUID


class CredentialsChecked(_Credentials):
    """The letter was looked at, and can now be decided on. Enters *checked*."""

    type = "credentials.checked.v1"


class CredentialsAccepted(CredentialsFacts, Event):
    """The person may do what the letter says. Enters *accepted*."""

    type = "credentials.accepted.v1"
    topic = CREDENTIALS

    credentials: UUID


class CredentialsRefused(_Credentials):
    """The letter does not count, or counts no more. Enters *refused*."""

    type = "credentials.refused.v1"

    reason: Ground


class CredentialsWithdrawn(_Credentials):
    """The organization took it back. Enters *withdrawn*."""

    type = "credentials.withdrawn.v1"
