"""What is asked for of a gathering, in a request and on a page."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from services.registration.gatherings.checks import CATEGORIES, SEATS
from services.registration.organizations.forms import Words
from services.registration.people.forms import Zone
from shared.contracts.addresses import PATTERN, WHOLE
from shared.contracts.gatherings import Admission, GatheringKind, Mode
from shared.http import Form
from shared.http.fields import Instant, Language, Line, Whole

Category = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
Seats = Annotated[Whole, Field(ge=0, le=SEATS)]
Capacity = Annotated[dict[Category, Seats], Field(min_length=1, max_length=CATEGORIES)]
Rules = Annotated[
    dict[Category, Admission],
    Field(
        max_length=CATEGORIES,
        description="Categories with another rule than that of their name.",
        examples=[{"delegate": "approval"}],
    ),
]


NUMBERS = 1_000
"""The greatest number of a coordination meeting."""

Told = Annotated[dict[Language, Line], Field(max_length=20)]
"""A short text in each language that there is one in; in none while nobody knows it."""

Coordinates = Annotated[str, StringConstraints(max_length=30), Field(examples=["35.70,51.40"])]


class PlaceForm(Form):
    """One of many places of a public event, as it is written there."""

    name: Line
    address: Annotated[str, StringConstraints(max_length=500)] = ""
    organiser: Annotated[str, StringConstraints(max_length=500)] = ""
    coordinates: Coordinates = ""


class GatheringForm(Form):
    """A gathering. Times carry an offset; `time_zone` (IANA) is the venue's; `capacity` is seats by category.

    `admission` says who is let in: *open* (a seat at once), *approval* (the secretariat decides), *invited* (the secretariat
    registers them). Without it: delegate and staff *invited*, guest *open*, all others *approval*. `edition`: of a series.

    `coordination`: its number among the coordination meetings of its edition, 0 for the next one; it is called by it where it
    has no title, which everything else must have. `places`: of a public event without seats, whose `capacity` is `{}`.

    `slug`: its readable address; without one it is made of series, number and kind. It stays once it is announced.

    `registration_from`, `registration_until`: while people may register themselves. What is announced opens by itself then.
    """

    gathering_kind: GatheringKind = "conference"
    title: Annotated[Told, Field(examples=[{"en": "Conference of the River Basins"}])] = {}
    venue: Words
    mode: Mode = "in_person"
    starts_at: Instant
    ends_at: Instant
    time_zone: Zone
    capacity: Annotated[dict[Category, Seats], Field(max_length=CATEGORIES, examples=[{"delegate": 300}])]
    body: UUID | None = None
    admission: Rules = {}
    edition: UUID | None = None
    venue_address: Told = {}
    coordinates: Coordinates = ""
    coordination: Annotated[Whole, Field(ge=0, le=NUMBERS)] | None = None
    theme: Told = {}
    theme_authoritative: Annotated[str, StringConstraints(max_length=40)] = ""
    theme_announced_by: Told = {}
    theme_announced_on: Annotated[date, Field(examples=["2030-01-14"])] | None = None
    places: Annotated[list[PlaceForm], Field(max_length=500)] = []
    slug: Annotated[
        str, StringConstraints(pattern=f"^(?:{PATTERN})?$", max_length=WHOLE), Field(examples=["river-basins-7"])
    ] = ""
    registration_from: Instant | None = None
    registration_until: Instant | None = None
    prepares: Annotated[list[UUID], Field(max_length=20)] = []


class ChangeForm(GatheringForm):
    """All of it anew. `all_the_same`: another mode in spite of what somebody required of the edition, or why they refused it."""

    all_the_same: bool = False
