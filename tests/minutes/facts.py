"""Facts of a fictional conference on river basins, as registration would publish them."""

from datetime import datetime, timedelta
from uuid import UUID

from services.minutes.decisions.commands import RecordDecision
from shared.contracts import Event
from shared.contracts.bodies import BodyFormed, Majority, Quorum
from shared.contracts.decisions import Adoption, Motion, Votes
from shared.contracts.gatherings import GatheringAdjourned, GatheringAnnounced, GatheringConvened
from shared.contracts.organizations import OrganizationListed
from shared.contracts.people import PersonRecorded
from shared.contracts.registrations import Admitted, PersonEntered, PersonLeft, RegistrationConfirmed, RegistrationFacts
from tests.world.facts import GATHERING, MORNING, gathering_facts, known

BODY = known("body")


def minute(n: int) -> datetime:
    """So many minutes after the gathering began."""
    return MORNING + timedelta(minutes=n)


def announced(body: UUID | None = BODY) -> GatheringAnnounced:
    return GatheringAnnounced(**gathering_facts(gathering_kind="meeting", body=body))


def convened() -> GatheringConvened:
    return GatheringConvened(gathering=GATHERING, convened_at=minute(5))


def adjourned() -> GatheringAdjourned:
    return GatheringAdjourned(gathering=GATHERING, adjourned_at=minute(500))


MAJORITY = Quorum()


def formed(members: int, quorum: Quorum | None = MAJORITY) -> BodyFormed:
    """The body of the first so many organizations."""
    ids = [organization(n) for n in range(members)]
    return BodyFormed(
        body=BODY, code="RBC", name={"en": "River Basin Council", "fa": "شورای حوضه‌ها"}, members=ids, quorum=quorum
    )


def ruled(members: int = 3, **majorities: Majority) -> BodyFormed:
    """The same, whose votes need these majorities."""
    return formed(members).model_copy(update={"majorities": majorities})


def organization(n: int) -> UUID:
    return known(f"organization {n}")


def listed(n: int) -> OrganizationListed:
    name = {"en": f"Ministry of Waters {n}", "fa": f"وزارت آب‌های {n}", "ar": f"وزارة المياه {n}"}
    return OrganizationListed(organization=organization(n), code=f"O{n}", name=name, organization_kind="ministry")


def recorded(n: int, language: str = "en") -> PersonRecorded:
    return PersonRecorded(
        person=known(f"person {n}"),
        name={"en": f"Robin Example {n}", "fa": f"نمونه رودبار {n}", "ar": f"مثال النهري {n}"}[language],
        email=f"p{n}@example.org",
        language=language,
        calendar="gregorian",
        digits="latin",
        time_zone="UTC",
    )


def registration(n: int) -> UUID:
    return known(f"registration {n}")


def _whose(n: int, of: int | None, category: str) -> dict[str, object]:
    home = None if of is None else organization(of)
    return {"gathering": GATHERING, "person": known(f"person {n}"), "category": category, "organization": home}


def confirmed(
    n: int, of: int | None, category: str = "delegate", admitted: Admitted | None = "approved"
) -> RegistrationConfirmed:
    """Person n of organization `of` holds seat n, let in so."""
    place = {"seat": n + 1, "ticket": n + 1, "admitted": admitted}
    return RegistrationConfirmed.model_validate({**_whose(n, of, category), **place})


def entered(n: int, of: int | None, category: str = "delegate", at: int = 0) -> PersonEntered:
    return PersonEntered.model_validate({**_whose(n, of, category), "entered_at": minute(at), "source": "door"})


def left(n: int, of: int | None, category: str = "delegate", at: int = 60) -> PersonLeft:
    return PersonLeft.model_validate({**_whose(n, of, category), "left_at": minute(at), "source": "by_hand"})


def said(event: type[RegistrationFacts], n: int, of: int | None, **more: object) -> Event:
    """Another event of registration n."""
    return event.model_validate({**_whose(n, of, "delegate"), **more})


def decide(
    name: object,
    adoption: Adoption = "consensus",
    votes: Votes | None = None,
    at: int = 30,
    gathering: UUID = GATHERING,
) -> RecordDecision:
    text = {"en": f"The council resolves {name}.", "fa": f"شورا تصویب کرد: {name}."}
    return RecordDecision(
        id=known(f"decision {name}"),
        at=minute(at),
        gathering=gathering,
        facts=Motion(text=text, adoption=adoption, votes=votes),
    )
