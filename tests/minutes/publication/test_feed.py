"""The feed of publications and corrections: Atom as RFC 4287 wants it, with ids that never change."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID
from xml.etree.ElementTree import Element, fromstring

import httpx
import pytest

from services.minutes.decisions.commands import CorrectDecision, WithdrawDecision
from services.minutes.decisions.handlers import correct_decision, record_decision, withdraw_decision
from services.minutes.publication import queries
from services.minutes.publication.shelf import FRESH
from services.minutes.record.model import Minutes, State
from shared.contracts.decisions import Motion, Votes
from shared.contracts.statements import StatementCorrected, StatementWithdrawn
from shared.store import Stored
from tests.minutes import facts
from tests.minutes.facts import decide
from tests.minutes.house import API, PAGE, Site, Told
from tests.world.facts import GATHERING, known

FEED = "/minutes/feed"
LATER, LONG_AGO = 700, -6_000_000
"""Minutes of the gathering's clock: after it was published by the clock of the house, and before."""


def inside(element: Element, name: str) -> list[Element]:
    return element.findall(f"{{http://www.w3.org/2005/Atom}}{name}")


def said(element: Element, name: str) -> str:
    [one] = inside(element, name)
    return one.text or ""


def entries(feed: httpx.Response) -> Iterator[tuple[str, str]]:
    """Of each entry its title and where it leads."""
    for entry in inside(fromstring(feed.content), "entry"):
        yield said(entry, "title"), inside(entry, "link")[0].attrib["href"]


async def correct(there: Site, reason: str, at: int = LATER) -> None:
    motion = Motion(text={"en": f"Otherwise: {reason}"}, adoption="consensus")
    command = CorrectDecision(
        id=known(reason), at=facts.minute(at), decision=known("decision a fund"), facts=motion, reason=reason
    )
    await there.run(correct_decision, command)


@pytest.fixture
async def told(there: Site) -> Site:
    """Corrected once before it was published and twice afterwards; another decision was withdrawn last."""
    await there.run(record_decision, decide("a fund", "show_of_hands", Votes(2, 1)))
    await there.run(record_decision, decide("a dam"))
    await correct(there, "Too early to be told.", LONG_AGO)
    await there.adjourn()
    await there.publish()
    await correct(there, "The sum\x0c was <wrong>.")
    await correct(there, "The year was wrong.", LATER + 1)
    withdraw = WithdrawDecision(
        id=known("w"), at=facts.minute(LATER + 2), decision=known("decision a dam"), reason="Not ours."
    )
    await there.run(withdraw_decision, withdraw)
    return there


async def test_it_tells_what_was_published_and_each_correction_since(told: Site) -> None:
    async with told.client() as anybody:
        feed = await anybody.get(FEED)
    page = f"http://plenary.test{PAGE}?lang=en"
    assert list(entries(feed)) == [
        ("Decision 2 withdrawn: Shared river basins", f"{page}#decision-2"),
        ("Decision 1 corrected: Shared river basins", f"{page}#decision-1"),
        ("Decision 1 corrected: Shared river basins", f"{page}#decision-1"),
        ("Minutes published: Shared river basins", page),
    ]
    assert "Too early" not in feed.text
    assert "The sum was &lt;wrong&gt;." in feed.text, "without what XML has no place for"


class Spoken:
    """Statements of published minutes, changed one after the other by the secretariat."""

    SAID: ClassVar[dict[str, Any]] = {"manner": "summary", "said_in": "en", "speaker": str(known("person 0"))}

    def __init__(self, there: Site, secretary: httpx.AsyncClient) -> None:
        self.there, self.secretary = there, secretary
        self.paths: list[str] = []

    async def recorded(self, *public: bool) -> None:
        """One of each of these; then everybody reads the minutes."""
        for n, each in enumerate(public):
            asked = self.SAID | {"words": f"Words {n}.", "public": each}
            self.paths.append((await self.secretary.post(f"{API}/statements", json=asked)).headers["Location"])
        await self.there.adjourn()
        await self.there.publish()

    async def change(self, n: int, step: str, **typed: Any) -> None:
        """Correct or withdraw it, and let the minutes hear of that."""
        self.there.clock.passes(seconds=1)
        said = {**self.SAID, **typed} if step == "correct" else typed
        tag = {"If-Match": (await self.secretary.get(self.paths[n])).headers["ETag"]}
        answer = await self.secretary.post(f"{self.paths[n]}/{step}", json=said, headers=tag)
        assert answer.status_code == 200, answer.text
        [*_, last] = self.there.said[id := UUID(self.paths[n].rpartition("/")[2])].outbox
        event = StatementCorrected if step == "correct" else StatementWithdrawn
        await self.there.hear([Told(id, last.sequence, event(**json.loads(last.data or b"")))])


