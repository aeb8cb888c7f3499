"""What the page of an invitation shows: the gathering, who is invited, what was answered, and who comes."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Request

from services.registration.entries.merging import called, kept
from services.registration.gatherings.edition import of_edition
from services.registration.gatherings.entry import OFF
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts
from services.registration.gatherings.states import GatheringState
from services.registration.invitations.handlers import DONE
from services.registration.invitations.model import UNANSWERED, Invitation, InvitationState
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from shared import locale
from shared.errors import NotFound
from shared.flow import Read
from shared.flow.service import Service
from shared.locale import DEFAULTS
from shared.store import Store
from shared.web import reader_language


async def page_of(request: Request, store: Store, id: UUID) -> dict[str, Any]:
    """All that both pages have. Names are those of now: in the invitation there are ids alone."""
    read, language = Read(store), reader_language(request)
    stored = await read.stored(Invitation, id)
    if stored is None:
        raise NotFound("There is no such invitation.")
    it = stored.entity
    gathering = await read.one(Gathering, it.facts.gathering)
    home = await kept(read, Organization, it.facts.organization)
    named = (it.facts.person, it.substitute, *(each.by for each in it.answers))
    ids = [*it.delegates, *dict.fromkeys(each for each in named if each)]
    people = await called(store, Person, ids)
    service: Service = request.app.state.service
    late = it.state is InvitationState.EXPIRED or service.clock() > it.facts.reply_by
    return {
        "invitation": it,
        "version": stored.version,
        "quota": it.facts.quota,
        "gathering": facts(gathering, language) | {"id": gathering.id, "zone": gathering.time_zone},
        "edition": await of_edition(store, gathering, language),
        "to_note": it.state in (*UNANSWERED, InvitationState.ACCEPTED) and gathering.state not in OFF,
        "reply_by": by_clock(it, gathering.time_zone, language),
        "stamp": stamp(it.facts.reply_by, gathering.time_zone),
        "organization": locale.choose(home.name, language) if home else "",
        "person": people.get(it.facts.person) if it.facts.person else None,
        "substitute": people.get(it.substitute) if it.substitute else None,
        "delegates": [(each, people.get(each)) for each in it.delegates],
        "people": {each: people[each] for each in it.delegates if each in people},
        "who": {id: each.name for id, each in people.items()},
        "late": late,
        "over": gathering.state in DONE or it.state is InvitationState.WITHDRAWN,
        "cancelled": gathering.state is GatheringState.CANCELLED,
    }


async def row_of(request: Request, store: Store, it: Invitation, zone: str) -> dict[str, Any]:
    """An invitation as a list shows it: who is invited, in whose name, how it stands."""
    read, language = Read(store), reader_language(request)
    person = await kept(read, Person, it.facts.person)
    home = await kept(read, Organization, it.facts.organization)
    organization = locale.choose(home.name, language) if home else ""
    name = (person.name if person else "") if it.facts.person else organization
    return {
        "it": it,
        "name": name or "—",
        "below": organization if it.facts.person else "",
        "by": by_clock(it, zone, language),
    }


def by_clock(it: Invitation, zone: str, language: str) -> str:
    """Until when they may answer, by the clocks of the venue."""
    habits = DEFAULTS[language]
    shown: dict[str, Any] = {"language": language, "calendar": habits.calendar, "digits": habits.digits, "zone": zone}
    return locale.date_time(it.facts.reply_by, **shown)


def stamp(at: datetime, zone: str) -> str:
    """A moment as a form has it, by the clocks of the venue."""
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")
