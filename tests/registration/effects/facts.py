"""Decisions that bring something about, as minutes publishes them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from shared.contracts.decisions import DecisionAdopted, DecisionCorrected, DecisionTaken, DecisionWithdrawn, Outcome
from shared.contracts.effects import EffectFacts
from tests.world.facts import EVENING, GATHERING, MORNING, known

TEXT = {"en": "The conference is put off.", "fa": "همایش به تعویق می‌افتد.", "ar": "يؤجَّل المؤتمر."}
DECISION, BODY, OFFICE, HOLDER = known("decision"), known("body"), known("office"), known("holder")
LATER, LATER_END = MORNING + timedelta(days=30), EVENING + timedelta(days=30)

OFF = EffectFacts(effect_kind="postpone", target=GATHERING)
PUT_OFF = EffectFacts(effect_kind="postpone", target=GATHERING, starts_at=LATER, ends_at=LATER_END)
ONLINE = EffectFacts(effect_kind="change_mode", target=GATHERING, mode="online")
MEETING = EffectFacts(effect_kind="call_meeting", body=BODY, starts_at=LATER, ends_at=LATER_END)


def _said(effect: EffectFacts | None, **other: Any) -> dict[str, Any]:
    told = {"gathering": GATHERING, "text": TEXT, "adoption": "consensus", "number": 1, "effect": effect}
    return {"decision": DECISION, **told, **other}


def adopted(effect: EffectFacts | None, **other: Any) -> DecisionAdopted:
    return DecisionAdopted(**_said(effect, **other))


def corrected(effect: EffectFacts | None, outcome: Outcome = "adopted") -> DecisionCorrected:
    return DecisionCorrected(**_said(effect), outcome=outcome, corrected_at=MORNING)


def withdrawn() -> DecisionWithdrawn:
    return DecisionWithdrawn(decision=DECISION, gathering=GATHERING, number=1, withdrawn_at=MORNING)


Told = DecisionTaken | DecisionWithdrawn
ID = UUID(int=7)
