"""What servers say about a refused write, and how a collection may be sharded: both read without a server."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

import pytest
from bson.errors import InvalidBSON
from pymongo.errors import AutoReconnect, OperationFailure

from shared.errors import Damaged, Invalid, Unavailable
from shared.store import Stale, Unfit
from shared.store.mongo.client import asked, repeated
from shared.store.mongo.collections import indexes, shard_of
from shared.store.mongo.errors import Clash, Verdict, verdict

RECORDED = "recorded from the local server that speaks MongoDB's protocol: no keyPattern"
SINCE_4_2 = "the form of MongoDB 4.2 and later, as in public issue threads (typegoose/mongodb-memory-server#556)"
BEFORE_3_2 = "the form of MongoDB before 3.2 (Automattic/mongoose#2471)"
OTHERS = "a server that names no index"


def duplicate(errmsg: str, **more: Any) -> dict[str, Any]:
    return {"index": 0, "code": 11000, "errmsg": f"E11000 duplicate key error {errmsg}", **more}


SEAT = 'of "the\nupper" }/seat/1'

CASES = [
    (RECORDED, duplicate('collection: t1.k index: _id_ dup key: { _id: "a" }', codeName="DuplicateKey"), Stale()),
    (RECORDED, duplicate('collection: t1.k index: claims dup key: { claims: "x" }'), Clash("x")),
    (RECORDED, duplicate(f'collection: t1.k index: claims dup key: {{ claims: "{SEAT}" }}'), Clash(SEAT)),
    (
        SINCE_4_2,
        duplicate('collection: p.k index: _id_ dup key: { _id: "a" }', keyPattern={"_id": 1}, keyValue={"_id": "a"}),
        Stale(),
    ),
    (
        SINCE_4_2,
        duplicate(
            'collection: p.k index: claims dup key: { claims: "cut off…',
            keyPattern={"claims": 1},
            keyValue={"claims": SEAT},
        ),
        Clash(SEAT),
    ),
    (
        "sharded by gathering",
        duplicate('collection: p.k index: claims dup key: { gathering: "g", claims: "x" }'),
        Clash("x"),
    ),
    (
        "sharded by gathering, " + SINCE_4_2,
        duplicate("", keyPattern={"gathering": 1, "claims": 1}, keyValue={"gathering": "g", "claims": "x"}),
        Clash("x"),
    ),
    (
        "with a collation the key is bytes",
        duplicate("", keyPattern={"claims": 1}, keyValue={"claims": b"\0"}),
        Clash(None),
    ),
    (BEFORE_3_2, duplicate("index: p.k.$_id_ dup key: { : 'a' }"), Stale()),
    (BEFORE_3_2, duplicate('index: p.k.$claims dup key: { : "x" }'), Clash(None)),
    (OTHERS, duplicate("Failed _id or unique index constraint."), Clash(None)),
    (OTHERS, {"index": 0, "code": 11000}, Clash(None)),
    ("an operator's index that begins with the id", duplicate("", keyPattern={"_id": 1, "version": 1}), Stale()),
    ("another's unique index", duplicate("index: email_1 dup key: {}"), Unfit("it breaks the unique index email_1")),
    ("parallel arrays", {"index": 0, "code": 171}, Unfit("the server refuses it (code 171)")),
    ("a write conflict passes", {"index": 0, "code": 112}, None),
    ("a disk that is full may have room later", {"index": 0, "code": 14031}, None),
]


@pytest.mark.parametrize(("error", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_write_error_is_read_whatever_the_server_tells(error: dict[str, Any], expected: Verdict) -> None:
    assert verdict(error) == expected


@dataclass(slots=True)
class Seat:
    kind: ClassVar[str] = "seats"
    id: UUID
    gathering: UUID
    claims: tuple[str, ...] = ()


@dataclass(slots=True)
class Leaf:
    kind: ClassVar[str] = "leaves"
    id: UUID


@pytest.mark.parametrize(
    ("kind", "key"), [(Seat, {}), (Seat, {"gathering": 1}), (Leaf, {"_id": "hashed"}), (Leaf, {"_id": 1})]
)
def test_a_collection_whose_claims_stay_unique_is_accepted(kind: type[Any], key: dict[str, Any]) -> None:
    assert shard_of(kind, key) in {(), ("gathering",)}


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Seat, {"_id": "hashed"}),
        (Seat, {"gathering": "hashed"}),
        (Seat, {"gathering": 1, "id": 1}),
        (Leaf, {"text": 1}),
        (Leaf, {"gathering": 1}),
    ],
)
def test_a_collection_whose_claims_would_be_unique_on_a_shard_only_is_refused(
    kind: type[Any], key: dict[str, Any]
) -> None:
    with pytest.raises(Invalid):
        shard_of(kind, key)


def test_the_index_of_claims_begins_with_the_shard_key() -> None:
    claims = indexes(Seat, ("gathering",))[0].document
    assert (list(claims["key"]), claims["unique"]) == (["gathering", "claims"], True)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OperationFailure("Data corruption detected", 301), Damaged),
        (InvalidBSON("not valid UTF-8"), Damaged),
        (OperationFailure("not authorized", 13), Unavailable),
        (AutoReconnect("connection closed"), Unavailable),
    ],
)
async def test_what_a_server_cannot_read_any_more_is_damage(error: Exception, kind: type[Unavailable]) -> None:
    async def answer() -> None:
        raise error

    with pytest.raises(Unavailable) as raised:
        await asked(answer())
    with pytest.raises(Unavailable) as twice:
        await repeated(answer)
    assert [type(each.value) for each in (raised, twice)] == [kind, kind]
