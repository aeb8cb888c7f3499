"""Invitations over HTTP: the secretariat invites, those invited answer, and another's is a 404."""

from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from tests.registration.house import Site, site
from tests.world.site import changed

BY = "2030-03-01T12:00:00Z"


async def said(client: httpx.AsyncClient, path: str, step: str, form: dict[str, Any]) -> httpx.Response:
    """With the version that was read."""
    seen = (await client.get(path)).headers["ETag"]
    return await client.post(f"{path}/{step}", json=form, headers={"If-Match": seen})


async def begun(here: Site) -> tuple[str, str, str, str]:
    """The path of a gathering, two people, and an organization."""
    path = await here.gathering("announce")
    people = [await here.person(n) for n in (1, 2)]
    async with here.client("secretariat") as secretary:
        form = {"code": "DELTA", "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
        return path, people[0], people[1], (await secretary.post("/v1/organizations", json=form)).json()["id"]


async def test_a_person_answers_their_own_invitation_and_no_other(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path, one, two, _ = await begun(here)
        form = {"category": "delegate", "reply_by": BY, "person": one}
        made = await secretary.post(f"{path}/invitations", json=form)
        assert (made.status_code, made.json()["state"]) == (201, "pending"), made.text
        assert (await secretary.post(f"{path}/invitations", json=form)).json() == made.json()
        other = await secretary.post(f"{path}/invitations", json=form | {"category": "press"})
        assert (other.status_code, other.json()["code"]) == (409, "invited-otherwise")
        mine = f"/v1/invitations/{made.json()['id']}"
        async with here.client("person", sub=UUID(one)) as own:
            assert [each["id"] for each in (await own.get("/v1/invitations")).json()] == [made.json()["id"]]
            assert (await said(own, mine, "reply", {"reply": "accepted", "source": "letter"})).status_code == 403
            accepted = await said(own, mine, "reply", {"reply": "accepted"})
            assert (accepted.status_code, accepted.json()["state"]) == (200, "accepted"), accepted.text
            sent = await said(own, mine, "substitute", {"name": "Another", "email": "p2@example.org"})
            assert (sent.json()["state"], sent.json()["substitute"]) == ("substituted", two)
        async with here.client("person", sub=UUID(two)) as stranger:
            assert (await stranger.get(mine)).status_code == 404
            assert (await stranger.get("/v1/invitations")).json() == []
            tag = {"If-Match": '"1"'}
            for step, body in (("reply", {"reply": "declined"}), ("delegates", {}), ("withdraw", None)):
                refused = await stranger.post(f"{mine}/{step}", json=body, headers=tag)
                assert refused.status_code == (403 if step == "withdraw" else 404)
        by_letter = await said(secretary, mine, "reply", {"reply": "declined", "source": "letter"})
        assert by_letter.json()["answers"][-1]["source"] == "letter"
        assert (await changed(secretary, mine, "withdraw")).json()["state"] == "withdrawn"


async def test_focal_points_name_the_delegates_of_their_organization_within_the_quota(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path, one, _, home = await begun(here)
        form = {"category": "delegate", "reply_by": BY, "organization": home, "quota": 2, "focal_points": [one]}
        made = (await secretary.post(f"{path}/invitations", json=form)).json()
        theirs, people = f"/v1/invitations/{made['id']}", "/v1/people"
        before = len((await secretary.get(people)).json())
        async with here.client(f"focal-point:{home}") as point:
            assert len((await point.get("/v1/invitations", params={"organization": home})).json()) == 1
            many = [{"name": f"Delegate {n}", "email": f"d{n}@example.org"} for n in range(3)]
            assert (await said(point, theirs, "delegates", {"add": many})).status_code == 409
            assert len((await secretary.get(people)).json()) == before, "nobody is entered of too many"
            named = await said(point, theirs, "delegates", {"add": [*many[:2], many[0]]})
            assert (named.json()["state"], len(named.json()["delegates"])) == ("accepted", 2)
            first = named.json()["delegates"][0]
            other = await said(point, theirs, "delegates", {"add": many[2:], "remove": [first]})
            assert (len(other.json()["delegates"]), first in other.json()["delegates"]) == (2, False)
            stale = await point.post(f"{theirs}/delegates", json={"remove": [first]}, headers={"If-Match": '"1"'})
            assert stale.status_code == 412
        async with here.client(f"focal-point:{UUID(int=1)}") as stranger:
            assert (await stranger.get(theirs)).status_code == 404
            assert (await stranger.get("/v1/invitations", params={"organization": home})).status_code == 404


async def test_nobody_is_invited_to_a_draft(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path, person = await here.gathering(), await here.person(1)
        async with here.client("secretariat") as secretary:
            form = {"category": "delegate", "reply_by": BY, "person": person}
            refused = await secretary.post(f"{path}/invitations", json=form)
            assert (refused.status_code, refused.json()["code"]) == (409, "not-announced")
            no_one = {name: form[name] for name in ("category", "reply_by")}
            await changed(secretary, path, "announce")
            assert (await secretary.post(f"{path}/invitations", json=no_one)).status_code == 422
