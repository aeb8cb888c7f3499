"""Many records of one log altered together, and what `verify` says of each of them.

To look at each alone would read the whole installation a thousand times. Three claims speak of one aggregate at a time, and
from its own records and documents only: a fault of theirs comes of what was done to that aggregate, and of nothing beside it.
Whatever they say nothing of is looked at alone, and then everything counts that is said.
"""

import asyncio
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from plenary.verify import Finding
from tests.plenary.verify.installation import broken, said
from tests.plenary.verify.tamper import Log, Lying

OF_ONE = {
    "each aggregate's events on the log are 1..n, and n is its document's",
    "each document says what its events say",
    "each projection is the fold of its topic",
}
"""Claims whose faults are about one aggregate, which they name first."""

ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


@dataclass(frozen=True, eq=False)
class Alteration:
    """What is done to a record, which is of the aggregate that must be named; `what` says it to who reads a failure."""

    what: str
    record: Lying
    do: Callable[[Log], None]


def found(past: Path, folder: Path, alterations: Iterable[Alteration]) -> Mapping[Alteration, str]:
    """All that is said of each, empty where nothing is; a copy of `past` is made at `folder`.

    Fails where anything is named that nobody altered, and where something is said of the copy once it is whole again.
    """
    shutil.copytree(past, folder)
    return asyncio.run(_found(past, folder, list(alterations)))


async def _found(past: Path, data: Path, alterations: list[Alteration]) -> Mapping[Alteration, str]:
    told: dict[Alteration, str] = {}
    for some in rounds(alterations):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("plenary.verify.finding.SHOWN", 1_000_000)  # what is only counted names nobody
            of_each = by_aggregate(await _altered(past, data, some))
        besides = of_each.keys() - {each.record.key for each in some}
        assert not besides, f"{[each.what for each in some]} altered: {[of_each[each] for each in besides]}"
        told |= {each: "\n".join(of_each[each.record.key]) for each in some if each.record.key in of_each}
    for each in alterations:
        if each not in told:
            told[each] = said(await _altered(past, data, [each]))
    assert not await _altered(past, data, [])
    return told


def rounds(alterations: Iterable[Alteration]) -> list[list[Alteration]]:
    """All of them, no two of a round of one aggregate; several topics may tell of the same."""
    made: list[dict[str, Alteration]] = []
    for each in alterations:
        here = next((some for some in made if each.record.key not in some), None)
        if here is None:
            made.append(here := {})
        here[each.record.key] = each
    return [[*some.values()] for some in made]


def by_aggregate(findings: Iterable[Finding]) -> Mapping[str, list[str]]:
    """What the claims about one aggregate say, by its id."""
    told: dict[str, list[str]] = defaultdict(list)
    for fault in (fault for each in findings if each.claim in OF_ONE for fault in each.faults):
        if named := ID.search(fault):
            told[named[0]].append(fault)
    return told


async def _altered(past: Path, data: Path, alterations: Sequence[Alteration]) -> list[Finding]:
    """The claims that do not hold once these, and nothing else, were done to the log of the copy."""
    for ending in ("", "-wal", "-shm"):
        (data / f"log.db{ending}").unlink(missing_ok=True)
    shutil.copy(past / "log.db", data)
    for each in alterations:
        each.do(Log(data))
    return await broken(data)
