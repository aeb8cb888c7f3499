"""What becomes of gatherings beside the chain."""

from tests.story.chain import Chain, gathering_form


async def plan_a_part(chain: Chain, title: str = "Opening") -> str:
    """A session of the gathering; where it is."""
    there = (await chain.secretary.get(chain.path)).json()
    session = {"title": {"en": title}, "starts_at": there["starts_at"], "ends_at": there["ends_at"]}
    made = await chain.post(f"{chain.path}/programme", session)
    return f"/registration/v1/programme/{made.json()['id']}"


async def bring_group(chain: Chain) -> None:
    """Experts who come without their names."""
    group = {"gathering": chain.gathering, "called": {"en": "Experts on silt"}, "number": 12}
    await chain.post("/registration/v1/groups", group)


async def put_on_programme(chain: Chain) -> None:
    """A session of the gathering, withdrawn again after the programme was published with it; and experts who come as a group."""
    await bring_group(chain)
    path = await plan_a_part(chain)
    await chain.post(f"{chain.path}/programme/publish")
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/withdraw", {}, **tag)


async def call_off(chain: Chain) -> None:
    """Another gathering is announced, postponed and cancelled."""
    path = "/registration/v1/gatherings"
    chain.gathering = (await chain.post(path, gathering_form())).json()["id"]
    await chain.move(chain.path, "announce")
    for step in ("postpone", "cancel"):
        tag = {"If-Match": (await chain.secretary.get(chain.path)).headers["ETag"]}
        await chain.post(f"{chain.path}/{step}", {"reason": {"en": "The road is flooded."}}, **tag)
