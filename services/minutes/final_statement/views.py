"""What the API tells of a final statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self
from uuid import UUID

from services.minutes.final_statement.amending import moved
from services.minutes.final_statement.amendments import Amendment, AmendmentState
from services.minutes.final_statement.model import FinalStatement, FinalStatementState
from services.minutes.final_statement.paragraphs import Paragraph
from shared.contracts.final_statements import AmendmentFacts, Part
from shared.contracts.organizations import Text
from shared.http import View


class FinalParagraphView(View):
    """A paragraph. `number`: of an operative one, by its place; null in the preamble. `outdated`: languages whose words were
    written from an authoritative wording that is another by now.
    """

    id: UUID
    part: Part
    number: int | None
    text: Text
    outdated: list[str]


class FinalVersionView(View):
    """The text as it stood once (UTC): 1 is what was adopted, later ones are corrections with their reason. 0: what lay before
    the gathering, for whoever keeps or observes the minutes alone.
    """

    number: int
    at: datetime
    reason: str
    paragraphs: list[FinalParagraphView]


class FinalStatementView(View):
    """A final statement, whose id is the gathering's. `authoritative`: the language whose wording counts. All times are UTC."""

    id: UUID
    state: FinalStatementState
    authoritative: str
    paragraphs: list[FinalParagraphView]
    drafted_at: datetime
    opened_at: datetime | None
    adopted_at: datetime | None
    corrected_at: datetime | None
    decision: UUID | None
    versions: list[FinalVersionView]

    @classmethod
    def told(cls, it: FinalStatement, *, drafts: bool = True) -> Self:
        """`drafts`: with what lay before the gathering."""
        kept = it.versions if drafts else it.published
        versions = [
            FinalVersionView(
                number=each.number,
                at=each.at,
                reason=each.reason,
                paragraphs=numbered(each.paragraphs, it.authoritative),
            )
            for each in kept
        ]
        told = {"paragraphs": numbered(it.paragraphs, it.authoritative), "versions": versions}
        return cls.model_validate({name: getattr(it, name) for name in cls.model_fields} | told)


class AmendmentView(AmendmentFacts, View):
    """An amendment. `against`: the authoritative wording that it was proposed to; `moved`: the paragraph says something else
    by now, or is gone. Once it is accepted, `was` and `became` are that wording before and after.
    """

    id: UUID
    number: int
    state: AmendmentState
    text: Text
    against: str
    moved: bool
    proposed_at: datetime
    decided_at: datetime | None
    was: str
    became: str
    over: bool
    reason: str
    into: UUID | None

    @classmethod
    def told(cls, it: FinalStatement, one: Amendment) -> Self:
        """With whether its paragraph moved while it was still to be decided."""
        return cls.of(one, moved=one.open and moved(it, one))


def numbered(paragraphs: Sequence[Paragraph], authoritative: str) -> list[FinalParagraphView]:
    """In their order, the operative ones numbered from 1."""
    before = sum(each.part == "preamble" for each in paragraphs)
    return [
        FinalParagraphView(
            id=each.id,
            part=each.part,
            number=place - before if each.part == "operative" else None,
            text=each.text,
            outdated=each.outdated(authoritative),
        )
        for place, each in enumerate(paragraphs, 1)
    ]
