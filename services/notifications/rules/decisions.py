"""Who is written to of a decision: each delegate whose silence adopts it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from services.notifications.rules.rule import Link, Moment, Rule
from shared.contracts.decisions import (
    DecisionAdopted,
    DecisionCirculated,
    DecisionDeferred,
    DecisionWithdrawn,
    voice_id,
)

PAGE = Link("objection", "/minutes/objection", good_for=timedelta(days=366), whose=voice_id)
"""Where one of them objects."""


def asked(event: DecisionCirculated) -> Iterable[UUID]:
    """Everybody who may object."""
    return [each.person for each in event.asked]


RULES = (
    Rule(
        DecisionCirculated,
        "circulated",
        "decision-circulated",
        whom=asked,
        facts=("text", "reply_by"),
        link=PAGE,
        until=Moment("reply_by"),
    ),
    Rule(DecisionAdopted, "adopted"),
    Rule(DecisionDeferred, "deferred"),
    Rule(DecisionWithdrawn, "withdrawn"),
)
