"""A form that a page was sent: its key, its version, and what cannot be read of it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from uuid import uuid4

import pytest
import pytest_asyncio

from shared.http.ask import Doing
from shared.web.typed import LONGEST, Typed
from tests.shared.toy import Site, site


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        yield made


def form(**values: str | list[str]) -> Typed:
    found = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    return Typed(found, cast(Doing, None))


async def test_a_form_that_is_sent_twice_is_done_once(here: Site) -> None:
    path = f"/toy/v1/notes/{uuid4()}/page"
    async with here.client("secretariat") as secretary:
        typed = {"key": "one form", "seats": "۱۲"}
        first, again = [await secretary.post(path, data=typed) for _ in range(2)]
        assert (first.status_code, again.status_code) == (303, 303)
        assert first.headers["X-Version"] == again.headers["X-Version"] == "1"
        other = await secretary.post(path, data={**typed, "key": "another form", "seats": "7"})
        assert other.headers["X-Version"] == "2"
        reused = await secretary.post(path, data={**typed, "seats": "8"})
        assert reused.status_code == 422, "one key, one outcome"


async def test_a_form_of_an_older_version_is_refused(here: Site) -> None:
    path = f"/toy/v1/notes/{uuid4()}/page"
    async with here.client("secretariat") as secretary:
        for seats in ("1", "2"):
            await secretary.post(path, data={"seats": seats})
        stale = await secretary.post(path, data={"seats": "3", "version": "1"})
        assert stale.status_code == 412
        fresh = await secretary.post(path, data={"seats": "3", "version": "2"})
        assert fresh.status_code == 303


async def test_what_cannot_be_read_is_named_and_nothing_is_lost(here: Site) -> None:
    path = f"/toy/v1/notes/{uuid4()}/page"
    async with here.client("secretariat") as secretary:
        answer = await secretary.post(path, data={"seats": "many"})
        assert answer.json() == {"errors": {"seats": "wrong_number"}, "seats": "many"}
        assert (await secretary.post(path, json={"seats": 1})).status_code == 415


def test_values_are_read_by_what_they_should_be() -> None:
    typed = form(name="  Nahid ", many=["a", " b "], at="2030-03-21T09:00", no="x", day="۲۰۳۰-۰۳-۲۱T۰۹:۰۰")
    assert (typed["name"], typed["absent"], typed.all("many")) == ("Nahid", "", ["a", "b"])
    assert typed.moment("at", "Asia/Tehran") == datetime(2030, 3, 21, 5, 30, tzinfo=UTC)
    assert typed.moment("day", "UTC") == datetime(2030, 3, 21, 9, 0, tzinfo=UTC)
    assert (typed.must("name", 3), typed.one_of("no", ("y",)), typed.must("gone")) == ("Nahid", "x", "")
    assert typed.moment("no", "UTC") is None
    assert typed.errors == {"name": "wrong_long", "no": "wrong_moment", "gone": "wrong_missing"}
    assert typed.differs({"name": "Darya", "no": "x", "elsewhere": ""}) == [("name", "Darya", "Nahid")]


LINE = "Every river has two banks.\r\n"
FULL = LINE * (LONGEST // (len(LINE) - 1)) + "." * (LONGEST % (len(LINE) - 1))
"""As long as a text may be, its lines ended as browsers end them."""


@pytest.mark.parametrize("more", [".", ".\r\n." + LINE * 1_000, "." * 2 * LONGEST])
async def test_what_is_too_long_is_said_and_never_cut_in_silence(here: Site, more: str) -> None:
    path = f"/toy/v1/notes/{uuid4()}/page"
    async with here.client("secretariat") as secretary:
        answer = await secretary.post(path, data={"seats": "1", "words": FULL + more})
        assert (answer.status_code, answer.json()["errors"]) == (200, {"words": "wrong_long"})
        spaces = await secretary.post(path, data={"seats": "1" + " " * 2 * LONGEST})
        assert spaces.status_code == 303, "spaces round it are not of it"


def test_line_ends_count_once_however_a_browser_writes_them() -> None:
    assert form(words=FULL).must("words") == FULL
    typed = form(words=FULL, few="a\r\nb")
    assert (typed.must("words"), typed.must("few", 3), typed.errors) == (FULL, "a\r\nb", {})
