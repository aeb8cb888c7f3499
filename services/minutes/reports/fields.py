"""Fields of forms of a report."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, HttpUrl, StringConstraints

from services.minutes.record.fields import Reason
from services.minutes.reports.commands import Coverage, Telling
from shared.http import Form
from shared.http.fields import Language, Line
from shared.text import one_line, paragraphs

Headline = Annotated[str, StringConstraints(max_length=200), AfterValidator(one_line)]
Lead = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(paragraphs)]
Quote = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(paragraphs)]
Body = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(paragraphs)]
Source = Annotated[str, StringConstraints(max_length=200), AfterValidator(one_line)]


class TellingForm(Form):
    """A report in one language. `quote`: words of the statement; in another language than it was said in, their translation."""

    headline: Headline = Field("", examples=["Six towns share their gauges"])
    lead: Lead = Field("", examples=["The council of the river basins met in Sarvab and agreed on one table."])
    quote: Quote = Field("", examples=["We measure it apart."])
    text: Body = ""
    source: Source = ""

    @property
    def telling(self) -> Telling:
        """The same, for the model."""
        return Telling(**self.model_dump())


class ReportForm(Form):
    """What a report says, by language; `statement`: which its quotation is drawn from."""

    texts: Annotated[dict[Language, TellingForm], Field(max_length=20)] = Field(
        examples=[{"en": {"headline": "Six towns share their gauges", "lead": "The council met in Sarvab."}}]
    )
    statement: UUID | None = None
    related: Annotated[list[UUID], Field(max_length=20)] = []

    @property
    def tellings(self) -> dict[str, Telling]:
        """By language."""
        return {language: form.telling for language, form in self.texts.items()}


class ReportCorrectionForm(ReportForm):
    """What it says from now on, all of it, and why: everybody reads that, and the press is told."""

    reason: Reason


class ReportDraftForm(Form):
    """Of which gathering."""

    gathering: UUID


class CoverageForm(Form):
    """What appeared about the gathering."""

    outlet: Annotated[Line, Field(examples=["The River Gazette"])]
    link: Annotated[HttpUrl, Field(examples=["https://gazette.example/river-basins"])]
    place: Annotated[str, StringConstraints(max_length=200), AfterValidator(one_line)] = ""
    appeared_on: date | None = None
    language: Language | None = None

    def coverage(self, id: UUID) -> Coverage:
        """The same, for the model."""
        return Coverage(
            id=id,
            outlet=self.outlet,
            link=str(self.link),
            place=self.place,
            appeared_on=self.appeared_on,
            language=self.language or "",
        )
