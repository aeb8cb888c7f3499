"""What a decision brings about outside the record: whether it makes sense, and what is known of what it is about."""

from services.minutes.mirrors.editions import Edition
from services.minutes.mirrors.model import Body, Gathering
from shared.contracts.effects import EffectFacts
from shared.errors import Invalid
from shared.flow import Read
from shared.periods import period

_ALLOWED = {
    "postpone": {"target", "edition", "starts_at", "ends_at", "planned_for"},
    "change_mode": {"target", "mode"},
    "call_meeting": {"edition", "body", "mode", "starts_at", "ends_at"},
}
"""What is said of each kind."""


def must_make_sense(effect: EffectFacts | None) -> None:
    """It says all that its kind needs, and nothing else. Raises Invalid at the field of the effect."""
    if effect is None:
        return
    kind = effect.effect_kind
    for name, said in effect.model_dump(exclude={"effect_kind"}).items():
        if said and name not in _ALLOWED[kind]:
            raise Invalid.at("This says nothing about such an effect.", "effect", name)
    _must_be_whole(effect)
    if bool(effect.starts_at) != bool(effect.ends_at):
        raise Invalid.at("A date is a beginning and an end.", "effect", "ends_at" if effect.starts_at else "starts_at")
    if effect.starts_at and effect.ends_at and effect.ends_at <= effect.starts_at:
        raise Invalid.at("It must end after it starts.", "effect", "ends_at")


def _must_be_whole(effect: EffectFacts) -> None:
    kind, about_gathering = effect.effect_kind, effect.target
    wanting = {
        "postpone": (("target", bool(about_gathering) != bool(effect.edition)),),
        "change_mode": (("target", about_gathering), ("mode", effect.mode)),
        "call_meeting": (("body", effect.body or effect.edition), ("starts_at", effect.starts_at)),
    }[kind]
    for name, said in wanting:
        if not said:
            raise Invalid.at("This is needed to say what the decision brings about.", "effect", name)
    if kind == "postpone" and (effect.starts_at if effect.edition else effect.planned_for):
        other = "starts_at" if effect.edition else "planned_for"
        raise Invalid.at("A gathering has a date, an edition a time.", "effect", other)


async def must_be_known(effect: EffectFacts | None, read: Read) -> None:
    """What it is about is on record here. Raises Invalid at the field of the effect."""
    must_make_sense(effect)
    if effect is None:
        return
    wanted = (("target", Gathering, effect.target), ("edition", Edition, effect.edition), ("body", Body, effect.body))
    await read.ahead(*((kind, id) for _, kind, id in wanted))
    for name, kind, id in wanted:
        if id and await read.maybe(kind, id) is None:
            raise Invalid.at("Nothing of this id is known here.", "effect", name)
    edition = await read.maybe(Edition, effect.edition) if effect.edition and effect.planned_for else None
    if edition and edition.calendar:
        try:
            period(effect.planned_for, edition.calendar)
        except ValueError as error:
            raise Invalid.at(str(error), "effect", "planned_for") from error
