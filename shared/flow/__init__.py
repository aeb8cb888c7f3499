"""The path of a change: decide and commit (`run`), send what it published, hear what others published."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeAlias, TypeVar

from shared.contracts import Record
from shared.flow.change import Change
from shared.flow.read import Read

C = TypeVar("C")
E = TypeVar("E")

Decide: TypeAlias = Callable[[C, Read], Awaitable[Change[Any]]]
"""A command handler: one change. It does not write, publish, sleep, look at a clock or send mail."""

Hear: TypeAlias = Callable[[Record, Read], Awaitable[Iterable[Change[Any]]]]
"""An event handler: what the event causes beside its mirror."""

__all__ = ["Change", "Decide", "Hear", "Read"]
