"""All stories, one after the other, and what they saw."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from plenary.verify import verify
from shared.settings import Settings
from tests.story.house import house
from tests.story.told.effects import brought_about
from tests.story.told.journalist import followed
from tests.story.told.mail import told
from tests.story.told.met import Met, meets
from tests.story.told.papers import registered
from tests.story.told.reviewer import reviewed
from tests.story.told.speakers import listed

STORIES: tuple[Callable[[Met], Awaitable[dict[str, Any]]], ...] = (
    listed,
    registered,
    brought_about,
    reviewed,
    followed,
)
"""In the order in which a meeting goes: the first three while it is in session, the others when it is over."""


async def tell(folder: Path, **servers: Any) -> dict[str, Any]:
    """On the embedded default, or on these servers; every invariant holds in the end. Returns what each saw, and who was told."""
    async with house(folder, **servers) as here, here.client("secretariat") as secretary:
        met = await meets(here, secretary)
        saw: dict[str, Any] = {}
        for story in STORIES:
            async with here.client("secretariat") as met.chain.secretary:  # a token is good for five minutes
                saw[story.__name__] = await story(met)
        saw["told"] = told(here)
    findings = await verify(Settings(data=folder, **servers), lambda _: None, longest=0)
    assert [finding.faults for finding in findings if not finding.holds] == []
    return saw
