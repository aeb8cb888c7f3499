"""Editions of a series as tests know them."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from services.registration.editions.commands import (
    CorrectHeld,
    HoldEdition,
    LapseEdition,
    PlanAgain,
    PlanEdition,
    PostponeEdition,
)
from services.registration.editions.model import Edition
from shared.contracts.editions import EditionFacts
from shared.contracts.people import Calendar

SERIES = UUID("5a5f35f4-7f11-5b52-8a3f-6b5a4be1ab01")
WHY = {"en": "The valley was flooded."}
WHO = {"en": "The council"}


def on(day: str = "2026-11-29") -> dict[str, Any]:
    """What every message has, as of that day."""
    return {"id": uuid4(), "at": datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)}


def edition(due: str = "1405", calendar: Calendar = "solar_hijri", number: int = 7) -> Edition:
    facts = EditionFacts(series=SERIES, number=number, calendar=calendar, due=due)
    return Edition.planned(PlanEdition(**on(), facts=facts))[0]


def plan(it: Edition, planned_for: str, day: str = "2026-11-29") -> object:
    return it.plan_again(PlanAgain(**on(day), edition=it.id, planned_for=planned_for))


def lapse(it: Edition, day: str = "2026-11-29") -> object:
    return it.lapse(LapseEdition(**on(day), edition=it.id, reason=WHY))


def postpone(it: Edition, day: str = "2026-11-29", decided_on: str = "") -> object:
    return it.postpone(
        PostponeEdition.told(**on(day), edition=it.id, reason=WHY, decided_by=WHO, decided_on=decided_on)
    )


def hold(it: Edition, held_in: str, day: str = "2026-11-29") -> object:
    return it.hold(HoldEdition(**on(day), edition=it.id, held_in=held_in))


def correct(it: Edition, held_in: str, day: str = "2026-11-29") -> object:
    return it.correct(CorrectHeld(**on(day), edition=it.id, held_in=held_in, reason=WHY))
