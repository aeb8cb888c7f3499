"""Letters over HTTP: who is addressed and who signs as they are at that moment, in the reader's language; and that this stays."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx

from tests.registration.house import Site, site
from tests.registration.invitations.test_api import BY, said
from tests.world.site import changed

PERSIAN = {"language": "fa", "calendar": "solar_hijri", "digits": "persian"}
OTHER = {"name": "Mina Brook", "email": "weir@example.org", "position": "Minister"}
NAMES = {"en": "Delta Authority", "fa": "سازمان دلتا"}


async def posted(client: httpx.AsyncClient, path: str, form: dict[str, Any]) -> dict[str, Any]:
    made = await client.post(path, json=form)
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    return found


async def office(secretary: httpx.AsyncClient, holder: str) -> str:
    """Somebody chairs a council."""
    body = await posted(
        secretary, "/v1/bodies", {"code": "COUNCIL", "name": {"en": "Council", "fa": "شورا"}, "members": []}
    )
    form = {"body": body["id"], "title": {"en": "Chair", "fa": "رئیس"}, "terms": [{"person": holder, "since": "2020"}]}
    return str((await posted(secretary, "/v1/offices", form))["id"])


async def begun(here: Site, secretary: httpx.AsyncClient, **other: Any) -> tuple[str, str, str]:
    """An organization is invited, whose focal point reads Persian, and so is that person; the paths of both, and who chairs."""
    path = await here.gathering("announce", **other)
    form = {"code": "DELTA", "name": NAMES, "organization_kind": "authority"}
    home = (await posted(secretary, "/v1/organizations", form))["id"]
    who = {
        "name": "Mina Weir",
        "name_also": "مینا رود",
        "email": "weir@example.org",
        "position": "مدیرکل",
        "title": "Dr",
    } | PERSIAN
    point = (await posted(secretary, "/v1/people", who | PERSIAN | {"organization": home}))["id"]
    chair = {"name": "Ana Ford", "name_also": "آنا گدار", "email": "ford@example.org"}
    signs = await office(secretary, (await posted(secretary, "/v1/people", chair))["id"])
    asked = {"category": "delegate", "reply_by": BY}
    one = await posted(secretary, f"{path}/invitations", asked | {"person": point})
    all_ = await posted(
        secretary, f"{path}/invitations", asked | {"organization": home, "quota": 3, "focal_points": [point]}
    )
    return f"/v1/invitations/{one['id']}", f"/v1/invitations/{all_['id']}", signs


async def test_a_letter_says_in_the_readers_language_who_is_invited_to_what_and_who_signs(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one, all_, chair = await begun(here, secretary)
        first = await posted(secretary, f"{one}/letters", {"office": chair})
        sheet = first["sheet"]
        assert (sheet["language"], sheet["head"]) == ("fa", "شورا")
        assert sheet["addressee"] == ["مینا رود", "Dr Mina Weir", "مدیرکل", "سازمان دلتا"]
        assert (sheet["signed"], sheet["post"]) == (["آنا گدار", "Ana Ford"], ["رئیس", "Chair", "شورا"])
        assert "فروردین ۱۴۰۹" in {each["label"]: each["value"] for each in sheet["facts"]}["آغاز"]
        assert "به نام سازمان خود" in sheet["paragraphs"][0]
        second = await posted(secretary, f"{all_}/letters", {"office": chair})
        assert second["sheet"]["addressee"][0] == "سازمان دلتا"
        assert "۳" in {each["label"]: each["value"] for each in second["sheet"]["facts"]}["سقف نمایندگان"]
        year = date.fromisoformat(first["dated"]).year
        assert (first["number"], second["number"]) == (f"{year}/1", f"{year}/2")
        person = f"/v1/people/{first['person']}"
        tag = {"If-Match": (await secretary.get(person)).headers["ETag"]}
        assert (await secretary.put(person, json=OTHER, headers=tag)).is_success
        path = f"/v1/letters/{first['id']}"
        assert (await secretary.get(path)).json() == first, "what was numbered stays as it was sent"


async def test_what_becomes_of_it_is_recorded_and_what_cannot_be_is_refused(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one, _, chair = await begun(here, secretary)
        letters = f"{one}/letters"
        for form, code in (
            ({}, "invalid"),
            ({"office": chair, "signer": chair}, "invalid"),
            ({"office": one.rpartition("/")[2]}, "invalid"),
            ({"signer": await here.person(1)}, "no-post"),
            ({"office": chair, "person": one.rpartition("/")[2]}, "invalid"),
        ):
            refused = await secretary.post(letters, json=form)
            assert (refused.status_code, refused.json().get("code", "invalid")) == (422, code), refused.text
        made = await posted(secretary, letters, {"office": chair})
        path = f"/v1/letters/{made['id']}"
        late = (date.fromisoformat(made["dated"]) + timedelta(days=3)).isoformat()
        assert (await said(secretary, path, "send", {"on": late})).status_code == 422
        sent = await said(secretary, path, "send", {"on": made["dated"], "how": "handed_over"})
        assert (sent.json()["state"], sent.json()["how"]) == ("sent", "handed_over"), sent.text
        assert (await said(secretary, path, "void", {"reason": "the hall moved"})).json()["state"] == "void"
        assert (await said(secretary, path, "send", {"on": made["dated"]})).json()["code"] == "void"
        again = await posted(secretary, letters, {"office": chair})
        assert again["replaces"] == made["id"]
        register = (await secretary.get("/v1/letters", params={"state": "void"})).json()
        assert [each["number"] for each in register] == [made["number"]]
        assert [each["id"] for each in (await secretary.get(letters)).json()] == [again["id"], made["id"]]
        await changed(secretary, one, "withdraw")
        assert (await secretary.post(letters, json={"office": chair})).json()["code"] == "withdrawn"
        async with here.client("person", f"focal-point:{made['organization']}") as other:
            for read in ("/v1/letters", path, letters):
                assert (await other.get(read)).status_code == 403
