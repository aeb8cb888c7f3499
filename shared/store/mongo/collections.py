"""The collections of the MongoDB store: their indexes, and how they may be sharded."""

from collections.abc import Mapping, Sequence
from typing import Any

from pymongo import IndexModel

from shared.errors import Invalid
from shared.store.codec import field_of
from shared.store.mongo.errors import CLAIMS


def shard_of(kind: type[Any], key: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields of a shard key that stand in every filter beside the id; empty for a collection that is not sharded.

    Raises `Invalid` where a claim would be unique on each shard only: MongoDB's unique indexes begin with the shard key.
    """
    fields = tuple(key)
    if dict(key) == {"gathering": 1} and "gathering" in kind.__dataclass_fields__:
        return fields
    if fields and (fields != ("_id",) or hasattr(kind, "claims")):
        raise Invalid(
            f"{kind.kind} is sharded by {', '.join(fields)}; only an immutable gathering keeps claims unique."
        )
    return ()


def indexes(kind: type[Any], shard: Sequence[str]) -> list[IndexModel]:
    """Claims, timer, outbox, what is behind, and what the kind declares; each ends with the id, by which pages go on."""
    declared: Sequence[Sequence[str]] = getattr(kind, "indexes", ())
    return [
        IndexModel([*((name, 1) for name in shard), (CLAIMS, 1)], name=CLAIMS, unique=True),
        IndexModel([("due", 1), ("_id", 1)], partialFilterExpression={"due": {"$exists": True}}),
        IndexModel("outbox.sequence", sparse=True),
        IndexModel("behind", sparse=True),
        *(IndexModel([*((field_of(kind, name), 1) for name in fields), ("_id", 1)]) for fields in declared),
    ]
