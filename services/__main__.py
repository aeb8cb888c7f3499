"""The topology. Three services that never call each other; all that passes between them is events on a log.

    registration   who is invited, who comes, who holds a seat
    notifications  who is told what, when, in which language
    minutes        what was said, decided, and who was present

Each service's `__init__` names its subjects, one folder each. What a subject keeps, hears and then does stands in its `SUBJECT`
and in the `ON` table at the foot of its `handlers.py`; `docs/map.md` draws it all: which event, who hears it, what follows.

Without settings all three run in this process on SQLite. `python -m services registration` runs one of them;
`PLENARY_EVENTS_URL=kafka://…` and `PLENARY_<SERVICE>_STORE_URL=mongodb://…` put it on Kafka and MongoDB, any number of
processes each.
"""

import asyncio
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Final, TextIO

from services import NAMES
from services.lineage import Lost
from services.process import Process
from services.server import Server, server
from shared.errors import Damaged, PlenaryError
from shared.flow import Definition
from shared.settings import Misconfigured, Settings
from shared.telemetry import let_nothing_escape, log_to, of_the_loop

log = logging.getLogger(__name__)

LAST: Final = 8.0
"""Seconds that a process has to end when it was told to; a container engine kills it after ten."""


class _Services(Mapping[str, Definition]):
    """Each is imported when it is first asked for: a process that runs one holds the code of one (a fifth less memory)."""

    def __getitem__(self, name: str) -> Definition:
        if name not in NAMES:
            raise KeyError(name)
        found: Definition = import_module(f"services.{name}").SERVICE
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


SERVICES: Final = _Services()


async def serve(settings: Settings, names: Sequence[str], ready: Callable[[Process], None]) -> None:
    """Run these services until SIGINT or SIGTERM. `ready` is told once, when requests are taken."""
    async with Process.open(settings, [SERVICES[name] for name in names]) as process:
        serving = server(process.app, settings, lambda: ready(process))
        _stop_on_signal(process, serving)
        async with asyncio.TaskGroup() as tasks:
            work = tasks.create_task(process.work())
            work.add_done_callback(lambda _: _stop(process, serving))
            await process.compared.wait()
            _let_stay()
            await serving.serve()
            work.cancel()


def _let_stay() -> None:
    """What is there at the start stays: the garbage collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # a request makes some hundred objects that die by themselves


def _stop_on_signal(process: Process, server: Server) -> None:
    def told() -> None:
        end_in_time()
        _stop(process, server)

    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, told)


def end_in_time(seconds: float = LAST) -> None:
    """After so long the process is over, whatever still waits: drivers ask a store, a broker or a name server that is away in
    threads that nobody can interrupt. What was answered stands, as after `kill -9`."""

    def leave() -> None:
        log.warning("ended while a store, a broker or a name server did not answer; the next start goes on")
        os._exit(0)

    last = threading.Timer(seconds, leave)
    last.daemon = True
    last.start()


def _stop(process: Process, server: Server) -> None:
    process.installation.draining = True
    server.should_exit = True


def run(
    settings: Settings, names: Sequence[str], ready: Callable[[Process], None], *, logs: TextIO = sys.stderr
) -> int:
    """`serve` in an event loop of its own; returns the exit status. What cannot start says why in one line."""
    log_to(logs, settings.log_level)
    let_nothing_escape()
    try:
        with asyncio.Runner(loop_factory=_loop) as runner:
            runner.run(serve(settings, names, ready))
    except PlenaryError as error:
        return _refused(error)
    except ExceptionGroup as group:
        first = group.exceptions[0]
        if not isinstance(first, Lost | Damaged):
            raise
        return _refused(first)
    return 0


def _refused(error: PlenaryError) -> int:
    print(f"plenary: {error.detail}", file=sys.stderr)  # noqa: T201  a person at a terminal reads it
    return 1


def _loop() -> asyncio.AbstractEventLoop:
    import uvloop

    loop = uvloop.new_event_loop()
    loop.set_exception_handler(of_the_loop)
    return loop


def main(names: Sequence[str]) -> int:
    """`python -m services [NAME…]`."""
    try:
        settings = Settings.here(list(SERVICES))
    except Misconfigured as wrong:
        print(f"plenary: {wrong}", file=sys.stderr)  # noqa: T201
        return 2
    chosen = names or settings.services or list(SERVICES)
    if unknown := set(chosen) - SERVICES.keys():
        print(f"plenary: no service {', '.join(sorted(unknown))}; there are {', '.join(SERVICES)}", file=sys.stderr)  # noqa: T201
        return 2
    return run(settings, chosen, lambda _: None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
