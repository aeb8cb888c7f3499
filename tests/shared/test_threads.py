"""Threads that work for an event loop: what is answered, raised, cancelled and waited for."""

import asyncio
import threading
from collections.abc import Iterator
from contextvars import ContextVar

import pytest

from shared.store.mongo.client import connect, disconnect
from shared.threads import Threads

TOLD: ContextVar[str] = ContextVar("TOLD", default="")


@pytest.fixture
def two() -> Iterator[Threads]:
    threads = Threads("two", 2)
    yield threads
    threads.close()


async def test_a_call_is_answered_elsewhere_in_the_context_of_who_asked(two: Threads) -> None:
    TOLD.set("here")
    answer = await two.call(lambda what: (what, TOLD.get(), threading.current_thread().name), 7)
    assert answer == (7, "here", "two")


async def test_what_is_raised_is_raised_to_who_asked_and_the_thread_goes_on(two: Threads) -> None:
    with pytest.raises(ZeroDivisionError):
        await two.call(lambda: 1 / 0)
    with pytest.raises(SystemExit):
        await two.call(exit, 3)
    assert await two.call(lambda: 2) == 2


async def test_as_many_work_at_once_as_there_may_be_and_the_rest_waits(two: Threads) -> None:
    both, go, order = threading.Barrier(3, timeout=10), threading.Event(), list[int]()

    def held() -> None:
        both.wait()
        assert go.wait(10)

    first = [two.call(held), two.call(held)]
    rest = [two.call(order.append, n) for n in range(20)]
    await asyncio.to_thread(both.wait)
    assert order == [], "two are at work, and there is no third"
    go.set()
    await asyncio.gather(*first, *rest)
    assert sorted(order) == list(range(20))
    assert len(two._threads) == 2


async def test_one_thread_is_enough_for_who_asks_one_after_the_other(two: Threads) -> None:
    names = {await two.call(threading.get_ident) for _ in range(10)}
    assert len(names) == 1
    assert len(two._threads) == 1


async def test_what_is_cancelled_before_its_turn_is_never_done() -> None:
    one, go, done = Threads("one"), threading.Event(), list[str]()
    holding = one.call(go.wait, 10)
    waiting = one.call(done.append, "cancelled")
    last = one.call(done.append, "last")
    waiting.cancel()
    go.set()
    await asyncio.gather(holding, last)
    assert done == ["last"]
    one.close()


async def test_what_is_cancelled_in_its_turn_is_done_and_nobody_is_told() -> None:
    one, begun, go, done = Threads("one"), threading.Event(), threading.Event(), list[str]()

    def work() -> None:
        begun.set()
        assert go.wait(10)
        done.append("done")

    working = one.call(work)
    assert await asyncio.to_thread(begun.wait, 10)
    working.cancel()
    go.set()
    assert await one.call(lambda: list(done)) == ["done"]
    one.close()


async def test_closing_waits_for_what_was_called_and_refuses_what_comes_later() -> None:
    one, done = Threads("one"), list[int]()
    called = [one.call(done.append, n) for n in range(100)]
    one.close()
    assert done == list(range(100))
    await asyncio.gather(*called)
    with pytest.raises(RuntimeError, match="have ended"):
        one.call(done.append, 100)
    one.close()


async def test_a_thread_that_cannot_be_started_is_not_counted(two: Threads, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(threading.Thread, "start", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            two.call(lambda: 1)
    assert await two.call(lambda: 2) == 2


async def test_motor_asks_in_threads_of_ours() -> None:
    client = connect("mongodb://127.0.0.1:1/nowhere", "motor")
    framework = client.get_default_database()["places"]._framework
    asked = framework.run_on_executor(asyncio.get_running_loop(), lambda: threading.current_thread().name)
    assert await asked == "motor"
    await disconnect(client)


def test_a_loop_that_ended_meanwhile_leaves_the_thread_to_the_next() -> None:
    one, go = Threads("one"), threading.Event()

    async def leave() -> None:
        one.call(go.wait, 10)

    async def ask() -> int:
        return await one.call(lambda: 5)

    asyncio.run(leave())
    go.set()
    assert asyncio.run(ask()) == 5
    one.close()
