"""Documents: their form is a contract with operators and with later releases."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import Invalid
from shared.store import Done, Heard, Outgoing, Stored
from shared.store.codec import Unencodable, decode, encode, plain
from tests.contract.documents import NOON, Note, Place, State, new

ID = UUID("01890000-0000-7000-8000-000000000001")


def form(stored: Stored[Any]) -> dict[str, Any]:
    """The whole document, as plain JSON values."""
    return encode(stored).whole


def test_a_document_has_this_form() -> None:
    change = Stored(
        Place(
            ID, number=3, at=NOON.astimezone(timezone(timedelta(hours=3, minutes=30))), wakes=NOON, fee=Decimal("1.10")
        ),
        version=4,
        sequence=7,
        heard={ID: Heard(2, ID)},
        outbox=(Outgoing(7, ID, "place.taken.v1", NOON, b'{"seat":3}'),),
        recent=(Done(ID, "hash", 4),),
    )
    event = {
        "sequence": 7,
        "id": str(ID),
        "type": "place.taken.v1",
        "at": "2031-05-04T12:00:00.000000Z",
        "data": '{"seat":3}',
    }
    assert form(change) == {
        "_id": str(ID),
        "schema": 1,
        "version": 5,
        "sequence": 7,
        "heard": {str(ID): {"sequence": 2, "event": str(ID)}},
        "claims": [str(ID), "upper/seat/3", f"command/{ID}"],
        "outbox": [{**event, "correlation": "", "causation": "", "traceparent": ""}],
        "recent": [{"token": str(ID), "body": "hash", "version": 4, "events": 0, "at": None, "refusal": None}],
        "due": "2031-05-04T12:00:00.000000Z",
        "behind": None,
        "basin": "upper",
        "number": 3,
        "rank": None,
        "state": "pending",
        "names": {},
        "fee": "1.10",
        "at": "2031-05-04T12:00:00.000000Z",
        "span": None,
        "notes": [],
        "tags": [],
        "wakes": "2031-05-04T12:00:00.000000Z",
        "holds": [],
    }


def test_the_version_of_what_was_read_is_the_version_that_stands() -> None:
    document = form(new(Place(ID)))
    assert (document["version"], decode(Place, document).version) == (1, 1)
    assert form(decode(Place, document))["version"] == 2


@given(st.lists(st.datetimes(timezones=st.timezones()), min_size=2, max_size=9))
def test_instants_sort_as_text(instants: list[datetime]) -> None:
    instants = [at for at in instants if 1 < at.year < 9999]
    texts = [plain(at) for at in instants]
    assert {len(text) for text in texts} <= {27}
    by_time = sorted(instants, key=lambda at: at.timestamp())
    assert [datetime.fromisoformat(text).timestamp() for text in sorted(texts)] == [at.timestamp() for at in by_time]


@pytest.mark.parametrize(
    ("value", "stands"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (0.5, 0.5),
        (ID, str(ID)),
        (State.PENDING, "pending"),
        (Decimal("2.0"), "2.0"),
    ],
)
def test_one_value_in_a_query_has_the_form_that_documents_have(value: Any, stands: Any) -> None:
    assert plain(value) == stands
    assert type(plain(value)) is type(stands)


@pytest.mark.parametrize("value", [[1], {"$gt": 1}, 2**63, "\ud800", object(), NOON.replace(tzinfo=None)])
def test_what_no_field_can_hold_cannot_be_asked_for(value: Any) -> None:
    with pytest.raises(Invalid):
        plain(value)


def test_a_reason_names_the_place_and_never_the_value() -> None:
    with pytest.raises(Unencodable) as raised:
        form(new(Place(ID, notes=[Note(ID, "a secret", at="not a time")])))  # type: ignore[arg-type]
    assert "notes.0.at" in str(raised.value)
    assert "not a time" not in str(raised.value)


@dataclass(slots=True)
class Version:
    kind: ClassVar[str] = "versions"
    id: UUID
    version: int = 0


@dataclass(slots=True)
class Hidden:
    kind: ClassVar[str] = "hidden"
    id: UUID
    _name: str = ""


@pytest.mark.parametrize("kind", [Version, Hidden])
def test_an_entity_cannot_have_a_field_that_the_envelope_has_or_that_is_not_written(kind: type[Any]) -> None:
    with pytest.raises(TypeError, match=r"version|_name"):
        form(new(kind(uuid4())))


# Unknown fields


@dataclass(slots=True)
class Line:
    text: str
    parts: list["Line"] = field(default_factory=list)


@dataclass(slots=True)
class Left:
    left: int


@dataclass(slots=True)
class Right:
    right: int


@dataclass(slots=True)
class Text:
    kind: ClassVar[str] = "texts"
    id: UUID
    lines: tuple[Line, ...] = ()
    by_language: dict[str, Line] = field(default_factory=dict)
    side: Left | Right | None = None


def changed(document: dict[str, Any], **values: Any) -> dict[str, Any]:
    """The document after a release that knows less changed these fields of it."""
    stored = decode(Text, document)
    for name, value in values.items():
        setattr(stored.entity, name, value)
    return form(stored)


def text(**values: Any) -> dict[str, Any]:
    return {**form(new(Text(ID))), **values}


def test_unknown_fields_of_the_envelope_survive() -> None:
    document = form(new(Text(ID), events=2))
    document["tenant"] = "a"
    document["outbox"][1]["tracestate"] = "b"
    document["recent"][0]["by"] = "c"
    again = changed(document)
    assert (again["tenant"], again["outbox"][1]["tracestate"], again["recent"][0]["by"]) == ("a", "b", "c")
    assert "tracestate" not in again["outbox"][0]


def test_unknown_fields_in_a_list_without_ids_stay_with_their_equals() -> None:
    one, two = {"text": "one", "parts": [], "tone": 1}, {"text": "two", "parts": [], "tone": 2}
    assert changed(text(lines=[one, two]), lines=(Line("two"), Line("one")))["lines"] == [two, one]
    assert changed(text(lines=[one, two]), lines=(Line("two"),))["lines"] == [two]
    edited = changed(text(lines=[one, two]), lines=(Line("one"), Line("second")))["lines"]
    assert [line["tone"] for line in edited] == [1, 2]
    for lines in ((Line("another"),), (Line("x"), Line("y"), Line("z"))):
        strangers = changed(text(lines=[one, two]), lines=lines)["lines"]
        assert not any("tone" in line for line in strangers)


def test_unknown_fields_survive_within_each_other_and_in_mappings() -> None:
    inner = {"text": "inner", "parts": [], "tone": 1}
    lines = [{"text": "outer", "parts": [inner]}]
    assert changed(text(lines=lines))["lines"] == lines
    by_language = {"fa": inner, "en": {"text": "gone", "parts": [], "tone": 2}}
    assert changed(text(by_language=by_language), by_language={"fa": Line("new")})["by_language"] == {
        "fa": {"text": "new", "parts": [], "tone": 1}
    }


def test_a_field_of_another_member_of_a_union_is_known_and_does_not_come_back() -> None:
    document = text(side={"left": 3, "depth": 9})
    assert changed(document, side=Right(4))["side"] == {"right": 4, "depth": 9}
    assert changed(document, side=None)["side"] is None
