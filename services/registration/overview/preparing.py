"""What the form of a gathering offers to a meeting: its number among the coordination meetings, and what it may prepare."""

from typing import Any
from uuid import UUID

from services.registration.gatherings.coordination import NEXT
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import CHANGEABLE
from shared import locale
from shared.store import In, Store
from shared.web.typed import Typed

NUMBERS = 20
"""So many numbers are offered; the next one is, however many there are."""
CHOICES = 100
"""So many gatherings are offered, and those that it prepares already."""


async def offered(store: Store, it: Gathering | None, form: Typed | None, language: str) -> dict[str, Any]:
    """The numbers, the gatherings, and which of these are ticked."""
    ticked = form.all("prepares") if form else [str(id) for id in it.facts.prepares] if it else []
    found = await store.find(Gathering, {"state": In(CHANGEABLE)}, sort="starts_at", limit=CHOICES)
    kept = await store.get_many(Gathering, it.facts.prepares if it else [])
    all_ = {stored.id: stored.entity for stored in (*kept.values(), *found.items) if not it or stored.id != it.id}
    return {
        "numbers": [str(NEXT), *map(str, range(1, 1 + max(NUMBERS, (it.facts.coordination or 0) if it else 0)))],
        "preparable": [(str(id), locale.choose(each.title, language)) for id, each in all_.items()],
        "ticked": ticked,
    }


def prepares(form: Typed) -> list[UUID]:
    """Those that are ticked; notes what is no id."""
    try:
        return [UUID(id) for id in form.all("prepares")]
    except ValueError:
        form.errors["prepares"] = "wrong_choice"
        return []
