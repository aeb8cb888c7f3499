"""The API of organizations and bodies."""

from pathlib import Path

from tests.registration.house import site


async def test_organizations_and_bodies_are_entered_once_and_read_by_observers(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        organization = {"code": "DELTA", "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
        made = await secretary.post("/v1/organizations", json=organization)
        again = await secretary.post("/v1/organizations", json=organization)
        assert (made.status_code, again.status_code, made.json()) == (201, 201, again.json())
        other = await secretary.post("/v1/organizations", json=organization | {"organization_kind": "ministry"})
        assert (other.status_code, other.json()["code"]) == (409, "exists")
        path = f"/v1/organizations/{made.json()['id']}"
        put = await secretary.put(
            path, json=organization | {"country": "XA"}, headers={"If-Match": made.headers["ETag"]}
        )
        assert (put.status_code, (await observer.get(path)).json()["country"]) == (200, "XA")
        body = {"code": "COUNCIL", "name": {"en": "Council"}, "members": [made.json()["id"]], "quorum": {}}
        formed = await secretary.post("/v1/bodies", json=body)
        assert formed.json()["quorum"] == {"rule": "more_than", "numerator": 1, "denominator": 2}
        assert (await observer.get("/v1/bodies")).json() == [formed.json()]
        assert (await observer.get("/v1/people")).status_code == 403
        assert (await observer.post("/v1/organizations", json=organization)).status_code == 403


async def test_organizations_and_bodies_are_found_by_the_words_of_every_name_and_tell_their_history(
    tmp_path: Path,
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        for n in range(5):
            form = {"code": f"C{n}", "name": {"en": f"Council {n}", "fa": "شورای آب"}, "organization_kind": "council"}
            assert (await secretary.post("/v1/organizations", json=form)).status_code == 201
        form = {"code": "DELTA", "name": {"en": "Delta"}, "organization_kind": "authority", "also": ["Ḥawḍ al-Nahr"]}
        made = await secretary.post("/v1/organizations", json=form)
        for asked, codes in (("hawd", ["DELTA"]), ("شوراي اب", [f"C{n}" for n in range(5)]), ("c3", ["C3"]), ("x", [])):
            assert [each["code"] for each in (await secretary.get(f"/v1/organizations?q={asked}")).json()] == codes
        page = await secretary.get("/v1/organizations?q=council&limit=3")
        rest = await secretary.get(page.links["next"]["url"].removeprefix("/registration"))
        assert [each["code"] for each in page.json() + rest.json()] == [f"C{n}" for n in range(5)]
        path = f"/v1/organizations/{made.json()['id']}"
        changed = form | {"name": {"en": "Delta", "fa": "دلتا"}, "also": []}
        assert (await secretary.put(path, json=changed, headers={"If-Match": '"1"'})).status_code == 200
        told = [(each["field"], each["old"], each["new"]) for each in (await secretary.get(f"{path}/history")).json()]
        assert told == [("name.fa", "", "دلتا"), ("also", "Ḥawḍ al-Nahr", ""), ("", "", "")]
        body = {"code": "ASSEMBLY", "name": {"fa": "مجمع"}, "members": []}
        formed = await secretary.post("/v1/bodies", json=body)
        assert [each["code"] for each in (await secretary.get("/v1/bodies?q=مجم")).json()] == ["ASSEMBLY"]
        history = await secretary.get(f"/v1/bodies/{formed.json()['id']}/history")
        assert [each["field"] for each in history.json()] == [""]
