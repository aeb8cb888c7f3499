"""Documents of a meeting as plain values: what is put before it, in which languages, and what is still to come."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from services.minutes.agenda.queries import Numbered
from services.minutes.documents.model import MeetingDocument
from services.minutes.mirrors.model import Organization
from services.minutes.record.reader import Reader
from shared.locale import direction
from shared.locale.languages import NAMES


def document_shown(reader: Reader, each: MeetingDocument) -> dict[str, Any]:
    """One document, with a link for each language in which it is there."""
    return {
        "id": each.id,
        "symbol": each.symbol,
        "title": reader.words(each.facts.title),
        "distribution": each.facts.distribution,
        "versions": [{**called(tag), "address": version.address} for tag, version in each.current.items()],
        "missing": [called(tag) for tag in each.missing],
    }


def read_shown(reader: Reader, each: MeetingDocument) -> dict[str, Any]:
    """One document for who reads it: which revision it is, and until when it is to be there."""
    until = each.facts.hand_in_by
    return {
        **document_shown(reader, each),
        "revision": each.facts.revision,
        "until": {"iso": until.isoformat(), "text": _day(reader, until)} if until else None,
    }


def by_item(reader: Reader, documents: Sequence[MeetingDocument], agenda: Sequence[Numbered]) -> list[dict[str, Any]]:
    """The documents that stand, by the items of the agenda to which there are some; then those of no item that stands on it."""
    on = {each.item.id: each for each in agenda}
    places: list[Numbered | None] = [*agenda, None]
    found = []
    for place in places:
        wanted = place.item.id if place else None
        here = [
            each for each in documents if each.stands and (each.facts.item if each.facts.item in on else None) == wanted
        ]
        if here:
            number, title = (place.number, reader.words(place.item.facts.title)) if place else ("", None)
            put = [read_shown(reader, each) for each in here]
            found.append({"item": wanted, "number": number, "title": title, "documents": put})
    return found


def row_shown(
    reader: Reader,
    each: MeetingDocument,
    agenda: Sequence[Numbered],
    organizations: Mapping[UUID, Organization],
    now: datetime,
) -> dict[str, Any]:
    """One document for who keeps it: on which item, by whom, until when, and whether that is over by the clocks of the venue.

    `organization` is None for the secretariat, "" for one whose name is not known.
    """
    facts = each.facts
    item = next((it for it in agenda if it.item.id == facts.item), None)
    home = organizations.get(facts.organization) if facts.organization else None
    return {
        **read_shown(reader, each),
        "stands": each.stands,
        "item": {"number": item.number, "title": reader.words(item.item.facts.title)} if item else None,
        "organization": (reader.words(home.name).text if home and home.name else "") if facts.organization else None,
        "told": reader.moment(each.overdue_at) if each.overdue_at and each.warned else None,
        "overdue": each.overdue(now.astimezone(ZoneInfo(reader.zone)).date()),
    }


def called(tag: str) -> dict[str, str]:
    """A language, by its own name."""
    return {"tag": tag, "name": NAMES.get(tag, tag), "direction": direction(tag)}


def _day(reader: Reader, day: date) -> str:
    return reader.day(datetime.combine(day, time(12), ZoneInfo(reader.zone))).text
