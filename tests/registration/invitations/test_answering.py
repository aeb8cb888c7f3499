"""The page behind the link: an answer with a double tap, somebody else instead, and delegates from a table with wrong rows."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.registration.invitations.pasted import rows_of
from tests.registration.house import Site, site

FA = {"lang": "fa"}


@dataclass(frozen=True)
class Guest:
    """Somebody with the link in the mail."""

    here: Site
    browser: httpx.AsyncClient
    invitation: str
    link: dict[str, str]

    async def page(self, **params: str) -> str:
        answer = await self.browser.get("/invitation", params=self.link | params)
        assert answer.status_code == 200, answer.text
        return answer.text

    async def posts(self, step: str, typed: dict[str, str], keys: dict[str, str] | None = None) -> httpx.Response:
        keys = keys or hidden(await self.page())
        return await self.browser.post(f"/invitation/{step}", params=self.link, data=keys | typed)

    async def now(self) -> Any:
        async with self.here.client("secretariat") as secretary:
            return (await secretary.get(f"/v1/invitations/{self.invitation}")).json()


def hidden(page: str) -> dict[str, str]:
    """The hidden keys of the last form."""
    return dict(re.findall(r'type="hidden" name="(key|version)" value="([^"]+)"', page))


@asynccontextmanager
async def invited(folder: Path, quota: int = 0) -> AsyncIterator[Guest]:
    async with site(folder) as here, here.client("secretariat") as secretary, here.client() as browser:
        path, person = await here.gathering("announce"), await here.person(1)
        form: dict[str, Any] = {"category": "delegate", "reply_by": "2030-03-01T12:00:00Z"}
        home = {"code": "DELTA", "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
        organization = (await secretary.post("/v1/organizations", json=home)).json()["id"]
        whole = {"organization": organization, "quota": quota, "focal_points": [person]}
        made = await secretary.post(f"{path}/invitations", json=form | (whole if quota else {"person": person}))
        assert made.status_code == 201, made.text
        link = here.installation.keys.link("invitation", UUID(made.json()["id"]), timedelta(days=1))
        yield Guest(here, browser, made.json()["id"], {"link": link})


async def test_a_double_tap_accepts_once_and_another_comes_instead(tmp_path: Path) -> None:
    async with invited(tmp_path) as guest:
        page = await guest.page(**FA)
        assert 'lang="fa" dir="rtl"' in page
        assert "می‌پذیرم" in page
        keys = hidden(page)
        for _ in range(2):
            assert (await guest.posts("reply", {"reply": "accepted"}, keys)).status_code == 303
        assert [each["state"] for each in (await guest.now())["answers"]] == ["accepted"]
        own = {"name": "Me", "email": "p1@example.org", "language": "en"}
        refused = await guest.posts("substitute", own)
        assert refused.status_code == 422
        assert 'value="Me"' in refused.text
        wrong = await guest.posts("substitute", own | {"email": "nobody"})
        assert wrong.status_code == 422
        other = own | {"name": "Another Guest", "email": "other@example.org"}
        spoken = await guest.posts("substitute", other | {"speaks": "en"})
        assert (spoken.status_code, 'value="Another Guest"' in spoken.text) == (200, True)
        assert (await guest.posts("substitute", other)).status_code == 303
        assert "Another Guest" in await guest.page()
        assert (await guest.now())["state"] == "substituted"
        assert (await guest.posts("reply", {"reply": "declined"})).status_code == 303
        assert (await guest.posts("reply", {"reply": "perhaps"})).status_code == 404


async def test_good_rows_are_named_and_wrong_ones_stay_with_what_is_wrong(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=3) as guest:
        good = ["Name\tE-mail", "Ana\tana@example.org\tAdviser", "Ed\ted@example.org"]
        table = "\n".join([*good, "Bo\tno address", "\tcy@example.org", "Di\tana@example.org"])
        answer = await guest.posts("delegates", {"table": table})
        assert answer.status_code == 422
        shown = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", answer.text, re.DOTALL)
        assert shown
        assert shown[1].splitlines() == ["Bo\tno address", "\tcy@example.org", "Di\tana@example.org"]
        assert answer.text.count('class="error"') == 3
        assert len((await guest.now())["delegates"]) == 2
        old = hidden(await guest.page())
        first = (await guest.now())["delegates"][0]
        one = {"name": "Fay", "email": "fay@example.org", "language": "en", "remove": first}
        assert (await guest.posts("delegate", one)).status_code == 303
        stale = await guest.posts("delegates", {"table": "Gus,gus@example.org"}, old)
        assert stale.status_code == 412
        assert "Gus,gus@example.org" in stale.text
        assert "Fay" in stale.text, "both are shown"
        many = "\n".join(f"More {n};more{n}@example.org" for n in range(3))
        full = await guest.posts("delegates", {"table": many})
        assert (full.status_code, full.text.count('class="error"')) == (422, 2)
        assert len((await guest.now())["delegates"]) == 3
        async with guest.here.client("secretariat") as secretary:
            entered = {each["name"] for each in (await secretary.get("/v1/people")).json()}
        assert "More 0" in entered
        assert not entered & {"More 1", "More 2"}, "who is one too many is not entered"
        assert (await guest.posts("remove", {"remove": (await guest.now())["delegates"][0]})).status_code == 303
        assert (await guest.posts("reply", {"reply": "declined"})).status_code == 303
        assert (await guest.now())["delegates"] == []


async def test_a_table_that_is_sent_twice_or_pasted_whole_once_more_names_each_once(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=3) as guest:
        rows = ["Ana\tana@example.org", "Bo\tno address", "Cy\tCY@example.org"]
        keys = hidden(await guest.page())
        for _ in range(2):  # a double tap
            twice = await guest.posts("delegates", {"table": "\n".join(rows)}, keys)
            assert (twice.status_code, twice.text.count('class="error"')) == (422, 1)
        rows[1] = "Bo\tbo@example.org"
        keys = hidden(await guest.page())
        for _ in range(2):
            assert (await guest.posts("delegates", {"table": "\n".join(rows)}, keys)).status_code == 303
        assert len((await guest.now())["delegates"]) == 3
        one = {"name": "Di", "email": "di@example.org", "language": "en", "remove": (await guest.now())["delegates"][0]}
        keys = hidden(await guest.page())
        for _ in range(2):
            assert (await guest.posts("delegate", one, keys)).status_code == 303
        assert len((await guest.now())["delegates"]) == 3


async def test_whoever_is_signed_in_sees_their_own_and_staff_say_how_an_answer_came(tmp_path: Path) -> None:
    async with invited(tmp_path) as guest:
        page = f"/invitations/{guest.invitation}"
        person = UUID((await guest.now())["person"])
        async with (
            guest.here.client("person", sub=person) as own,
            guest.here.client("person", sub=UUID(int=7)) as other,
        ):
            assert (await own.get(page)).status_code == 200
            assert (await other.get(page)).status_code == 404
            assert (await other.post(f"{page}/reply", data={"reply": "accepted"})).status_code == 404
        async with guest.here.client("secretariat") as secretary:
            typed = {"reply": "accepted", "source": "telephone"}
            assert (await secretary.post(f"{page}/reply", data=typed)).status_code == 303
        assert [each["source"] for each in (await guest.now())["answers"]] == ["telephone"]
        assert (await guest.browser.get("/invitation", params={"link": "forged"})).status_code == 403


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("آنا نمونه\tana@example.org\tمشاور\tfa", ("آنا نمونه", "ana@example.org", "fa", "مشاور")),
        ('"Example, Ana",ana@example.org', ("Example, Ana", "ana@example.org", "en", None)),
        ("ana@example.org;Ana", ("Ana", "ana@example.org", "en", None)),
        ("آنا، ana@example.org", ("آنا", "ana@example.org", "en", None)),
    ],
)
def test_a_row_is_read_as_people_paste_it(line: str, named: tuple[str, str, str, str | None]) -> None:
    [row] = rows_of(line, "en")
    assert row.named
    assert (row.named.name, row.named.email, row.named.language, row.named.position) == named
