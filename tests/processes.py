"""Which tests start a process of their own: found by looking at what they and their fixtures use, so that none is forgotten."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

STARTS = {"subprocess", "multiprocessing", "create_subprocess_exec", "create_subprocess_shell", "fork"}
"""Whoever names one of these starts a process."""

_HARMLESS: set[int] = set()
"""What was looked at, together with all that it uses, and starts none: most tests use the same."""


@cache  # many tests are the same one with other values
def starts_one(functions: frozenset[Callable[..., Any]]) -> bool:
    """Whether one of these functions, or something of `tests` that they use, starts a process."""
    waiting: list[Any] = list(functions)
    seen: set[int] = set()
    while waiting:
        used = waiting.pop()
        if id(used) in seen or id(used) in _HARMLESS:
            continue
        seen.add(id(used))
        for function in _functions(used):
            starts, meant = _looked_at(function)
            if starts:
                return True
            waiting += meant
    _HARMLESS.update(seen)
    return False


@cache  # most tests use the same few
def _looked_at(function: FunctionType) -> tuple[bool, list[Any]]:
    """Whether it names what starts a process, and what of `tests` it uses."""
    names = set(_names(function.__code__))
    return bool(names & STARTS), [each for each in _meant(names, function.__globals__) if any(_functions(each))]


def _meant(names: set[str], where: Mapping[str, Any]) -> Iterator[Any]:
    """What these names mean in a module; of another module of `tests` what is named of it."""
    for meant in (where[name] for name in names if name in where):
        yield meant
        if isinstance(meant, ModuleType) and meant.__name__.startswith("tests."):
            yield from (vars(meant)[name] for name in names if name in vars(meant))


def _functions(used: Any) -> Iterator[FunctionType]:
    """Of a function itself, of a class its methods; nothing of what is not of `tests`."""
    used = getattr(used, "__wrapped__", used)
    if not (getattr(used, "__module__", None) or "").startswith("tests."):
        return
    if isinstance(used, FunctionType):
        yield used
    elif isinstance(used, type):
        for member in vars(used).values():
            yield from _functions(getattr(member, "__func__", member))


def _names(code: CodeType) -> Iterator[str]:
    """Every name that stands in a function, and in the functions inside it."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
