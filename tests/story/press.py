"""The press is told of a gathering: its report, over HTTP, from the draft to a correction; and what appeared."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from shared.contracts.subscriptions import subscription_id
from tests.story.chain import Chain

REPORTS = "/minutes/v1/reports"
PAGES = ("/minutes/gatherings/{gathering:uuid}/report/{step}",)
"""Those that send the forms of pages."""

SUBSCRIBING = {
    "/registration/reports": "browsers send no key; who asked before is there, and is not asked again",
    "/registration/reports/own": "what has ended has ended",
    "/registration/reports/own/confirm": "only what waits for it is confirmed",
}
"""Forms of those who read reports, and why a repeat does nothing."""


async def subscribe(chain: Chain) -> None:
    """Two who are on record are told of reports by mail; one of them is not any more."""
    keys = chain.house.process.installation.keys
    async with chain.house.client() as visitor:
        for person, steps in zip(chain.people, (("/confirm",), ("/confirm", "")), strict=False):
            email = (await chain.secretary.get(f"/registration/v1/people/{person}")).json()["email"]
            await visitor.post("/registration/reports", data={"email": email, "language": "en"})
            link = keys.link("subscription", subscription_id(UUID(person)), timedelta(days=1))
            for step in steps:
                answer = await visitor.post(f"/registration/reports/own{step}", params={"link": link})
                assert answer.status_code == 303
    await chain.house.settle()


async def report(chain: Chain) -> None:
    """Drawn, published, corrected; something appears, and is struck again."""
    path = f"{REPORTS}/{(await chain.post(REPORTS, {'gathering': chain.gathering})).json()['id']}"

    def said(headline: str) -> dict[str, Any]:
        return {"texts": {"en": {"headline": headline, "lead": "The council met."}}}

    for step, form in (
        ("publish", None),
        ("correct", said("Seven towns share their gauges") | {"reason": "There were seven."}),
    ):
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", form, **tag)
    form = {"outlet": "The River Gazette", "link": "https://gazette.example/towns"}
    [appeared] = (await chain.post(f"{path}/coverage", form)).json()["coverage"]
    await chain.post(f"{path}/coverage/{appeared['id']}/strike", None)
