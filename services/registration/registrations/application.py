"""What somebody wrote into the public form, and what is wrong with it."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from services.registration.gatherings.model import Gathering
from services.registration.people.commands import AskAddress
from services.registration.people.typed import address, reached
from services.registration.registrations.commands import Apply
from shared.auth import Keys
from shared.contracts import Message
from shared.locale import LANGUAGES
from shared.text import is_control

LONGEST = 200
"""Characters of a name."""


@dataclass(slots=True)
class Application:
    """The fields as typed; `errors` is field -> the key of the text that says what to do."""

    name: str = ""
    email: str = ""
    language: str = "en"
    category: str = ""
    organization: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, typed: dict[str, str], gathering: Gathering) -> "Application":
        """Checked: without `errors` every field is as the commands want it."""
        found = cls(*_fields(typed))
        found._check(gathering)
        return found

    @classmethod
    def begun(cls, typed: dict[str, str], language: str) -> "Application":
        """As far as it is, for the same form in another language. Mails follow, unless others were chosen than the page had."""
        found = cls(*_fields(typed))
        if found.language == typed["speaks"]:
            found.language = language
        return found

    def ask(self, keys: Keys, gathering: UUID, message: Message) -> AskAddress:
        """Whoever has the address is to say whether that is so; somebody new reads as others do in the form's language."""
        return AskAddress(
            **step(message, "ask"),
            person=message.id,
            gathering=gathering,
            **reached(keys, self.email, self.language),
        )

    def apply(self, gathering: UUID, person: UUID, message: Message) -> Apply:
        """What the form asks for. Sent twice it finds what is there."""
        return Apply(
            **step(message, "apply"),
            gathering=gathering,
            person=person,
            category=self.category,
            organization=self._organization,
            name=self.name,
        )

    @property
    def _organization(self) -> UUID | None:
        return UUID(self.organization) if self.organization else None

    def _check(self, gathering: Gathering) -> None:
        try:
            self.name = name_of(self.name)
        except ValueError:
            self.errors["name"] = "error_name"
        try:
            self.email = address(self.email)
        except ValueError:
            self.errors["email"] = "error_email"
        if self.language not in LANGUAGES:
            self.language = LANGUAGES[0]
        if self.category not in gathering.capacity:
            self.errors["category"] = "error_category"
        elif gathering.rule(self.category) == "invited":
            self.errors["category"] = "error_invited"
        try:
            self.organization = str(UUID(self.organization)) if self.organization else ""
        except ValueError:
            self.organization, self.errors["organization"] = "", "error_organization"


def _fields(typed: dict[str, str]) -> tuple[str, str, str, str, str]:
    name, email, language, category, organization = (
        typed.get(field, "").strip()[:1000] for field in ("name", "email", "language", "category", "organization")
    )
    return name, email, language, category, organization


def name_of(typed: str) -> str:
    """A name as it is kept. Raises ValueError for none, one that is too long, or one with control characters."""
    name = unicodedata.normalize("NFC", typed.strip()[:1000])
    if not name or len(name) > LONGEST or any(map(is_control, name)):
        raise ValueError("no name")
    return name


def step(message: Message, name: str) -> dict[str, Any]:
    """What a command takes that is one of several of a request: each has a token of its own."""
    return {
        "id": uuid5(message.id, name),
        "at": message.at,
        "correlation": message.correlation,
        "traceparent": message.traceparent,
    }
