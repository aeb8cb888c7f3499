"""A long table: all of it is taken, or nothing of it, and the page says which and what to do."""

import re
from pathlib import Path

import pytest

from services.registration.invitations.pasted import ROWS
from tests.registration.invitations.test_answering import Guest, invited
from tests.registration.invitations.test_from_file import brings

MANY = 120
POSITION = "مشاور ارشد در امور رودخانه‌ها و سدها و تالاب‌ها " * 4


def table(rows: int, position: str = "") -> str:
    """Delegates, each with an address of their own."""
    return "\n".join(f"نماینده {n}\tlong{n}@example.org\t{position.strip()}" for n in range(rows))


async def entered(guest: Guest) -> set[str]:
    async with guest.here.client("secretariat") as secretary:
        return {each["name"] for each in (await secretary.get("/v1/people", params={"limit": 100})).json()}


@pytest.mark.parametrize("way", ["pasted", "brought"])
async def test_a_table_of_many_delegates_with_long_positions_is_named_whole(way: str, tmp_path: Path) -> None:
    async with invited(tmp_path, quota=MANY) as guest:
        long = table(MANY, POSITION)
        assert len(long) > 20_000
        answer = await (guest.posts("delegates", {"table": long}) if way == "pasted" else brings(guest, long.encode()))
        assert answer.status_code == 303, answer.text[:500]
        assert len((await guest.now())["delegates"]) == MANY


@pytest.mark.parametrize(
    "long", [table(ROWS + 1), f"{table(3)}\t{POSITION * 2_000}"], ids=["too many rows", "too many characters"]
)
async def test_of_a_table_that_is_too_long_nobody_is_named_or_entered_and_the_page_says_so(
    long: str, tmp_path: Path
) -> None:
    async with invited(tmp_path, quota=5) as guest:
        before = await entered(guest)
        pasted = await guest.posts("delegates", {"table": long})
        for field, answer in (("table", pasted), ("file", await brings(guest, long.encode()))):
            assert answer.status_code == 422
            said = re.search(rf'id="{field}-error">([^<]*)<', answer.text)
            assert said
            assert "nobody of it is named" in said[1].replace("\u2068", "").replace("\u2069", "")
            assert str(ROWS) in said[1]
        assert "long2@example.org" in pasted.text, "what was pasted is still there"
        assert ((await guest.now())["state"], await entered(guest)) == ("pending", before)


async def test_who_shortens_a_table_that_was_too_long_names_all_that_is_left(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=5) as guest:
        assert (await guest.posts("delegates", {"table": table(ROWS + 1)})).status_code == 422
        assert (await guest.posts("delegates", {"table": table(5)})).status_code == 303
        assert len((await guest.now())["delegates"]) == 5
