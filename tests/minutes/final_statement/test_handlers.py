"""Two at once, the same twice, and events in any order: what a final statement says is decided in its one document."""

import asyncio
from dataclasses import replace

import pytest

from services.minutes.final_statement.commands import (
    AcceptAmendment,
    AdoptFinalStatement,
    DraftFinalStatement,
    OpenFinalStatement,
)
from services.minutes.final_statement.handlers import (
    accept_amendment,
    adopt_final_statement,
    draft_final_statement,
    open_final_statement,
    propose_amendment,
    write_paragraph,
)
from services.minutes.final_statement.model import FinalStatement
from shared.errors import Conflict, Refused
from tests.minutes import facts
from tests.minutes.final_statement.facts import DAILY, MEASURE, PUBLISH, asks, proposes, wordings, writes
from tests.minutes.house import House, tell
from tests.world.facts import GATHERING, known


async def _opened(here: House) -> None:
    await here.convene()
    await here.run(draft_final_statement, asks(DraftFinalStatement, authoritative="en"))
    for n, text in ((1, MEASURE), (2, PUBLISH)):
        await here.run(write_paragraph, writes(n, text, new=True))
    await here.run(open_final_statement, asks(OpenFinalStatement))


async def _text(here: House) -> FinalStatement:
    stored = await here.store.get(FinalStatement, GATHERING)
    assert stored
    return stored.entity


async def test_of_two_amendments_accepted_at_once_one_waits_for_a_second_look(here: House) -> None:
    await _opened(here)
    other = proposes("b", text={"en": "Calls upon nobody;"})
    for one in (proposes("a"), other):
        await here.run(propose_amendment, one)
    both = (asks(AcceptAmendment, name, amendment=proposes(name).id) for name in ("a", "b"))
    came = await asyncio.gather(*(here.run(accept_amendment, each) for each in both), return_exceptions=True)
    [refused] = [each for each in came if isinstance(each, Refused)]
    assert refused.slug == "paragraph-moved"
    [accepted] = [each for each in (await _text(here)).amendments if not each.open]
    assert wordings(await _text(here)) == [accepted.became, PUBLISH["en"]]


async def test_two_who_write_different_paragraphs_at_once_lose_nothing(here: House) -> None:
    await _opened(here)
    texts = ((1, DAILY), (2, {"en": "Asks for a table."}), (3, {"en": "Thanks its hosts."}))
    asked = [replace(writes(n, text, new=n == 3), id=known(f"at once {n}")) for n, text in texts]
    await asyncio.gather(*(here.run(write_paragraph, each) for each in asked))
    assert wordings(await _text(here)) == [text["en"] for _, text in texts]


async def test_the_same_command_twice_is_done_once(here: House) -> None:
    await _opened(here)
    for _ in range(2):
        await here.run(propose_amendment, proposes("a"), keyed=True)
        await here.run(accept_amendment, asks(AcceptAmendment, "a", amendment=proposes("a").id), keyed=True)
    for _ in range(2):
        await here.run(adopt_final_statement, asks(AdoptFinalStatement, path=""), keyed=True)
    it = await _text(here)
    assert (len(it.amendments), [each.number for each in it.versions]) == (1, [0, 1])


async def test_before_the_session_it_is_not_adopted(here: House) -> None:
    await here.hear(tell(GATHERING, facts.announced()))
    await here.run(draft_final_statement, asks(DraftFinalStatement, authoritative="en"))
    await here.run(write_paragraph, writes(1, MEASURE, new=True))
    with pytest.raises(Conflict) as early:
        await here.run(adopt_final_statement, asks(AdoptFinalStatement))
    assert early.value.slug == "not-begun"


async def test_who_proposes_late_what_was_adopted_meanwhile_is_told_so(here: House) -> None:
    await _opened(here)
    await here.run(adopt_final_statement, asks(AdoptFinalStatement))
    with pytest.raises(Conflict) as late:
        await here.run(propose_amendment, replace(proposes("late"), id=known("late")))
    assert late.value.slug == "not-open"
