"""A letter as it would be drawn up now: to whom as they are at this moment, by whom, and every word of it in their language."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.where import where
from services.registration.invitations.handlers import DONE
from services.registration.invitations.model import Invitation, InvitationState
from services.registration.letters.model import Drawn, Fact, Letter, Sheet, Signing
from services.registration.letters.queries import letters_of
from services.registration.letters.signing import Signatory, in_order, signatory
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from shared import locale
from shared.contracts.people import Digits
from shared.errors import Conflict, Invalid
from shared.flow import Read
from shared.locale import Texts, dates
from shared.locale.languages import negotiate

PACKAGES = ("services.registration.letters", "services.registration.invitations", "shared.web")
GOOD_FOR = timedelta(days=365)
"""So long the link of a letter leads to its invitation, as that of a mail does."""
ANSWERED = (InvitationState.WITHDRAWN, InvitationState.DECLINED)
"""Nobody is written to about it any more."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How who is addressed reads; times are those of the venue."""

    language: str
    calendar: Any
    digits: Digits
    zone: str

    @property
    def texts(self) -> Texts:
        return Texts(self.language, self.digits, *PACKAGES)

    def clock(self, at: datetime) -> str:
        """Day and time."""
        return locale.date_time(at, **self._habits, zone=self.zone)

    def moment(self, at: datetime) -> str:
        """Day and time, and how far the clocks are ahead there."""
        return f"{self.clock(at)} \u2066({locale.offset(at, digits=self.digits, zone=self.zone)})\u2069"

    def day(self, at: datetime) -> str:
        return dates.date(at, **self._habits, zone=self.zone)

    def number(self, number: str) -> str:
        """The number of a letter."""
        return f"\u2066{locale.digits(number, self.digits)}\u2069" if number else ""

    @property
    def _habits(self) -> dict[str, Any]:
        return {"language": self.language, "calendar": self.calendar, "digits": self.digits}


@dataclass(frozen=True, slots=True)
class About:
    """What a letter is about: an invitation that stands, to what, and to whom as they are now."""

    invitation: Invitation
    gathering: Gathering
    person: Person
    position: str
    organization: Organization | None
    before: Letter | None

    def dated(self, at: datetime) -> date:
        """The day at the venue."""
        return self.gathering.day(at)


async def drawn(read: Read, id: UUID, signing: Signing, at: datetime) -> Drawn:
    """Raises Conflict: `withdrawn`, `declined`, `too-late`, `over`, `vacant`; Invalid for who cannot sign or is not invited."""
    about = await _about(read, id, signing, at)
    signs = await signatory(read, signing, about.dated(at), at)
    return Drawn(
        invitation=about.invitation.id,
        gathering=about.gathering.id,
        person=about.person.id,
        organization=about.organization.id if about.organization else None,
        office=signing.office,
        signer=signs.person,
        dated=about.dated(at),
        nth=about.before.nth + 1 if about.before else 1,
        replaces=about.before.id if about.before else None,
        answers_until=at + GOOD_FOR,
        sheet=_sheet(about, signs, at),
    )


async def _about(read: Read, id: UUID, signing: Signing, at: datetime) -> About:
    invitation = await read.one(Invitation, id)
    gathering = await read.one(Gathering, invitation.facts.gathering)
    if invitation.state in ANSWERED:
        raise Conflict(f"The invitation is {invitation.state}.", code=invitation.state.value)
    if gathering.state in DONE:
        raise Conflict(f"The gathering is {gathering.state}.", code="over")
    if at >= invitation.facts.reply_by:
        raise Conflict("The time to answer is over; give them more before you write.", code="too-late")
    asked = signing.person or invitation.facts.person or next(iter(invitation.facts.focal_points))
    if asked not in (invitation.facts.person, *invitation.facts.focal_points):
        raise Invalid.at("The letter goes to who is invited, or to a focal point.", "person")
    person = await kept(read, Person, asked)
    if person is None or person.erased:
        raise Conflict("Who is written to was erased.", code="erased")
    before = next((each for each in await letters_of(read, id) if each.person == person.id), None)
    home = await kept(read, Organization, invitation.facts.organization)
    then = person.was(at)
    return About(invitation, gathering, person, then.called(negotiate(person.language)), home, before)


def _sheet(about: About, signs: Signatory, at: datetime) -> Sheet:
    person, language = about.person, negotiate(about.person.language)
    reader = Reader(language, person.calendar, person.digits, about.gathering.time_zone)
    t, names = reader.texts, in_order(person.addressed, person.name_also, language)
    head = locale.choose(signs.head, language) or t["the_secretariat"]
    home = locale.choose(about.organization.name, language) if about.organization else ""
    title = locale.choose(about.gathering.title, language)
    kind = "home" if about.invitation.to_organization else "from" if home else "person"
    by = reader.clock(about.invitation.facts.reply_by)
    return Sheet(
        language=language,
        digits=person.digits,
        head=head,
        date=reader.day(at),
        replaces=reader.number(about.before.number) if about.before else "",
        addressee=_addressed(names, about.position, home, first=kind == "home"),
        subject=t("subject", title=title),
        greeting=t("greeting", name=names[0]),
        paragraphs=[t(f"invites_{kind}", title=title), t["facts_follow"]],
        facts=_facts(about, reader, t),
        answer=t("answer_home" if kind == "home" else "answer_person", by=by),
        closing=t["closing"],
        signed=signs.signed(language),
        post=signs.post(language),
    )


def _addressed(names: list[str], position: str, home: str, *, first: bool) -> list[str]:
    """The lines of the address; an organization that is invited itself stands above its focal point."""
    lines = [home, *names, position] if first else [*names, position, home]
    return [each for each in lines if each]


def _facts(about: About, reader: Reader, t: Texts) -> list[Fact]:
    gathering, facts = about.gathering, about.invitation.facts
    category, there = f"category_{facts.category}", where(gathering, reader.language)
    told = {
        "begins": reader.moment(gathering.starts_at),
        "ends": reader.moment(gathering.ends_at),
        "venue": there.venue,
        "venue_address": there.address,
        "category": t[category] if category in t else facts.category,  # noqa: SIM401  Texts is no dict
        "delegates": locale.digits(str(facts.quota), reader.digits) if facts.quota else "",
        "reply_by": reader.moment(facts.reply_by),
    }
    return [Fact(t[key], value) for key, value in told.items() if value]
