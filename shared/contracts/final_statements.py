"""`plenary.final-statements`: how far the text is that a conference ends with, and what was proposed to change in it; never the
words. Published by minutes; keyed by gathering, whose one final statement it is."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

FINAL_STATEMENTS = Topic(
    "plenary.final-statements", "minutes", "final statements, from the draft to what was adopted, and their amendments"
)

Part = Literal["preamble", "operative"]
AmendmentKind = Literal["replace", "insert", "delete"]
"""Other words for a paragraph, a paragraph more behind it, or the paragraph left out."""


class FinalStatementEvent(Event):
    """Something of the final statement of this gathering."""

    topic = FINAL_STATEMENTS

    gathering: UUID


class FinalStatementDrafted(FinalStatementEvent):
    """There is a draft. Enters *draft*. `authoritative`: the language whose wording counts."""

    type = "final-statement.drafted.v1"

    authoritative: str
    drafted_at: datetime


class FinalStatementWritten(FinalStatementEvent):
    """A paragraph is new, or says something else: in these languages; `outdated` are those that do not say so yet."""

    type = "final-statement.written.v1"

    paragraph: UUID
    part: Part
    languages: list[str]
    outdated: list[str] = []


class FinalStatementArranged(FinalStatementEvent):
    """Its paragraphs are these, in this `order`, those of the preamble first: one was moved, or left out."""

    type = "final-statement.arranged.v1"

    order: list[UUID]


class FinalStatementOpened(FinalStatementEvent):
    """The draft lies before the gathering, and amendments are proposed to it. Enters *under_amendment*."""

    type = "final-statement.opened.v1"

    opened_at: datetime


class FinalStatementAdopted(FinalStatementEvent):
    """The gathering adopted it: everybody may read it, and nothing in it is overwritten. Enters *adopted*.

    `path`: the permanent address of its page. `decision`: by which decision, if one is named.
    """

    type = "final-statement.adopted.v1"

    adopted_at: datetime
    path: str
    decision: UUID | None = None


class FinalStatementCorrected(FinalStatementEvent):
    """What was adopted was written down wrongly: it has a new version, and why stands there. Earlier ones stay readable.

    `version`: the number of the new one; that which was adopted is 1.
    """

    type = "final-statement.corrected.v1"

    version: int
    corrected_at: datetime
    path: str


class AmendmentFacts(Facts):
    """What is proposed: to which `paragraph` (the one to put another behind, or none: at the beginning), and by whom, as far as
    that is known. `part`: where a paragraph more belongs; of others, where the paragraph is."""

    amendment_kind: AmendmentKind
    paragraph: UUID | None = None
    part: Part = "operative"
    organization: UUID | None = None
    person: UUID | None = None


class AmendmentProposed(AmendmentFacts, FinalStatementEvent):
    """An amendment was proposed. Enters *proposed*. `number`: as it is called there."""

    type = "amendment.proposed.v1"

    amendment: UUID
    number: int
    proposed_at: datetime


class AmendmentDecided(FinalStatementEvent):
    """What became of an amendment was said."""

    amendment: UUID
    decided_at: datetime


class AmendmentAccepted(AmendmentDecided):
    """It stands in the text: in this paragraph. Enters *accepted*.

    `over`: the paragraph said something else by then than what the amendment was proposed to, and both were looked at.
    """

    type = "amendment.accepted.v1"

    paragraph: UUID
    over: bool = False


class AmendmentRejected(AmendmentDecided):
    """The text stays without it. Enters *rejected*."""

    type = "amendment.rejected.v1"


class AmendmentMerged(AmendmentDecided):
    """It is dealt with as part of another one. Enters *merged*. `into`: which."""

    type = "amendment.merged.v1"

    into: UUID