async def test_it_tells_of_public_statements_too_and_of_none_that_was_confidential(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        spoken = Spoken(there, secretary)
        await spoken.recorded(True, True, False)
        await spoken.change(0, "correct", words="Other words.", public=True, reason="Misheard.")
        await spoken.change(1, "withdraw", reason="Not said.")
        await spoken.change(2, "correct", words="For all.", public=True, reason="Agreed, between us.")
        there.clock.passes(seconds=FRESH)
        feed = await anybody.get(FEED)
        page = (await anybody.get(f"{PAGE}?lang=en")).text
    assert [title for title, _ in entries(feed)] == [
        "Statement withdrawn: Shared river basins",
        "Statement corrected: Shared river basins",
        "Minutes published: Shared river basins",
    ]
    assert ("Misheard." in feed.text, "between us" in feed.text + page) == (True, False)
    assert "Something in this record changed after it was published" in page
    assert there.events(GATHERING).count("minutes.statement-corrected.v1") >= 1


async def test_it_tells_that_a_statement_became_confidential_and_neither_its_words_nor_why(there: Site) -> None:
    """Also of one that was corrected before, or is withdrawn after; and no more of one that was confidential all the time."""
    async with there.client("secretariat") as secretary, there.client() as anybody:
        spoken = Spoken(there, secretary)
        await spoken.recorded(True, True, False)
        await spoken.change(0, "correct", words="Where the spring is.", public=True, reason="The spring was misheard.")
        for n in range(3):
            await spoken.change(
                n, "correct", words=f"Where spring {n} is.", public=False, reason=f"Spring {n} is secret."
            )
        await spoken.change(1, "withdraw", reason="The spring is dry.")
        there.clock.passes(seconds=FRESH)
        feed = await anybody.get(FEED)
        there.clock.passes(seconds=FRESH)
        other = await anybody.get(f"{FEED}?lang=fa")
        page = (await anybody.get(f"{PAGE}?lang=en")).text
    address = f"http://plenary.test{PAGE}?lang=en"
    hidden = ("Statement withdrawn from the public record: Shared river basins", address)
    assert list(entries(feed)) == [hidden, hidden, ("Minutes published: Shared river basins", address)]
    assert "spring" not in f"{feed.text}{other.text}{page}".lower()
    assert "It is kept with the part of the record that not everybody reads." in feed.text
    assert "اظهاراتی از بخش عمومی صورت‌جلسه برداشته شد" in other.text


async def test_a_statement_that_everybody_may_read_again_is_told_of_by_what_everybody_could_read(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        spoken = Spoken(there, secretary)
        await spoken.recorded(True)
        await spoken.change(0, "correct", words="Hidden.", public=False, reason="Not for all.")
        await spoken.change(0, "correct", words="Open.", public=True, reason="For all.")
        await spoken.change(0, "correct", words="Open again.", public=True, reason="Misheard.")
        there.clock.passes(seconds=FRESH)
        feed = await anybody.get(FEED)
    assert [title.partition(":")[0] for title, _ in entries(feed)] == [
        "Statement corrected",
        "Statement withdrawn from the public record",
        "Minutes published",
    ]
    assert ("Misheard." in feed.text, "ot for all." in feed.text) == (True, False)


async def test_it_is_what_the_rfc_asks_for(told: Site) -> None:
    async with told.client() as anybody:
        answer = await anybody.get(f"{FEED}?lang=fa")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = fromstring(answer.content)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert said(inside(feed, "author")[0], "name")
    [itself] = [each for each in inside(feed, "link") if each.attrib["rel"] == "self"]
    assert itself.attrib["href"] == f"http://plenary.test{FEED}?lang=fa"
    parts = [feed, *inside(feed, "entry")]
    for each in parts:
        assert said(each, "id").startswith("urn:uuid:")
        assert said(each, "title")
        assert datetime.fromisoformat(said(each, "updated")).tzinfo
    assert len({said(each, "id") for each in parts}) == len(parts)
    assert said(feed, "updated") == max(said(each, "updated") for each in parts[1:])


async def test_ids_stay_what_they_are_and_are_others_in_another_language(told: Site) -> None:
    async with told.client() as anybody:
        english = {said(each, "id") for each in inside(fromstring((await anybody.get(FEED)).content), "entry")}
        persian = inside(fromstring((await anybody.get(f"{FEED}?lang=fa")).content), "entry")
        await correct(told, "Once more.", LATER + 3)
        told.clock.passes(seconds=FRESH)
        anybody.cookies.clear()
        more = {said(each, "id") for each in inside(fromstring((await anybody.get(FEED)).content), "entry")}
    assert english < more
    assert not english & {said(each, "id") for each in persian}


async def test_whoever_has_it_is_not_sent_it_again(told: Site) -> None:
    async with told.client() as anybody:
        tag = (await anybody.get(FEED)).headers["ETag"]
        again = await anybody.get(FEED, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        head = await anybody.head(FEED)
        assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", tag)


async def test_nothing_is_told_before_publication_and_the_feed_has_an_end(
    there: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "NEWS", 3)
    async with there.client() as anybody:
        assert list(entries(await anybody.get(FEED))) == []
        old = [Minutes(id=known(f"old {n}"), state=State.PUBLISHED, published_at=facts.minute(-n)) for n in range(5)]
        await there.store.commit([Stored(each) for each in old])
        there.clock.passes(seconds=FRESH)
        found = list(entries(await anybody.get(FEED)))
    assert [path.removeprefix("http://plenary.test") for _, path in found] == [
        f"{each.path}?lang=en" for each in old[:3]
    ]


async def test_the_pages_say_where_it_is(told: Site) -> None:
    async with told.client() as anybody:
        for path in ("/minutes/", PAGE):
            page = (await anybody.get(f"{path}?lang=en")).text
            assert (
                'type="application/atom+xml" title="Publications and corrections" href="/minutes/feed?lang=en"' in page
            )
