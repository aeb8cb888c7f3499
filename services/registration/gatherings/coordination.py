"""What a meeting prepares: an edition, as one of its coordination meetings, which are numbered within it; and other gatherings,
of whatever series.

No number is given twice: the meeting claims it, and the unique index is the only arbiter.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from services.registration.editions.model import Edition
from services.registration.gatherings.commands import GatheringTold
from services.registration.gatherings.model import Gathering
from shared import locale
from shared.contracts.gatherings import Particulars
from shared.contracts.organizations import Text
from shared.errors import Invalid
from shared.flow import Read
from shared.locale import DEFAULTS, LANGUAGES, Texts
from shared.store import Finds, Range, Store, Where

NEXT = 0
"""Asks for the number that comes next."""

MOST = 500
"""So many meetings are looked through: the coordination meetings of an edition, and those that prepare something."""

T = TypeVar("T", bound=GatheringTold)


def called(number: int, edition: int, language: str) -> str:
    """`The first coordination meeting of the seventh edition`."""
    texts = Texts(language, DEFAULTS[language].digits, "services.registration.gatherings")
    meeting, whole = texts("coordination_meeting", n=number), texts("coordination_edition", n=edition)
    return texts("coordination_title", meeting=meeting, edition=whole)


def of_body(body: Text) -> Text:
    """How a meeting of a body is called where nobody says so: `Meeting: Council`, in each of our languages."""
    return {
        language: Texts(language, DEFAULTS[language].digits, "services.registration.gatherings")(
            "meeting_of", body=locale.choose(body, language)
        )
        for language in LANGUAGES
    }


async def prepared(asked: T, read: Read) -> T:
    """With the number that comes next, where it asks for one, and called by it, where nobody says how it is called.

    Raises Invalid for a number that another has, for a meeting of no edition, and for gatherings that there are not.
    """
    there = await read.many(Gathering, asked.facts.prepares)
    if any(id not in there or id == asked.gathering for id in asked.facts.prepares):
        raise Invalid.at("There is no other gathering with this id.", "prepares")
    number = asked.facts.coordination
    if number is None:
        return asked
    if asked.gathering_kind != "meeting" or asked.edition is None:
        raise Invalid.at("A coordination meeting is a meeting of an edition; name it.", "coordination")
    given = await _given(read, asked.edition, asked.gathering)
    if number in given:
        raise Invalid.at("The edition has another coordination meeting of this number.", "coordination")
    number = number if number != NEXT else max(given, default=0) + 1
    edition = (await read.one(Edition, asked.edition)).facts.number
    title = asked.title or {language: called(number, edition, language) for language in LANGUAGES}
    return replace(asked, title=title, facts=asked.facts.model_copy(update={"coordination": number}))


async def _given(read: Finds, edition: UUID, but: UUID) -> set[int]:
    """The numbers of the others."""
    where: Where = {"edition": edition, "coordination": Range(gte=1)}
    found = await read.find(Gathering, where, limit=MOST)
    return {stored.entity.facts.coordination or 0 for stored in found.items if stored.id != but}


async def beside(store: Store, it: Gathering, language: str, where: Where) -> dict[str, Any]:
    """What a page shows: how it is called by its number (""), what it prepares, and which meetings prepare it.

    `where`: which gatherings the reader may know of.
    """
    told: Particulars = it.facts
    edition = await store.get(Edition, it.edition) if it.edition and told.coordination else None
    ahead = await store.get_many(Gathering, told.prepares)
    seen = [each.entity for id in told.prepares if (each := ahead.get(id)) and _shown(each.entity, where)]
    found = await store.find(Gathering, {**where, "preparing": True}, sort="starts_at", limit=MOST)
    return {
        "coordination": called(told.coordination or 0, edition.entity.facts.number, language) if edition else "",
        "prepares": _links(seen, language),
        "prepared_by": _links([each.entity for each in found.items if it.id in each.entity.facts.prepares], language),
    }


def _shown(gathering: Gathering, where: Where) -> bool:
    return not where or gathering.state in where["state"].values


def _links(gatherings: Sequence[Gathering], language: str) -> list[dict[str, Any]]:
    return [{"id": each.id, "title": locale.choose(each.title, language)} for each in gatherings]
