"""What somebody wrote into the public form, and what is wrong with it."""

import unicodedata
from dataclasses import dataclass, field
from uuid import UUID, uuid4, uuid5

from services.registration import columns
from services.registration.model import Gathering
from services.registration.model.commands import RecordPerson, Register
from shared.auth import Keys
from shared.contracts import Message
from shared.locale import DEFAULTS, LANGUAGES
from shared.text import is_control

LONGEST = 200
"""Characters of a name."""


@dataclass(slots=True)
class Application:
    """The fields as typed; `errors` is field -> the key of the text that says what to do."""

    key: UUID = field(default_factory=uuid4)
    name: str = ""
    email: str = ""
    language: str = "en"
    category: str = ""
    organization: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, typed: dict[str, str], gathering: Gathering) -> "Application":
        """Checked: without `errors` every field is as the commands want it."""
        name, email, language, category, organization, key = (
            typed.get(field, "").strip()[:1000]
            for field in ("name", "email", "language", "category", "organization", "key")
        )
        found = cls(_key(key), name, email, language, category, organization)
        found._check(gathering)
        return found

    def person(self, keys: Keys, message: Message) -> RecordPerson:
        """The person as the form tells of them; the rest as readers of the language expect it.

        Somebody new has an id of this form and address that only this installation can compute.
        """
        habits, person = DEFAULTS[self.language], keys.fingerprint("person", f"{self.key} {self.email}")
        return RecordPerson(
            id=uuid5(self.key, f"person {person}"),
            at=message.at,
            correlation=message.correlation,
            traceparent=message.traceparent,
            person=person,
            name=self.name,
            email=self.email,
            fingerprint=columns.fingerprint(keys, self.email),
            language=self.language,
            calendar=habits.calendar,
            digits=habits.digits,
            time_zone=habits.zone,
            organization=self._organization,
            by_address=True,
            new=True,
        )

    def register(self, gathering: UUID, person: UUID, message: Message) -> Register:
        """Pressed twice it is the same command; with another choice it is another one."""
        return Register(
            id=uuid5(self.key, f"register {person} {self.category} {self.organization}"),
            at=message.at,
            correlation=message.correlation,
            traceparent=message.traceparent,
            gathering=gathering,
            person=person,
            category=self.category,
            organization=self._organization,
            by_secretariat=True,
        )

    @property
    def _organization(self) -> UUID | None:
        return UUID(self.organization) if self.organization else None

    def _check(self, gathering: Gathering) -> None:
        self.name = unicodedata.normalize("NFC", self.name)
        if not self.name or len(self.name) > LONGEST or any(map(is_control, self.name)):
            self.errors["name"] = "error_name"
        try:
            self.email = columns.address(self.email)
        except ValueError:
            self.errors["email"] = "error_email"
        if self.language not in LANGUAGES:
            self.language = LANGUAGES[0]
        if self.category not in gathering.capacity:
            self.errors["category"] = "error_category"
        try:
            self.organization = str(UUID(self.organization)) if self.organization else ""
        except ValueError:
            self.organization, self.errors["organization"] = "", "error_organization"


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
