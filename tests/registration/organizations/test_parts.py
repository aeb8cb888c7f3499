"""Organizations and their parts: no circle stays, whoever puts them below each other at once; lists by kind and precedence."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any

from services.registration.organizations.handlers import list_organization
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import circle
from shared.errors import Invalid
from shared.flow import Read
from shared.flow.service import Service
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import organization
from tests.registration.house import house, site
from tests.world.facts import known
from tests.world.service import hearing

RING = "ABC"


async def put_below(service: Service, part: str, whole: str) -> None:
    with suppress(Invalid):
        await service.run(list_organization, organization(part, parent=known(whole)))


async def test_a_ring_that_is_made_at_once_is_opened_and_the_others_stay(tmp_path: Path) -> None:
    """No decision could see the others; whoever hears of it afterwards opens it at one place."""
    async with house(tmp_path) as service:
        async with hearing(service):
            for code in RING:
                await service.run(list_organization, organization(code))
            await asyncio.gather(*(put_below(service, *pair) for pair in zip(RING, RING[1:] + RING[0], strict=True)))
        read = Read(service.store)
        assert [await circle(read, known(code)) for code in RING] == [[], [], []]
        there = [await read.one(Organization, known(code)) for code in RING]
        assert sum(each.facts.parent is not None for each in there) == len(RING) - 1


async def test_parts_are_listed_by_precedence_and_lists_are_narrowed(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        ids: dict[str, str] = {}
        for code, kind, parent, precedence in (
            ("PARL", "parliament", "", 1),
            ("COM-A", "committee", "PARL", None),
            ("COM-B", "committee", "PARL", 7),
            ("GUILD", "guild of boatmen", "", None),
        ):
            form: dict[str, Any] = {
                "code": code,
                "name": {"en": f"The {code}"},
                "organization_kind": kind,
                "precedence": precedence,
            }
            form |= {"parent": ids[parent], "also": ["کمیسیون آب‌ها"]} if parent else {}
            made = await secretary.post("/v1/organizations", json=form)
            assert made.status_code == 201, made.text
            ids[code] = made.json()["id"]
        for query, codes in (
            ("kind=committee", ["COM-A", "COM-B"]),
            (f"parent={ids['PARL']}&q=com-b", ["COM-B"]),
            ("q=كميسيون", ["COM-A", "COM-B"]),
        ):
            found = await secretary.get(f"/v1/organizations?{query}")
            assert [each["code"] for each in found.json()] == codes, query
            page = (await secretary.get(f"/organizations?{query}&lang=fa")).text
            assert [code for code in ids if f"<bdi>{code}</bdi>" in page] == codes, query
        whole = (await secretary.get(f"/organizations/{ids['PARL']}?lang=en")).text
        assert whole.index("The COM-B") < whole.index("The COM-A"), "by precedence"
        assert "Parliament" in whole
        assert f"/organizations/{ids['PARL']}" in (await secretary.get(f"/organizations/{ids['COM-A']}")).text
        assert "guild of boatmen" in (await secretary.get("/organizations")).text


async def test_a_kind_is_chosen_or_typed_and_kept(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        form = await form_of(secretary, "/organizations/new?lang=en")
        typed = {"code": "GUILD", "name_en": "Guild", "organization_kind": ""}
        assert (await send(secretary, "/organizations/new", form, **typed)).status_code == 422
        form = await form_of(secretary, "/organizations/new")
        made = await send(secretary, "/organizations/new", form, **typed, another_kind="guild", precedence="۱۲")
        assert made.status_code == 303, made.text
        edit = await form_of(secretary, f"{made.headers['Location'].removeprefix('/registration')}/edit")
        assert (edit["another_kind"], edit["precedence"]) == ("guild", "12")
        [there] = (await secretary.get("/v1/organizations")).json()
        assert (there["organization_kind"], there["precedence"]) == ("guild", 12)
