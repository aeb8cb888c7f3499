"""The page of a body: members now and then, typed in lines; people who are members are told to the secretariat alone."""

from datetime import timedelta
from pathlib import Path

from services.registration.bodies.handlers import end_terms
from services.registration.bodies.model import Body, body_id
from shared.flow import Due
from tests.registration.entries.test_pages import form_of, organization, send
from tests.registration.house import site
from tests.world.facts import known


async def test_members_and_their_terms_are_typed_in_lines_and_shown(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        for code in ("DELTA", "SPRING"):
            await organization(here, code)
        await here.person(1)
        form = await form_of(secretary, "/bodies/new?lang=fa")
        typed = {
            "code": "COUNCIL",
            "name_en": "Council",
            "members": "delta \u06f1\u06f3\u06f9\u06f8\nSPRING - 1401/05",
            "people": "p1@example.org 1400",
            "calendar": "solar_hijri",
            "rule": "none",
        }
        for name, wrong in (("members", "DELTA 1398 1402 1403"), ("people", "nobody@example.org")):
            refused = await send(
                secretary, "/bodies/new", await form_of(secretary, "/bodies/new"), **typed | {name: wrong}
            )
            assert (refused.status_code, f'id="{name}"' in refused.text) == (422, True)
        made = await send(secretary, "/bodies/new", form, **typed)
        assert made.status_code == 303, made.text
        path = made.headers["Location"].removeprefix("/registration")
        [there] = (await secretary.get("/v1/bodies")).json()
        assert (len(there["members"]), len(there["people"]), len(there["terms"])) == (1, 1, 3)
        stood = await form_of(secretary, f"{path}/edit")
        assert (stood["members"], stood["people"]) == ("DELTA 1398\nSPRING - 1401-05", "p1@example.org 1400")
        shown = (await secretary.get(f"{path}?lang=en")).text
        assert shown.index("1398 SH") < shown.index("Mordad 1401 SH"), "members, then former members"
        assert "Person 1" in shown
        async with here.client("observer") as observer:
            assert "Person 1" not in (await observer.get(path)).text


async def test_a_membership_ends_when_its_time_is_over(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        home = await organization(here)
        form = {
            "code": "COUNCIL",
            "name": {"en": "Council"},
            "members": [home],
            "terms": [{"member": home, "until": "2199"}],
        }
        assert (await secretary.post("/v1/bodies", json=form)).status_code == 201
        found = await here.service.store.get(Body, body_id("COUNCIL"))
        assert found
        assert found.entity.due
        for later, members in ((timedelta(days=-1), 1), (timedelta(days=0), 0)):
            due = Due(id=known(later), at=found.entity.due + later, document=body_id("COUNCIL"))
            await here.service.run(end_terms, due)
            assert len((await secretary.get("/v1/bodies")).json()[0]["members"]) == members


async def test_what_votes_need_is_chosen_and_shown(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        typed = {
            "code": "COUNCIL",
            "name_en": "Council",
            "calendar": "gregorian",
            "rule": "none",
            "majority_substantive": "two_thirds_of_all_who_vote",
            "majority_procedural": "none",
        }
        made = await send(secretary, "/bodies/new", await form_of(secretary, "/bodies/new"), **typed)
        assert made.status_code == 303, made.text
        [there] = (await secretary.get("/v1/bodies")).json()
        assert there["majorities"] == {"substantive": {"kind": "two_thirds", "abstentions": True}}
        path = made.headers["Location"].removeprefix("/registration")
        assert "Two thirds, abstentions counted" in (await secretary.get(f"{path}?lang=en")).text
        assert (await form_of(secretary, f"{path}/edit"))["majority_substantive"] == "two_thirds_of_all_who_vote"
