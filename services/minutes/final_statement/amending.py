"""What becomes of amendments, and of the text by them. Pure: each changes the final statement, and returns the event."""

from datetime import datetime
from typing import Any
from uuid import UUID

from services.minutes.final_statement.amendments import MOST, Amendment, AmendmentState
from services.minutes.final_statement.commands import AcceptAmendment, MergeAmendment, ProposeAmendment, RejectAmendment
from services.minutes.final_statement.kept import bytes_of, weight, weight_of
from services.minutes.final_statement.model import FinalStatement, FinalStatementState
from services.minutes.final_statement.paragraphs import Paragraph, must_be_few, put, written
from shared.contracts.final_statements import (
    AmendmentAccepted,
    AmendmentFacts,
    AmendmentMerged,
    AmendmentProposed,
    AmendmentRejected,
)
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid, NotFound


def propose(it: FinalStatement, asked: ProposeAmendment) -> AmendmentProposed:
    """One more. Raises Conflict (`not-open`, `full`, `too-large`), Invalid for a paragraph that is not there, or words that are
    missing or the same as its own.
    """
    if it.state is not FinalStatementState.UNDER_AMENDMENT:
        raise Conflict("Amendments are proposed to a text that is open to them.", code="not-open")
    if len(it.amendments) >= MOST:
        raise Conflict(f"At most {MOST} amendments are kept.", code="full")
    there, facts = it.paragraph(asked.facts.paragraph), asked.facts
    text = {tag: words for tag, words in asked.text.items() if words.strip()}
    _must_fit(it, facts, text, there)
    if there and facts.amendment_kind != "insert":
        facts = facts.model_copy(update={"part": there.part})
    said = {"id": asked.id, "number": len(it.amendments) + 1, "text": text, "proposed_at": asked.at}
    one = Amendment(**facts.model_dump(), **said, against=it.wording(there))
    it.must_have_room(0, weight_of(one))
    it.amendments = [*it.amendments, one]
    return AmendmentProposed.of(one, gathering=it.id, amendment=one.id)


def accept(it: FinalStatement, asked: AcceptAmendment) -> AmendmentAccepted | None:
    """It stands in the text from now on; None if so already. Raises Conflict: `decided`, `paragraph-gone`, and `paragraph-moved`
    where the paragraph says something else by now and nobody said that this is to go `over` it.
    """
    one = _to_decide(it, asked.amendment, AmendmentState.ACCEPTED)
    if one is None:
        return None
    there, over = it.paragraph(one.paragraph), moved(it, one)
    if one.paragraph and there is None:
        raise Conflict("Its paragraph does not stand in the text any more.", code="paragraph-gone")
    if over and not asked.over:
        raise Conflict("Its paragraph says something else by now: look at both.", code="paragraph-moved")
    was = "" if one.amendment_kind == "insert" else it.wording(there)
    id = _apply(it, one, there, asked.text)
    became = it.wording(it.paragraph(id))
    _decide(it, one, asked.at, state=AmendmentState.ACCEPTED, was=was, became=became, over=over)
    return AmendmentAccepted(gathering=it.id, amendment=one.id, decided_at=asked.at, paragraph=id, over=over)


def reject(it: FinalStatement, asked: RejectAmendment) -> AmendmentRejected | None:
    """The text stays without it; None if so already. Raises Conflict (`decided`)."""
    one = _to_decide(it, asked.amendment, AmendmentState.REJECTED)
    if one is None:
        return None
    _decide(it, one, asked.at, state=AmendmentState.REJECTED, reason=asked.reason)
    return AmendmentRejected(gathering=it.id, amendment=one.id, decided_at=asked.at)


def merge(it: FinalStatement, asked: MergeAmendment) -> AmendmentMerged | None:
    """It is dealt with in another; None if so already. Raises Conflict (`decided`), Invalid for one into which it cannot go."""
    one = _to_decide(it, asked.amendment, AmendmentState.MERGED)
    if one is None:
        return None
    other = it.amendment(asked.into)
    if other is None or not other.open or other.id == one.id:
        raise Invalid.at("It is merged into another amendment that is still to be decided.", "into")
    _decide(it, one, asked.at, state=AmendmentState.MERGED, into=other.id)
    return AmendmentMerged(gathering=it.id, amendment=one.id, decided_at=asked.at, into=other.id)


def moved(it: FinalStatement, one: Amendment) -> bool:
    """Its paragraph says something else by now than what it was proposed to, or is gone."""
    there = it.paragraph(one.paragraph)
    if one.amendment_kind == "insert":
        return one.paragraph is not None and there is None
    return there is None or it.wording(there) != one.against


def _apply(it: FinalStatement, one: Amendment, there: Paragraph | None, agreed: Text) -> UUID:
    """Change the text; returns which paragraph it is about. A translation of what was proposed is outdated once other words
    were agreed upon.
    """
    if there and one.amendment_kind == "delete":
        it.paragraphs = [each for each in it.paragraphs if each.id != there.id]
        return there.id
    if there and one.amendment_kind == "replace":
        it.replace(_said(it, one, there, agreed))
        return there.id
    more = _said(it, one, Paragraph(id=one.id, part=one.part, text={}), agreed)
    it.paragraphs = put(it.paragraphs, more, one.paragraph)
    return more.id


def _said(it: FinalStatement, one: Amendment, there: Paragraph, agreed: Text) -> Paragraph:
    """The paragraph with what was proposed, and then with what was agreed upon. Raises Conflict (`full`, `too-large`)."""
    now = written(written(there, one.text, it.authoritative), agreed, it.authoritative)
    must_be_few(it.paragraphs, now)
    wordings = (there.text.get(it.authoritative, ""), now.text[it.authoritative])
    it.must_have_room(weight(now) - weight(there), bytes_of(wordings))
    return now


def _decide(it: FinalStatement, one: Amendment, at: datetime, **became: Any) -> None:
    now = one.model_copy(update={"decided_at": at, **became})
    it.amendments = [now if each.id == one.id else each for each in it.amendments]


def _to_decide(it: FinalStatement, id: UUID, wanted: AmendmentState) -> Amendment | None:
    """The amendment; None if it is what is wanted already. Raises NotFound, Conflict (`decided`)."""
    one = it.amendment(id)
    if one is None:
        raise NotFound("There is no such amendment here.")
    if one.state is wanted:
        return None
    if not one.open:
        raise Conflict(f"This amendment is {one.state}.", code="decided")
    return one


def _must_fit(it: FinalStatement, facts: AmendmentFacts, text: Text, there: Paragraph | None) -> None:
    kind = facts.amendment_kind
    if there is None and (facts.paragraph or kind != "insert"):
        raise Invalid.at("There is no such paragraph in the text.", "paragraph")
    if kind == "delete" and text:
        raise Invalid.at("Who wants a paragraph left out proposes no words.", "text")
    if kind != "delete" and it.authoritative not in text:
        raise Invalid.at(f"Propose words in the authoritative language ({it.authoritative}).", "text")
    if kind == "replace" and there and text.items() <= there.text.items():
        raise Invalid.at("This is what the paragraph says already.", "text")
