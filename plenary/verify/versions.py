"""The chains of published versions, one for each minutes: that none is missing, was changed, or stands in another's place."""

import hashlib
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from plenary.verify.documents import Documents
from plenary.verify.finding import Finding
from services.minutes.record.model import Minutes
from services.minutes.versions.model import Version


class Link(NamedTuple):
    """What a chain needs of a version."""

    number: int
    sha256: str
    previous: str | None


async def versions(minutes: Documents) -> Finding:
    """Every version is read once, and its hashes are computed anew."""
    finding = Finding("published versions are as they were sealed, and none is missing")
    chains: dict[UUID, list[Link]] = {}
    async for stored in minutes.all(Version, {}):
        it = stored.entity
        finding.note(changed(it))
        sha256 = hashlib.sha256(it.text.encode()).hexdigest()
        chains.setdefault(it.facts.gathering, []).append(Link(it.facts.number, sha256, it.facts.previous))
        finding.counts["versions"] += 1
    for gathering, chain in chains.items():
        finding.note(breaks(gathering, chain))
    finding.note([each async for each in _without(minutes, chains)])
    finding.counts["chains"] = len(chains)
    return finding


def changed(it: Version) -> Iterator[str]:
    """What of one version is not as it was sealed."""
    what = f"version {it.facts.number} of the minutes {it.facts.gathering}"
    if hashlib.sha256(it.text.encode()).hexdigest() != it.facts.sha256:
        yield f"the text of {what} does not have its hash: it was changed after it was sealed"
        return
    said = _read(it.text)
    facts = (str(it.facts.gathering), it.facts.number, it.facts.previous)
    if (said.get("gathering"), said.get("number"), said.get("previous")) != facts:
        yield f"{what} holds the text of version {said.get('number')} of the minutes {said.get('gathering')}"
    hidden = hashlib.sha256((it.salt + it.restricted).encode()).hexdigest() if it.restricted else None
    if hidden != (said.get("restricted") or {}).get("sha256"):
        yield f"what not everybody reads of {what} is not what was sealed"


def _read(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except ValueError:
        said = None
    return said if isinstance(said, dict) else {}


def breaks(gathering: UUID, chain: list[Link]) -> Iterator[str]:
    """Where a chain does not hold."""
    chain = sorted(chain)
    there = {each.number for each in chain}
    for number in sorted(set(range(1, max(there) + 1)) - there):
        yield f"version {number} of the minutes {gathering} is missing"
    if chain[0].number == 1 and chain[0].previous is not None:
        yield f"version 1 of the minutes {gathering} names one before it"
    for before, after in pairwise(chain):
        if after.number == before.number + 1 and after.previous != before.sha256:
            yield f"version {after.number} of the minutes {gathering} does not follow version {before.number} as it is"
        elif after.number == before.number:
            yield f"there are two of version {after.number} of the minutes {gathering}"


async def _without(minutes: Documents, chains: Mapping[UUID, object]) -> AsyncIterator[str]:
    for state in ("published", "corrected"):
        async for stored in minutes.all(Minutes, {"state": state}):
            if stored.id not in chains:
                yield f"of the minutes {stored.id}, which are published, no version is kept"
