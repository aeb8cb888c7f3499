"""One paper is set at a time, also where who asked for it has gone away."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from services.registration.letters import press
from tests.waiting import until


async def test_the_press_is_free_only_once_the_paper_of_who_went_away_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    go_on = Event()

    def printed(template: Path, content: Mapping[str, Any]) -> bytes:
        begun.append(template.name)
        assert go_on.wait(60)
        return template.name.encode()

    async def first_begun() -> bool:
        return bool(begun)

    monkeypatch.setattr(press, "printed", printed)
    state = SimpleNamespace()
    first = asyncio.create_task(press.pressed(state, Path("first"), {}))
    await until(first_begun)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert state.press.locked(), "its process goes on"
    second = asyncio.create_task(press.pressed(state, Path("second"), {}))
    go_on.set()
    assert await second == b"second"
    assert begun == ["first", "second"]
    assert not state.press.locked()
