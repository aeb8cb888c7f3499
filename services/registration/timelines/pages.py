"""The timeline of a gathering, and of a person: this service's own part, and the addresses of the others', each of which its
service renders; only the browser puts them side by side."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.registration.entries.history import Edit
from services.registration.gatherings.model import Gathering
from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from services.registration.sessions.model import Session
from shared import locale
from shared.errors import NotFound
from shared.http import Documents, Routes, may
from shared.locale import DEFAULTS, Texts
from shared.store import In, Store
from shared.web import Pages, reader_language

PACKAGE = "services.registration.timelines"
MOST = 100
"""So many registrations, and so many sessions, of a person are looked at."""
TONES = {"open": "good", "in_session": "good", "postponed": "warn", "cancelled": "bad"}

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
html = Pages(PACKAGE)


@routes.get("/gatherings/{gathering:uuid}/timeline")
async def get_gathering(gathering: UUID, request: Request, store: Documents) -> Response:
    """What became of a gathering, across the services."""
    found = await store.get(Gathering, gathering)
    if found is None:
        raise NotFound("There is no such gathering.")
    it, language = found.entity, reader_language(request)
    names = await _names(store, it.history)
    texts, there = _texts(language), f"/registration/gatherings/{gathering}/overview"
    events = [
        {"at": each.at, "who": names.get(each.by), "href": there, **_became(texts, each)} for each in _told(it.history)
    ]
    if not it.history:  # older than its history
        held = {"in_session": it.convened_at, "adjourned": it.adjourned_at}
        events = [
            {"at": at, "href": there, **_became(texts, Edit(at, None, "state", "", to))}
            for to, at in held.items()
            if at
        ]
    title = locale.choose(it.title, language)
    return _answer(request, events, gathering=gathering, title=title, things=f"gatherings/{gathering}", also="")


@routes.get("/people/{entry:uuid}/timeline")
async def get_person(entry: UUID, request: Request, store: Documents) -> Response:
    """What became of a person, across the services, under all ids that are theirs; of who was erased nothing."""
    found = await store.get(Person, entry)
    if found is None or found.entity.erased:
        raise NotFound("There is no such person.")
    language = reader_language(request)
    texts, names = _texts(language), await _names(store, found.entity.history)
    there, theirs = f"/registration/people/{entry}", [entry, *found.entity.aliases]
    events: list[dict[str, Any]] = [
        {
            "at": each.at,
            "text": texts["corrected" if each.field else "entered"],
            "who": names.get(each.by),
            "href": there,
        }
        for each in _told(found.entity.history)
    ]
    events += await _registrations(store, theirs, texts, language)
    sessions = await store.find(Session, {"person": In(theirs)}, sort="-asked_at", limit=MOST)
    events += [
        {"at": each.entity.started_at, "text": texts["signed_in"], "who": each.entity.device}
        for each in sessions.items
        if each.entity.started_at
    ]
    title, also = found.entity.name or found.entity.email, ",".join(map(str, theirs[1:]))
    return _answer(
        request, events, gathering=None, title=title, things=f"people/{entry}", also=also and f"?also={also}"
    )


async def _registrations(store: Store, people: list[UUID], texts: Texts, language: str) -> list[dict[str, Any]]:
    """Each when it was asked for, with where it stands now: in between this service keeps no times."""
    found = await store.find(Registration, {"person": In(people)}, limit=MOST)
    gatherings = await store.get_many(Gathering, [each.entity.gathering for each in found.items])

    def event(it: Registration) -> dict[str, Any]:
        title = locale.choose(gatherings[it.gathering].entity.title, language) if it.gathering in gatherings else "…"
        state = texts[f"is_{it.reason if it.state.value == 'pending' and it.reason else it.state}"]
        text = texts("asked", gathering=title, state=state)
        tone = "good" if it.state.value == "confirmed" else "brand"
        href = f"/registration/gatherings/{it.gathering}/registrations"
        return {"at": it.begun_at, "text": text, "tone": tone, "href": href}

    return [event(each.entity) for each in found.items if each.entity.begun_at]


def _told(history: list[Edit]) -> list[Edit]:
    """One of what somebody changed at once: the new state, if there is one."""
    last: dict[tuple[Any, Any], Edit] = {}
    for each in history:
        if each.field == "state" or (each.at, each.by) not in last:
            last[each.at, each.by] = each
    return list(last.values())


def _became(texts: Texts, edit: Edit) -> dict[str, str]:
    if edit.field == "state":
        return {"text": texts[f"state_{edit.new}"], "tone": TONES.get(edit.new, "brand")}
    return {"text": texts["changed" if edit.field else "entered"]}


async def _names(store: Store, history: list[Edit]) -> dict[UUID | None, str]:
    """Who changed something, as they are called now."""
    people = await store.get_many(Person, list({each.by for each in history if each.by}))
    return {id: each.entity.name for id, each in people.items()}


def _texts(language: str) -> Texts:
    return Texts(language, DEFAULTS[language].digits, PACKAGE)


def _answer(request: Request, events: list[dict[str, Any]], **about: Any) -> Response:
    events = sorted(events, key=lambda each: each["at"], reverse=True)
    return html.answer(request, "whole.html", events=events, part="registrations", **about)
