"""The proceedings as plain values for templates and paper. A name that is not on record, or was erased, is None."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Self
from uuid import UUID

from services.minutes.agenda.model import AgendaItem
from services.minutes.agenda.queries import Numbered, numbered
from services.minutes.contributions.followed import together
from services.minutes.contributions.model import Contribution
from services.minutes.course.model import Course, Taking
from services.minutes.decisions.model import Decision
from services.minutes.documents.model import MeetingDocument
from services.minutes.mirrors.model import Body, Organization, Person
from services.minutes.proceedings.course import taken_shown
from services.minutes.proceedings.documents import document_shown
from services.minutes.proceedings.queries import Proceedings
from services.minutes.proceedings.quorums import counted
from services.minutes.record.reader import Reader, Words
from services.minutes.statements.model import Statement
from shared.contracts.contributions import Origin
from shared.locale import digits, direction


def shown(told: Proceedings, reader: Reader) -> dict[str, Any]:
    """What `told.html` shows: what belongs to each item, in the order of the agenda, then what belongs to none."""
    adopted = told.minutes.agenda_adopted_at
    return {
        "groups": list(_groups(told, reader)),
        "adopted": reader.moment(adopted) if adopted else None,
        "planned": bool(told.items),
    }


def _groups(told: Proceedings, reader: Reader) -> Iterator[dict[str, Any]]:
    business, taken = _Business.of(told), told.course.by_item
    for each in numbered(told.items):
        item = each.item.id
        yield {**item_shown(told, reader, each, taken.get(item, ())), **_belongs(told, reader, business, item)}
    for off in (each for each in told.items if not each.stands):
        gone = item_shown(told, reader, Numbered("", off), taken.get(off.id, ()))
        if any((*(here := _belongs(told, reader, business, off.id)).values(), gone["taken"])):
            yield {**gone, **here}
    rest = _belongs(told, reader, business, None)
    if any(rest.values()):
        yield {"id": None, "number": "", "title": None, "late": False, "gone": False, "sub": False, **NONE, **rest}


NONE: Mapping[str, Any] = {"previous": None, "prepares": None, "taken": ()}


def item_shown(told: Proceedings, reader: Reader, each: Numbered, taken: Iterable[Taking] = ()) -> dict[str, Any]:
    """One item. `previous` and `prepares` are the titles of gatherings; `taken`: when it was dealt with."""
    facts = each.item.facts
    return {
        "id": each.item.id,
        "number": each.number,
        "title": reader.words(facts.title),
        "late": facts.late,
        "gone": not each.item.stands,
        "sub": "." in each.number if each.number else facts.parent is not None,
        "previous": _title(told, reader, facts.previous),
        "prepares": _title(told, reader, facts.prepares),
        "taken": taken_shown(taken, told.minutes, reader),
    }


def _title(told: Proceedings, reader: Reader, gathering: UUID | None) -> Words | None:
    found = told.gatherings.get(gathering) if gathering else None
    return reader.words(found.title) if found and found.title else None


class _Business(NamedTuple):
    """What belongs to which item (None: to none)."""

    documents: Mapping[UUID | None, Sequence[MeetingDocument]]
    statements: Mapping[UUID | None, Sequence[Statement]]
    contributions: Mapping[UUID | None, Sequence[Contribution]]
    decisions: Mapping[UUID | None, Sequence[Decision]]

    @classmethod
    def of(cls, told: Proceedings) -> Self:
        """All of it, looked through once."""
        return cls(*map(_on_items, (told.documents, told.statements, told.contributions, told.decisions)))


def _on_items(things: Iterable[Any]) -> Mapping[UUID | None, Sequence[Any]]:
    found: dict[UUID | None, list[Any]] = {}
    for each in things:
        found.setdefault(each.facts.item, []).append(each)
    return found


def _belongs(
    told: Proceedings, reader: Reader, business: _Business, item: UUID | None
) -> dict[str, list[dict[str, Any]]]:
    """What was put before it, said, brought forward and decided on this item (None: on none)."""
    decided = business.decisions.get(item, ()) if item else ()
    return {
        "documents": [document_shown(reader, each) for each in business.documents.get(item, ())],
        "statements": [statement_shown(told, reader, each) for each in business.statements.get(item, ())],
        "contributions": [contribution_shown(told, reader, each) for each in business.contributions.get(item, ())],
        "decisions": [_decided(reader, each) for each in decided],
    }


def statement_shown(told: Proceedings, reader: Reader, each: Statement) -> dict[str, Any]:
    """One statement; `behalf` is in whose name it was made. `account`: a summary in nobody's name, by which the record itself
    tells what was discussed."""
    facts = each.facts
    owner = told.organizations.get(facts.organization) if facts.organization else None
    body = told.bodies.get(facts.body) if facts.body else None
    return {
        "id": each.id,
        "speaker": _name(told.people.get(facts.speaker)) if facts.speaker else None,
        "behalf": _called(reader, owner or body),
        "words": said(facts.said_in, each.words),
        "manner": facts.manner,
        "account": facts.manner == "summary" and not (facts.speaker or facts.organization or facts.body),
        "at": reader.clock(facts.said_at) if facts.said_at else None,
        "public": facts.public,
        "stands": each.stands,
        "reason": each.reason,
        "earlier": [
            {"words": said(was.said_in, was.words), "reason": was.reason, "at": reader.moment(was.corrected_at)}
            for was in each.earlier
        ],
    }


def contribution_shown(told: Proceedings, reader: Reader, each: Contribution) -> dict[str, Any]:
    """One contribution with its answers and what became of it; `became`: of the action that it was made, for everybody."""
    last = each.disposed[-1] if each.disposed else None
    actions = told.followed.get(each.id, ())
    named = (last.action or next((it.id for it in actions), None)) if last else None
    return {
        "id": each.id,
        "kind": each.facts.contribution_kind,
        "origin": origin_shown(told, reader, each.facts),
        "words": said(each.facts.said_in, each.words),
        "state": each.state.value,
        "stands": each.stands,
        "why": each.reason if not each.stands else last.reason if last else "",
        "action": named if each.stands else None,
        "became": together(actions),
        "answers": [
            {"origin": origin_shown(told, reader, answer), "words": said(answer.said_in, answer.words)}
            for answer in each.answers
        ],
    }


def origin_shown(told: Proceedings, reader: Reader, origin: Origin) -> list[Words | None]:
    """From whom it came: nobody is named in an empty list; a name that is not known is None."""
    organizations = (_called(reader, told.organizations.get(id)) for id in origin.organizations)
    return [*(_name(told.people.get(id)) for id in origin.people), *organizations]


def _decided(reader: Reader, each: Decision) -> dict[str, Any]:
    quorum = counted(each.facts.quorum) if each.facts.quorum else None
    said = {"number": each.facts.number, "text": reader.words(each.facts.text), "state": each.state.value}
    return {**said, "quorum": quorum}


def _called(reader: Reader, it: Organization | Body | None) -> Words | None:
    return reader.words(it.name) if it and it.name else None


def _name(person: Person | None) -> Words | None:
    """Letters decide for themselves in which direction a name is written."""
    return Words(person.language or "", "auto", person.name) if person and person.name else None


def said(language: str, words: str) -> Words:
    """Words in their own language."""
    return Words(language, direction(language), words)


def on_item(items: Sequence[AgendaItem], course: Course) -> dict[str, str]:
    """How the field of the item begins in a form of a meeting: with what is in hand."""
    return {"item": str(course.now_of([each.id for each in items if each.stands]) or "")}


def chosen(items: Sequence[AgendaItem], reader: Reader) -> list[tuple[str, str]]:
    """The items as a form lets one choose."""
    return [
        (str(each.item.id), f"{digits(each.number, reader.digits)} {reader.words(each.item.facts.title).text}")
        for each in numbered(items)
    ]
