"""What is asked of questions."""

from uuid import UUID

from services.registration.fields.checks import Field
from services.registration.fields.model import Questions, questions_id
from services.registration.gatherings.checks import CATEGORIES
from services.registration.gatherings.model import Gathering
from shared import locale
from shared.flow import Read
from shared.store import Store


async def questions_of(read: Read, gathering: UUID, category: str) -> Questions:
    """What a category asks for; of one of which nothing was said, nothing."""
    return await read.maybe(Questions, questions_id(gathering, category)) or Questions.none(gathering, category)


async def asking(store: Store, gathering: UUID) -> set[str]:
    """The categories of a gathering that ask for anything."""
    found = await store.find(Questions, {"gathering": gathering}, limit=CATEGORIES)
    return {stored.entity.category for stored in found.items if stored.entity.fields}


async def asked_for(store: Store, gathering: Gathering, language: str) -> list[tuple[str, list[str]]]:
    """What each category asks those who come, as a reader may know it before they register; in the order of the categories."""
    there = await store.get_many(Questions, [questions_id(gathering.id, name) for name in gathering.capacity])
    return [
        (stored.entity.category, labels)
        for stored in sorted(there.values(), key=lambda each: [*gathering.capacity].index(each.entity.category))
        if (labels := [locale.choose(each.label, language) for each in stored.entity.of("person")])
    ]


async def columns(store: Store, gathering: UUID) -> list[Field]:
    """What all categories of a gathering ask for, each key once."""
    found = await store.find(Questions, {"gathering": gathering}, limit=CATEGORIES)
    by_key = {each.key: each for stored in found.items for each in stored.entity.fields}
    return list(by_key.values())
