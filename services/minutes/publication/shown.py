"""The record and the list of what is published, as plain values for the templates."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from services.minutes.attendance.model import DELEGATE, Attendance
from services.minutes.decisions.model import Decision, Earlier
from services.minutes.decisions.outcomes import Involved, outcomes
from services.minutes.mirrors.model import Gathering, Person
from services.minutes.proceedings import shown as proceedings
from services.minutes.proceedings.quorums import numbers, quorums_shown
from services.minutes.publication.queries import Account, Listed
from services.minutes.publication.voted import voted
from services.minutes.record.model import Minutes
from services.minutes.record.reader import Reader, Words
from services.minutes.record.roles import ROLES

GIST = 8
"""Words of a decision in the list of contents."""

LAST = 10_000
"""After all who have a place in the order of precedence."""


class Came(NamedTuple):
    """Somebody who was there, as they were then: with the title, and what they were. `name` is None if it is not on record."""

    name: Words | None
    position: str


class Delegation(NamedTuple):
    """Who came for one organization; `organization` is None for those without one."""

    organization: Words | None
    people: list[Came]


def shown(account: Account, language: str) -> dict[str, Any]:
    """What `minutes.html` shows to a reader of this language."""
    reader = Reader.of(language, account.gathering.time_zone)
    minutes, gathering, represented = account.minutes, account.gathering, account.represented
    times = {
        "planned": None if minutes.opened_at else gathering.starts_at,
        "opened": minutes.opened_at,
        "closed": minutes.closed_at,
        "approved": minutes.approved_at,
        "published": minutes.published_at,
        "corrected": minutes.corrected_at,
    }
    return {
        "minutes": minutes,
        "ended": account.ended,
        "title": reader.words(gathering.title),
        "venue": reader.words(gathering.venue),
        "body": reader.words(account.body.name) if account.body else None,
        "day": reader.day(at) if (at := minutes.opened_at or gathering.starts_at) else None,
        "roles": _roles(account, reader),
        "times": {name: reader.moment(at) for name, at in times.items() if at},
        "quorum": numbers(represented) if represented else None,
        "quorate": represented and represented.reached,
        "quorums": quorums_shown(account.proceedings, reader),
        "body_unknown": gathering.body is not None and not (account.body and account.body.formed),
        "members": _people(account, reader, account.members),
        "delegations": delegations(account, reader),
        "others": account.others,
        "groups": groups(account, reader),
        "away": away(account, reader),
        "proceedings": {**proceedings.shown(account.proceedings, reader), "open": False},
        "decisions": [
            _decision(reader, each, account.proceedings.involved)
            | _came_to(account, reader, each)
            | voted(account, reader, each)
            for each in account.decisions
        ],
    }


def _roles(account: Account, reader: Reader) -> list[tuple[str, Came]]:
    """Who did what, with what they were; who was erased does not stand there any more."""
    facts, found = account.minutes.facts, []
    for role in ROLES:
        person = account.spoken_for.get(getattr(facts, role))
        if person and not person.erased:
            found.append(("acting" if role == "chair" and facts.acting else role, _came(account, reader, person)))
    return found


def delegations(account: Account, reader: Reader) -> list[Delegation]:
    """Those who were there, by organization; organizations and names are sorted by code points, the unknown come last."""
    by_home: dict[UUID | None, list[Attendance]] = {}
    for attendance in account.delegates:
        by_home.setdefault(account.home(attendance), []).append(attendance)
    found = [
        Delegation(_home(account, reader, home), _people(account, reader, members)) for home, members in by_home.items()
    ]
    return sorted(found, key=lambda each: (each.organization is None, each.organization and each.organization.text))


class Away(NamedTuple):
    """Somebody of an organization who was excused or represented, and by whom, if that is known."""

    came: Came
    organization: Words | None
    state: str
    by: Words | None


class Unnamed(NamedTuple):
    """A group that was there without names: what they are called, of what, and how many came."""

    called: Words
    organization: Words | None
    came: int


def groups(account: Account, reader: Reader) -> list[Unnamed]:
    """In the order of the alphabet."""
    found = [
        Unnamed(reader.words(each.called), _home(account, reader, account.home(each)), each.came or 0)
        for each in account.groups
    ]
    return sorted(found, key=lambda each: each.called.text)


def away(account: Account, reader: Reader) -> list[Away]:
    """Delegates alone, as of those who came, in the order of the alphabet; who was erased does not stand there any more."""
    found = []
    for each in account.away:
        if each.category != DELEGATE:
            continue
        person, by = account.spoken_for.get(each.person), None
        if person is None or person.erased or each.organization is None or each.state is None:
            continue
        if (other := account.spoken_for.get(each.represented_by) if each.represented_by else None) and other.name:
            by = _came(account, reader, other).name
        home = _home(account, reader, account.home(each))
        found.append(Away(_came(account, reader, person), home, each.state, by))
    return sorted(found, key=lambda each: each.came.name.text if each.came.name else "")


def _home(account: Account, reader: Reader, id: UUID | None) -> Words | None:
    """The organization's name; None where there is none, or it is not known here yet."""
    organization = account.organizations.get(id) if id else None
    return reader.words(organization.name) if organization and organization.name else None


