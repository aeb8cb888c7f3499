"""Organizations that were entered twice: the duplicate leads to the one that is kept, whoever merges what in which order."""

import asyncio
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration.bodies.handlers import form_body
from services.registration.bodies.model import Body
from services.registration.entries.merging import kept_id
from services.registration.merging.handlers import merge_organizations
from services.registration.organizations.handlers import list_organization
from services.registration.organizations.model import MergeOrganization, Organization
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from shared.errors import Conflict, Invalid
from shared.flow import Read
from shared.flow.service import Service
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import body, message, organization, person
from tests.registration.house import Site, house, site
from tests.world.facts import known
from tests.world.service import hearing

CODES = ("A", "B", "C", "D")


def merge(duplicate: str, kept: str) -> MergeOrganization:
    return MergeOrganization(**message(), organization=known(duplicate), into=known(kept))


async def listed(service: Service, *codes: str) -> None:
    for code in codes:
        await service.run(list_organization, organization(code, name={"en": f"Office {code}"}))


async def entity(service: Service, kind: type[Any], id: UUID) -> Any:
    stored = await service.store.get(kind, id)
    assert stored
    return stored.entity


async def roots(service: Service) -> dict[str, str]:
    """Where each leads. It ends: there is no circle."""
    codes = {known(code): code for code in CODES}
    async with asyncio.timeout(5):
        return {code: codes[await kept_id(Read(service.store), Organization, known(code))] for code in CODES}


async def test_what_named_the_duplicate_names_the_one_that_is_kept(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await listed(service, *CODES)
        await service.run(list_organization, organization("BELOW", parent=known("A")))
        await service.run(record_person, person(1, organization=known("A")))
        await service.run(form_body, body(members=[known("A"), known("B"), known("C")]))
        async with hearing(service):
            await service.run(merge_organizations, merge("A", "B"))
        assert (await entity(service, Person, known("person 1"))).organization == known("B")
        assert (await entity(service, Organization, known("BELOW"))).facts.parent == known("B")
        assert (await entity(service, Body, known("body"))).members == [known("B"), known("C")]
        assert (await entity(service, Organization, known("B"))).aliases == [known("A")]
        await service.run(record_person, person(2, organization=known("A")))
        await service.run(form_body, body(body=known("other"), code="OTHER", members=[known("A"), known("C")]))
        assert (await entity(service, Person, known("person 2"))).organization == known("B")
        assert (await entity(service, Body, known("other"))).members == [known("B"), known("C")]
        with pytest.raises(Invalid):
            await service.run(form_body, body(body=known("third"), code="THIRD", members=[known("A"), known("B")]))


async def test_merging_again_changes_nothing_and_elsewhere_is_refused(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await listed(service, *CODES)
        first = await service.run(merge_organizations, merge("A", "B"))
        assert (await service.run(merge_organizations, merge("A", "B"))).version == first.version
        for duplicate, kept, slug in (("A", "C", "merged"), ("B", "A", "same"), ("B", "B", "same")):
            with pytest.raises((Conflict, Invalid)) as refused:
                await service.run(merge_organizations, merge(duplicate, kept))
            assert refused.value.slug == slug
        await service.run(list_organization, organization("C", name={"en": "Office C"}, parent=known("D")))
        with pytest.raises(Conflict) as above:
            await service.run(merge_organizations, merge("D", "C"))
        assert above.value.slug == "stands-above"
        old = await service.run(list_organization, organization("A", name={"en": "From an old table"}))
        assert (old.id, old.entity.name) == (known("B"), {"en": "Office B"})


pairs = st.tuples(st.sampled_from(CODES), st.sampled_from(CODES))


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(pairs, min_size=1, max_size=4), max_size=4))
def test_whoever_merges_whatever_at_once_there_is_no_circle(rounds: list[list[tuple[str, str]]]) -> None:
    """The merges of a round come at once. In the end everything leads to one that leads nowhere, and that knows it."""

    async def one(service: Service, duplicate: str, kept: str) -> None:
        with suppress(Conflict, Invalid):
            await service.run(merge_organizations, merge(duplicate, kept))

    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                await listed(service, *CODES)
                await service.run(form_body, body(members=[known(code) for code in CODES]))
                async with hearing(service):
                    for pairs in rounds:
                        await asyncio.gather(*(one(service, *pair) for pair in pairs))
                found = await roots(service)
                members = (await entity(service, Body, known("body"))).members
                assert sorted(members) == sorted({known(root) for root in found.values()})
                for code, root in found.items():
                    there = await entity(service, Organization, known(root))
                    assert there.merged_into is None
                    assert code == root or known(code) in there.aliases

    asyncio.run(story())


