"""What is asked for of a final statement, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from shared.contracts.final_statements import AmendmentFacts, AmendmentKind, Part
from shared.http import Form
from shared.http.fields import Language, Line
from shared.text import paragraphs

LONGEST = 4_000
"""Characters of a paragraph in one language."""

Words = Annotated[str, StringConstraints(max_length=LONGEST), AfterValidator(paragraphs)]
Wordings = Annotated[
    dict[Language, Words],
    Field(max_length=20, examples=[{"en": "Calls upon each state to publish what its gauges measure."}]),
]
"""Words by language; with none a language is taken away."""

Holds = Annotated[list[Language], Field(max_length=20)]
"""Languages that say what the authoritative wording says now, although they are not written anew."""


class FinalDraftForm(Form):
    """Which language counts; the others are set beside it."""

    authoritative: Annotated[Language, Field(examples=["en"])]


class NewFinalParagraphForm(Form):
    """A paragraph of the preamble, or an operative one, whose number follows from its place."""

    part: Annotated[Part, Field(examples=["operative"])]
    text: Wordings


class FinalParagraphForm(Form):
    """What it says from now on; languages that are not named stay as they are."""

    text: Wordings
    holds: Holds = []


class MoveForm(Form):
    """Just before which paragraph of its part; null: as the last one."""

    before: UUID | None = None


class AmendmentForm(AmendmentFacts, Form):
    """What is proposed, and by whom. `insert` puts a paragraph behind `paragraph` (null: as the first of its `part`)."""

    amendment_kind: Annotated[AmendmentKind, Field(examples=["insert"])]
    text: Wordings = {}


class AcceptanceForm(Form):
    """In which words, if not in those that were proposed; languages that are not named stay as proposed.

    `over`: also in place of words that came after it was proposed.
    """

    text: Wordings = {}
    over: bool = False


class RejectionForm(Form):
    """Why the text stays without it; may be left out."""

    reason: Annotated[Line | None, Field(examples=["The council prefers the wording of the draft."])] = None


class MergerForm(Form):
    """With which other amendment it is dealt."""

    into: UUID


class AdoptionForm(Form):
    """By which decision of the gathering, if one is named."""

    decision: UUID | None = None


class FinalCorrectionForm(FinalParagraphForm):
    """What a paragraph of what was adopted says from now on, and why: everybody reads it."""

    reason: Annotated[Line, Field(examples=["The name of the river was misspelt."])]
