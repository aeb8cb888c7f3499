"""Whether a document, as plain values, is what was asked for: for a server that does not answer as of one moment."""

from collections.abc import Callable, Mapping
from functools import partial
from operator import eq, ge, gt, le, lt
from typing import Any

from shared.store import In, Range, Where
from shared.store.codec import field_of, plain

COMPARISONS = {"gte": ge, "gt": gt, "lte": le, "lt": lt}


def matches(kind: type[Any], where: Where) -> Callable[[Mapping[str, Any]], bool]:
    """The test for `where`. (Of a list a server compares the elements: that is left to the server.)"""
    tests = [(field_of(kind, name), _test(wanted)) for name, wanted in where.items()]
    return lambda document: all(
        isinstance(document.get(name), list) or test(document.get(name)) for name, test in tests
    )


def _test(wanted: Any) -> Callable[[Any], bool]:
    match wanted:
        case In(values):
            return frozenset(map(plain, values)).__contains__
        case Range():
            limits = {name: getattr(wanted, name) for name in COMPARISONS}
            bounds = [(COMPARISONS[name], plain(limit)) for name, limit in limits.items() if limit is not None]
            return lambda value: value is not None and all(holds(value, limit) for holds, limit in bounds)
        case _:
            return partial(eq, plain(wanted))
