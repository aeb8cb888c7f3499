"""The readable address of a gathering: said by somebody, or made of its series, number and kind.

No address is given twice: the gathering claims it, and the unique index is the only arbiter. While it is a draft, which nobody
else may know of, another may be chosen; once it is announced its address stays for ever.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TypeVar
from uuid import UUID

from services.registration.editions.model import Edition
from services.registration.gatherings.commands import GatheringTold
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.series.model import Series
from shared.contracts.addresses import is_reserved, numbered, slug_of
from shared.errors import Invalid
from shared.flow import Read
from shared.store import Finds, Range, Where
from shared.store.every import every

KINDS = {"conference": "conference", "meeting": "meeting", "public_event": "event"}
"""How what belongs to an edition is called there."""

T = TypeVar("T", bound=GatheringTold)

_AFTER = "~"
"""Comes after every sign of an address."""


async def addressed(asked: T, read: Read, there: Gathering | None = None) -> T:
    """With its address: the one that stays, the one that is said, or the first that is free.

    Raises Invalid for another one once it is announced, and for one that another has.
    """
    said, kept = asked.facts.slug, there.facts.slug if there else ""
    if there and there.state is not GatheringState.DRAFT and kept:
        if said not in {"", kept}:
            raise Invalid.at("The address of what was announced stays as it is.", "slug", code="address-fixed")
        said = kept
    elif said:
        await _must_be_free(read, said, asked.gathering)
    else:
        said = await _first_free(read, asked)
    return replace(asked, facts=asked.facts.model_copy(update={"slug": said}))


async def _must_be_free(read: Read, address: str, but: UUID) -> None:
    if is_reserved(address) or _is_id(address):
        raise Invalid.at("This is the address of another page.", "slug")
    if await _taken(read, {"slug": address}, but):
        raise Invalid.at("Another gathering has this address.", "slug", code="address-taken")


async def _first_free(read: Read, asked: GatheringTold) -> str:
    edition = await read.maybe(Edition, asked.edition) if asked.edition else None
    if edition is None:
        beginning = slug_of(asked.title) or f"{asked.gathering_kind.replace('_', '-')}-{asked.starts_at:%Y}"
        made: Iterator[str] = (numbered(beginning, n) for n in count(1))
    else:
        series = await read.one(Series, edition.facts.series)
        beginning = f"{slug_of(series.facts.title) or 'edition'}-{edition.facts.number}"
        made = _of_edition(beginning, asked, is_whole=asked.gathering_kind == series.facts.gathering_kind)
    taken = await _taken(read, {"slug": Range(gte=beginning, lt=f"{beginning}{_AFTER}")}, asked.gathering)
    return next(each for each in made if each not in taken)


def _of_edition(edition: str, asked: GatheringTold, *, is_whole: bool) -> Iterator[str]:
    """What the series is a series of is called as its edition; what is beside it stands below that."""
    if number := asked.facts.coordination:
        yield from (numbered(f"{edition}/coordination-{number}", n) for n in count(1))
    if is_whole:
        yield edition
    yield from (f"{edition}/{KINDS[asked.gathering_kind]}-{n}" for n in count(1))


async def _taken(read: Finds, where: Where, but: UUID) -> set[str]:
    """Addresses that others have. A hint: the claim of the gathering decides."""
    return {stored.entity.facts.slug async for stored in every(read, Gathering, where, sort="slug") if stored.id != but}


def _is_id(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
