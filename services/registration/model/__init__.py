"""The model of registration: pure; checks a rule, changes the state, returns the event."""

from services.registration.model.gathering import Gathering, GatheringState
from services.registration.model.imported import Imported
from services.registration.model.organization import Body, Organization
from services.registration.model.person import Person
from services.registration.model.place import Pool, Rank, Seat
from services.registration.model.registration import Registration, RegistrationState

__all__ = [
    "Body",
    "Gathering",
    "GatheringState",
    "Imported",
    "Organization",
    "Person",
    "Pool",
    "Rank",
    "Registration",
    "RegistrationState",
    "Seat",
]
