"""What happens when minutes are published, or something in them is corrected in the open: it is sealed as it is then."""

import json
from collections.abc import Iterable, Mapping
from secrets import token_hex
from typing import Any
from uuid import UUID, uuid5

from services.minutes.publication.content import canonical, content_of, restricted_of, sha256
from services.minutes.publication.queries import account_of
from services.minutes.record.model import Minutes
from services.minutes.statements.queries import statements_of
from services.minutes.versions.model import FORMAT, Sealed, Version
from services.minutes.versions.queries import last_of
from shared.contracts import Event, Record
from shared.contracts.contributions import (
    ContributionDeclined,
    ContributionKept,
    ContributionMadeAction,
    ContributionTakenUp,
    ContributionWithdrawn,
)
from shared.contracts.minutes import MinutesCorrected, MinutesPublished, MinutesStatementCorrected
from shared.contracts.versions import VersionFacts
from shared.flow import Change, Hear, Read

OPENLY = (ContributionTakenUp, ContributionDeclined, ContributionMadeAction, ContributionKept, ContributionWithdrawn)
"""What becomes of a contribution may be said after publication, too."""


async def seal(record: Record, read: Read) -> Iterable[Change[Version]]:
    """The next version of what everybody reads, if it differs from the last. Heard again, it is there."""
    gathering: UUID | None = getattr(record.event, "gathering", None)
    minutes = await read.maybe(Minutes, gathering) if gathering else None
    id = uuid5(record.id, "version")
    if minutes is None or not minutes.published or await read.maybe(Version, id):
        return []
    last = await last_of(read, minutes.id)
    sealed = await _sealed(record, read, minutes, last)
    return [Change(*Version.sealed(id, sealed))] if sealed else []


async def _sealed(record: Record, read: Read, minutes: Minutes, last: Version | None) -> Sealed | None:
    content = content_of(await account_of(read, minutes))
    hidden = restricted_of(await statements_of(read, minutes.id, all_of_them=True))
    restricted = canonical(hidden) if hidden else ""
    if last and (last.restricted, json.loads(last.text)["content"]) == (restricted, json.loads(canonical(content))):
        return None
    salt = token_hex(32) if restricted else ""  # or somebody who guesses a short text could try it against the hash
    number, previous = (last.facts.number + 1, last.facts.sha256) if last else (1, None)
    text = canonical(
        {
            "format": FORMAT,
            "gathering": minutes.id,
            "number": number,
            "previous": previous,
            "sealed_at": record.at,
            "content": content,
            "restricted": {"sha256": sha256(salt + restricted), "statements": len(hidden)} if restricted else None,
        }
    )
    facts = VersionFacts(gathering=minutes.id, number=number, sha256=sha256(text), previous=previous)
    return Sealed(facts=facts, text=text, restricted=restricted, salt=salt, at=record.at)


_HEARD: tuple[type[Any], ...] = (MinutesPublished, MinutesCorrected, MinutesStatementCorrected, *OPENLY)
ON: Mapping[type[Event], Hear] = dict.fromkeys(_HEARD, seal)
