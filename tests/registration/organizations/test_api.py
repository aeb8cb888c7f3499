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
