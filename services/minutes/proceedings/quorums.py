"""The quorum by agenda item as plain values: for the page of the record, and on paper."""

from dataclasses import asdict
from typing import Any

from services.minutes.decisions.by_item import by_item
from services.minutes.proceedings.queries import Proceedings
from services.minutes.record.reader import Reader
from shared.contracts.decisions import QuorumCount


def quorums_shown(told: Proceedings, reader: Reader) -> list[dict[str, Any]]:
    """Each item on which something was put to the vote, and how the quorum stood then; `title` is None on no item.

    Nothing where no vote belonged to an item: each decision says it for itself.
    """
    rows = by_item(told.items, told.decisions)
    if not any(on.item for on in rows):
        return []
    return [
        {
            "number": on.item.number if on.item else "",
            "title": reader.words(on.item.item.facts.title) if on.item else None,
            "stood": [{"number": each.number, "at": reader.clock(each.at), **counted(each.count)} for each in on.stood],
        }
        for on in rows
    ]


def counted(count: QuorumCount) -> dict[str, Any]:
    """`count` as a text inserts it, and how many were `missing`."""
    return {"count": asdict(count), "missing": count.missing}
