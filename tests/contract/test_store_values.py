"""What every store promises about what documents say: it comes back equal."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.store import Behind, Committed, Done, Heard, Outgoing, Refusal, Store, Stored, Unfit
from tests.contract.documents import NOON, Note, Place, Span, State, new

WORDS = [
    "",
    "آب‌های مرزی",
    "المياه",
    "e\u0301 é",
    "👩🏽‍🌾🇮🇷",
    "\u202eabc\u202c",
    "line\r\n\ttab",
    "nul\x00nul",
    "$ne",
    "a.b",
    '"\\',
]


@pytest.mark.parametrize("word", WORDS)
async def test_text_comes_back_equal_and_is_found(store: Store, word: str) -> None:
    place = Place(uuid4(), basin=word or "empty", names={"fa": word}, holds=(f"word/{word}",))
    assert await store.commit([new(place)]) == [Committed(1)]
    stored = await store.get(Place, place.id)
    assert stored is not None
    assert stored.entity == place
    if "\x00" not in word:
        assert [each.id for each in (await store.find(Place, {"basin": word or "empty"})).items] == [place.id]


@pytest.mark.parametrize(
    "at",
    [
        NOON,
        datetime(2031, 5, 4, 12, 0, 0, 1, tzinfo=UTC),
        datetime(2031, 3, 30, 2, 30, tzinfo=timezone(timedelta(hours=3, minutes=30))),
        datetime(2031, 10, 26, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Vienna")),
        datetime(1, 1, 2, tzinfo=UTC),
        datetime(9999, 12, 30, 23, 59, 59, 999999, tzinfo=UTC),
    ],
)
async def test_instants_with_zones_come_back_equal(store: Store, at: datetime) -> None:
    place = Place(uuid4(), at=at, wakes=at)
    await store.commit([new(place)])
    stored = await store.get(Place, place.id)
    assert stored is not None
    assert stored.entity.at is not None
    assert stored.entity.at.timestamp() == at.timestamp()
    assert stored.entity.at.tzinfo is not None


async def test_decimals_dates_and_durations_come_back_equal(store: Store) -> None:
    spans = [
        Span(date(2031, 3, 21), timedelta(days=2, microseconds=3)),
        Span(date(1, 1, 1), -timedelta(days=1, seconds=1, microseconds=999_999)),
        Span(date(9999, 12, 31), timedelta()),
    ]
    fees = [Decimal("1.10"), Decimal("-0.00"), Decimal("123456789012345678901234567890.123456789")]
    places = [Place(uuid4(), span=span, fee=fee) for span, fee in zip(spans, fees, strict=True)]
    await store.commit([new(place) for place in places])
    for place in places:
        stored = await store.get(Place, place.id)
        assert stored is not None
        assert stored.entity == place
        assert str(stored.entity.fee) == str(place.fee)


async def test_a_decimal_that_is_no_number_is_refused(store: Store) -> None:
    (outcome,) = await store.commit([new(Place(uuid4(), fee=Decimal("NaN")))])
    assert isinstance(outcome, Unfit)


async def test_the_whole_envelope_comes_back_equal(store: Store) -> None:
    event = Outgoing(4, uuid4(), "place.taken.v1", NOON, '{"a":[1,null,{"b":"آ"}]}'.encode(), "c", "d", "00-e")
    state = Outgoing(5, uuid4(), "", NOON, None)
    behind = Behind("plenary.people", 3, 10, 12, NOON, "it is no JSON", 10, (11,))
    change: Stored[Place] = Stored(
        Place(uuid4()),
        sequence=5,
        heard={uuid4(): Heard(3, uuid4()), uuid4(): Heard(2**62, uuid4())},
        outbox=(event, state),
        recent=(
            Done(uuid4(), "hash", 1, 2, NOON),
            Done(uuid4(), "hash", 2, 0, NOON, Refusal("conflict", "full", "آ", ({"field": "a", "detail": "b"},))),
            *(Done(uuid4(), "hash", version) for version in range(3, 32)),
        ),
        behind=behind,
    )
    await store.commit([change])
    stored = await store.get(Place, change.id)
    assert stored is not None
    assert (stored.heard, stored.outbox, stored.recent) == (change.heard, change.outbox, change.recent)
    assert (stored.behind, stored.sequence, stored.version) == (behind, 5, 1)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
INSTANTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.timezones())  # noqa: DTZ001
NOTES = st.builds(Note, st.uuids(), TEXT, st.none() | INSTANTS)
PLACES = st.builds(
    Place,
    st.uuids(version=4),
    basin=TEXT,
    number=st.none() | st.integers(-(2**63), 2**63 - 1),
    rank=st.none() | st.integers(0, 2**53),
    state=st.sampled_from(State),
    names=st.dictionaries(
        TEXT.filter(lambda key: key and key[0] != "$" and not set(key) & set(".\x00")), TEXT, max_size=3
    ),
    fee=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=4),
    at=st.none() | INSTANTS,
    span=st.none() | st.builds(Span, st.dates(), st.timedeltas(timedelta(days=-9000), timedelta(days=9000))),
    notes=st.lists(NOTES, max_size=3),
    tags=st.frozensets(TEXT, max_size=3),
    wakes=st.none() | INSTANTS,
)


@given(place=PLACES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_place_comes_back_equal(store: Store, place: Place) -> None:
    place.id = uuid4()  # examples share a database; hypothesis shrinks towards equal ids
    place.holds = ()
    place.basin = f"{place.id}/{place.basin}"
    assert await store.commit([new(place)]) == [Committed(1)]
    stored = await store.get(Place, place.id)
    assert stored is not None
    assert _instants(stored.entity) == _instants(place)


def _instants(place: Place) -> Any:
    """Datetimes compare by instant: in a repeated hour, equality between zones is not defined."""

    def stamp(at: datetime | None) -> float | None:
        return at.timestamp() if at else None

    notes = [(note.id, note.text, stamp(note.at)) for note in place.notes]
    known = (
        place.id,
        place.basin,
        place.number,
        place.rank,
        place.state,
        place.names,
        place.fee,
        place.span,
        place.tags,
    )
    return known, notes, stamp(place.at), stamp(place.wakes)
