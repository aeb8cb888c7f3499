"""Documents that cannot be read: damaged, or written by a newer release. They are named, and stop nobody who can do without."""

from collections.abc import Awaitable, Mapping
from typing import Any, TypeVar

from shared.errors import Damaged

T = TypeVar("T")


class Unreadable(Damaged):
    """Of single documents, in a store that is well.

    `faults` says why, by the places in the answer that was asked for; `rest` is that answer without them.
    """

    def __init__(self, faults: Mapping[int, str], rest: Any = None) -> None:
        super().__init__(" ".join([*faults.values()][:3]))
        self.faults = faults
        self.rest = rest


async def readable(answer: Awaitable[T]) -> T:
    """What can be read of the answer of `find`, `get_each` or `get_many`; the log has named the others."""
    try:
        return await answer
    except Unreadable as bad:
        rest: T = bad.rest
        return rest
