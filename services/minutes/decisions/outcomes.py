"""What decisions bring about and what became of it, in the words of a reader: for the desk, the published record and paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.decisions.queries import effects_of
from services.minutes.mirrors.editions import Edition, Series
from services.minutes.mirrors.effects import Effect
from services.minutes.mirrors.model import Body, Gathering
from services.minutes.record.reader import Reader
from shared.contracts.effects import EffectFacts
from shared.flow import Read
from shared.locale import Texts, choose
from shared.periods import period
from shared.periods.said import said

TONES = {"carried_out": "good", "failed": "bad", "refused": "bad", "pending": "warn"}
UNKNOWN = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Involved:
    """What was heard of the effects of a record's decisions, by decision, and what they are about, as far as it is known."""

    effects: Mapping[UUID, Sequence[Effect]] = field(default_factory=dict)
    gatherings: Mapping[UUID, Gathering] = field(default_factory=dict)
    editions: Mapping[UUID, Edition] = field(default_factory=dict)
    series: Mapping[UUID, Series] = field(default_factory=dict)
    bodies: Mapping[UUID, Body] = field(default_factory=dict)


class Outcome(NamedTuple):
    """What a decision brings about, and how that stands: a sentence each; and the meeting that was called, if one was."""

    what: str
    stands: str
    tone: str
    made: UUID | None = None

    @property
    def whole(self) -> str:
        """Both, for paper."""
        return f"{self.what} {self.stands}"


async def involved(read: Read, gathering: UUID, decisions: Sequence[Decision]) -> Involved:
    """In a handful of round trips; in none where no decision brings anything about."""
    if not any(_said(each) for each in decisions):
        return Involved()
    effects = await effects_of(read, gathering)
    wanted = [each.wanted for each in chain(*effects.values()) if each.wanted]
    wanted += [facts for each in decisions for facts in _said(each)]
    editions = await read.many(Edition, [each.edition for each in wanted if each.edition])
    return Involved(
        effects=effects,
        gatherings=await read.many(Gathering, [each.target for each in wanted if each.target]),
        editions=editions,
        series=await read.many(Series, [each.series for each in editions.values() if each.series]),
        bodies=await read.many(Body, [each.body for each in wanted if each.body]),
    )


def _said(decision: Decision) -> list[EffectFacts]:
    """All that it says of effects, and ever said."""
    return [each.effect for each in (*decision.earlier, decision.facts) if each.effect]


def outcomes(decision: Decision, around: Involved, reader: Reader) -> list[Outcome]:
    """What was heard of, in order; and what nobody has taken up by now."""
    effects = around.effects.get(decision.id, ())
    if not effects and not decision.facts.effect:
        return []
    texts = Texts(reader.language, reader.digits, __package__)
    found = [_heard(each, each.wanted, decision, _Telling(texts, around, reader)) for each in effects if each.wanted]
    says, state = decision.facts.effect, decision.state
    heard = any(each.wanted == says and each.stands != "lapsed" for each in effects)
    if says and not heard and state is not DecisionState.WITHDRAWN:
        adopted = state is DecisionState.ADOPTED
        what = _Telling(texts, around, reader).brought(says)
        found.append(
            Outcome(what, texts[f"stands_{'pending' if adopted else 'not_yet'}"], "warn" if adopted else "quiet")
        )
    return found


def _heard(effect: Effect, wanted: EffectFacts, decision: Decision, telling: "_Telling") -> Outcome:
    texts, tone = telling.texts, TONES.get(effect.stands, "quiet")
    on = telling.reader.moment(effect.since).text if effect.since else ""
    why = choose(effect.reason, telling.reader.language) if effect.reason else ""
    if effect.hindrance:
        why = texts[f"hindrance_{effect.hindrance}"]
    stays = decision.state is not DecisionState.ADOPTED or decision.facts.effect != wanted
    key = "stays" if effect.stands == "carried_out" and stays else effect.stands
    return Outcome(telling.brought(wanted), texts(f"stands_{key}", on=on, why=why), tone, effect.made)


@dataclass(frozen=True, slots=True)
class _Telling:
    texts: Texts
    around: Involved
    reader: Reader

    def brought(self, facts: EffectFacts) -> str:
        """The effect in one sentence."""
        if facts.effect_kind == "change_mode":
            key = f"brings_{facts.mode}"
        elif facts.effect_kind == "postpone":
            key = "brings_postpone_to" if facts.starts_at or facts.planned_for else "brings_postpone"
        else:
            key = "brings_call_coordination" if facts.edition else "brings_call_meeting"
        return self.texts("brings_about", what=self.texts(key, what=self._what(facts), when=self._when(facts)))

    def _what(self, facts: EffectFacts) -> str:
        around, reader = self.around, self.reader
        if facts.edition:
            edition = around.editions.get(facts.edition)
            series = around.series.get(edition.series or UNKNOWN) if edition else None
            if edition and series:
                return self.texts("an_edition", number=edition.number, series=choose(series.title, reader.language))
            return self.texts["not_on_record"]
        thing = around.gatherings.get(facts.target) if facts.target else around.bodies.get(facts.body or UNKNOWN)
        named = (thing.title if isinstance(thing, Gathering) else thing.name) if thing else {}
        if not named:
            return self.texts["not_on_record"]
        called = choose(named, reader.language)
        return self.texts("a_gathering", title=called) if facts.target else called

    def _when(self, facts: EffectFacts) -> str:
        if facts.starts_at:
            return self.reader.moment(facts.starts_at).text
        edition = self.around.editions.get(facts.edition) if facts.edition else None
        if facts.planned_for and edition and edition.calendar:
            return said(period(facts.planned_for, edition.calendar), self.reader.language)
        return facts.planned_for
