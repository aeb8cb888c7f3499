"""What is proposed of a gathering's mode, and decided."""

from tests.story.chain import Chain


async def decide_modes(chain: Chain) -> None:
    """One proposal is refused by an authority outside, the next one accepted."""
    for answer, mode in (("refused", "online"), ("accepted", "hybrid")):
        tag = {"If-Match": (await chain.secretary.get(chain.path)).headers["ETag"]}
        made = await chain.post(f"{chain.path}/proposals", {"mode": mode}, **tag)
        decision = {"answer": answer, "reason": {"en": "So be it."}, "decided_by": {"en": "The ministry"}}
        tag = {"If-Match": (await chain.secretary.get(chain.path)).headers["ETag"]}
        await chain.post(f"{chain.path}/proposals/{made.json()['id']}/decide", decision, **tag)
