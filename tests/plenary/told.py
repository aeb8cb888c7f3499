"""Records as the log tells them, for checkers that are fed with broken data."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from shared.contracts import Event, Record
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
)
from tests.world import records
from tests.world.facts import GATHERING, known

START = datetime(2030, 3, 21, 9, 0, tzinfo=UTC)


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def record(key: UUID, sequence: int, event: Event, second: float = 0) -> Record:
    return records.record(key, sequence, event, at(second))


def _facts(n: object) -> dict[str, object]:
    return {"gathering": GATHERING, "person": known(f"person {n}"), "category": "delegate"}


def confirmed(n: object, seat: int, ticket: int) -> RegistrationConfirmed:
    return RegistrationConfirmed.model_validate({**_facts(n), "seat": seat, "ticket": ticket})


def waitlisted(n: object, rank: int) -> RegistrationWaitlisted:
    return RegistrationWaitlisted.model_validate({**_facts(n), "rank": rank})


def promoted(n: object, seat: int, ticket: int) -> RegistrationPromoted:
    return RegistrationPromoted.model_validate({**_facts(n), "seat": seat, "ticket": ticket})


def cancelled(n: object) -> RegistrationCancelled:
    return RegistrationCancelled.model_validate(_facts(n))
