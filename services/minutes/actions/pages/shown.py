"""What pages show of actions, as plain values: words, times and names for one reader."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import Request

from services.minutes.actions.model import Action
from services.minutes.mirrors.editions import Edition, Series
from services.minutes.mirrors.model import Gathering, Organization, Person
from services.minutes.record.reader import Reader
from shared.contracts.people import Calendar
from shared.flow.service import Service
from shared.periods import period
from shared.periods.said import also, said
from shared.store import Store
from shared.web import Pages

html = Pages("services.minutes.actions")
TONES = {"open": "brand", "accepted": "brand", "in_progress": "warn", "done": "good", "dropped": "quiet"}


def today(request: Request) -> date:
    """The day of the request (UTC)."""
    service: Service = request.app.state.service
    return service.clock().date()


def due(text: str, calendar: Calendar, language: str) -> dict[str, str]:
    """Until when: as it was said, and in the reader's calendar; empty for whenever."""
    there = period(text, calendar) if text else None
    return {"said": said(there, language), "also": also(there, language)} if there else {"said": "", "also": ""}


async def rows(store: Store, actions: Sequence[Action], language: str, day: date) -> list[dict[str, Any]]:
    """Each as a list shows it, with what it is joined with in a handful of looks."""
    facts, reader = [each.facts for each in actions], Reader.of(language)
    people = await store.get_many(Person, _ids(each.person for each in facts))
    homes = await store.get_many(Organization, _ids(each.organization for each in facts))
    gatherings = await store.get_many(Gathering, _ids(each.gathering for each in facts))
    editions = await named(store, _ids(each.edition for each in facts), reader)
    found = []
    for each in actions:
        it = each.facts
        person = people.get(it.person) if it.person else None
        home = homes.get(it.organization) if it.organization else None
        about = gatherings.get(it.gathering) if it.gathering else None
        found.append(
            {
                "id": each.id,
                "kind": it.action_kind,
                "text": reader.words(it.text),
                "owned": each.owned,
                "owner": reader.words(home.entity.name).text if home else (person.entity.name or "") if person else "",
                "organization": it.organization,
                "due": due(it.due, it.calendar, language),
                "late": each.late(day),
                "state": each.state.value,
                "tone": TONES[each.state],
                "gathering": it.gathering,
                "meeting": reader.words(about.entity.title).text if about else "",
                "edition": editions.get(it.edition) if it.edition else None,
            }
        )
    return found


async def named(store: Store, ids: Sequence[UUID], reader: Reader) -> dict[UUID, dict[str, Any]]:
    """Editions by number and series, those of which something was heard."""
    there = {id: stored.entity for id, stored in (await store.get_many(Edition, ids)).items()}
    series = await store.get_many(Series, _ids(each.series for each in there.values()))
    return {
        id: {
            "number": each.number,
            "series": reader.words(series[each.series].entity.title).text if each.series in series else "",
        }
        for id, each in there.items()
    }


async def steps(store: Store, action: Action, language: str) -> list[dict[str, Any]]:
    """What was done and said, the latest first."""
    people = await store.get_many(Person, _ids(each.by for each in action.steps))
    return [
        {
            "at": each.at,
            "state": "carried" if each.carried else each.state.value,
            "tone": TONES[each.state],
            "note": each.note,
            "due": due(each.due, action.facts.calendar, language)["said"] if each.carried else "",
            "who": (people[each.by].entity.name or "") if each.by in people else "",
            "by": each.by,
        }
        for each in action.reports
    ]


def _ids(some: Iterable[UUID | None]) -> list[UUID]:
    return sorted({each for each in some if each})
