"""Minutes are circulated: somebody who was there comments on them and approves them; then whoever keeps them asks once more."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx

from tests.story import ending, owed, press
from tests.story.chain import Chain
from tests.story.meeting import correct_and_withdraw

PAGES = [
    *("/minutes/review/{step}", "/minutes/reviews/{gathering:uuid}/{step}"),
    *(
        f"/minutes/gatherings/{{gathering:uuid}}/review/{path}"
        for path in ("circulate", "approvals/{person:uuid}", "comments/{comment:uuid}/{step}")
    ),
]
"""Where the forms of a review are sent to."""


def in_days(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


async def circulate(chain: Chain, days: int = 7, approvers: tuple[str, ...] = ()) -> None:
    """Asked until then; and everybody has their mail."""
    tag = {"If-Match": (await chain.secretary.get(chain.minutes)).headers["ETag"]}
    form = {"comments_until": in_days(days), "approvers": list(approvers)}
    await chain.post(f"{chain.minutes}/circulate", form, **tag)
    await chain.house.settle()


async def comment(asking: httpx.AsyncClient, chain: Chain, words: str = "We said ten gauges.", **about: Any) -> str:
    """The path of a comment that is made."""
    form = {"words": words, "said_in": "en", **about}
    answer = await asking.post(f"{chain.minutes}/comments", json=form)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


async def approve(asking: httpx.AsyncClient, chain: Chain) -> httpx.Response:
    """What they see now."""
    seen = (await asking.get(f"{chain.minutes}/text")).json()["sha256"]
    return await asking.post(f"{chain.minutes}/approvals", json={"text": seen})


async def review(chain: Chain, asking: Callable[[httpx.AsyncClient], httpx.AsyncClient] | None = None) -> None:
    """All that can be asked of a review. `asking`: how the approver speaks."""
    approver = chain.people[0]
    await circulate(chain, approvers=(approver,))
    async with (
        chain.house.client("person", sub=UUID(approver)) as client,
        asking(client) if asking else nullcontext(client) as own,
    ):
        path = await comment(own, chain)
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/settle", {"taken_up": False, "reason": "It was five."}, **tag)
        assert (await approve(own, chain)).status_code == 200
    await circulate(chain, 8)


async def decide_and_publish(chain: Chain, asking: Callable[[httpx.AsyncClient], httpx.AsyncClient]) -> None:
    """What comes of a meeting: a decision, a final statement, a review; and what was wrong in it, and what it left to do."""
    decision = await chain.vote()
    assert decision.status_code == 201
    await ending.end_with_a_statement(chain)
    await chain.move(chain.path, "adjourn")
    await chain.house.settle()
    await review(chain, asking)
    await chain.move(chain.minutes, "approve", "publish")
    await correct_and_withdraw(chain, f"{chain.minutes}/decisions/{decision.json()['id']}")
    await owed.owe_and_report(chain)
    await press.report(chain)
