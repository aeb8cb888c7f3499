"""The model of minutes: pure; a method checks a rule, changes the state and returns the event that says so."""

from services.minutes.model.commands import ApproveMinutes, PublishMinutes, RecordDecision
from services.minutes.model.decision import Decision
from services.minutes.model.minutes import Minutes
from services.minutes.model.mirrors import Attendance, Body, Gathering, Organization, Person

__all__ = [
    "ApproveMinutes",
    "Attendance",
    "Body",
    "Decision",
    "Gathering",
    "Minutes",
    "Organization",
    "Person",
    "PublishMinutes",
    "RecordDecision",
]
