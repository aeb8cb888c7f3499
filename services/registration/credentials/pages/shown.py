"""Letters as pages show them: who it is for, with names as they are now."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from services.registration.credentials.model import Credentials
from services.registration.entries.merging import called
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from shared import locale
from shared.periods import period
from shared.periods.said import also, said
from shared.store import Store
from shared.web import Pages

html = Pages("services.registration.credentials")
TONES = {"received": "brand", "checked": "brand", "accepted": "good", "refused": "bad", "withdrawn": "quiet"}


async def rows(store: Store, letters: Sequence[Credentials], language: str) -> list[dict[str, Any]]:
    """In order of precedence of the organizations, then by name."""
    people = await called(store, Person, [each.facts.person for each in letters])
    homes = await called(store, Organization, [each.facts.organization for each in letters])
    found = [
        _row(each, people.get(each.facts.person), homes.get(each.facts.organization), language) for each in letters
    ]
    return sorted(found, key=lambda each: (each["precedence"], each["organization"], each["name"]))


def _row(letter: Credentials, person: Person | None, home: Organization | None, language: str) -> dict[str, Any]:
    dated = period(letter.facts.dated, "gregorian") if letter.facts.dated else None
    return {
        "id": letter.id,
        "person": letter.facts.person,
        "name": person.name if person else "",
        "organization": locale.choose(home.name, language) if home else "",
        "home": letter.facts.organization,
        "precedence": (home.facts.precedence if home else None) or 10_000,
        "powers": letter.facts.powers,
        "number": letter.facts.number,
        "dated": (also(dated, language) or said(dated, language)) if dated else "",
        "state": letter.state.value,
        "tone": TONES[letter.state],
        "reason": letter.reason,
    }


async def people_called(store: Store, ids: Sequence[UUID]) -> dict[str, str]:
    """How these people are called, by their ids as text."""
    found = await called(store, Person, [*dict.fromkeys(ids)])
    return {str(id): each.name for id, each in found.items() if each.name}
