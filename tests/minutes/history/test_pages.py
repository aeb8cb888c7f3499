"""Pages of history: a table is brought and looked at, what was said is read by edition, and one statement is put right."""

import re
from pathlib import Path

import httpx

from services.minutes.statements.model import Statement
from tests.minutes.history.facts import COMMITMENTS, STATEMENTS, before, edition, run_out, send

PAGE = "/minutes/imports"
HISTORY = "/minutes/history"
DAYS = (("en", "3 November 1998", "As said"), ("fa", "۱۲ آبان ۱۳۷۷", "عین گفته"), ("ar", "نوفمبر", "بنصّها"))


async def upload(client: httpx.AsyncClient, what: str, content: bytes) -> str:
    made = await client.post(PAGE, data={"what": what}, files={"file": ("history.csv", content)})
    assert made.status_code == 303, made.text
    return made.headers["Location"]


def form_of(page: httpx.Response, action: str) -> dict[str, str]:
    """The hidden fields of the form that leads there."""
    form = page.text.partition(f'action="{action}"')[2].partition("</form>")[0]
    return dict(re.findall(r'name="(key|version)" value="([^"]*)"', form))


async def test_a_table_is_brought_and_imported_on_pages_with_what_is_wrong_beside_its_rows(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        assert "<code>said_on</code>" in (await secretary.get(PAGE)).text
        assert (
            await secretary.post(PAGE, data={"what": "statements"}, files={"file": ("a.csv", b"")})
        ).status_code == 422
        wrong = await secretary.get(await upload(secretary, "statements", STATEMENTS.replace(b"Robin", b"Robert")))
        assert "Nobody on record has this name" in wrong.text
        assert "<bdi>Robert Example 0</bdi>" in wrong.text
        path = await upload(secretary, "statements", STATEMENTS)
        assert "Import these 2" in (await secretary.get(path)).text
        for _ in range(2):
            assert (await secretary.post(path, data={"key": "one"})).status_code == 303
        assert "Refresh" in (await secretary.get(path)).headers
        await run_out(here)
        assert "The table is imported" in (await secretary.get(path)).text
        assert await here.store.count(Statement, {}) == 2
        quiet = await secretary.get(await upload(secretary, "commitments", COMMITMENTS))
        assert "Nobody is written to now" in quiet.text


async def test_what_was_said_is_read_by_edition_in_every_language(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        await send(secretary, "statements", STATEMENTS)
        await send(secretary, "commitments", COMMITMENTS)
        where = {"edition": str(edition(1))}
        for language, day, said in DAYS:
            page = await observer.get(HISTORY, params=where | {"lang": language})
            assert (page.status_code, day in page.text, said in page.text) == (200, True, True), language
            assert "We measure each spring." in page.text
            assert "/history/statements/" not in page.text, "observers correct nothing"
        part = await observer.get(f"{HISTORY}/editions/{edition(1)}", params={"lang": "en"})
        assert "Robin Example 0" in part.text
        assert "We measure each spring." not in part.text, "however long it is, the page of the edition stays short"
        assert "Choose an edition" in (await secretary.get(HISTORY, params={"lang": "en"})).text
        assert (
            "Nothing is on record"
            in (await secretary.get(HISTORY, params={"edition": str(edition(2)), "lang": "en"})).text
        )
        assert (await secretary.get(HISTORY, params={"edition": "no id"})).status_code == 200


async def test_of_who_was_erased_no_name_is_left_beside_the_words(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        await send(secretary, "statements", STATEMENTS)
        await here.erase(0)
        page = (await secretary.get(HISTORY, params={"edition": str(edition(1)), "lang": "en"})).text
        assert ("Robin Example 0" in page, "Name not on record" in page) == (False, True)


async def test_a_statement_is_corrected_and_withdrawn_on_its_page_and_two_at_once_are_told(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("secretariat") as secretary:
        await send(secretary, "statements", STATEMENTS)
        [first, _] = (await here.store.find(Statement, {}, sort="said_on")).items
        path = f"{HISTORY}/statements/{first.id}"
        seen = await secretary.get(path, params={"lang": "en"})
        mine, other = [
            form_of(seen, f"{path}/correct") | {"words": words, "reason": "Heard."} for words in ("One.", "Other.")
        ]
        other["key"] = "another"
        for _ in range(2):  # pressed twice
            assert (await secretary.post(f"{path}/correct", data=mine)).status_code == 303
        late = await secretary.post(f"{path}/correct", data=other)
        assert (late.status_code, "Other." in late.text, "Somebody changed it" in late.text) == (412, True, True)
        empty = await secretary.post(f"{path}/correct", data={"words": "", "reason": ""})
        assert empty.status_code == 422
        broken = await secretary.post(f"{path}/withdraw", data={"why": "a\x00b"})
        assert broken.status_code == 422
        form = form_of(await secretary.get(path), f"{path}/withdraw") | {"why": "It was not said."}
        assert (await secretary.post(f"{path}/withdraw", data=form)).status_code == 303
        gone = (await secretary.get(HISTORY, params={"edition": str(edition(1)), "lang": "en"})).text
        assert ("It was not said." in gone, "One." in gone) == (True, False)
        assert (await secretary.post(f"{path}/burn", data={"why": "So."})).status_code == 404


async def test_pages_are_for_the_secretariat_and_what_is_said_of_a_gathering_is_not_history(tmp_path: Path) -> None:
    async with before(tmp_path) as here, here.client("observer") as observer, here.client("person") as person:
        assert (await observer.get(PAGE)).status_code == 403
        assert (await person.get(HISTORY)).status_code == 403
        assert (await observer.get(f"{HISTORY}/statements/{edition(1)}")).status_code == 403
