"""What decisions bring about: registration asks, an office confirms by the link in its mail, the record says what came of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from tests.registration.entries.test_pages import fields_of
from tests.story.chain import Chain
from tests.story.told.mail import links
from tests.story.told.met import Met

WHY = "The hall is closed."


async def brought_about(met: Met) -> dict[str, Any]:
    """One is confirmed by a link, one by the secretariat, one is refused, one lapses. Returns what the record says of each."""
    chain, following = met.chain, met.following.rpartition("/")[2]
    online = {"effect_kind": "change_mode", "target": following, "mode": "online"}
    before = await _gatherings(chain)
    decided = [await _decides(chain, online)]
    await _answers(met, "confirm")
    assert (await chain.secretary.get(met.following)).json()["mode"] == "online"
    begins = datetime.now(UTC) + timedelta(days=30)
    when = {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(hours=2)).isoformat()}
    decided.append(await _decides(chain, {"effect_kind": "call_meeting", "body": met.body, **when}))
    await _confirms(chain)
    decided.append(await _decides(chain, online | {"mode": "in_person"}))
    await _answers(met, "refuse", reason=WHY)
    decided.append(await _decides(chain, {"effect_kind": "postpone", "target": following}))
    tag = {"If-Match": (await chain.secretary.get(decided[-1])).headers["ETag"]}
    await chain.post(f"{decided[-1]}/withdraw", {"reason": "A mistake."}, **tag)
    await chain.house.settle()
    stand = [await _outcome(chain, each) for each in decided]
    assert [each[1] for each in stand] == ["carried_out", "carried_out", "refused", "lapsed"]
    assert stand[2][2] == {"en": WHY}
    after = await _gatherings(chain)
    assert len(after) == len(before) + 1, "the meeting is called once"
    desk = await chain.secretary.get(f"/minutes/gatherings/{chain.gathering}?lang=en")
    assert "carried out on" in desk.text
    return {"outcomes": stand, "gatherings": after}


async def _decides(chain: Chain, effect: dict[str, Any]) -> str:
    form = {"text": {"en": "So it is resolved."}, "adoption": "acclamation", "effect": effect}
    made = await chain.post(f"{chain.minutes}/decisions", form)
    await chain.house.settle()
    return str(made.headers["Location"])


async def _answers(met: Met, step: str, **said: str) -> None:
    """Who holds the office, by the newest of their links, pressed twice; looking changes nothing."""
    here, chain = met.chain.house, met.chain
    [waits] = (await chain.secretary.get("/registration/v1/effects?state=pending")).json()
    async with here.client() as phone:
        [link] = [each for each in links(here, met.address(0), "/registration/effect") if await _open(phone, each)]
        form = fields_of((await phone.get(link)).text)
        assert (await chain.secretary.get(f"/registration/v1/effects/{waits['id']}")).json()["state"] == "pending"
        for _ in range(2):
            done = await phone.post(link, data=form | {"step": step} | said)
            assert done.status_code == 303, done.text
    await here.settle()


async def _open(phone: httpx.AsyncClient, link: str) -> bool:
    """Whether it still asks."""
    return 'name="step"' in (await phone.get(link)).text or "<form" in (await phone.get(link)).text


async def _confirms(chain: Chain) -> None:
    [waits] = (await chain.secretary.get("/registration/v1/effects?state=pending")).json()
    path = f"/registration/v1/effects/{waits['id']}"
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/confirm", {}, **tag)
    await chain.house.settle()


async def _outcome(chain: Chain, decision: str) -> tuple[str, str, Any]:
    """What the record says: of one effect."""
    [found] = (await chain.secretary.get(f"{decision}/effects")).json()
    return found["effect_kind"], found["stands"], found["reason"]


async def _gatherings(chain: Chain) -> list[tuple[str, str, str]]:
    found = (await chain.secretary.get("/registration/v1/gatherings?limit=100")).json()
    return sorted((each["title"]["en"], each["state"], each["mode"]) for each in found)
