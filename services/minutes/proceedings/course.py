"""The course of a meeting as plain values: when each item was dealt with, which is in hand, and which comes next."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from services.minutes.agenda.model import AgendaItem
from services.minutes.agenda.queries import numbered
from services.minutes.course.model import Course, Taking
from services.minutes.proceedings.quorums import counted
from services.minutes.record.model import Minutes
from services.minutes.record.reader import Moment, Reader
from shared.locale import digits


def taken_shown(taken: Iterable[Taking], minutes: Minutes, reader: Reader) -> list[dict[str, Any]]:
    """From when to when one item was dealt with, each time."""
    return [_taking(each, minutes, reader) for each in taken]


def course_shown(
    items: Sequence[AgendaItem], course: Course, minutes: Minutes, reader: Reader, chosen: UUID | None = None
) -> dict[str, Any]:
    """What was taken up, in the order of time; `now`: what is in hand; `choice`: the others;
    `next`: what is likely to be taken up, or was `chosen`.

    `undoes`: what the last step was, which can be taken back; "" where there is none.
    """
    agenda = numbered(items)
    numbers = {each.item.id: each.number for each in agenda}
    titles = {each.id: reader.words(each.facts.title) for each in items}
    taken = [
        {"id": each.item, "number": numbers.get(each.item, ""), "title": titles.get(each.item)}
        | _taking(each, minutes, reader)
        for each in course.stands
    ]
    now, last, order = course.in_hand, course.last, [each.item.id for each in agenda]
    return {
        "taken": taken,
        "now": taken[-1] if now else None,
        "choice": [
            (str(each.item.id), f"{digits(each.number, reader.digits)}. \u2068{titles[each.item.id].text}\u2069")
            for each in agenda
            if now is None or each.item.id != now.item
        ],
        "next": str(_next(order, now.item if now else None, last.item if last else None, chosen) or ""),
        "undoes": ("taking_up" if now else "closing") if last else "",
        "running": minutes.running,
    }


def _taking(each: Taking, minutes: Minutes, reader: Reader) -> dict[str, Any]:
    """`until` is None of what is in hand; `quorum`: how it stood when it was taken up."""
    return {
        "since": _at(each.taken_up_at, minutes, reader),
        "until": _at(each.closed_at, minutes, reader) if each.closed_at else None,
        "quorum": counted(each.quorum) if each.quorum else None,
    }


def _at(at: datetime, minutes: Minutes, reader: Reader) -> Moment:
    """The time; with its day on another than the first."""
    first = minutes.opened_at or at
    return reader.clock(at) if reader.day(at).text == reader.day(first).text else reader.moment(at)


def _next(order: Sequence[UUID], now: UUID | None, last: UUID | None, chosen: UUID | None) -> UUID | None:
    """What was chosen, unless it is in hand; else the item behind what was taken up last, else the first."""
    if chosen in order and chosen != now:
        return chosen
    behind = order[order.index(last) + 1 :] if last in order else order
    return behind[0] if behind else None
