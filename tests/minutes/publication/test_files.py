"""The minutes as files: each kind says what the page says, whole or in part, and only to whom the page would."""

from io import BytesIO

import pytest
from docx import Document

from services.minutes.decisions.commands import CorrectDecision
from services.minutes.decisions.handlers import correct_decision, record_decision
from shared.contracts.decisions import Motion, Votes
from tests.minutes.facts import BODY, decide, minute
from tests.minutes.house import PAGE, Site
from tests.paper import read
from tests.world.facts import known

KINDS = ("docx", "html", "md", "pdf")


@pytest.fixture
async def published(there: Site) -> Site:
    fund = decide("a fund", "show_of_hands", Votes(2, 1))
    await there.run(record_decision, fund)
    facts = Motion(text={"en": "The council resolves a larger fund.", "fa": "صندوق"}, adoption="consensus")
    again = CorrectDecision(
        id=known("again"), at=minute(40), decision=fund.id, facts=facts, reason="A word was missing."
    )
    await there.run(correct_decision, again)
    await there.adjourn()
    await there.publish()
    return there


def words_of(kind: str, content: bytes) -> str:
    """What a reader of this kind of file reads."""
    if kind == "pdf":
        return read(content).text.replace("\n", " ")
    if kind == "docx":
        return " ".join(each.text for each in Document(BytesIO(content)).paragraphs)
    return content.decode().replace("\\", "")


@pytest.mark.process
@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_says_what_the_page_says(published: Site, kind: str) -> None:
    async with published.client() as anybody:
        answer = await anybody.get(f"{PAGE}.{kind}?lang=en")
        again = await anybody.get(f"{PAGE}.{kind}?lang=en", headers={"If-None-Match": answer.headers["ETag"]})
        assert f'{PAGE}.{kind}?lang=en"' in (await anybody.get(f"{PAGE}?lang=en")).text
    assert (answer.status_code, again.status_code) == (200, 304)
    assert answer.headers["Content-Disposition"].endswith(f'; filename="shared-river-basins.{kind}"')
    text = words_of(kind, answer.content)
    for told in ("Shared river basins", "a larger fund", "resolves a fund", "A word was missing.", "Present", "صندوق"):
        assert told in text, told


@pytest.mark.process
@pytest.mark.parametrize("kind", KINDS)
async def test_a_summary_counts_who_came_and_says_what_stands(published: Site, kind: str) -> None:
    async with published.client() as anybody:
        text = words_of(kind, (await anybody.get(f"{PAGE}.{kind}?lang=en&part=summary")).content)
        whole = words_of(kind, (await anybody.get(f"{PAGE}.{kind}?lang=en")).content)
    assert "a larger fund" in text
    assert "one person" in text
    assert "Robin Example" in whole
    assert not any(left_out in text for left_out in ("resolves a fund", "صندوق", "Robin Example"))


@pytest.mark.process
@pytest.mark.parametrize("kind", KINDS)
async def test_decisions_alone_keep_what_was_corrected(published: Site, kind: str) -> None:
    async with published.client() as anybody:
        answer = await anybody.get(f"{PAGE}.{kind}?lang=en&part=decisions")
    assert f"shared-river-basins-decisions.{kind}" in answer.headers["Content-Disposition"]
    text = words_of(kind, answer.content)
    assert all(told in text for told in ("a larger fund", "resolves a fund", "A word was missing."))
    assert "Present" not in text


@pytest.mark.parametrize("kind", ["docx", "html", "md"])
async def test_before_publication_they_are_for_those_who_see_the_page(there: Site, kind: str) -> None:
    async with there.client() as anybody, there.client(f"chair:{BODY}") as chair:
        assert (await anybody.get(f"{PAGE}.{kind}")).status_code == 404
        preview = await chair.get(f"{PAGE}.{kind}?lang=fa")
    assert (preview.status_code, preview.headers["Cache-Control"]) == (200, "no-store")


async def test_what_there_is_not_is_not_found(published: Site) -> None:
    async with published.client() as anybody:
        assert (await anybody.get(f"{PAGE}.odt")).status_code == 404
        assert (await anybody.get(f"{PAGE}.md?part=gossip")).status_code == 422
