"""An effect as plain values for its pages: what it is about, in a sentence, and how it stands."""

from typing import Any
from uuid import UUID

from services.registration.bodies.model import Body
from services.registration.editions.model import Edition
from services.registration.effects.model import Decision, Effect, EffectState
from services.registration.gatherings.model import Gathering
from services.registration.modes.shown import standing
from services.registration.offices.model import Office
from services.registration.offices.queries import offices_of
from services.registration.series.model import Series
from shared import locale
from shared.flow import Read
from shared.locale import DEFAULTS, Texts, direction
from shared.periods import period
from shared.periods.said import said
from shared.store import Store, Stored

TONES = {
    EffectState.PENDING: "warn",
    EffectState.CONFIRMED: "brand",
    EffectState.CARRIED_OUT: "good",
    EffectState.REFUSED: "bad",
    EffectState.FAILED: "bad",
    EffectState.LAPSED: "quiet",
}


async def one(store: Store, there: Stored[Effect], language: str) -> dict[str, Any]:
    """All that the page of an effect shows of it."""
    it, read = there.entity, Read(store)
    gathering = await read.maybe(Gathering, it.gathering)
    decision = await read.maybe(Decision, it.decision) or Decision(it.decision)
    office = await read.maybe(Office, it.office) if it.office else None
    return {
        "id": it.id,
        "version": there.version,
        "state": it.state.value,
        "tone": TONES[it.state],
        "gathering": it.gathering,
        "title": locale.choose(gathering.title, language) if gathering else "",
        "number": decision.number,
        "texts": [(tag, direction(tag), text) for tag, text in _own_first(decision.text or it.wording, language)],
        "brings": await brings(read, it, gathering.time_zone if gathering else "UTC", language),
        "office": locale.choose(office.facts.title, language) if office else "",
        "answered_at": it.answered_at,
        "over_at": it.over_at,
        "zone": gathering.time_zone if gathering else "UTC",
        "reason": locale.choose(it.reason, language) if it.reason else "",
        "hindrance": it.hindrance or "",
        "made": it.made,
        "stands": await _against(store, it, language),
    }


async def _against(store: Store, it: Effect, language: str) -> list[dict[str, Any]]:
    """What was required of the gathering that is to be held otherwise: whoever confirms it is to know."""
    if it.facts.effect_kind != "change_mode" or it.state is not EffectState.PENDING:
        return []
    target = await Read(store).maybe(Gathering, it.facts.target) if it.facts.target else None
    return await standing(store, target.edition, target, language) if target else []


def _own_first(text: dict[str, str], language: str) -> list[tuple[str, str]]:
    return sorted(text.items(), key=lambda each: (each[0] != language, each[0]))


async def offices(store: Store, it: Effect, language: str) -> list[tuple[str, str]]:
    """In whose name it can be answered."""
    found = await offices_of(store, it.deciding) if it.deciding else []
    return [(str(each.id), locale.choose(each.facts.title, language)) for each in found]


async def brings(read: Read, it: Effect, zone: str, language: str) -> str:
    """What it brings about, in one sentence."""
    facts, habits = it.facts, DEFAULTS[language]
    texts = Texts(language, habits.digits, __package__)
    what, when = await _what(read, it, texts, language), ""
    if facts.starts_at:
        how: dict[str, Any] = {"language": language, "calendar": habits.calendar, "digits": habits.digits, "zone": zone}
        when = locale.date_time(facts.starts_at, **how)
    elif facts.planned_for and facts.edition and (edition := await read.maybe(Edition, facts.edition)):
        when = said(period(facts.planned_for, edition.facts.calendar), language)
    if facts.effect_kind == "change_mode":
        return texts(f"brings_{facts.mode}", what=what)
    if facts.effect_kind == "postpone":
        return texts("brings_postpone_to", what=what, when=when) if when else texts("brings_postpone", what=what)
    return texts("brings_coordination" if facts.edition else "brings_meeting", what=what, when=when)


async def _what(read: Read, it: Effect, texts: Texts, language: str) -> str:
    if it.facts.edition:
        edition = await read.maybe(Edition, it.facts.edition)
        series = await read.maybe(Series, edition.facts.series) if edition else None
        if edition and series:
            title = locale.choose(series.facts.title, language)
            return texts("an_edition", number=edition.facts.number, series=title)
        return texts["unknown"]
    called = await _called(read, it.facts.target, it.facts.body, language)
    if not called:
        return texts["unknown"]
    return texts("a_gathering", title=called) if it.facts.target else called


async def _called(read: Read, gathering: UUID | None, body: UUID | None, language: str) -> str:
    if gathering:
        found = await read.maybe(Gathering, gathering)
        return locale.choose(found.title, language) if found else ""
    there = await read.maybe(Body, body) if body else None
    return locale.choose(there.name, language) if there else ""
