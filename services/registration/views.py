"""What the API of registration takes and gives."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from services.registration import columns
from services.registration.imports import Report
from services.registration.model import Body, Gathering, GatheringState, Organization, Person, Registration
from services.registration.model import RegistrationState as State
from services.registration.model.gathering import CATEGORIES, SEATS
from shared.contracts.bodies import Quorum
from shared.contracts.gatherings import Admission, GatheringKind, Mode
from shared.contracts.people import Calendar, Digits
from shared.contracts.registrations import Admitted, Pending, Rejection, Source
from shared.http import Form, View
from shared.http.fields import Instant, Language, Line, Whole
from shared.locale import LANGUAGES
from shared.text import paragraphs

Words = Annotated[dict[Language, Line], Field(min_length=1, max_length=20)]
Category = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
Capacity = Annotated[
    dict[Category, Annotated[Whole, Field(ge=0, le=SEATS)]], Field(min_length=1, max_length=CATEGORIES)
]
Rules = Annotated[
    dict[Category, Admission],
    Field(
        max_length=CATEGORIES,
        description="Categories with another rule than that of their name.",
        examples=[{"delegate": "approval"}],
    ),
]
Code = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(columns.code)]
Zone = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Address = Annotated[str, StringConstraints(min_length=3, max_length=254), AfterValidator(columns.address)]
Reader = Annotated[str, AfterValidator(columns.one_of(LANGUAGES))]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class GatheringForm(Form):
    """A gathering. Times carry an offset; `time_zone` (IANA) is the venue's; `capacity` is seats by category.

    `admission` says who is let in: *open* (a seat at once), *approval* (the secretariat decides), *invited* (the secretariat
    registers them). Without it: delegate and staff *invited*, guest *open*, all others *approval*.
    """

    gathering_kind: GatheringKind = "conference"
    title: Words
    venue: Words
    mode: Mode = "in_person"
    starts_at: Instant
    ends_at: Instant
    time_zone: Zone
    capacity: Capacity
    body: UUID | None = None
    admission: Rules = {}


class CapacityForm(Form):
    """Seats by category; every category is named."""

    capacity: Capacity


class GatheringView(View):
    """A gathering. Times are UTC."""

    id: UUID
    state: GatheringState
    gathering_kind: GatheringKind
    title: dict[str, str]
    venue: dict[str, str]
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    capacity: dict[str, int]
    body: UUID | None
    admission: dict[str, Admission]
    convened_at: datetime | None
    adjourned_at: datetime | None

    @classmethod
    def of(cls, gathering: Gathering) -> Self:
        return cls.model_validate(gathering)


class OrganizationForm(Form):
    """An organization; its id follows from the code."""

    code: Code
    name: Words
    organization_kind: Line
    country: Country | None = None
    parent: UUID | None = None


class OrganizationView(View):
    """An organization."""

    id: UUID
    code: str
    name: dict[str, str]
    organization_kind: str
    country: str | None
    parent: UUID | None

    @classmethod
    def of(cls, organization: Organization) -> Self:
        return cls.model_validate(organization)


class QuorumForm(Form):
    """More than, or at least, `numerator/denominator` of the members."""

    rule: Annotated[str, StringConstraints(pattern="^(more_than|at_least)$")] = "more_than"
    numerator: Annotated[Whole, Field(ge=1, le=1000)] = 1
    denominator: Annotated[Whole, Field(ge=1, le=1000)] = 2


class BodyForm(Form):
    """A body: its member organizations, and its quorum rule or none. Its id follows from the code."""

    code: Code
    name: Words
    members: Annotated[list[UUID], Field(max_length=1000)]
    quorum: QuorumForm | None = None

    @property
    def rule(self) -> Quorum | None:
        """The quorum rule as the model knows it."""
        return Quorum(**self.quorum.model_dump()) if self.quorum else None


class BodyView(View):
    """A body."""

    id: UUID
    code: str
    name: dict[str, str]
    members: list[UUID]
    quorum: Quorum | None

    @classmethod
    def of(cls, body: Body) -> Self:
        return cls.model_validate(body)


class PersonForm(Form):
    """A person: how to reach and address them."""

    name: Line
    email: Address
    language: Reader = "en"
    calendar: Calendar = "gregorian"
    digits: Digits = "latin"
    time_zone: Zone = "UTC"
    organization: UUID | None = None
    position: Line | None = None


class PersonView(View):
    """A person; once erased, nothing but the id. Not `confirmed`: an address in a form, which nobody confirmed (yet)."""

    id: UUID
    name: str
    email: str
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str
    organization: UUID | None
    position: str | None
    confirmed: bool
    erased: bool

    @classmethod
    def of(cls, person: Person) -> Self:
        return cls.model_validate(person)


class RegistrationForm(Form):
    """Who asks for a place, as what. Without `person` it is the caller."""

    category: Category
    person: UUID | None = None
    organization: UUID | None = None


class RegistrationView(View):
    """A registration: `seat` once confirmed, `rank` while waiting. `reason`: why it is pending, or was rejected.

    `admitted` says how the person was let in. `note` (of a rejection) is shown to the secretariat alone.
    """

    id: UUID
    gathering: UUID
    person: UUID
    category: str
    organization: UUID | None
    state: State
    reason: Pending | Rejection | None
    admitted: Admitted | None
    seat: int | None
    rank: int | None
    inside: bool
    note: str | None

    @classmethod
    def of(cls, registration: Registration) -> Self:
        """As everybody sees it who may see it."""
        return cls.noted(registration).model_copy(update={"note": None})

    @classmethod
    def noted(cls, registration: Registration) -> Self:
        """As the secretariat sees it."""
        return cls.model_validate(registration)


class RejectionForm(Form):
    """Why somebody is not let in: the person is told it in words. `note` stays with the secretariat."""

    reason: Rejection
    note: Annotated[str, StringConstraints(max_length=2000), AfterValidator(paragraphs)] = ""


class PassForm(Form):
    """A scan at the door. `scan` is the device's own number of it: the same one counts once. `passed_at`: now if absent."""

    scan: UUID
    passed_at: Instant | None = None
    source: Source = "door"


class ProblemView(View):
    """What is wrong with a table, where, and what to do."""

    line: int
    column: str
    detail: str


class ReportView(View):
    """What came of an import, or (`dry_run`) what is wrong with the table."""

    dry_run: bool
    rows: int
    created: int
    changed: int
    unchanged: int
    problems: list[ProblemView]

    @classmethod
    def of(cls, report: Report, *, dry_run: bool) -> Self:
        return cls(
            dry_run=dry_run,
            rows=report.rows,
            created=report.created,
            changed=report.changed,
            unchanged=report.unchanged,
            problems=[ProblemView.model_validate(problem) for problem in report.problems],
        )
