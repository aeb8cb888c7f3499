"""What the API of minutes takes and gives."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from services.minutes.model import Attendance, Minutes, Person
from services.minutes.model import decision as decisions
from services.minutes.model import minutes as records
from services.minutes.model.mirrors import Presence
from shared.contracts.decisions import Adoption, QuorumCount, Votes
from shared.contracts.registrations import Source
from shared.http import Form, View
from shared.http.fields import Language, Whole
from shared.text import paragraphs

Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(paragraphs)]
Number = Annotated[Whole, Field(ge=0, le=1_000_000)]


class VotesForm(Form):
    """A count of votes."""

    in_favour: Number
    against: Number
    abstaining: Number = 0


class DecisionForm(Form):
    """What was decided: its text by language, the mode of adoption, and the votes where the mode counts them."""

    text: Annotated[
        dict[Language, Words],
        Field(min_length=1, max_length=20, examples=[{"en": "The council meets again in spring."}]),
    ]
    adoption: Annotated[Adoption, Field(examples=["show_of_hands"])]
    votes: Annotated[VotesForm | None, Field(examples=[{"in_favour": 31, "against": 4, "abstaining": 2}])] = None

    @property
    def counted(self) -> Votes | None:
        """The votes as the model knows them."""
        return Votes(**self.votes.model_dump()) if self.votes else None


class MinutesView(View):
    """Minutes of a gathering, whose id is theirs. All times are UTC; `path` is the permanent address of the page."""

    id: UUID
    state: records.State
    running: bool
    opened_at: datetime | None
    closed_at: datetime | None
    approved_at: datetime | None
    published_at: datetime | None
    path: str

    @classmethod
    def of(cls, minutes: Minutes) -> Self:
        return cls.model_validate(minutes)


class DecisionView(View):
    """A decision. `quorum` is what the minutes knew when it was taken; null where the body has no rule."""

    id: UUID
    gathering: UUID
    number: int
    text: dict[str, str]
    adoption: Adoption
    state: decisions.State
    decided_at: datetime
    votes: Votes | None
    quorum: QuorumCount | None

    @classmethod
    def of(cls, decision: decisions.Decision) -> Self:
        return cls.model_validate(decision)


class QuorumView(View):
    """The quorum at this moment; `count` and `quorate` are null where no rule asks for one."""

    gathering: UUID
    count: QuorumCount | None
    quorate: bool | None

    @classmethod
    def of(cls, gathering: UUID, count: QuorumCount | None) -> Self:
        return cls(gathering=gathering, count=count, quorate=count and count.present >= count.required)


class PassageView(View):
    """One way through the door (UTC)."""

    at: datetime
    way: str
    source: Source


class AttendanceView(View):
    """One registration in the record. `name` is null while the person is unknown here, and for ever once erased."""

    registration: UUID
    person: UUID | None
    name: str | None
    organization: UUID | None
    category: str
    state: Presence | None
    inside: bool
    passages: Sequence[PassageView]

    @classmethod
    def of(cls, attendance: Attendance, person: Person | None) -> Self:
        return cls(
            registration=attendance.id,
            person=attendance.person,
            name=person.name if person else None,
            organization=attendance.organization,
            category=attendance.category,
            state=attendance.state,
            inside=attendance.inside,
            passages=[PassageView.model_validate(passage) for passage in attendance.passages],
        )
