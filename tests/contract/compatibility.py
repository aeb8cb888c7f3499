"""Whether a schema may take the place of an older one within a major version: only optional additions are allowed."""

from collections.abc import Iterator, Mapping
from typing import Any

from tools.documents import unworded

Schema = Mapping[str, Any]


def breaks(old: Schema, new: Schema) -> list[str]:
    """What a reader or a record of the old schema would stumble over; empty if nothing."""
    return list(_breaks("", unworded(old), unworded(new), unworded(old), unworded(new)))


def _breaks(at: str, old: Schema, new: Schema, old_root: Schema, new_root: Schema) -> Iterator[str]:
    old, new = _resolved(old, old_root), _resolved(new, new_root)
    inner = {"properties", "required", "items", "additionalProperties", "anyOf", "$defs"}
    for word in sorted((old.keys() | new.keys()) - inner):
        if old.get(word) != new.get(word):
            yield f"{at or '/'}: {word} was {old.get(word)!r} and is {new.get(word)!r}"
    yield from _fields(at, old, new, old_root, new_root)
    for word in ("items", "additionalProperties"):
        if isinstance(old.get(word), dict) and isinstance(new.get(word), dict):
            yield from _breaks(f"{at}/*", old[word], new[word], old_root, new_root)
        elif old.get(word) != new.get(word):
            yield f"{at or '/'}: {word} was {old.get(word)!r} and is {new.get(word)!r}"
    before, now = old.get("anyOf", []), new.get("anyOf", [])
    if len(before) != len(now):
        yield f"{at}: had {len(before)} forms and has {len(now)}"
    for was, is_ in zip(before, now, strict=False):
        yield from _breaks(at, was, is_, old_root, new_root)


def _fields(at: str, old: Schema, new: Schema, old_root: Schema, new_root: Schema) -> Iterator[str]:
    before, now = old.get("properties", {}), new.get("properties", {})
    for name in before.keys() - now.keys():
        yield f"{at}/{name}: is gone"
    for name in before.keys() & now.keys():
        yield from _breaks(f"{at}/{name}", before[name], now[name], old_root, new_root)
    for name in set(new.get("required", [])) - set(old.get("required", [])):
        yield f"{at}/{name}: is required now"
    for name in set(old.get("required", [])) - set(new.get("required", [])):
        yield f"{at}/{name}: may be missing now"


def _resolved(schema: Schema, root: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    target: Schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    return {**target, **{word: value for word, value in schema.items() if word != "$ref"}}
