"""The facts of a thing, spelled once; and the one convention of whoever carries them: they lie flat wherever it is written."""

from collections.abc import Iterable
from typing import Any, Self, get_type_hints

from pydantic import BaseModel, ConfigDict


class Facts(BaseModel):
    """What is so of a thing, in its contract and nowhere else. Readers ignore what they do not know.

    Command and entity carry it in a field `facts`; events and view inherit it; a form narrows what may be typed. It is flat on
    the wire, and in the document that a store keeps of the entity.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    @classmethod
    def of(cls, thing: object, **told: Any) -> Self:
        """What is told, and all else under the same names from the thing or from the facts that it carries."""
        return cls(**laid_flat(thing, [name for name in cls.model_fields if name not in told]), **told)


def laid_flat(thing: object, names: Iterable[str]) -> dict[str, Any]:
    """What has these names in the thing or in the facts that it carries."""
    facts = getattr(thing, "facts", None)
    if not isinstance(facts, Facts):
        return {name: getattr(thing, name) for name in names}
    return {name: getattr(thing if hasattr(thing, name) else facts, name) for name in names}


def carried(kind: type[Any]) -> tuple[str, ...]:
    """The names in the facts that things of this kind carry; none where they carry none."""
    facts = get_type_hints(kind).get("facts")
    return tuple(facts.model_fields) if isinstance(facts, type) and issubclass(facts, Facts) else ()


def picked_up(flat: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """What was laid flat, those of these names within `facts` again."""
    facts = {name: flat.pop(name) for name in names if name in flat}
    return {**flat, "facts": facts} if facts else flat
