"""The published language: topics, events and what carries them. One module for each type of aggregate, with its topic."""

from shared.contracts.event import Event, Message, Record, Topic
from shared.contracts.facts import Facts

__all__ = ["Event", "Facts", "Message", "Record", "Topic"]
