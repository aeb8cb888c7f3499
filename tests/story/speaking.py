"""Who asks to speak at a meeting, and speaks: each thing that can become of a list of speakers."""

from typing import Any

from tests.story.chain import Chain

PAGES = [
    f"/minutes/gatherings/{{gathering:uuid}}/speakers/{{item:uuid}}/{path}"
    for path in ("{step}", "{speaker:uuid}/{step}")
]
"""Where the forms of lists of speakers are sent to."""


async def speak(chain: Chain, first: str, second: str) -> None:
    """On these items. In the session, by some of those who are inside."""
    one, other = [f"{chain.minutes}/speakers/{each}" for each in (first, second)]
    for path in (one, other):
        await chain.post(f"{path}/open", {"limit": 180})
    for n, purpose in ((0, "statement"), (1, "statement"), (3, "statement"), (3, "right_of_reply")):
        await chain.post(f"{one}/add", {"person": chain.people[n], "purpose": purpose})
    line = await _line(chain, one)
    await _changed(chain, one, f"{line[2]}/move", {"before": line[1], "reason": "Has to leave."})
    await chain.post(f"{one}/{line[1]}/take-off", {"reason": "Was called away."})
    for speaker in (line[0], line[2]):
        await chain.post(f"{one}/{speaker}/begin")
    await chain.post(f"{one}/{line[2]}/end")
    await _changed(chain, one, "limit", {"limit": None})
    await _changed(chain, one, "close")
    await chain.post(f"{other}/add", {"person": chain.people[0], "purpose": "point_of_order"})


async def _line(chain: Chain, path: str) -> list[str]:
    return list((await chain.secretary.get(path)).json()["line"])


async def _changed(chain: Chain, path: str, step: str, form: dict[str, Any] | None = None) -> None:
    """A step of the list as it stands."""
    await chain.post(f"{path}/{step}", form, **{"If-Match": (await chain.secretary.get(path)).headers["ETag"]})
