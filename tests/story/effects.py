"""What decisions bring about: one effect is carried out, one cannot be done any more, one is refused, one lapses."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.story.chain import Chain

EFFECTS = "/registration/v1/effects"
WHY = {"en": "The hall is closed."}


async def bring_about(chain: Chain) -> None:
    """While the gathering is in session, as its decisions say; the body has no offices, so the secretariat answers."""
    begins = datetime.now(UTC) + timedelta(days=90)
    body = (await chain.secretary.get(chain.path)).json()["body"]
    when = {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(hours=3)).isoformat()}
    here = {"effect_kind": "change_mode", "target": chain.gathering, "mode": "online"}
    await _decide(chain, {"effect_kind": "call_meeting", "body": body, **when})
    await _answer(chain, "confirm", {})
    assert (await _last(chain, "carried_out"))["made"]
    await _decide(chain, here)
    await _answer(chain, "confirm", {})
    assert (await _last(chain, "failed"))["hindrance"] == "begun"
    await _decide(chain, here)
    await _answer(chain, "refuse", {"reason": WHY})
    withdrawn = await _decide(chain, here)
    tag = {"If-Match": (await chain.secretary.get(withdrawn)).headers["ETag"]}
    await chain.post(f"{withdrawn}/withdraw", {"reason": "A mistake."}, **tag)
    await chain.house.settle()
    assert await _last(chain, "lapsed")


async def _decide(chain: Chain, effect: dict[str, Any]) -> str:
    form = {"text": {"en": "So it is resolved."}, "adoption": "acclamation", "effect": effect}
    made = await chain.post(f"{chain.minutes}/decisions", form)
    await chain.house.settle()
    return str(made.headers["Location"])


async def _answer(chain: Chain, step: str, form: dict[str, Any]) -> None:
    path = f"{EFFECTS}/{(await _last(chain, 'pending'))['id']}"
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/{step}", form, **tag)
    await chain.house.settle()


async def _last(chain: Chain, state: str) -> dict[str, Any]:
    found = (await chain.secretary.get(f"{EFFECTS}?state={state}")).json()
    assert len(found) == 1, found
    return dict(found[0])
