"""Who stands on the list of participants: whoever has a place and consented, for everybody who takes part and nobody else."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import httpx

from tests.registration.house import Site, erase, site
from tests.registration.registrations.test_personal import keys
from tests.world.site import changed


@dataclass
class Meeting:
    """An open gathering, and some who are registered by their names: of each the person and the link in the mail."""

    here: Site
    secretary: httpx.AsyncClient
    anybody: httpx.AsyncClient
    gathering: str
    people: dict[str, str] = field(default_factory=dict)
    links: dict[str, dict[str, str]] = field(default_factory=dict)

    async def comes(self, name: str, *, organization: str | None = None, position: str = "", **other: Any) -> None:
        address = f"{name.split(maxsplit=1)[0].strip('=').lower()}@example.org"
        details = {"name": name, "email": address, "position": position or None} | other
        self.people[name] = (await self.secretary.post("/v1/people", json=details)).json()["id"]
        asked = {"category": "delegate", "person": self.people[name], "organization": organization}
        made = (await self.secretary.post(f"{self.gathering}/registrations", json=asked)).json()
        link = self.here.installation.keys.link("registration", UUID(made["id"]), timedelta(days=1))
        self.links[name] = {"link": link, "lang": "en"}

    async def says(self, name: str, listed: str) -> None:
        """On the personal page."""
        page = (await self.anybody.get("/status", params=self.links[name])).text
        assert f'name="listed" value="{listed}"' in page
        typed = keys(page) | {"listed": listed}
        assert (await self.anybody.post("/status/listing", params=self.links[name], data=typed)).status_code == 303

    async def listed(self) -> list[str]:
        """Organizations and names, in their order, as the secretariat reads them."""
        page = await self.secretary.get(f"{self.page}?lang=en")
        assert page.status_code == 200, page.text
        main = page.text.partition("<main")[2]
        return ["".join(each) for each in re.findall(r"<h2 id[^>]*>(?:<bdi>)?([^<]+)|<b><bdi>([^<]+)", main)]

    @property
    def page(self) -> str:
        return f"{self.gathering.removeprefix('/v1')}/participants"


@asynccontextmanager
async def meeting(folder: Path, seats: int = 3) -> AsyncIterator[Meeting]:
    async with site(folder) as here, here.client("secretariat") as secretary, here.client() as anybody:
        yield Meeting(here, secretary, anybody, await here.gathering("announce", "open", capacity={"delegate": seats}))


async def listed_organization(secretary: httpx.AsyncClient, code: str, name: str, place: int | None = None) -> str:
    facts = {
        "precedence": place,
        "code": code,
        "name": {"en": name, "fa": "سازمان آب"},
        "organization_kind": "ministry",
    }
    return str((await secretary.post("/v1/organizations", json=facts)).json()["id"])


async def test_who_has_a_place_and_consented_stands_there_by_organization(tmp_path: Path) -> None:
    async with meeting(tmp_path) as it:
        water = await listed_organization(it.secretary, "W", "Water Board")
        basin = await listed_organization(it.secretary, "B", "Basin Council")
        await it.comes("Zora Brook", organization=water, position="Engineer")
        await it.comes("Ana Ford", organization=water)
        await it.comes("Mina Weir", organization=basin)
        await it.comes("Wim Late")
        assert await it.listed() == []
        for name in ("Zora Brook", "Ana Ford", "Mina Weir", "Wim Late"):
            await it.says(name, "yes")
        assert await it.listed() == ["Basin Council", "Mina Weir", "Water Board", "Ana Ford", "Zora Brook"], "Wim waits"
        await it.says("Ana Ford", "no")
        assert "Ana Ford" not in await it.listed()
        await changed(it.secretary, await registration(it, "Zora Brook"), "cancel")
        assert await it.listed() == ["Basin Council", "Mina Weir"]
        await erase(it.here.service, UUID(it.people["Mina Weir"]))
        assert "Mina Weir" not in await it.listed()


async def test_organizations_stand_in_their_order_of_precedence(tmp_path: Path) -> None:
    async with meeting(tmp_path, seats=5) as it:
        for code, name, place in (("A", "Authority", None), ("B", "Board", 2), ("C", "Council", 1)):
            home = await listed_organization(it.secretary, code, name, place)
            await it.comes(f"Ana{code} Ford", organization=home)
            await it.says(f"Ana{code} Ford", "yes")
        await it.comes("Bo Weir", organization=home, precedence=2, title="Dr")
        await it.comes("Cy Weir", organization=home, precedence=1)
        for name in ("Bo Weir", "Cy Weir"):
            await it.says(name, "yes")
        listed = await it.listed()
        assert [each for each in listed if each in {"Council", "Board", "Authority"}] == [
            "Council",
            "Board",
            "Authority",
        ]
        assert listed[1:4] == ["Cy Weir", "Dr Bo Weir", "AnaC Ford"], "and people in theirs, within each"
        assert ">B&zwnj;W</span>" in (await it.secretary.get(it.page)).text, (
            "the initials are of the name, and not of the title"
        )


async def registration(it: Meeting, name: str) -> str:
    rows = (await it.secretary.get(f"{it.gathering}/registrations")).json()
    return f"/v1/registrations/{next(each['id'] for each in rows if each['person'] == it.people[name])}"


async def test_everybody_who_takes_part_reads_it_and_nobody_else(tmp_path: Path) -> None:
    async with meeting(tmp_path) as it:
        await it.comes("Ana Ford")
        await it.comes("Mina Weir")
        await it.says("Ana Ford", "yes")
        by_link = await it.anybody.get("/status/participants", params=it.links["Mina Weir"])
        assert (by_link.status_code, "Ana Ford" in by_link.text, "Mina Weir" in by_link.text) == (200, True, False)
        async with it.here.client("person", sub=UUID(it.people["Mina Weir"])) as signed_in:
            assert "Ana Ford" in (await signed_in.get(it.page)).text
        async with it.here.client("person", sub=UUID(int=7)) as other:
            assert [(await other.get(f"{it.page}{form}")).status_code for form in ("", ".xlsx", ".pdf")] == [404] * 3
        assert (await it.anybody.get(it.page)).status_code == 401
        await changed(it.secretary, await registration(it, "Mina Weir"), "cancel")
        for form in ("", ".xlsx", ".pdf"):
            answer = await it.anybody.get(f"/status/participants{form}", params=it.links["Mina Weir"])
            assert answer.status_code == 404, "who no longer takes part reads no more"


async def test_the_table_holds_the_same_from_right_to_left_where_the_script_is(tmp_path: Path) -> None:
    async with meeting(tmp_path) as it:
        water = await listed_organization(it.secretary, "W", "Water Board")
        await it.comes("=Ana Ford", organization=water)
        await it.comes("Mina Weir")
        await it.says("=Ana Ford", "yes")
        for path, params in ((f"{it.page}.xlsx", {}), ("/status/participants.xlsx", it.links["Mina Weir"])):
            client = it.anybody if params else it.secretary
            answer = await client.get(path, params=params | {"lang": "fa"})
            assert answer.status_code == 200, answer.text
            with ZipFile(BytesIO(answer.content)) as book:
                sheet = book.read("xl/worksheets/sheet1.xml").decode()
            assert 'rightToLeft="1"' in sheet
            assert all(text in sheet for text in ("سازمان آب", "=Ana Ford", "نماینده"))
            assert "<f>" not in sheet
            assert "Mina" not in sheet
