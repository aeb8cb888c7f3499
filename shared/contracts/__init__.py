"""The published language: topics, events and what carries them. One module for each publishing service."""

from shared.contracts.event import Event, Message, Record, Topic
from shared.contracts.facts import Facts

__all__ = ["Event", "Facts", "Message", "Record", "Topic"]
