"""`plenary.offices`: the offices of bodies, and who held them from when to when. Published by registration; keyed by office."""

from dataclasses import dataclass
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar

OFFICES = Topic("plenary.offices", "registration", "offices of bodies, and who held them from when to when")


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody holds an office, from when to when, as precise as it is known (`1403`, `1403-08`, `1403-08-12`).

    Empty `since`: nobody knows. Empty `until`: it goes on, or ended when the next one began.
    """

    person: UUID
    since: str = ""
    until: str = ""


class OfficeFacts(Facts):
    """An office of a body (chair, secretary), and all its terms in order; between them it is vacant. Days are in `calendar`."""

    body: UUID
    title: Text
    calendar: Calendar = "gregorian"
    terms: list[Term] = []


class OfficeListed(OfficeFacts, Event):
    """An office was entered, or somebody took it or left it; all that is known of it now."""

    type = "office.listed.v1"
    topic = OFFICES

    office: UUID
