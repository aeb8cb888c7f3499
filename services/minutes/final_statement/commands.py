"""What can be asked of a final statement. Its id is the gathering's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from shared.contracts import Message
from shared.contracts.final_statements import AmendmentFacts, Part
from shared.contracts.organizations import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Message):
    """Of which final statement something is asked."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFinalStatement(Asked):
    """Begin one. `authoritative`: the language whose wording counts."""

    authoritative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteParagraph(Asked):
    """Let a paragraph say this; a `new` one is put at the end of its part.

    Languages that are not named stay as they are; one with no words is taken away. `holds`: languages that say what the
    authoritative wording says now, although they were not written anew.
    """

    paragraph: UUID
    part: Part = "operative"
    text: Text
    holds: Sequence[str] = ()
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveParagraph(Asked):
    """Let it stand just before another one of its part (None: as the last one)."""

    paragraph: UUID
    before: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOutParagraph(Asked):
    """Leave a paragraph out."""

    paragraph: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFinalStatement(Asked):
    """Let amendments be proposed to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAmendment(Asked):
    """Somebody wants other words. The amendment's id is the command's."""

    facts: AmendmentFacts
    text: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAmendment(Asked):
    """Let the text say so: in these words; languages that are not named as they were proposed.

    `over`: also in place of words that came after it was proposed; whoever asks has seen both.
    """

    amendment: UUID
    text: Text = field(default_factory=dict)
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectAmendment(Asked):
    """Let the text stay without it, and say why."""

    amendment: UUID
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeAmendment(Asked):
    """Deal with it as part of another one."""

    amendment: UUID
    into: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptFinalStatement(Asked):
    """The gathering adopted it, by this decision if one is named. `path`: where everybody reads it."""

    decision: UUID | None = None
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectFinalStatement(Asked):
    """A paragraph of what was adopted was written down wrongly: it says this from now on. Why is read by everybody."""

    paragraph: UUID
    text: Text
    reason: str
    holds: Sequence[str] = ()
