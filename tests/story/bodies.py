"""Bodies made up from a JSON Schema: mostly what it asks for, often wrong in one place, sometimes nonsense."""

import json
import random
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

Schema = Mapping[str, Any]

TEXTS = [
    *(
        "en",
        "fa",
        "ar",
        "zh-Hans",
        "delegate",
        "press",
        "XA",
        "O1",
        "p1@example.org",
        "Asia/Tehran",
        "UTC",
        "more_than",
    ),
    *("", " ", "x", "\x00", "\x1b[0m", "\ud800", "\u202e", "\ufeff", "\U0001f300", "۱۲", "é\u0301", "a" * 600, "'; --"),
    *("<script>", "{{ 7*7 }}", "%s%n", "../../etc", "line\nbreak", "null", "\ue000", "GMT+25", "../UTC", "posixrules"),
]
TIMES = [
    *("2030-03-21T09:00:00+03:30", "2030-03-22T09:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"),
    *("2030-03-21T09:00:00", "2030-02-30T00:00:00Z", "1e400", 0, -1, 2**62, 1e18, "2030-03-21", "2016-12-31T23:59:60Z"),
]
NUMBERS = [0, 1, 2, 3, 300, -1, 2**31, 2**53 + 1, 2**63, 2**70, 1.5, -0.0, 1e308, float("inf"), float("nan")]
ODD: list[Any] = [None, True, [], {}, "x", 0, [[[]]], {"": {}}, [None] * 50]

ABSENT = "00000000-0000-4000-8000-000000000000"


class Bodies:
    """Reproducible by its seed. `ids` are known ones, so that some bodies meet what is there."""

    def __init__(self, schemas: Mapping[str, Schema], seed: int, ids: list[str]) -> None:
        self._schemas = schemas
        self._random = random.Random(seed)
        self._ids = ids

    def for_route(self, schema: Schema | None, many: int) -> list[bytes]:
        """For a route with this body; one that takes none is soon told everything."""
        return [self.body(schema) for _ in range(many)] if schema else [b"", b"{}", b"nonsense", b""]

    def address(self, template: str) -> str:
        """The address of something that is there, mostly."""
        return re.sub(r"{\w+}", lambda _: self._random.choice([*self._ids, *self._ids, "no-id", ABSENT]), template)

    def body(self, schema: Schema) -> bytes:
        """JSON, or (one in twelve) something that only looks like it."""
        content = json.dumps(self._value(schema, 0)).encode()
        if self._random.random() > 1 / 12:
            return content
        cut = self._random.randrange(len(content) + 1)
        return self._random.choice([content[:cut], content + b"}", b"\xff" + content, b"[" * 500, b"", content * 3])

    def _value(self, schema: Schema, depth: int) -> Any:
        if self._random.random() < 0.03:
            return self._random.choice(ODD)
        if "$ref" in schema:
            return self._value(self._schemas[schema["$ref"].rpartition("/")[2]], depth)
        if "anyOf" in schema:
            return self._value(self._random.choice(schema["anyOf"]), depth)
        if "enum" in schema:
            return self._random.choice([*schema["enum"]] * 5 + TEXTS[-3:])
        made: dict[str, Any] = {
            "object": self._object,
            "array": self._array,
            "string": self._string,
            "integer": self._number,
            "number": self._number,
        }
        kind = schema.get("type", "null")
        return made[kind](schema, depth) if kind in made else self._random.choice([None, True, False])

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        asked = schema.get("required", ())
        found = {
            name: self._value(each, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if self._random.random() < (0.98 if name in asked else 0.6)
        }
        for pattern, each in schema.get("patternProperties", {}).items():
            for _ in range(self._random.choice([0, 1, 1, 2, 3, 30])):
                found[str(self._string({"pattern": pattern}, depth))] = self._value(each, depth + 1)
        if self._random.random() < 0.02:
            found[self._random.choice(TEXTS)] = self._random.choice(ODD)
        return found

    def _array(self, schema: Schema, depth: int) -> list[Any]:
        return [self._value(schema.get("items", {}), depth + 1) for _ in range(self._random.choice([0, 1, 2, 3, 40]))]

    def _string(self, schema: Schema, depth: int) -> Any:
        if schema.get("format") == "uuid":
            return self._random.choice([*self._ids, *self._ids, str(self._random.randbytes(16).hex()), "no-id"])
        if schema.get("format") == "date-time":
            return self._random.choice(TIMES[:2] * 6 + TIMES)
        fitting = _fitting(schema.get("pattern", ""))
        return self._random.choice(fitting if fitting and self._random.random() < 0.9 else TEXTS)

    def _number(self, schema: Schema, depth: int) -> float:
        return self._random.choice([1, 2, 3, *NUMBERS])


@cache  # a third of the time was asking these few hundred patterns the same
def _fitting(pattern: str) -> list[str]:
    return [text for text in TEXTS if re.search(pattern, text)]
