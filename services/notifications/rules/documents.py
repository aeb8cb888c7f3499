"""Who is written to of a document of a meeting that was not handed in by its day: who submitted it, and the secretariat."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from services.notifications.rules.rule import Link, Rule
from shared.contracts.documents import (
    DocumentChanged,
    DocumentOverdue,
    DocumentRevised,
    DocumentVersionAdded,
    DocumentWithdrawn,
)

PAGE = Link("document", "/minutes/documents/awaited", good_for=timedelta(days=60))
"""Where they read what is still to come of it."""


def owing(event: DocumentOverdue) -> Iterable[UUID]:
    """Who answers for it."""
    return event.told


RULES = (
    Rule(
        DocumentOverdue,
        "overdue",
        "document-overdue",
        whom=owing,
        facts=("title", "quoted_as", "awaited", "hand_in_by"),
        link=PAGE,
        until=timedelta(days=30),
    ),
    Rule(DocumentChanged, "listed", says={"overdue_at": None}),
    Rule(DocumentVersionAdded, "listed", says={"overdue_at": None}),
    Rule(DocumentRevised, "listed"),
    Rule(DocumentWithdrawn, "withdrawn"),
)
