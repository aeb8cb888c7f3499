"""What every store promises to releases: what a model does not know survives, and what an older one wrote is read."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4, uuid5

import pytest

from shared.errors import Unavailable
from shared.store import Committed
from tests.contract.conftest import OpenStore
from tests.contract.documents import KINDS, Note, Place, Report, Span, State, new

# A newer release writes more than this one knows


@dataclass(slots=True)
class LaterNote:
    id: UUID
    text: str
    at: datetime | None = None
    mood: str = ""


@dataclass(frozen=True, slots=True)
class LaterSpan:
    opens: date
    lasts: timedelta
    zone: str = ""


@dataclass(slots=True)
class LaterPlace:
    """`Place` as a later release has it."""

    kind: ClassVar[str] = "places"

    id: UUID
    basin: str = "upper"
    number: int | None = None
    state: State = State.PENDING
    names: dict[str, str] = field(default_factory=dict)
    span: LaterSpan | None = None
    notes: list[LaterNote] = field(default_factory=list)
    view: dict[str, Any] = field(default_factory=dict)


async def test_fields_that_the_model_does_not_know_survive_a_change_at_every_depth(open_store: OpenStore) -> None:
    id, first, second = uuid4(), uuid4(), uuid4()
    notes = [LaterNote(first, "one", mood="calm"), LaterNote(second, "two", mood="stormy")]
    span = LaterSpan(date(2031, 1, 1), timedelta(1), zone="Asia/Tehran")
    names = {"en": "Seat", "fa": "صندلی"}
    later = await open_store([LaterPlace, Report])
    await later.commit([new(LaterPlace(id, names=names, span=span, notes=notes, view={"over": ["the", "lake"]}))])
    await later.close()

    now = await open_store(KINDS)
    stored = await now.get(Place, id)
    assert stored is not None
    stored.entity.state = State.CONFIRMED
    stored.entity.span = Span(date(2032, 2, 2), timedelta(2))
    stored.entity.notes = [Note(uuid5(id, "new"), "new"), stored.entity.notes[1]]
    stored.entity.names = {"en": "Chair"}
    assert await now.commit([stored]) == [Committed(2)]
    await now.close()

    again = await (await open_store([LaterPlace, Report])).get(LaterPlace, id)
    assert again is not None
    assert again.entity.view == {"over": ["the", "lake"]}
    assert again.entity.span == LaterSpan(date(2032, 2, 2), timedelta(2), zone="Asia/Tehran")
    assert [(note.text, note.mood) for note in again.entity.notes] == [("new", ""), ("two", "stormy")]
    assert (again.entity.state, again.entity.names) == (State.CONFIRMED, {"en": "Chair"})


async def test_a_field_that_is_new_in_this_release_has_its_default(open_store: OpenStore) -> None:
    id = uuid4()
    earlier = await open_store([LaterPlace, Report])
    await earlier.commit([new(LaterPlace(id))])
    await earlier.close()
    stored = await (await open_store(KINDS)).get(Place, id)
    assert stored is not None
    assert stored.entity == Place(id)


# An older release wrote in another form


def _seats_were_words(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"number": int(fields["number"].removeprefix("seat "))}


def _one_basin(fields: dict[str, Any]) -> dict[str, Any]:
    fields["basin"] = fields.pop("river")
    return fields


@dataclass(slots=True)
class FirstPlace:
    """`Place` at schema 1."""

    kind: ClassVar[str] = "places"

    id: UUID
    river: str = "upper"
    number: str = "seat 1"
    mood: str = "calm"


@dataclass(slots=True)
class SecondPlace(FirstPlace):
    """At schema 2."""

    lifts: ClassVar[tuple[Any, ...]] = (_seats_were_words,)

    number: int = 1  # type: ignore[assignment]


@dataclass(slots=True)
class ThirdPlace:
    """At schema 3."""

    kind: ClassVar[str] = "places"
    lifts: ClassVar[tuple[Any, ...]] = (_seats_were_words, _one_basin)

    id: UUID
    basin: str = "upper"
    number: int = 1


async def test_an_older_document_is_lifted_when_it_is_read_and_written_in_the_form_of_today(
    open_store: OpenStore,
) -> None:
    first, second = uuid4(), uuid4()
    store = await open_store([FirstPlace])
    await store.commit([new(FirstPlace(first, "Sarvab", "seat 7"), events=1)])
    await store.close()
    store = await open_store([SecondPlace])
    await store.commit([new(SecondPlace(second, "Niloor", 8))])
    await store.close()

    store = await open_store([ThirdPlace])
    both = await store.get_each([(ThirdPlace, first), (ThirdPlace, second)])
    assert [each.entity for each in both if each] == [ThirdPlace(first, "Sarvab", 7), ThirdPlace(second, "Niloor", 8)]
    assert both[0] is not None
    assert (both[0].version, both[0].sequence, len(both[0].outbox)) == (1, 1, 1), "the envelope is what it was"
    both[0].entity.number = 9
    assert await store.commit([both[0]]) == [Committed(2)]
    assert [each.id for each in (await store.find(ThirdPlace, {"basin": "Sarvab"})).items] == [first]
    await store.close()

    @dataclass(slots=True)
    class Moody(ThirdPlace):
        mood: str = ""

    store = await open_store([Moody])
    again = await store.get(Moody, first)
    assert again is not None
    assert again.entity == Moody(first, "Sarvab", 9, mood="calm"), "what is not known any more survives"
    await store.close()
    with pytest.raises(Unavailable, match="newer version"):
        await (await open_store([FirstPlace])).get(FirstPlace, first)
