"""Who is invited, to a role or to a gathering, and what they answer, over HTTP."""

from datetime import UTC, datetime, timedelta

from tests.story.chain import Chain

PAGES = (
    "/registration/invitation/{step}",
    "/registration/invitations/{invitation:uuid}/{step}",
    "/registration/invitation/delegates",
    "/registration/invitations/{invitation:uuid}/delegates",
    "/registration/invitation/table",
    "/registration/invitations/{invitation:uuid}/table",
    "/registration/invitations/{invitation:uuid}/office/{step}",
    "/registration/gatherings/{gathering:uuid}/invitations/new",
    "/registration/invitations/{invitation:uuid}/letter",
    "/registration/letters/{entry:uuid}/{step}",
)
"""Those that send the forms of pages."""
LETTERS = {
    "/registration/v1/invitations/{invitation}/letters": "the letter that has the number is the answer, and no event tells of it",
    **dict.fromkeys(
        ("/registration/v1/letters/{letter}/send", "/registration/v1/letters/{letter}/void"),
        "it is so already, and no event tells of it",
    ),
}
"""What is asked of letters of invitation."""


async def invite_people(chain: Chain, category: str = "press") -> None:
    """A person and an organization are invited, and answer; one is taken back."""
    by = {"reply_by": (datetime.now(UTC) + timedelta(hours=1)).isoformat(), "category": category}
    kept, home = chain.people[-1], (await chain.secretary.get("/registration/v1/organizations")).json()[0]["id"]
    one = await chain.post(f"{chain.path}/invitations", by | {"person": kept})
    all_ = await chain.post(
        f"{chain.path}/invitations", by | {"organization": home, "quota": 2, "focal_points": [kept]}
    )
    other = {"name": "In Their Place", "email": "place@example.org"}
    later = {"reply_by": (datetime.now(UTC) + timedelta(hours=2)).isoformat()}
    for made, step, form in (
        (one, "reply", {"reply": "tentative"}),
        (one, "extend", later),
        (one, "substitute", other),
        (all_, "delegates", {"add": [other]}),
        (one, "withdraw", None),
    ):
        path = f"/registration/v1/invitations/{made.json()['id']}"
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", form, **tag)


async def invite_and_revoke(chain: Chain) -> None:
    """Somebody is given a role, and has it no more."""
    form = {"name": "Door Keeper", "email": "door@example.org", "office": "observer"}
    made = await chain.post("/registration/v1/team/grants", form)
    gone = {"role": "observer", "person": made.json()["holders"][0]["person"]}
    await chain.post("/registration/v1/team/revocations", gone)
