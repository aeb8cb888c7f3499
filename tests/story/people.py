"""What is told of people beside the chain."""

from tests.story.chain import Chain

_FORM = "the form carries its own key, and its version where something changes"
_NOTED = "what is noted stands, and no event tells of it"
POSTS = {
    "/registration/gatherings/{gathering:uuid}/groups": _FORM,
    "/registration/gatherings/{gathering:uuid}/groups/{group:uuid}": _FORM,
    "/registration/people/{entry:uuid}/posts/new": _FORM,
    "/registration/people/{entry:uuid}/posts/{post:uuid}": _FORM,
    "/minutes/gatherings/{gathering:uuid}/roll": _FORM,
    "/minutes/gatherings/{gathering:uuid}/roll/{person:uuid}": _FORM,
    "/minutes/v1/minutes/{gathering}/roll": _NOTED,
    "/minutes/v1/minutes/{gathering}/roll/{person}/strike": _NOTED,
}
"""What goes its own way in being done once, and why."""


async def enter_and_strike(chain: Chain) -> None:
    """A post that somebody held, and one that somebody did not."""
    post = {"positions": {"en": "Adviser"}, "begins": "2019"}
    held, struck = (f"/registration/v1/people/{id}" for id in chain.people[:2])
    await chain.post(f"{held}/posts", post)
    async with chain.house.client("secretariat") as once:  # of a person only the newest state is on the log
        entered = (await once.post(f"{struck}/posts", json=post)).json()["id"]
        tag = {"If-Match": (await once.get(struck)).headers["ETag"]}
    await chain.post(f"{struck}/posts/{entered}/strike", **tag)
