"""`plenary.series`: series of gatherings and their mandates. Published by registration; keyed by series."""

from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.gatherings import GatheringKind
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar

SERIES = Topic("plenary.series", "registration", "series of gatherings and their mandates")

Counting = Literal["nominal", "actual"]
"""From which year the next interval counts: that in which an edition was due, or that in which it was held."""


class SeriesFacts(Facts):
    """What a mandate says of a series. Days are in its `calendar`, as precise as it is known: `1403`, `1403-08`, `1403-08-12`.

    The issuer obliges a body by an instrument to hold one every `interval` years; the secretariat carries it out. Each of the
    three is on record, or is stated by name, or is not known. `recurs_on`: the month, or the month and day, on which each
    edition is due (`09`, `09-15`); empty: at any time of the year.
    """

    title: Text
    gathering_kind: GatheringKind = "conference"
    calendar: Calendar
    interval: int
    counts_from: Counting = "nominal"
    recurs_on: str = ""
    instrument: Text = {}
    instrument_date: str = ""
    issuer: UUID | None = None
    issuer_name: Text = {}
    body: UUID | None = None
    body_name: Text = {}
    secretariat: UUID | None = None
    secretariat_name: Text = {}


class SeriesMandated(SeriesFacts, Event):
    """A series was entered: gatherings are to be held again and again."""

    type = "series.mandated.v1"
    topic = SERIES

    series: UUID


class SeriesAmended(SeriesFacts, Event):
    """The mandate says this from now on. Its calendar stays what it was."""

    type = "series.amended.v1"
    topic = SERIES

    series: UUID
