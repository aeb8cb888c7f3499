"""Who signs a letter, as they are at that moment: whoever holds an office of a body, or a person with a position."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.registration.bodies.model import Body
from services.registration.entries.merging import kept
from services.registration.letters.model import Signing
from services.registration.offices.model import Office
from services.registration.offices.queries import holder
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid
from shared.flow import Read
from shared.locale import choose, direction


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, as what (by language, or as one `position`), and in whose name (`head`; empty: in that of the secretariat)."""

    person: UUID
    name: str
    also: str
    posts: Text
    position: str
    head: Text

    def signed(self, language: str) -> list[str]:
        """The name, and the name in the other script; that of the reader's comes first."""
        return in_order(self.name, self.also, language)

    def post(self, language: str) -> list[str]:
        """The office as the reader calls it, and in the other script; or the position. And of which body or organization."""
        posts = [choose(self.posts, language), _in_other_script(self.posts, language)]
        return [each for each in (*posts, self.position, choose(self.head, language)) if each]


async def signatory(read: Read, signing: Signing, on: date, at: datetime) -> Signatory:
    """Raises Conflict (`vacant`) where nobody holds the office that day, Invalid for nobody known, or without a position."""
    if signing.office:
        return await _holder(read, signing.office, on)
    person = await kept(read, Person, signing.signer)
    if person is None or person.erased or not person.confirmed:
        raise Invalid.at("Say who signs: an office that somebody holds, or a person who is on record.", "signer")
    then = person.was(at)
    if not (then.position or then.positions):
        raise Invalid.at(
            "Nobody signs without a position; enter it first, or choose an office.", "signer", code="no-post"
        )
    organization = await kept(read, Organization, then.organization)
    head = organization.name if organization else {}
    position = "" if then.positions else then.position
    return Signatory(person.id, person.addressed, person.name_also or "", then.positions, position, head)


async def _holder(read: Read, id: UUID, on: date) -> Signatory:
    office = await read.maybe(Office, id)
    if office is None:
        raise Invalid.at("There is no such office.", "office")
    person = await holder(read, id, on)
    if person is None:
        raise Conflict("Nobody holds this office on the day of the letter.", code="vacant")
    body = await read.maybe(Body, office.facts.body)
    return Signatory(
        person.id, person.addressed, person.name_also or "", office.facts.title, "", body.facts.name if body else {}
    )


def in_order(name: str, also: str | None, language: str) -> list[str]:
    """A name, and the one in the other script if there is one; the reader's script first."""
    right = direction(language) == "rtl"
    return sorted(filter(None, (name, also)), key=lambda each: _from_the_right(each) is not right)


def _in_other_script(text: Mapping[str, str], language: str) -> str:
    """The same in a language of the other direction; "" where nobody wrote it."""
    here = direction(language)
    return next((words for tag, words in text.items() if words and direction(tag) != here), "")


def _from_the_right(text: str) -> bool:
    return any("\u0590" <= char <= "\u08ff" for char in text)
