"""Who is written to of the effect of a decision: each who holds an office of the body that decided, to confirm or refuse it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from services.notifications.rules.rule import Link, Rule
from shared.contracts.effects import (
    EffectAsked,
    EffectCarriedOut,
    EffectConfirmed,
    EffectFailed,
    EffectLapsed,
    EffectRefused,
    hand_id,
)

PAGE = Link("effect", "/registration/effect", good_for=timedelta(days=366), whose=hand_id)
"""Where one of them answers."""


def asked(event: EffectAsked) -> Iterable[UUID]:
    """Everybody who may."""
    return [each.person for each in event.asked]


RULES = (
    Rule(EffectAsked, "pending", "effect-asked", whom=asked, facts=("text",), link=PAGE, until=timedelta(days=90)),
    Rule(EffectConfirmed, "confirmed"),
    Rule(EffectRefused, "refused"),
    Rule(EffectLapsed, "lapsed"),
    Rule(EffectCarriedOut, "carried_out"),
    Rule(EffectFailed, "failed"),
)
