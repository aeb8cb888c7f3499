"""Votes by name, reservations and what was withdrawn: as files say them, whole and in part."""

import pytest

from services.minutes.decisions.commands import (
    CorrectDecision,
    RecordDecision,
    ReserveDecision,
    WithdrawDecision,
)
from services.minutes.decisions.handlers import (
    correct_decision,
    record_decision,
    reserve_decision,
    withdraw_decision,
)
from shared.contracts.bodies import Majority
from shared.contracts.decisions import Ballot, Motion, ReservationFacts, Voted
from tests.minutes.facts import BODY, minute, organization, ruled
from tests.minutes.house import PAGE, Site, Told
from tests.minutes.publication.test_files import words_of
from tests.world.facts import GATHERING, known

FILES = ("docx", "html", "md")
RESERVED, WITHDRAWN, EARLIER = "Not in winter.", "It was not on the agenda.", "A word was missing."

VOTES: tuple[Voted, ...] = ("in_favour", "against", "in_favour")


def motion(text: str) -> Motion:
    ballots = tuple(Ballot(organization(n), vote) for n, vote in enumerate(VOTES))
    return Motion(text={"en": text}, adoption="roll_call", ballots=ballots)


@pytest.fixture
async def published(there: Site) -> Site:
    """A vote by name, with a reservation, corrected, and withdrawn."""
    await there.hear([Told(BODY, 2, ruled(substantive=Majority()))])
    one = RecordDecision(id=known("one"), at=minute(30), gathering=GATHERING, facts=motion("A fund."))
    await there.run(record_decision, one)
    reserved = ReservationFacts(member=organization(2))
    await there.run(
        reserve_decision,
        ReserveDecision(
            id=known("reserve"), at=minute(31), decision=one.id, facts=reserved, words=RESERVED, said_in="en"
        ),
    )
    again = CorrectDecision(
        id=known("again"), at=minute(40), decision=one.id, facts=motion("A larger fund."), reason=EARLIER
    )
    await there.run(correct_decision, again)
    await there.run(
        withdraw_decision, WithdrawDecision(id=known("out"), at=minute(41), decision=one.id, reason=WITHDRAWN)
    )
    await there.adjourn()
    await there.publish()
    return there


async def said(there: Site, kind: str, part: str) -> str:
    async with there.client() as anybody:
        return words_of(kind, (await anybody.get(f"{PAGE}.{kind}?lang=en&part={part}")).content)


@pytest.mark.parametrize("kind", FILES)
async def test_how_each_member_voted_is_in_every_file(published: Site, kind: str) -> None:
    text = await said(published, kind, "decisions")
    assert "In favour (2)" in text
    assert "Against (1)" in text
    assert text.count("Ministry of Waters 1") == 1


@pytest.mark.parametrize("kind", FILES)
async def test_a_summary_keeps_reservations_and_that_it_was_withdrawn(published: Site, kind: str) -> None:
    whole, summary = [await said(published, kind, part) for part in ("full", "summary")]
    assert all(told in whole for told in (RESERVED, WITHDRAWN, EARLIER))
    assert [told in summary for told in (RESERVED, WITHDRAWN, EARLIER)] == [True, True, False]
