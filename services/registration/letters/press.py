"""The press of this service: one paper at a time, whoever asks, so that setting takes no more than one core from the pages."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shared.paper import printed


async def pressed(state: Any, template: Path, content: Mapping[str, Any]) -> bytes:
    """The PDF; `state` is that of the running service, which has one press. See `printed` for what it raises.

    Who asked may go away meanwhile; the press is free only once the paper is set, since its process goes on.
    """
    press: asyncio.Lock = getattr(state, "press", None) or asyncio.Lock()
    state.press = press
    await press.acquire()
    setting = asyncio.create_task(asyncio.to_thread(printed, template, content))
    setting.add_done_callback(lambda _: press.release())
    return await asyncio.shield(setting)
