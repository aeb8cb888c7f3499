"""Commands of a fictional conference on river basins."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from services.registration.bodies.model import FormBody
from services.registration.door.model import GoThrough
from services.registration.gatherings.commands import (
    CancelGathering,
    ChangeCapacity,
    ChangeGathering,
    DraftGathering,
    MoveGathering,
    PostponeGathering,
)
from services.registration.organizations.model import ListOrganization
from services.registration.people.commands import AskAddress, ConfirmPerson, RecordPerson
from services.registration.registrations.commands import (
    Apply,
    Approve,
    ConfirmAddress,
    GiveUp,
    Hold,
    Register,
    Reject,
    Release,
)
from services.registration.registrations.model import Registration
from services.registration.registrations.place import Rank, Seat
from shared.contracts.bodies import BodyFacts
from shared.contracts.organizations import OrganizationFacts
from shared.contracts.registrations import Holding, Rejection
from shared.flow import Due
from tests.world.facts import GATHERING, MORNING, gathering_facts, known


def message(at: datetime = MORNING) -> dict[str, Any]:
    return {"id": uuid4(), "at": at}


def draft(capacity: dict[str, int] | None = None, **other: Any) -> DraftGathering:
    return DraftGathering(**message(), **gathering_facts(capacity=capacity or {"delegate": 3}) | other)


WHY = {"en": "The road is flooded.", "fa": "راه را آب گرفته است.", "ar": "الطريق مغمور."}


def change(capacity: dict[str, int] | None = None, **other: Any) -> ChangeGathering:
    return ChangeGathering(**message(), **gathering_facts(capacity=capacity or {"delegate": 3}) | other)


def postpone(**new_date: Any) -> PostponeGathering:
    return PostponeGathering(**message(), gathering=GATHERING, reason=WHY, **new_date)


def call_off() -> CancelGathering:
    return CancelGathering(**message(), gathering=GATHERING, reason=WHY)


def move(at: datetime = MORNING) -> MoveGathering:
    return MoveGathering(**message(at), gathering=GATHERING)


def seats(**capacity: int) -> ChangeCapacity:
    return ChangeCapacity(**message(), gathering=GATHERING, capacity=capacity)


def reader(n: object) -> dict[str, Any]:
    """How person n is reached, and reads."""
    habits = {"language": "fa", "calendar": "solar_hijri", "digits": "persian", "time_zone": "Asia/Tehran"}
    return {"email": f"person-{n}@example.org", "fingerprint": known(f"person-{n}@example.org"), **habits}


def person(n: object, **other: Any) -> RecordPerson:
    facts = {"person": known(f"person {n}"), "name": f"Person {n}", **reader(n)}
    facts["fingerprint"] = known(other.get("email", facts["email"]))
    return RecordPerson(**message(), **(facts | other))


def organization(code: str = "DELTA", **other: Any) -> ListOrganization:
    facts: dict[str, Any] = {"code": code, "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
    said = {"organization": known(code), **other}
    facts |= {name: said.pop(name) for name in [*said] if name in OrganizationFacts.model_fields}
    return ListOrganization(**message(), facts=OrganizationFacts(**facts), **said)


def body(**other: Any) -> FormBody:
    facts: dict[str, Any] = {"code": "COUNCIL", "name": {"en": "Council"}, "members": []}
    said = {"body": known("body"), **other}
    facts |= {name: said.pop(name) for name in [*said] if name in BodyFacts.model_fields}
    return FormBody(**message(), facts=BodyFacts(**facts), **said)


def asks(
    n: object,
    category: str = "delegate",
    organization: UUID | None = None,
    *,
    by_secretariat: bool = True,
    at: datetime = MORNING,
) -> Register:
    person = known(f"person {n}")
    what: dict[str, Any] = {"gathering": GATHERING, "person": person, "category": category}
    return Register(**message(at), **what, organization=organization, by_secretariat=by_secretariat)


def asked(n: object, at: datetime = MORNING, gathering: UUID = GATHERING) -> AskAddress:
    """The form was sent with the address of person n."""
    return AskAddress(**message(at), person=known(f"person {n}"), gathering=gathering, **reader(n))


def applies(n: object, category: str = "guest", at: datetime = MORNING, gathering: UUID = GATHERING) -> Apply:
    person = known(f"person {n}")
    return Apply(**message(at), gathering=gathering, person=person, category=category, name=f"Typed {n}")


def comes_forward(n: object, at: datetime = MORNING) -> ConfirmPerson:
    return ConfirmPerson(**message(at), person=known(f"person {n}"), name=f"Person {n}")


def confirms(n: object, at: datetime = MORNING) -> ConfirmAddress:
    return ConfirmAddress(**message(at), registration=asks(n).registration)


def approves(n: object) -> Approve:
    return Approve(**message(), registration=asks(n).registration)


def rejects(n: object, reason: Rejection = "no_places", note: str = "") -> Reject:
    return Reject(**message(), registration=asks(n).registration, reason=reason, note=note)


def holds(n: object, reason: Holding = "being_checked", note: str = "") -> Hold:
    return Hold(**message(), registration=asks(n).registration, reason=reason, note=note)


def releases(n: object) -> Release:
    return Release(**message(), registration=asks(n).registration)


def due(n: object, at: datetime) -> Due:
    return Due(**message(at), document=asks(n).registration)


def gives_up(n: object) -> GiveUp:
    return GiveUp(**message(), registration=asks(n).registration)


def passes(n: object, minute: int = 0, scan: object = None) -> GoThrough:
    at = MORNING + timedelta(minutes=minute)
    return GoThrough(**message(at), registration=asks(n).registration, scan=known(scan or uuid4()), passed_at=at)


def confirmed() -> Registration:
    """Person 1 has a seat."""
    registration = Registration.of(asks(1))
    registration.take(Seat(7, 9), "approved")
    return registration


def waitlisted() -> Registration:
    """Person 1 waits."""
    registration = Registration.of(asks(1))
    registration.take(Rank(9), "open")
    return registration
