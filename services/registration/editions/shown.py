"""What a page shows of an edition: each time in the calendar of the mandate, and in the reader's own."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from services.registration.editions.line import Axis, lane
from services.registration.editions.model import Edition, Move, Standing, State
from services.registration.editions.moved import Moved, each_moved, in_all
from services.registration.editions.requirements import Required
from services.registration.editions.who import called
from shared import locale
from shared.contracts.people import Calendar
from shared.periods import period
from shared.periods.said import also, said
from shared.store import Store

TONES: dict[str, str] = {"planned": "brand", "lapsed": "bad", "postponed": "warn", "held": "good"}
URGENT: dict[Standing, str] = {"overdue": "bad", "due": "warn"}


def when(text: str, calendar: Calendar, language: str) -> dict[str, str]:
    """A time as it is said: `said` in the mandate's calendar, `also` in the reader's; both empty for none."""
    if not text:
        return {"said": "", "also": ""}
    there = period(text, calendar)
    return {"said": said(there, language), "also": also(there, language)}


def edition(it: Edition, language: str, today: date, on: Axis | None = None) -> dict[str, Any]:
    """All of it; with an axis also its lane."""
    calendar, standing = it.facts.calendar, it.standing(today)
    return {
        "id": it.id,
        "series": it.facts.series,
        "number": it.facts.number,
        "state": it.state,
        "tone": URGENT.get(standing, TONES[it.state]),
        "standing": standing if standing in URGENT else "",
        "due": when(it.facts.due, calendar, language),
        "planned_for": when(it.planned_for if it.state is State.PLANNED else "", calendar, language),
        "held_in": when(it.held_in, calendar, language),
        "moved": in_all(it),
        "objectives": locale.choose(it.facts.objectives, language),
        "became": became(it.moves, calendar, language, each_moved(it)),
        "lane": lane(it, on) if on else [],
    }


async def required(
    store: Store, requirements: Sequence[Required], calendar: Calendar, language: str
) -> list[dict[str, Any]]:
    """What it has to be like, in the order in which it was noted: what stands, then what was withdrawn."""
    there = sorted(requirements, key=lambda each: not each.stands)
    by = await called(store, [each.requirement.stated_by for each in there], language)
    return [
        {
            "id": each.requirement.id,
            "says": locale.choose(each.requirement.says, language),
            "by": who,
            "on": when(each.requirement.stated_on, calendar, language)["said"],
            "stands": each.stands,
            "at": each.at,
            "noted_by": each.by,
            "grounds": locale.choose(each.grounds, language),
        }
        for each, who in zip(there, by, strict=True)
    ]


def became(
    moves: Sequence[Move], calendar: Calendar, language: str, later: Sequence[Moved | None] = ()
) -> list[dict[str, Any]]:
    """What became of it, in order: which step, for when (and by how much `later`), why and by whose decision."""
    told = []
    for n, move in enumerate(moves):
        ahead = move.state in {State.PLANNED, State.HELD}
        corrected = n and move.state is moves[n - 1].state is State.HELD
        told.append(
            {
                "step": "corrected"
                if corrected
                else "again"
                if n and move.state is State.PLANNED
                else move.state.value,
                "when": when(move.now if ahead else move.was, calendar, language)["said"],
                "reason": locale.choose(move.reason, language),
                "by": locale.choose(move.by, language),
                "on": when(move.on, calendar, language)["said"],
                "at": move.at,
                "tone": TONES[move.state],
                "later": later[n] if n < len(later) else None,
            }
        )
    return told
