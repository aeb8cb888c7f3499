"""Playwright's loop runs in the thread of the tests: what is asynchronous is done in another."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def beside(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Do it, and wait for what it gives."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(lambda: asyncio.run(work())).result()
