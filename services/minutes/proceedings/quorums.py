"""The quorum by agenda item as plain values: for the page of the record, and on paper."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from services.minutes.decisions.by_item import Stood, by_item
from services.minutes.proceedings.queries import Proceedings
from services.minutes.record.reader import Reader
from shared.contracts.decisions import QuorumCount, Votes


def quorums_shown(told: Proceedings, reader: Reader) -> list[dict[str, Any]]:
    """Each item that was taken up or on which something was put to the vote, and how the quorum stood then; `title` is None on no
    item.

    Nothing where nothing of it belonged to an item: each decision says it for itself.
    """
    rows = by_item(told.items, told.decisions, told.course)
    if not any(on.item for on in rows):
        return []
    return [
        {
            "number": on.item.number if on.item else "",
            "title": reader.words(on.item.item.facts.title) if on.item else None,
            "stood": [
                {"when": each.when, "number": each.number, "at": reader.clock(each.at), **counted(each.count)}
                for each in _news(on.stood)
            ],
        }
        for on in rows
    ]


def _news(stood: Iterable[Stood]) -> Iterator[Stood]:
    """That it stood the same at the end is not said again."""
    before = None
    for each in stood:
        if each.when != "closed" or each.count != before:
            yield each
        before = each.count


def counted(count: QuorumCount) -> dict[str, Any]:
    """`count` as a text inserts it, and how many were `missing`."""
    return {"count": numbers(count), "missing": count.missing}


def numbers(counts: Votes | QuorumCount) -> dict[str, int]:
    """Each by its name. (`asdict` copies what it finds deeply, at five times the cost.)"""
    return {each.name: getattr(counts, each.name) for each in fields(counts)}
