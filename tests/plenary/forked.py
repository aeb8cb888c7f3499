"""Processes that have imported all before they begin: each is forked off one that does nothing else.

To import the services is four fifths of a start. A fresh interpreter starts where that is what is asked about
(`Installation.begin`, the commands of the README, an installation in a container).
"""

import os
import signal
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import IO, Any

from services import NAMES

_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload([*(f"services.{name}" for name in NAMES), "services.__main__", "plenary.cli", __name__])


def fork(
    words: Sequence[str], environ: Mapping[str, str], errors: Path | None = None
) -> tuple[ForkServerProcess, IO[str]]:
    """`plenary` with these words and this environment, and what it says; its errors in that file, or there too."""
    reader, writer = _CONTEXT.Pipe(duplex=False)
    with reader, writer:
        process = _CONTEXT.Process(target=_begin, args=(words, dict(environ), writer, errors), daemon=True)
        process.start()
        return process, os.fdopen(os.dup(reader.fileno()))


def _begin(words: Sequence[str], environ: Mapping[str, str], out: "Connection[Any, Any]", errors: Path | None) -> None:
    from plenary.cli import main

    with out, errors.open("ab") if errors else out as told:
        os.dup2(out.fileno(), 1)
        os.dup2(told.fileno(), 2)
    os.environ.clear()
    os.environ.update(environ)
    # A shell that starts the tests in the background lets its children ignore Ctrl-C; these are to feel it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main(words, prog_name="plenary")
