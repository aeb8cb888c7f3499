"""Between an entity in its envelope and the document that a database keeps: plain JSON values, the same on every adapter.

A document is `{_id, schema, version, sequence, heard, claims, outbox, recent, due, behind, …fields of the entity}`; the
fields of the facts that an entity carries (`facts: …Facts`) are fields of the document.
UUIDs, decimals and enums are text or their value; an aware datetime is UTC text of fixed width, so that it sorts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast

import orjson
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from shared.contracts.facts import Facts, carried, laid_flat, picked_up
from shared.errors import Invalid
from shared.store import LARGEST, Entity, Stored, command_claim
from shared.store.unknown import keep
from shared.store.unreadable import Unreadable

ENVELOPE = ("version", "sequence", "heard", "outbox", "recent", "behind")
"""The fields of `Stored` that a document has beside those of the entity, by the same names."""

RESERVED = frozenset({"_id", "schema", *ENVELOPE})
"""What an entity can have no field for (`due` and `claims` may be fields: they mean the same)."""

E = TypeVar("E", bound=Entity)

_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_NON_STR_KEYS


class Unencodable(Exception):
    """The change cannot be stored by anybody; the text is the reason. Adapters answer `Unfit(reason)`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is to be kept: the outbox for itself, since it is emptied without the rest being written again."""

    values: dict[str, Any]
    """All but the outbox, as plain JSON values; `body` is their text."""
    body: bytes
    outbox: bytes

    @property
    def whole(self) -> dict[str, Any]:
        return {**self.values, "outbox": orjson.loads(self.outbox)}


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is known of an entity's class: how to read it in its envelope, its fields but the id, which of them are those of the
    facts that it carries, and what in a document is none of them."""

    reader: TypeAdapter[Stored[Any]]
    names: tuple[str, ...]
    carried: tuple[str, ...]
    beside: frozenset[str]
    schema: int
    lifts: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...]


def encode(stored: Stored[Any]) -> Document:
    """The whole document at version + 1. Raises `Unencodable`."""
    kind, known = type(stored.entity), _known(type(stored.entity))
    body, outbox = _text(_with_envelope(stored, known)), _text(stored.outbox, _encode_sent)
    values: dict[str, Any] = orjson.loads(body)
    _must_read_back(kind, known, values)
    if stored.raw is not None:
        values["outbox"] = orjson.loads(outbox)
        unchanged = encode(replace(decode(kind, stored.raw), raw=None))
        keep(stored.raw, unchanged.whole, values)
        outbox, body = _text(values.pop("outbox")), _text(values)
    if len(body) + len(outbox) > LARGEST:
        raise Unencodable(f"{len(body) + len(outbox)} bytes are too large (at most {LARGEST})")
    return Document(values, body, outbox)


def decode(kind: type[E], document: Mapping[str, Any]) -> Stored[E]:
    """The entity in its envelope. Raises `Unreadable` (the detail holds no values)."""
    try:
        known, schema = _known(kind), document["schema"]
        if schema > known.schema:
            raise Unreadable({0: f"{kind.kind} {document['_id']} was written by a newer version of Plenary."})
        return _read(known, document if schema == known.schema else _lifted(known, document))
    except (ValidationError, KeyError, TypeError) as error:
        raise Unreadable({0: f"{kind.kind} {document.get('_id')} cannot be read: {_where(error)}."}) from error


def plain(value: Any) -> Any:
    """One value as documents hold it, for `where` and cursors. Raises `Invalid` for what no field can hold."""
    if value is None or type(value) in {bool, float}:
        return value
    try:
        value = orjson.loads(_text(value))
    except Unencodable as error:
        raise Invalid("A value that was asked for cannot be compared.") from error
    if isinstance(value, list | dict):
        raise Invalid("A value that was asked for cannot be compared.")
    return value


def field_of(kind: type[Any], name: str) -> str:
    """The document's field for a name in `where` or `sort`. Raises `LookupError` if the kind has none."""
    if name in {"_id", "id", "due", "behind"} or name in _known(kind).names:
        return "_id" if name == "id" else name
    raise LookupError(f"{kind.kind} has no field {name!r}.")


def _with_envelope(stored: Stored[Any], known: _Kind) -> dict[str, Any]:
    """All but the outbox. A field of the entity that the envelope has, too, counts more."""
    entity, id = stored.entity, str(stored.entity.id)
    commands = (command_claim(done.token) for done in stored.recent if done.body and not done.refusal)
    return {
        "_id": id,
        "schema": known.schema,
        "version": stored.version + 1,
        "sequence": stored.sequence,
        "heard": stored.heard,
        "claims": list(dict.fromkeys([id, *getattr(entity, "claims", ()), *commands])),
        "recent": stored.recent,
        "due": getattr(entity, "due", None),
        "behind": stored.behind,
        **laid_flat(entity, known.names),
    }


