"""What the person who leads a demo sees: a line for each step that is done, a bar while many things happen."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

import click

from plenary.client import Failure

T = TypeVar("T")

AT_ONCE = 16
"""Requests in flight: the client's pool looks at each connection for each of them, and the server shares a commit as well."""

STILL = 120.0
"""Seconds without any progress after which a wait is given up."""

FIRST_LOOK, LOOK = 0.02, 0.3
"""Seconds between two looks while something is waited for: at first, as most of it is there at once, and in the end."""


def done(sentence: str) -> None:
    """A step that stands."""
    click.echo(f"{click.style('✓', fg='green')} {sentence}")


def note(sentence: str) -> None:
    """Something to see, below the step."""
    click.echo(f"    {sentence}")


def must(holds: bool, claim: str) -> None:
    """Raises `Failure` with the claim that does not hold."""
    if not holds:
        raise Failure(f"This does not hold: {claim}.")


async def all_of(label: str, items: Sequence[T], act: Callable[[T], Awaitable[object]]) -> None:
    """Do it for each, `AT_ONCE` at a time, with a bar; raises the first `Failure`."""
    free = asyncio.Semaphore(AT_ONCE)
    with _bar(len(items), label) as bar:

        async def one(item: T) -> None:
            async with free:
                await act(item)
            bar.update(1)

        try:
            async with asyncio.TaskGroup() as tasks:
                for item in items:
                    tasks.create_task(one(item))
        except ExceptionGroup as group:
            raise group.exceptions[0] from None


async def until(label: str, wanted: int, count: Callable[[], Awaitable[int]]) -> None:
    """Wait until `count` gives `wanted`, with a bar; raises `Failure` when nothing moves any more, or it becomes more."""
    loop = asyncio.get_running_loop()
    moved, reached, pause = loop.time(), 0, FIRST_LOOK
    with _bar(wanted, label) as bar:
        while True:
            now = await count()
            must(now <= wanted, f"{label}: {wanted} and no more (there are {now})")
            if now > reached:
                bar.update(now - reached)
                moved, reached = loop.time(), now
            if now == wanted:
                return
            must(loop.time() - moved < STILL, f"{label}: {wanted} (only {now} after {STILL:.0f} s without progress)")
            await asyncio.sleep(pause)
            pause = min(2 * pause, LOOK)


def _bar(length: int, label: str) -> Any:
    return click.progressbar(length=length, label=f"  {label}", show_pos=True)


def in_order(numbers: Iterable[int]) -> bool:
    """Each above the one before: distinct, and as they came."""
    return all(first < second for first, second in pairwise(numbers))
