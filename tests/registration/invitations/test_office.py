"""The secretariat's pages: inviting several at once and an organization, the list, another time, taking it back."""

from pathlib import Path

from tests.registration.house import site
from tests.registration.invitations.test_answering import hidden


async def test_several_are_invited_at_once_and_the_list_shows_what_they_answered(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = (await here.gathering("announce")).removeprefix("/v1")
        people = [await here.person(n) for n in range(3)]
        new, list_ = f"{path}/invitations/new", f"{path}/invitations"
        found = (await secretary.get(new, params={"q": "Person"})).text
        assert all(f'value="{each}"' in found for each in people)
        typed = {"category": "delegate", "reply_by": "2030-03-01T12:00", **hidden(found)}
        nobody = await secretary.post(new, data=typed)
        assert nobody.status_code == 422
        for _ in range(2):
            sent = await secretary.post(new, data=typed | {"people": people})
            assert (sent.status_code, sent.headers["Location"]) == (303, f"/registration{list_}?sent=3")
        invited = (await secretary.get(f"/v1{list_}")).json()
        assert [each["state"] for each in invited] == ["pending"] * 3
        first = f"/invitations/{invited[0]['id']}"
        await secretary.post(f"{first}/reply", data={"reply": "declined", "source": "letter"})
        page = (await secretary.get(list_)).text
        assert page.count('<td data-head="Invited">') == 3
        assert "by letter" in page
        assert (await secretary.get(list_, params={"state": "declined"})).text.count('<td data-head="Invited">') == 1
        assert "Person" in (await secretary.get("/cards/unanswered")).text
        late = await secretary.post(f"{first}/office/extend", data={"reply_by": "2020-01-01T12:00"})
        assert late.status_code == 409
        assert (
            await secretary.post(f"{first}/office/extend", data={"reply_by": "2030-03-05T12:00"})
        ).status_code == 303
        assert (await secretary.post(f"{first}/office/withdraw")).status_code == 415
        assert (await secretary.post(f"{first}/office/withdraw", data={"key": "1"})).status_code == 303
        assert (await secretary.get(f"/v1{first}")).json()["state"] == "withdrawn"


async def test_an_organization_is_invited_with_those_who_are_written_to(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = (await here.gathering("announce")).removeprefix("/v1")
        form = {"code": "DELTA", "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
        home = (await secretary.post("/v1/organizations", json=form)).json()["id"]
        who = {"name": "Focal Point", "email": "point@example.org", "organization": home}
        point = (await secretary.post("/v1/people", json=who)).json()["id"]
        new = f"{path}/invitations/new"
        page = (await secretary.get(new, params={"whose": home})).text
        assert f'value="{point}"' in page
        typed = {"category": "delegate", "reply_by": "2030-03-01T12:00", "organization": home, "people": point}
        assert (await secretary.post(new, data=typed | {"quota": "0"})).status_code == 422
        assert (await secretary.post(new, data=typed | {"quota": "۵"})).status_code == 303
        [made] = (await secretary.get(f"/v1{path}/invitations")).json()
        assert (made["quota"], made["focal_points"]) == (5, [point])
        async with here.client("person") as stranger:
            for page in (new, f"{path}/invitations", "/cards/unanswered"):
                assert (await stranger.get(page)).status_code == 403


async def test_whoever_holds_an_office_of_a_body_is_found_by_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = (await here.gathering("announce")).removeprefix("/v1")
        holds, held = [await here.person(n) for n in range(2)]
        form = {"code": "COUNCIL", "name": {"en": "Council"}, "members": []}
        body = (await secretary.post("/v1/bodies", json=form)).json()["id"]
        terms = [{"person": held, "until": "2001"}, {"person": holds, "since": "2001"}]
        chair = {"title": {"en": "Chair"}, "calendar": "gregorian", "body": body, "terms": terms}
        assert (await secretary.post("/v1/offices", json=chair)).status_code == 201
        page = (await secretary.get(f"{path}/invitations/new", params={"whose": body})).text
        assert f'value="{holds}" checked' in page
        assert held not in page
        typed = {"category": "delegate", "reply_by": "2030-03-01T12:00", "whose": body, "people": holds}
        wrong = await secretary.post(f"{path}/invitations/new", data=typed | {"category": "nobody"})
        assert (wrong.status_code, f'value="{holds}" checked' in wrong.text) == (422, True)
        assert (await secretary.post(f"{path}/invitations/new", data=typed)).status_code == 303
