"""What a decision brings about, as it is typed at the desk, and back; and what can be chosen there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from services.minutes.desk.typed import motion_of
from services.minutes.mirrors.editions import Edition, Series
from services.minutes.mirrors.model import Body, Gathering
from services.minutes.record.reader import Reader
from shared.contracts.decisions import Motion
from shared.contracts.effects import EffectFacts, EffectKind
from shared.contracts.gatherings import Mode
from shared.flow import Read
from shared.locale import Texts, choose, digits
from shared.web.typed import Typed

KINDS = get_args(EffectKind)
MODES = get_args(Mode)
FIELDS = ("kind", "target", "mode", "starts_at", "ends_at", "planned_for")
"""Each is called `effect_…` in the form. The target is a gathering, an edition or a body: `gathering:<id>`."""
OFFERED = 50
"""So many gatherings of the edition, and of the body, to choose from."""


async def effect_form(
    read: Read, about: Gathering, reader: Reader, motion: Motion | None, form: Typed | None
) -> dict[str, Any]:
    """What `effect.html` needs: what was typed, else what the decision says, and what can be chosen."""
    effect = motion.effect if motion else None
    typed = {f"effect_{name}": said for name, said in _said(effect, reader).items()}
    if form:
        typed = {name: form[name] for name in typed}
    return {
        "brings": typed,
        "effect_kinds": KINDS,
        "effect_modes": MODES,
        "effect_targets": await _targets(read, about, reader, effect),
        "effect_zone": about.time_zone,
    }


def _said(effect: EffectFacts | None, reader: Reader) -> dict[str, str]:
    if effect is None:
        return dict.fromkeys(FIELDS, "")
    about = {"gathering": effect.target, "edition": effect.edition, "body": effect.body}
    return {
        "kind": effect.effect_kind,
        "target": next((f"{kind}:{id}" for kind, id in about.items() if id), ""),
        "mode": effect.mode or "",
        "starts_at": reader.typed(effect.starts_at) if effect.starts_at else "",
        "ends_at": reader.typed(effect.ends_at) if effect.ends_at else "",
        "planned_for": effect.planned_for,
    }


async def _targets(read: Read, about: Gathering, reader: Reader, effect: EffectFacts | None) -> list[tuple[str, str]]:
    """This gathering, those that it prepares, those of its edition and its body; the edition, and the body."""
    known = await read.many(Gathering, [*about.prepares, *([effect.target] if effect and effect.target else [])])
    found = {about.id: about, **known}
    for name, id in (("edition", about.edition), ("body", about.body)):
        page = await read.find(Gathering, {name: id}, limit=OFFERED) if id else None
        found |= {each.id: each.entity for each in page.items} if page else {}
    offered = [(f"gathering:{id}", _title(each, reader)) for id, each in found.items()]
    edition = await read.maybe(Edition, about.edition) if about.edition else None
    series = await read.maybe(Series, edition.series) if edition and edition.series else None
    if edition and series:
        texts = Texts(reader.language, reader.digits, "services.minutes.decisions")
        called = texts("an_edition", number=edition.number, series=choose(series.title, reader.language))
        offered.append((f"edition:{edition.id}", called))
    body = await read.maybe(Body, about.body) if about.body else None
    return [*offered, *([(f"body:{body.id}", reader.words(body.name).text)] if body else [])]


def _title(each: Gathering, reader: Reader) -> str:
    day = f" · {reader.day(each.starts_at).text}" if each.starts_at else ""
    return (reader.words(each.title).text or str(each.id)) + day


def decided_of(form: Typed, zone: str, known: Motion | None = None, voters: Sequence[UUID] = ()) -> Motion | None:
    """What was typed, with what it brings about; None, with what is wrong in `form.errors`."""
    effect, motion = effect_of(form, zone), motion_of(form, known, voters)
    return motion.model_copy(update={"effect": effect}) if motion and not form.errors else None


def effect_of(form: Typed, zone: str) -> EffectFacts | None:
    """The effect; None if nothing is chosen, or something is wrong (then in `form.errors`)."""
    if not form["effect_kind"]:
        return None
    kind, _, id = form["effect_target"].partition(":")
    about: dict[str, UUID] = {}
    try:
        about = {{"gathering": "target", "edition": "edition", "body": "body"}[kind]: UUID(id)}
    except (KeyError, ValueError):
        form.errors["effect_target"] = "wrong_choice"
    said = {
        "effect_kind": form.one_of("effect_kind", KINDS),
        "mode": form.one_of("effect_mode", MODES) if form["effect_mode"] else None,
        "starts_at": _moment(form, "effect_starts_at", zone),
        "ends_at": _moment(form, "effect_ends_at", zone),
        "planned_for": digits(form["effect_planned_for"], "latin").replace("/", "-"),
    }
    return None if form.errors else EffectFacts.model_validate({**said, **about})


def _moment(form: Typed, name: str, zone: str) -> datetime | None:
    return form.moment(name, zone) if form[name] else None
