"""`plenary.effects`: what decisions bring about, once an office confirms it. Published by registration; keyed by effect."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid5

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.gatherings import Hindrance, Mode
from shared.contracts.organizations import Text

EFFECTS = Topic("plenary.effects", "registration", "effects of decisions, and whether they were carried out")

EffectKind = Literal["postpone", "change_mode", "call_meeting"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is asked to confirm an effect: who holds this office of the body that decided."""

    office: UUID
    person: UUID


def hand_id(effect: UUID, person: UUID) -> UUID:
    """What the link opens by which who holds an office confirms an effect, or refuses it."""
    return uuid5(effect, f"hand/{person}")


class EffectFacts(Facts):
    """What a decision brings about.

    *postpone*: the gathering `target`, to another date (UTC) or until somebody knows one; or else the `edition`, and
    `planned_for` is for when it is planned then, in the calendar of its mandate (empty: nobody knows). *change_mode*: `target` is
    held in this `mode`. *call_meeting*: then, of the `body`, or the next coordination meeting of the `edition`.
    """

    effect_kind: EffectKind
    target: UUID | None = None
    edition: UUID | None = None
    body: UUID | None = None
    mode: Mode | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    planned_for: str = ""


class Resolved(Facts):
    """What the decision says, and how who decided is called."""

    text: Text
    decided_by: Text = {}


class EffectEvent(Event):
    """Which effect, of which decision of which gathering."""

    topic = EFFECTS

    effect: UUID
    decision: UUID
    gathering: UUID


class EffectAsked(EffectFacts, Resolved, EffectEvent):
    """A decision was adopted that says so; nothing is done until somebody confirms it. Enters *pending*.

    `asked`: who held an office of the body that decided. With none of them the secretariat confirms it.
    """

    type = "effect.asked.v1"

    asked: list[Holder]
    asked_at: datetime


class EffectConfirmed(EffectFacts, Resolved, EffectEvent):
    """It is to be carried out now. Enters *confirmed*.

    `office`: in whose name it was confirmed (None: the secretariat's own).
    """

    type = "effect.confirmed.v1"

    office: UUID | None
    answered_at: datetime


class EffectRefused(EffectEvent):
    """It is not carried out; why, by language. Enters *refused*."""

    type = "effect.refused.v1"

    reason: Text
    office: UUID | None
    answered_at: datetime


class EffectLapsed(EffectEvent):
    """Its decision was withdrawn, or says something else by now, before anybody had answered. Enters *lapsed*."""

    type = "effect.lapsed.v1"

    lapsed_at: datetime


class EffectCarriedOut(EffectEvent):
    """It is so now. Enters *carried_out*. `made`: the gathering that was entered, a draft, where a meeting is called."""

    type = "effect.carried-out.v1"

    made: UUID | None
    tried_at: datetime


class EffectFailed(EffectEvent):
    """It was confirmed and could not be done any more. Enters *failed*."""

    type = "effect.failed.v1"

    hindrance: Hindrance
    tried_at: datetime
