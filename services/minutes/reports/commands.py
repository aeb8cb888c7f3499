"""What can be asked of a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.contracts import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A report in one language: headline, lead, the words of the quotation, the text (paragraphs by empty lines), the source."""

    headline: str = ""
    lead: str = ""
    quote: str = ""
    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What appeared: in which outlet, where and when, in which language, and the link to it."""

    id: UUID
    outlet: str
    link: str
    place: str = ""
    appeared_on: date | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport(Message):
    """Draw it from the record of this gathering."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReport(Message):
    """It is to say this. `statement`: which the quotation is drawn from."""

    report: UUID
    texts: Mapping[str, Telling]
    statement: UUID | None = None
    related: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectReport(WriteReport):
    """It says this from now on, for a reason that everybody reads."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishReport(Message):
    """Everybody is to read it."""

    report: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectCoverage(Message):
    """Something appeared about the gathering."""

    report: UUID
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeCoverage(Message):
    """It was noted by mistake."""

    report: UUID
    coverage: UUID
