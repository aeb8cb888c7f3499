"""What is asked for of a series, in a request and on a page."""

from typing import Annotated

from pydantic import Field, StringConstraints

from services.registration.series.model import INTERVAL
from shared.contracts.people import Calendar
from shared.contracts.series import SeriesFacts
from shared.http import Form
from shared.http.fields import Language, Line, Whole

Title = Annotated[dict[Language, Line], Field(min_length=1, max_length=20, examples=[{"en": "A series"}])]
Stated = Annotated[dict[Language, Line], Field(max_length=20)]
Written = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}){0,2})?$")]
"""A year, a month or a day in the calendar of the series; empty: nobody knows."""


class SeriesForm(SeriesFacts, Form):
    """A series with its mandate. `issuer`, `body` and `secretariat` are ids of what is on record; others are named."""

    title: Title
    calendar: Annotated[Calendar, Field(examples=["solar_hijri"])]
    interval: Annotated[Whole, Field(ge=1, le=INTERVAL, examples=[4])]
    recurs_on: Annotated[str, StringConstraints(pattern=r"^(\d{2}(-\d{2})?)?$")] = ""
    instrument: Stated = {}
    instrument_date: Written = ""
    issuer_name: Stated = {}
    body_name: Stated = {}
    secretariat_name: Stated = {}

    @property
    def facts(self) -> SeriesFacts:
        """As the model knows them."""
        return SeriesFacts(**self.model_dump())
