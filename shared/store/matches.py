"""Whether a document, as plain values, is what was asked for: for a server that does not answer as of one moment."""

from collections.abc import Callable, Mapping
from operator import contains, eq, ge, gt, le, lt
from typing import Any, TypeAlias

from shared.store import In, Range, Where
from shared.store.codec import field_of, plain

Test: TypeAlias = Callable[[Any], bool]

COMPARISONS = {"gte": ge, "gt": gt, "lte": le, "lt": lt}


def matches(kind: type[Any], where: Where) -> Callable[[Mapping[str, Any]], bool]:
    """The test for `where`. (Of a list a server compares the elements: that is left to the server.)"""
    tests = [(field_of(kind, name), _test(wanted)) for name, wanted in where.items()]
    return lambda document: all(
        isinstance(document.get(name), list) or test(document.get(name)) for name, test in tests
    )


def _test(wanted: Any) -> Test:
    match wanted:
        case In(values):
            among = frozenset(map(plain, values))
            return lambda value: _compared(among, contains, value)
        case Range():
            limits = {name: getattr(wanted, name) for name in COMPARISONS}
            bounds = [(COMPARISONS[name], plain(limit)) for name, limit in limits.items() if limit is not None]
            return lambda value: value is not None and all(_compared(value, sign, limit) for sign, limit in bounds)
        case _:
            equal = plain(wanted)
            return lambda value: _compared(value, eq, equal)


def _compared(left: Any, sign: Callable[[Any, Any], bool], right: Any) -> bool:
    try:
        return sign(left, right)
    except TypeError:  # of another type by now
        return False