def _people(account: Account, reader: Reader, members: Iterable[Attendance]) -> list[Came]:
    """In their order within the organization, then of the alphabet; those that are not on record last."""
    found = [account.people.get(member.id) for member in members]
    there = sorted((each for each in found if each and each.name), key=_place)
    return [_came(account, reader, each) for each in there] + [Came(None, "")] * (len(found) - len(there))


def _place(person: Person) -> tuple[int, str]:
    return person.precedence or LAST, person.name or ""


def _came(account: Account, reader: Reader, person: Person) -> Came:
    """A name has no direction of its own here: the letters decide (`dir="auto"`)."""
    then = person.was(account.held_at)
    name = " ".join(filter(None, (then.title, person.name)))
    return Came(Words(person.language or "", "auto", name), then.called(reader.language))


def _decision(reader: Reader, decision: Decision, around: Involved) -> dict[str, Any]:
    texts = reader.all_words(decision.facts.text)
    return {
        "number": decision.facts.number,
        "texts": texts,
        "gist": gist(texts[0].text) if texts else "",
        "state": decision.state.value,
        "adoption": decision.facts.adoption,
        "votes": numbers(decision.facts.votes) if decision.facts.votes else None,
        "quorum": numbers(decision.facts.quorum) if decision.facts.quorum else None,
        "withdrawn": decision.withdrawn_at and reader.moment(decision.withdrawn_at),
        "reason": decision.reason,
        "earlier": [_earlier(reader, each) for each in decision.earlier],
        "outcomes": outcomes(decision, around, reader),
    }


def _came_to(account: Account, reader: Reader, decision: Decision) -> dict[str, Any]:
    """What silence came to since everybody reads the record, and when; None where that was before, or it is not over."""
    published, over = account.minutes.published_at, decision.silence_over_at
    since = over if published and over and over > published else None
    return {"came": since and ("deferred" if decision.objections else "adopted", reader.moment(since))}


def gist(text: str) -> str:
    """Its first words, for a list of contents."""
    words = text.split()
    return " ".join(words[:GIST]) + (" …" if len(words) > GIST else "")


def _earlier(reader: Reader, each: Earlier) -> dict[str, Any]:
    return {
        "corrected": reader.moment(each.corrected_at),
        "reason": each.reason,
        "texts": reader.all_words(each.text)[:1],
        "state": each.state.value,
        "adoption": each.adoption,
        "votes": numbers(each.votes) if each.votes else None,
    }


def rows(found: Listed, these: Sequence[Minutes], language: str) -> list[dict[str, object]]:
    """What `list.html` shows to a reader of this language, of these of the minutes that were found."""
    known = ((each, found.gatherings.get(each.id) or Gathering(each.id)) for each in these)
    return [_row(minutes, gathering, Reader.of(language, gathering.time_zone)) for minutes, gathering in known]


def _row(minutes: Minutes, gathering: Gathering, reader: Reader) -> dict[str, object]:
    day = minutes.opened_at or (None if minutes.published else gathering.starts_at)
    return {
        "id": minutes.id,
        "path": minutes.path,
        "state": minutes.state.value,
        "running": minutes.running,
        "title": reader.words(gathering.title),
        "venue": reader.words(gathering.venue),
        "day": reader.day(day) if day else None,
    }