async def test_three_that_are_merged_round_in_a_circle_at_once_end_in_one(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await listed(service, *CODES)
        circle = [merge("A", "B"), merge("B", "C"), merge("C", "A")]
        done = await asyncio.gather(
            *(service.run(merge_organizations, each) for each in circle), return_exceptions=True
        )
        assert sum(isinstance(each, Invalid) for each in done) == 1, done
        found = await roots(service)
        assert found["A"] == found["B"] == found["C"]


async def listed_here(here: Site, client: httpx.AsyncClient, *codes: str) -> list[str]:
    form = {"name": {"en": "Delta Authority"}, "organization_kind": "authority"}
    made = [await client.post("/v1/organizations", json=form | {"code": code}) for code in codes]
    return [each.json()["id"] for each in made]


async def asked(client: httpx.AsyncClient, duplicate: str, kept: str) -> httpx.Response:
    path = f"/v1/organizations/{duplicate}"
    tag = {"If-Match": (await client.get(path)).headers["ETag"]}
    return await client.post(f"{path}/merge", json={"into": kept}, headers=tag)


async def test_under_the_old_id_the_one_that_is_kept_is_answered(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        old, kept = await listed_here(here, secretary, "OLD", "KEPT")
        merged = await asked(secretary, old, kept)
        assert (merged.status_code, merged.json()) == (200, {"id": old, "merged_into": kept})
        shown = await secretary.get(f"/v1/organizations/{old}")
        assert (shown.status_code, shown.json()["id"]) == (200, kept)
        assert [each["code"] for each in (await secretary.get("/v1/organizations")).json()] == ["KEPT"]
        assert [each["code"] for each in (await secretary.get("/v1/organizations?q=delta")).json()] == ["KEPT"]
        form = {"code": "KEPT", "name": {"en": "New name"}, "organization_kind": "authority"}
        tag = {"If-Match": shown.headers["ETag"]}
        assert (await secretary.put(f"/v1/organizations/{old}", json=form, headers=tag)).json()["id"] == kept
        again = await secretary.post("/v1/organizations", json=form | {"code": "OLD"})
        assert (again.status_code, again.json()["code"]) == (409, "exists")
        page = await secretary.get(f"/organizations/{old}")
        assert (page.status_code, page.headers["Location"]) == (308, f"/registration/organizations/{kept}")
        edit = await secretary.get(f"/organizations/{old}/edit?mail={kept}")
        there = f"/registration/organizations/{kept}/edit?mail={kept}"
        assert (edit.status_code, edit.headers["Location"]) == (308, there), "asked the same"


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_on_the_page_both_stand_side_by_side_before_one_is_merged(language: str, tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        kept, old = await listed_here(here, secretary, "KEPT", "OLD")
        await secretary.post("/v1/people", json={"name": "Ana", "email": "a@example.org", "organization": old})
        path = f"/organizations/{kept}/merge"
        assert f"?with={old}" in (await secretary.get(f"{path}?lang={language}")).text, "called the same"
        assert f"?with={old}" in (await secretary.get(f"{path}?q=old")).text
        compared = await secretary.get(f"{path}?with={old}&lang={language}")
        assert compared.status_code == 200
        assert "KEPT" in compared.text
        assert "OLD" in compared.text
        assert f"/organizations/{old}/merge?with={kept}" in compared.text
        done = await send(secretary, path, await form_of(secretary, f"{path}?with={old}"))
        assert (done.status_code, done.headers["Location"]) == (303, f"/registration/organizations/{kept}")
        assert (await secretary.get(f"{path}?with={old}")).status_code == 303, "it is done"


async def test_a_role_of_the_duplicate_stands_in_the_way(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        kept, old = await listed_here(here, secretary, "KEPT", "OLD")
        facts = {"name": "Noor", "email": "noor@example.org", "office": "focal-point", "thing": old}
        assert (await secretary.post("/v1/team/grants", json=facts)).status_code == 201
        refused = await asked(secretary, old, kept)
        assert (refused.status_code, refused.json()["code"]) == (409, "has-roles")
        path = f"/organizations/{kept}/merge"
        page = await send(secretary, path, await form_of(secretary, f"{path}?with={old}"))
        assert (page.status_code, 'role="alert"' in page.text) == (409, True)


async def test_only_the_secretariat_merges(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        kept, old = await listed_here(here, secretary, "KEPT", "OLD")
        async with here.client("observer") as observer:
            assert (await observer.get(f"/organizations/{kept}/merge")).status_code == 403
            assert f"{kept}/merge" not in (await observer.get(f"/organizations/{kept}")).text
            assert (await asked(observer, old, kept)).status_code == 403
