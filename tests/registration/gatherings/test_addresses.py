"""The readable address of a gathering: what it is made of, who may choose another, and that none is given twice."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.registration.gatherings.handlers import draft_gathering
from shared.contracts.gatherings import Particulars
from shared.errors import Invalid
from tests.registration.editions import test_pages as editions
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import draft
from tests.registration.house import FORM, house, site
from tests.world.site import changed


async def address(secretary: httpx.AsyncClient, **other: Any) -> str:
    made = await secretary.post("/v1/gatherings", json=FORM | other)
    assert made.status_code == 201, made.text
    return str(made.json()["slug"])


async def test_it_is_made_of_series_number_and_kind_and_of_the_title_where_there_is_no_edition(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        series = await editions.series(secretary, title={"en": "River Basins"})
        edition = (await editions.edition(secretary, series, 7, "1405")).rpartition("/")[2]
        of: dict[str, Any] = {"edition": edition}
        meeting = of | {"gathering_kind": "meeting"}
        base = "river-basins-7"
        assert await address(secretary, **of) == base
        assert await address(secretary, **of) == f"{base}/conference-1"
        assert await address(secretary, **meeting, coordination=0, title={}) == f"{base}/coordination-1"
        assert await address(secretary, **meeting, coordination=0, title={}) == f"{base}/coordination-2"
        assert await address(secretary, **meeting) == f"{base}/meeting-1"
        assert await address(secretary) == "shared-river-basins"
        assert await address(secretary) == "shared-river-basins-2"
        assert await address(secretary, title={"fa": "حوضه‌ها"}) == "conference-2030"
        assert await address(secretary, slug="basins/first") == "basins/first"
        for wrong in ("basins/first", "docs", "v1/basins", "a/b/c", "Basins", str(UUID(int=7))):
            refused = await secretary.post("/v1/gatherings", json=FORM | {"slug": wrong})
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "slug"), wrong


async def test_it_may_be_chosen_while_it_is_a_draft_and_leads_to_the_page_for_ever(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering()
        page = path.removeprefix("/v1")
        form = await form_of(secretary, f"{page}/edit")
        assert form["slug"] == "shared-river-basins"
        wrong = await send(secretary, f"{page}/edit", form, slug="No address!")
        assert (wrong.status_code, 'id="slug-error"' in wrong.text or "hyphens" in wrong.text) == (422, True)
        assert (await send(secretary, f"{page}/edit", form, slug="Basins/One/")).status_code == 303
        assert (await anybody.get("/g/basins/one")).status_code == 404
        await changed(secretary, path, "announce")
        led = await anybody.get("/g/basins/one?lang=fa")
        assert (led.status_code, led.headers["Location"]) == (308, f"/registration{page}?lang=fa")
        assert "/registration/g/basins/one" in (await secretary.get(f"{page}/overview")).text
        assert (await anybody.get("/g/shared-river-basins")).status_code == 404

        there = await secretary.get(path)
        told = FORM | {"venue": {"en": "Delta House"}}
        refused = await secretary.put(
            path,
            json=told | {"slug": "another"},
            headers={"If-Match": there.headers["ETag"], "Idempotency-Key": "1" * 8},
        )
        assert (refused.status_code, refused.json()["code"]) == (422, "address-fixed")
        kept = await secretary.put(
            path, json=told, headers={"If-Match": there.headers["ETag"], "Idempotency-Key": "2" * 8}
        )
        assert (kept.status_code, kept.json()["slug"]) == (200, "basins/one")
        again = await form_of(secretary, f"{page}/edit")
        assert "slug" not in again
        assert (await send(secretary, f"{page}/edit", again, title_en="Basins")).status_code == 303


async def test_many_who_draft_at_once_get_an_address_each(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        many = [draft(gathering=uuid4()) for _ in range(5)]
        made = [
            stored.entity.facts.slug
            for stored in await asyncio.gather(*(service.run(draft_gathering, each) for each in many))
        ]
        assert len({*made}) == len(made), made
        with pytest.raises(Invalid, match="Another gathering"):
            await service.run(draft_gathering, draft(gathering=uuid4(), facts=Particulars(slug=made[0])))


async def test_the_first_free_address_takes_one_look_however_many_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as service:
        for _ in range(4):
            await service.run(draft_gathering, draft(gathering=uuid4()))
        looks, honest = [], service.store.find

        async def counted(kind: Any, where: Any, **other: Any) -> Any:
            looks.append(where)
            return await honest(kind, where, **other)

        monkeypatch.setattr(service.store, "find", counted)
        made = await service.run(draft_gathering, draft(gathering=uuid4()))
        assert (made.entity.facts.slug, len(looks)) == ("shared-river-basins-5", 1)
