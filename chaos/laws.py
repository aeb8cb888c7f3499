"""What must hold, each law as a function of the books and of what was seen; every string that it gives is a fault.

Each is broken on purpose in `tests/chaos/test_laws.py`, so that none of them is blind.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from chaos.book import Ask, Book, Visitor
from chaos.seen import Seen, View

Law = Callable[[Book, Seen], Iterator[str]]

ENTERED: Final = {
    "registration.confirmed.v1": "confirmed",
    "registration.waitlisted.v1": "waitlisted",
    "registration.promoted.v1": "confirmed",
    "registration.cancelled.v1": "cancelled",
    "registration.withdrawn.v1": "withdrawn",
}
"""Event -> the state that it leaves a registration in; of each of these somebody is told."""

PLACED: Final = {"registration.confirmed.v1", "registration.waitlisted.v1"}
CAUSED: Final = {
    "register": PLACED,
    "cancel": {"registration.cancelled.v1"},
    "withdraw": {"registration.withdrawn.v1"},
    "enter": {"registration.person-entered.v1"},
    "leave": {"registration.person-left.v1"},
}
"""What was asked -> the events of which it causes exactly one, if there was something to do."""


def nothing_odd(book: Book, _: Seen) -> Iterator[str]:
    """Nobody was answered what should never be (a 500, a body that is no problem document)."""
    yield from book.odd


def histories_are_whole(_: Book, seen: Seen) -> Iterator[str]:
    """The events of each registration are 1..n in this order, and one sequence is one event."""
    for key, events in seen.histories.items():
        told = [int(event["sequence"]) for event in events]
        if told != list(range(1, len(told) + 1)):
            yield f"{key}: the log has {told}"


def acknowledged_once(book: Book, seen: Seen) -> Iterator[str]:
    """What was acknowledged happened once, in the order asked; what was never answered at most once; nothing else happened."""
    histories = seen.histories
    for visitor in book.standing():
        told = [str(event["type"]) for event in histories.get(visitor.registration, [])]
        told = [type for type in told if type != "registration.promoted.v1"]
        if not _explained(list(_effective(visitor.asks)), told):
            asked = [f"{ask.what}:{ask.status}" for ask in visitor.asks]
            yield f"{visitor.registration}: asked {asked}, the log has {told}"
    known = {visitor.registration for visitor in book.standing()}
    nameless = sum(1 for visitor in book.visitors if visitor.asks and not visitor.registration)
    strange = [key for key in histories if key not in known]
    if len(strange) > nameless:
        yield f"{len(strange)} registrations that nobody knows, {nameless} visitors who were never answered"


def _effective(asks: Sequence[Ask]) -> Iterator[Ask]:
    """Those that had something to do: no repeat of a key, no cancelling of what is cancelled. Refused ones are left out."""
    stands, inside, keys = False, False, set[str]()
    for ask in asks:
        repeated = ask.key in keys
        keys.add(ask.key)
        moves = {
            "register": not stands,
            "cancel": stands and not inside,
            "withdraw": stands and not inside,
            "enter": stands and not inside,
            "leave": inside,
        }[ask.what]
        if moves and not repeated and (ask.done or ask.status is None):
            yield ask
            if ask.done:
                stands = {"register": True, "cancel": False, "withdraw": False}.get(ask.what, stands)
                inside = {"enter": True, "leave": False}.get(ask.what, inside)


def _explained(asks: Sequence[Ask], told: Sequence[str]) -> bool:
    """Whether the events are what these asks cause; what was never answered may be missing."""
    if not asks:
        return not told
    first, rest = asks[0], asks[1:]
    here = bool(told) and told[0] in CAUSED[first.what] and _explained(rest, told[1:])
    return here or (not first.done and _explained(rest, told))


def shown_as_told(_: Book, seen: Seen) -> Iterator[str]:
    """Each registration is shown in the state, on the seat and at the rank that its last events say."""
    histories = seen.histories
    for id, view in seen.registrations.items():
        events = [event for event in histories.get(id, []) if event["type"] in ENTERED]
        if not events:
            yield f"{id} is shown, and the log does not know it"
            continue
        state, data = ENTERED[events[-1]["type"]], events[-1]["data"]
        seat = data.get("seat") if state == "confirmed" else None
        rank = data.get("rank") if state == "waitlisted" else None
        if (view["state"], view["seat"], view["rank"]) != (state, seat, rank):
            yield f"{id} is shown as {view['state']}/{view['seat']}/{view['rank']}, told as {state}/{seat}/{rank}"
    missing = histories.keys() - seen.registrations.keys()
    yield from (f"{id} is on the log and not shown" for id in sorted(missing))


def answered_seats_are_real(book: Book, seen: Seen) -> Iterator[str]:
    """A seat that was answered is the seat that the log tells of."""
    histories = seen.histories
    for visitor in book.standing():
        given = {event["data"].get("seat") for event in histories.get(visitor.registration, [])}
        for ask in visitor.asks:
            if ask.done and ask.answer.get("state") == "confirmed" and ask.answer.get("seat") not in given:
                yield f"{visitor.registration} was answered seat {ask.answer.get('seat')}, which the log never gave"


def seats_are_within(book: Book, seen: Seen) -> Iterator[str]:
    """Whoever is confirmed has one of the seats that there ever were, and nobody else has one."""
    for id, view in seen.registrations.items():
        seat, confirmed = view["seat"], view["state"] == "confirmed"
        if (seat is not None) != confirmed or (confirmed and not 1 <= seat <= book.capacity):
            yield f"{id} is {view['state']} and has seat {seat} of {book.capacity}"


def seats_are_unique(book: Book, seen: Seen) -> Iterator[str]:
    """At the end, and at every moment at which two people surely held it, a seat is one person's."""
    held = Counter(view["seat"] for view in seen.registrations.values() if view["seat"] is not None)
    yield from (f"seat {seat} is held by {many}" for seat, many in sorted(held.items()) if many > 1)
    by_seat: dict[int, list[tuple[float, float, str]]] = {}
    for visitor in book.standing():
        for seat, since, until in _surely_held(visitor):
            by_seat.setdefault(seat, []).append((since, until, visitor.registration))
    for seat, spans in by_seat.items():
        spans.sort()
        for (_, until, one), (since, _, other) in pairwise(spans):
            if one != other and since < until:
                yield f"seat {seat} was {one}'s and {other}'s at the same moment"


