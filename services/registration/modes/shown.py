"""What a page shows of proposals, and of what stands against another mode."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from services.registration.editions.shown import when
from services.registration.editions.who import called
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import Proposed
from services.registration.gatherings.stands import stands
from shared import locale
from shared.contracts.authorities import Authority
from shared.contracts.people import Calendar
from shared.flow import Read
from shared.store import Store


async def standing(store: Store, edition: UUID | None, it: Gathering | None, language: str) -> list[dict[str, Any]]:
    """What stands against another mode of a gathering of this edition."""
    there = await stands(Read(store), edition, it.proposals if it else ())
    by = await called(store, [each.requirement.stated_by for each in there], language)
    return [
        _said(it.says, who, it.stated_on, each.calendar, language)
        for each, who in zip(there, by, strict=True)
        for it in [each.requirement]
    ]


async def proposals(store: Store, it: Gathering, language: str) -> list[dict[str, Any]]:
    """All of a gathering, the latest first."""
    there: Sequence[Proposed] = it.proposals[::-1]
    by = await called(store, [each.proposal.by for each in there], language)
    decided = await called(store, [each.decision.by if each.decision else Authority() for each in there], language)
    return [_shown(each, said, answered, language) for each, said, answered in zip(there, by, decided, strict=True)]


def _shown(each: Proposed, by: str, decided: str, language: str) -> dict[str, Any]:
    said, answer = each.proposal, each.decision
    return {
        "id": said.id,
        "mode": said.mode,
        "state": each.state,
        "at": each.at,
        **_said(said.says, by, said.on, said.calendar, language),
        "answer": _said(answer.grounds, decided, answer.on, answer.calendar, language) if answer else None,
        "decided_at": each.decided_at,
    }


def _said(says: dict[str, str], by: str, on: str, calendar: Calendar, language: str) -> dict[str, Any]:
    return {"says": locale.choose(says, language), "by": by, "on": when(on, calendar, language)["said"]}
