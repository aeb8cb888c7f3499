"""The reviewer: asked by mail, comments by paragraph until a date; who was named approves; what is published can be checked."""

import hashlib
import re
from typing import Any
from uuid import UUID

from tests.story.chain import Chain
from tests.story.reviewed import approve, circulate
from tests.story.told.mail import links
from tests.story.told.met import CAME, Met

SAID = {"words": "The river carries less.", "said_in": "en", "manner": "summary"}
RIGHT = SAID | {"words": "The river carries a tenth less."}
WHY = "Nobody counted them."


async def reviewed(met: Met) -> dict[str, Any]:
    """From the adjournment to a published version that was corrected. Returns what everybody can see of it."""
    chain = met.chain
    statement = (await chain.post(f"{chain.minutes}/statements", SAID | {"speaker": chain.people[1]})).json()["id"]
    decision = (await chain.vote()).json()["id"]
    await chain.move(chain.path, "adjourn")
    await chain.house.settle()
    await circulate(chain, days=7, approvers=tuple(chain.people[:2]))
    asked = [len(links(chain.house, met.address(n), "/minutes/review")) for n in range(4)]
    assert asked == [int(n in CAME) for n in range(4)], "those who were there are asked, once"
    await _comments(met, 3, f"statement-{statement}", "It carries a tenth less.")
    await _comments(met, 1, f"decision-{decision}", "There were five in favour.")
    await _settles(chain, statement)
    await chain.house.passes(days=7)
    await _comments(met, 3, f"statement-{statement}", "Too late.", status=409)
    await _approved(chain)
    await chain.move(chain.minutes, "publish")
    await chain.house.settle()
    await _corrects(chain, decision)
    return {"asked": asked, "versions": await _checked(chain), "events": await _events(chain)}


async def _comments(met: Met, n: int, anchor: str, words: str, status: int = 303) -> None:
    """By the link in their mail, without an account, sent twice."""
    link = links(met.chain.house, met.address(n), "/minutes/review")[0]
    async with met.chain.house.client() as phone:
        shown = re.findall(r'name="anchor" value="([^"]+)"', (await phone.get(link)).text)
        assert (anchor in shown) == (status == 303), shown
        form = {"key": words, "anchor": anchor, "said_in": "en", f"words_{anchor}": words}
        for _ in range(2):
            answer = await phone.post(link.replace("/review?", "/review/comment?"), data=form)
            assert answer.status_code == status, answer.text
        assert (await phone.get(link)).text.count(words) == int(status == 303)
    await met.chain.house.settle()


async def _settles(chain: Chain, statement: str) -> None:
    """One is taken up, and the record says so now; one is declined, and why."""
    about, other = (await chain.secretary.get(f"{chain.minutes}/comments")).json()
    path = f"{chain.minutes}/statements/{statement}"
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/correct", RIGHT | {"speaker": chain.people[1]}, **tag)
    for each, form in ((about, {"taken_up": True}), (other, {"taken_up": False, "reason": WHY})):
        path = f"{chain.minutes}/comments/{each['id']}"
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/settle", form, **tag)
    await chain.house.settle()


async def _approved(chain: Chain) -> None:
    """By both who were named, and by nobody else."""
    states = []
    for n in (3, 0, 1):
        async with chain.house.client("person", sub=UUID(chain.people[n])) as own:
            answer = (await approve(own, chain)).json()
            states.append(answer.get("code") or answer["state"])
        await chain.house.settle()
    assert states == ["no-approver", "in_review", "approved"]


async def _corrects(chain: Chain, decision: str) -> None:
    path = f"{chain.minutes}/decisions/{decision}"
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    form = {"text": {"en": "The council meets in autumn."}, "adoption": "consensus", "reason": "So it was said."}
    await chain.post(f"{path}/correct", form, **tag)
    await chain.house.settle()


async def _checked(chain: Chain) -> int:
    """Anybody checks the chain with the files alone. Returns how many versions there are."""
    async with chain.house.client() as anybody:
        listed = (await anybody.get(f"{chain.minutes}/versions")).json()
        before = None
        for each in listed:
            text = await anybody.get(f"{chain.minutes}/versions/{each['number']}/text")
            assert hashlib.sha256(text.content).hexdigest() == each["sha256"]
            assert text.json()["previous"] == before
            before = each["sha256"]
        assert [each["number"] for each in listed] == [1, 2]
        page = await anybody.get(f"/minutes/versions/{chain.gathering}/2?lang=en")
        assert "<ins>" in page.text
        assert "So it was said." in text.text, "why it was corrected is sealed, too"
        record = await anybody.get((await chain.secretary.get(chain.minutes)).json()["path"], params={"lang": "en"})
        assert RIGHT["words"] in record.text
        assert "So it was said." in record.text
        return len(listed)


async def _events(chain: Chain) -> list[str]:
    """What was said of the minutes, once each."""
    found = {each["id"]: each for each in await chain.events("minutes", "plenary.minutes")}
    return sorted(each["type"] for each in found.values() if each["data"]["gathering"] == chain.gathering)