def _surely_held(visitor: Visitor) -> Iterator[tuple[int, float, float]]:
    """Seat, from the answer that gave it to the first request that could free it (or for ever)."""
    for ask in _effective(visitor.asks):
        if ask.what == "register" and ask.ended is not None and ask.answer.get("state") == "confirmed":
            later = visitor.asks[visitor.asks.index(ask) + 1 :]
            frees = (each.began for each in later if each.what in {"cancel", "withdraw"})
            yield ask.answer["seat"], ask.ended, next(frees, float("inf"))


def nobody_overtook(book: Book, seen: Seen) -> Iterator[str]:
    """Who was answered a rank before another even asked, and still waits, sees that other neither seated nor before."""
    places = sorted(_places(book, seen))
    waiting = sorted((ended, view["rank"], id) for _, ended, id, view in places if view["state"] == "waitlisted")
    before: tuple[int, str] | None = None
    n = 0
    for began, _, id, view in places:
        while n < len(waiting) and waiting[n][0] < began:
            before = max(before or (0, ""), waiting[n][1:])
            n += 1
        if before is None:
            continue
        if view["state"] == "confirmed":
            yield f"{id} has seat {view['seat']}; {before[1]} waited before and still does"
        elif view["rank"] <= before[0]:
            yield f"{id} has rank {view['rank']}; {before[1]} was answered {before[0]} before"


def _places(book: Book, seen: Seen) -> Iterator[tuple[float, float, str, View]]:
    """When the present place was asked for and answered, of everybody who has one."""
    for visitor in book.standing():
        asked = [ask for ask in _effective(visitor.asks) if ask.what == "register"]
        view = seen.registrations.get(visitor.registration)
        if asked and view and view["state"] in {"confirmed", "waitlisted"}:
            yield asked[-1].began, asked[-1].ended or float("inf"), visitor.registration, view


def no_seat_is_idle(book: Book, seen: Seen) -> Iterator[str]:
    """Nobody waits while a seat is free."""
    states = Counter(view["state"] for view in seen.registrations.values())
    if states["waitlisted"] and states["confirmed"] < book.capacity:
        yield f"{states['waitlisted']} wait, {book.capacity - states['confirmed']} seats are free"


def everybody_was_told(_: Book, seen: Seen) -> Iterator[str]:
    """Of each change of a registration its person was told once: one notification that was sent, one mail of its own."""
    causes = {
        str(event["id"]): event for events in seen.histories.values() for event in events if event["type"] in ENTERED
    }
    by_cause: dict[str, list[View]] = {}
    for notification in seen.notifications:
        by_cause.setdefault(str(notification["cause"]), []).append(notification)
    for cause, event in causes.items():
        told = by_cause.get(cause, [])
        if len(told) != 1:
            yield f"{event['type']} of {event['subject']} has {len(told)} notifications"
        for notification in told:
            yield from _sent(notification, seen.mails)
    yield from (f"notifications of an event that the log does not have: {cause}" for cause in by_cause.keys() - causes)
    known = {notification["message_id"] for notification in seen.notifications}
    yield from (f"the mail {mail} is nobody's" for mail in seen.mails.keys() - known)


def _sent(notification: View, mails: Mapping[str, int]) -> Iterator[str]:
    if notification["state"] != "sent":
        yield f"{notification['template']} {notification['id']} is {notification['state']} ({notification['reason']})"
    elif mails.get(notification["message_id"], 0) != 1:
        yield f"{notification['id']} is sent; there are {mails.get(notification['message_id'], 0)} mails of it"


def the_record_knows_who_came(book: Book, seen: Seen) -> Iterator[str]:
    """The attendance in the minutes is what the door was told, and who holds a seat is expected."""
    for visitor in book.standing():
        view = seen.registrations.get(visitor.registration)
        if view is None:
            continue
        shown = seen.attendance.get(visitor.registration, {}).get("state")
        entered = [ask for ask in visitor.asks if ask.what in {"enter", "leave"} and ask.done]
        if entered:
            wanted: str | None = "present" if entered[-1].what == "enter" else "left"
        else:
            wanted = "expected" if view["state"] == "confirmed" else None
        if shown != wanted and all(ask.status is not None for ask in visitor.asks):
            yield f"{visitor.registration}: the record says {shown}, the door {wanted}"


def all_is_quiet(_: Book, seen: Seen) -> Iterator[str]:
    """Every service has heard everything; no key is behind."""
    for service, health in seen.readiness.items():
        well = health["store"] == health["log"] == "ok" and not health["degraded"]
        if not well or health["lag"] or health["dead_letters"]:
            yield f"{service}: {dict(health)}"


LAWS: Final[tuple[Law, ...]] = (
    nothing_odd,
    histories_are_whole,
    acknowledged_once,
    shown_as_told,
    answered_seats_are_real,
    seats_are_within,
    seats_are_unique,
    nobody_overtook,
    no_seat_is_idle,
    everybody_was_told,
    the_record_knows_who_came,
    all_is_quiet,
)
