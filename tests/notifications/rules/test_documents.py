"""A mail about a late document that was delayed is no longer true once nothing of it is late; and is while something is."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from services.notifications.mirrors import STANDINGS
from shared.contracts import Event
from shared.contracts.documents import (
    DOCUMENTS,
    DocumentChanged,
    DocumentOverdue,
    DocumentRevised,
    DocumentVersionAdded,
    DocumentWithdrawn,
)
from tests.notifications.wording.golden import all_told, published


@pytest.mark.parametrize(
    ("event", "overdue", "standing"),
    [
        (DocumentVersionAdded, True, "overdue"),
        (DocumentVersionAdded, False, "listed"),
        (DocumentChanged, True, "overdue"),
        (DocumentChanged, False, "listed"),
        (DocumentRevised, None, "listed"),
        (DocumentWithdrawn, None, "withdrawn"),
    ],
)
def test_it_stands_as_overdue_until_all_of_it_is_there_or_it_is_another_matter(
    event: type[Event], overdue: bool | None, standing: str
) -> None:
    document = STANDINGS[DOCUMENTS.name](UUID(int=1))
    document.hear(published(DocumentOverdue))
    said = {"overdue_at": datetime(2031, 3, 1, tzinfo=UTC) if overdue else None} if overdue is not None else {}
    document.hear(published(event).model_copy(update=said))
    assert document.standing == standing


async def test_everybody_who_answers_for_it_is_told_once_also_if_it_is_heard_again() -> None:
    people = [UUID(int=n) for n in (1, 2)]
    event = published(DocumentOverdue).model_copy(update={"told": people})
    told = [[(each.id, each.recipient, each.facts["awaited"]) for each in await all_told(event)] for _ in range(2)]
    assert told[0] == told[1]
    assert [each[1:] for each in told[0]] == [(id, "فارسی") for id in people]
