"""Entries: what people, organizations and bodies have in common as they are kept: words, history, lists and forms."""

from shared.flow import Subject

SUBJECT = Subject()
