"""Threads in which an event loop has done what would make it wait: a commit to the disk, a question to a server.

`loop.run_in_executor` does the same with two futures, a condition and four locks for a call; here it is one future and a queue.
Of a lone registration that spares 1 to 4 % on SQLite and, by motor, which has five questions for it, 8 to 14 % (ADR 0005).
"""

import asyncio
import threading
from collections.abc import Callable
from contextvars import Context, copy_context
from queue import SimpleQueue
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")

Call: TypeAlias = tuple["asyncio.Future[Any]", Context, Callable[..., Any], tuple[Any, ...]]


class Threads:
    """At most `most` threads, each started when the others are busy; what finds none free waits for its turn.

    The process does not wait for them when it ends; whoever has to calls `close`.
    """

    def __init__(self, name: str, most: int = 1) -> None:
        self._name, self._most = name, most
        self._calls: SimpleQueue[Call | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._under_way = 0

    def call(self, work: Callable[..., T], *what: Any) -> asyncio.Future[T]:
        """What `work(*what)` answers or raises, in the context of the caller. What is cancelled before its turn is never done.

        Raises `RuntimeError` once closed.
        """
        if not self._most:
            raise RuntimeError(f"The threads of {self._name} have ended.")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        if len(self._threads) < min(self._under_way + 1, self._most):
            thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            thread.start()
            self._threads.append(thread)
        self._under_way += 1
        self._calls.put((future, copy_context(), work, what))
        return future

    def close(self) -> None:
        """Wait until all that was called is done, and end the threads. Closing twice is fine."""
        self._most = 0
        for _ in self._threads:
            self._calls.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _work(self) -> None:
        while call := self._calls.get():
            self._do(call)
            del call  # or it would live on until the next one

    def _do(self, call: Call) -> None:
        future, context, work, what = call
        answer, error = None, None
        try:
            answer = None if future.cancelled() else context.run(work, *what)
        except BaseException as raised:  # noqa: BLE001 whoever called raises it
            error = raised
        try:
            future.get_loop().call_soon_threadsafe(self._done, future, answer, error)
        except RuntimeError:
            pass  # the loop has ended, and nobody waits any more
        finally:
            del call, future, error  # which know each other

    def _done(self, future: asyncio.Future[Any], answer: Any, error: BaseException | None) -> None:
        self._under_way -= 1
        if future.done():  # it was cancelled
            return
        if error is None:
            future.set_result(answer)
        else:
            future.set_exception(error)
