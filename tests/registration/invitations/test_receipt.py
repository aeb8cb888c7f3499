"""Whoever names delegates reads who is named since, and who was before; the address says nothing of anybody."""

import html
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.invitations.receipt import Receipt
from tests.registration.invitations.facts import of_organization, who
from tests.registration.invitations.test_answering import Guest, hidden, invited

NAMES = [f"Delegate {chr(ord('A') + n)}" for n in range(15)]


def table(*numbers: int) -> str:
    return "\n".join(f"{NAMES[n]}\td{n}@example.org\tAdviser" for n in numbers)


def lists(page: str) -> list[list[str]]:
    """Of each list of the receipt, who stands in it."""
    shown = re.findall(r'<ol class="contents"[^>]*>(.*?)</ol>', page, re.DOTALL)
    return [[html.unescape(each) for each in re.findall(r"<li><bdi>([^<]*)</bdi>", part)] for part in shown]


async def read(guest: Guest, answer: httpx.Response) -> str:
    """The page to which an answer leads."""
    assert answer.status_code == 303, answer.text
    carried = dict(parse_qsl(urlsplit(answer.headers["Location"]).query))
    assert all(re.fullmatch(r"[\d.-]+", said) for name, said in carried.items() if name != "link")
    return await guest.page(**{name: said for name, said in carried.items() if name != "link"})


def named(*numbers: int) -> list[str]:
    return [NAMES[n] for n in numbers]


async def test_the_receipt_says_who_is_newly_named_in_the_order_given_and_who_was_before(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=9) as guest:
        first = await read(guest, await guest.posts("delegates", {"table": table(3, 1, 2)}))
        assert lists(first) == [named(3, 1, 2)]
        assert "Received." in first
        assert "Delegate" in first
        keys, mixed = hidden(await guest.page()), {"table": table(0, 2, 5, 3)}
        for _ in range(2):  # pressed twice it says the same
            again = await read(guest, await guest.posts("delegates", mixed, keys))
            assert lists(again) == [named(0, 5), named(2, 3)]
        nothing = await read(guest, await guest.posts("delegates", mixed))
        assert lists(nothing) == [named(0, 2, 5, 3)]
        assert "Nothing has changed." in nothing
        assert "Received." not in nothing
        assert not lists(await guest.page()), "once one looks again there is no receipt"


async def test_a_long_receipt_is_folded_behind_the_first_of_them(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=15) as guest:
        page = await read(guest, await guest.posts("delegates", {"table": table(*range(15))}))
        assert lists(page) == [named(*range(10)), named(*range(10, 15))]
        assert re.search(r"<details><summary>And \W?5\W? more</summary><ol class=\"contents\" start=\"11\">", page)


async def test_a_receipt_that_is_looked_at_after_a_change_calls_nobody_who_is_not_named_any_more(
    tmp_path: Path,
) -> None:
    async with invited(tmp_path, quota=9) as guest:
        answer = await guest.posts("delegates", {"table": table(0, 1)})
        first = (await guest.now())["delegates"][0]
        assert (await guest.posts("remove", {"remove": first})).status_code == 303
        page = await read(guest, answer)
        assert lists(page) == [named(1)]
        assert NAMES[0] not in page
        assert "One of those sent is not named any more." in page
        for carried in ("7", "x", "9-3", "0-99999999999", "-1", "0.0.0.0"):
            assert not lists(await guest.page(named=carried)), carried


async def test_where_rows_are_wrong_the_page_says_at_once_who_of_the_others_is_named(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=9) as guest:
        await guest.posts("delegates", {"table": table(0)})
        keys = hidden(await guest.page())
        for _ in range(2):
            answer = await guest.posts("delegates", {"table": f"{table(2, 0)}\nBo\tno address"}, keys)
            assert (answer.status_code, lists(answer.text)) == (422, [named(2), named(0)])
            assert '<a href="#table">One row is not named yet.' in answer.text, (
                "it is said at the top, however long the list"
            )
        one = {"name": NAMES[4], "email": "d4@example.org", "language": "en"}
        assert lists(await read(guest, await guest.posts("delegate", one))) == [named(4)]


@pytest.mark.parametrize("quota", [0, 9])
async def test_who_chooses_another_language_stays_on_the_page_with_what_was_typed_and_received(
    quota: int, tmp_path: Path
) -> None:
    async with invited(tmp_path, quota=quota) as guest:
        page = await guest.page()
        if quota:
            page = await read(guest, await guest.posts("delegates", {"table": table(0)}))
        ways = {html.unescape(each) for each in re.findall(r'formaction="([^"]*lang=fa[^"]*)"', page)}
        for way in ways:
            typed = hidden(page) | {"table": table(1), "name": NAMES[1], "speaks": "en"}
            answer = await guest.browser.post(way.removeprefix("/registration"), data=typed)
            assert answer.status_code == 200
            assert 'lang="fa"' in answer.text
            assert NAMES[1] in answer.text, "what was typed is still there"
            assert lists(answer.text) == ([named(0)] if quota else [])
        assert ways


async def test_who_was_slower_gets_no_receipt_but_what_became_meanwhile(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=9) as guest:
        both = hidden(await guest.page())
        assert (await guest.posts("delegates", {"table": table(0)}, both)).status_code == 303
        slower = await guest.posts("delegates", {"table": table(1)}, both | {"key": "another"})
        assert (slower.status_code, lists(slower.text)) == (412, [])


@given(ever=st.integers(1, 40), picked=st.data())
def test_whoever_is_named_an_address_carries_them_in_their_order(ever: int, picked: st.DataObject) -> None:
    invitation = of_organization(40)
    invitation.ever = invitation.delegates = [who(n) for n in range(ever)]
    given_ = picked.draw(st.lists(st.sampled_from(invitation.ever), unique=True, min_size=1))
    cut = picked.draw(st.integers(0, len(given_)))
    receipt = Receipt(given_[:cut], given_[cut:])
    carried = receipt.carried(invitation)
    assert Receipt.read(invitation, carried) == receipt
    assert re.fullmatch(r"[\d.-]*", "".join(carried.values()))
