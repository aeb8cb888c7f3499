"""What came of a gathering: what somebody is to do, over HTTP, from nobody's to done, carried over or dropped."""

from typing import Any

from tests.story.chain import Chain

ACTIONS = "/minutes/v1/actions"
PAGES = (
    *(f"/minutes/{path}" for path in ("actions/new", "actions/{action:uuid}/{step}", "action/{step}")),
    "/minutes/gatherings/{gathering:uuid}/actions/new",
)
"""Those that send the forms of pages."""
TEXT = {"en": "Publish the gauges of the delta each day."}


async def owe_and_report(chain: Chain) -> None:
    """One is given to a person, accepted, reported on and done; one of an organization is carried over and dropped."""
    of = {"text": TEXT, "gathering": chain.gathering, "due": "2090"}
    home = (await chain.secretary.get("/registration/v1/organizations")).json()[0]["id"]
    one = await chain.post(ACTIONS, of | {"action_kind": "action"})
    other = await chain.post(ACTIONS, of | {"action_kind": "commitment", "organization": home})
    steps: tuple[tuple[Any, str, dict[str, Any] | None], ...] = (
        (one, "assign", {"person": chain.people[-1]}),
        (one, "accept", None),
        (one, "progress", {"note": "Four of seven gauges report."}),
        (one, "done", {}),
        (other, "carry", {"due": "2091"}),
        (other, "drop", {"note": "The delta has no gauges any more."}),
    )
    for made, step, form in steps:
        path = f"{ACTIONS}/{made.json()['id']}"
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", form, **tag)