def _lifted(kind: _Kind, document: Mapping[str, Any]) -> dict[str, Any]:
    """The document as it would have been written today. (When it is changed, it is.)"""
    entity = {name: value for name, value in document.items() if name not in kind.beside}
    for lift in kind.lifts[document["schema"] - 1 :]:
        entity = lift(entity)
    return {**{name: document[name] for name in kind.beside & document.keys()}, "schema": kind.schema, **entity}


def _read(kind: _Kind, document: Mapping[str, Any]) -> Stored[Any]:
    parts = {**{name: document[name] for name in ENVELOPE}, "entity": _entity(kind, document)}
    try:
        stored = kind.reader.validate_python(parts, extra="forbid")
    except ValidationError:  # mostly since a newer release wrote more than this one knows
        stored = kind.reader.validate_python(parts)
        stored.raw = document
    stored.held = tuple(document["claims"])
    return stored


def _entity(kind: _Kind, document: Mapping[str, Any]) -> dict[str, Any]:
    """What is none of the envelope, the facts that the entity carries in their place."""
    entity = {name: value for name, value in document.items() if name not in kind.beside} | {"id": document["_id"]}
    return picked_up(entity, kind.carried)


def _encode(value: Any) -> Any:
    """What orjson does not know by itself, or would write in another form."""
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date | time | timedelta | Decimal):
        return to_jsonable_python(value)
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    if isinstance(value, Mapping | Facts):
        return dict(value)
    raise TypeError(f"no document can hold a {type(value).__name__}")


def _encode_sent(value: Any) -> Any:
    """In an outbox the data of events are text."""
    return value.decode() if isinstance(value, bytes) else _encode(value)


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise TypeError("a datetime has no zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def _text(value: Any, default: Callable[[Any], Any] = _encode) -> bytes:
    """JSON, its numbers within 64 bits. Raises `Unencodable`."""
    try:
        return orjson.dumps(value, default=default, option=_OPTIONS | orjson.OPT_STRICT_INTEGER)
    except (TypeError, UnicodeError, RecursionError):
        return _rare_text(value, default)


def _rare_text(value: Any, default: Callable[[Any], Any]) -> bytes:
    """What holds numbers beyond 53 bits, or cannot be encoded at all: only here they are looked for one by one."""
    try:
        text = orjson.dumps(value, default=default, option=_OPTIONS)
    except (TypeError, UnicodeError, RecursionError) as error:
        raise Unencodable(f"cannot be encoded: {error.__cause__ or error}") from error
    if not _fits(orjson.loads(text)):
        raise Unencodable("a number does not fit in 64 bits")
    return text


def _fits(value: Any) -> bool:
    if isinstance(value, dict | list):
        return all(map(_fits, value.values() if isinstance(value, dict) else value))
    return type(value) is not int or -(2**63) <= value < 2**63


def _must_read_back(kind: type[Any], known: _Kind, values: dict[str, Any]) -> None:
    """What cannot be read again (not-a-number, a value of the wrong type) must not be written."""
    try:
        known.reader.validate_python({"entity": _entity(known, values)})
    except ValidationError as error:
        raise Unencodable(f"{kind.kind} would not be readable: {_where(error)}") from error


def _where(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, each['loc']))} {each['type']}" for each in error.errors()[:3])
    return f"{type(error).__name__} {error}"


def _read_up(kind: type[Any]) -> _Kind:
    if not is_dataclass(kind):
        raise TypeError(f"{kind} is not a dataclass.")
    facts = carried(kind)
    names = [*(each.name for each in fields(kind) if not (facts and each.name == "facts")), *facts]
    odd = sorted(name for name in names if name in RESERVED or name.startswith("_") or names.count(name) > 1)
    if odd or "id" not in names:
        raise TypeError(f"{kind} needs a field id, and can have no field {', '.join(odd)}.")
    beside = RESERVED | {"claims", "due"}.difference(names)
    lifts = getattr(kind, "lifts", ())
    names.remove("id")
    return _Kind(TypeAdapter(Stored[kind]), tuple(names), facts, beside, 1 + len(lifts), lifts)  # type: ignore[valid-type]


_known = cast("Callable[[type[Any]], _Kind]", cache(_read_up))
