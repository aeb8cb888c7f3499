"""The published language: topics, events and what carries them. One module for each publishing service."""

from shared.contracts.event import Event, Message, Record, Topic

__all__ = ["Event", "Message", "Record", "Topic"]
