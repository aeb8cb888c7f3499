"""What minutes say, as one canonical text of which anybody can compute the hash: for versions, and for what approvers saw.

The text is JSON in the form of RFC 8785 (JSON Canonicalization Scheme): keys in their order, no spaces, UTF-8. There are no
fractions in it, and keys are ASCII, so that this is what `json.dumps(…, sort_keys=True)` gives. People stand in it by their
ids alone: names are joined by whoever shows it, and are gone once somebody is erased, while the hash stays.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from services.minutes.agenda.queries import Numbered, numbered
from services.minutes.attendance.model import DELEGATE
from services.minutes.contributions.model import Contribution
from services.minutes.course.model import Taking
from services.minutes.decisions.model import Decision
from services.minutes.publication.queries import Account
from services.minutes.statements.model import Statement
from shared.contracts import Facts

Content = dict[str, Any]


def canonical(content: Content | list[Content]) -> str:
    """As one text. Raises TypeError for what has no canonical form here."""
    return json.dumps(_plain(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256(text: str) -> str:
    """Of a canonical text, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        raise TypeError("Fractions have no place in what is sealed.")
    if value is None or isinstance(value, bool | int | str):
        return value
    return value.isoformat().replace("+00:00", "Z") if hasattr(value, "isoformat") else str(value)


def content_of(account: Account) -> Content:
    """What everybody reads, as it is now."""
    minutes, gathering, told = account.minutes, account.gathering, account.proceedings
    dealt_with = told.course.by_item
    off = [Numbered("", each) for each in told.items if not each.stands and each.id in dealt_with]
    roles = minutes.facts.model_dump(exclude_defaults=True)
    return {
        **({"roles": roles} if roles else {}),
        "title": gathering.title,
        "venue": gathering.venue,
        "body": account.body.name if account.body else None,
        "opened_at": minutes.opened_at,
        "closed_at": minutes.closed_at,
        "agenda_adopted_at": minutes.agenda_adopted_at,
        "items": [
            {"id": each.item.id, "number": each.number, "title": each.item.facts.title, "late": each.item.facts.late}
            | _taken(dealt_with.get(each.item.id, ()))
            for each in (*numbered(told.items), *off)
        ],
        "statements": [_statement(each) for each in told.statements if each.facts.public],
        "contributions": [_contribution(each) for each in told.contributions],
        "decisions": [_decision(each) for each in account.decisions],
        "quorum": asdict(account.represented) if account.represented else None,
        "present": _present(account),
        "organizations": {id: each.name for id, each in {**told.organizations, **account.organizations}.items()},
    }


def _taken(takings: Iterable[Taking]) -> Content:
    """When it was dealt with; nothing of what was not, as before items were taken up."""
    taken = [
        {
            "taken_up_at": each.taken_up_at,
            "closed_at": each.closed_at,
            "quorum": asdict(each.quorum) if each.quorum else None,
        }
        for each in takings
    ]
    return {"taken": taken} if taken else {}


def restricted_of(statements: Sequence[Statement]) -> list[Content]:
    """What not everybody reads; empty where there is nothing of that kind."""
    return [_statement(each) for each in statements if not each.facts.public and each.stands]


def _facts(facts: Facts) -> Content:
    return facts.model_dump(exclude={"gathering", "edition", "said_on", "turn", "public"})


def _statement(each: Statement) -> Content:
    earlier = [{**_facts(was), "words": was.words, "reason": was.reason} for was in each.earlier]
    said = {"id": each.id, "words": each.words, "state": each.state.value, "reason": each.reason, "earlier": earlier}
    return {**_facts(each.facts), **said}


def _contribution(each: Contribution) -> Content:
    last = each.disposed[-1] if each.disposed else None
    return {
        **_facts(each.facts),
        "id": each.id,
        "words": each.words,
        "state": each.state.value,
        "reason": each.reason or (last.reason if last else ""),
        "answers": [_facts(answer) for answer in each.answers],
    }


def _motion(facts: Facts) -> Content:
    """What brings nothing about says nothing of it, as before there were effects."""
    return {name: said for name, said in _facts(facts).items() if name != "effect" or said}


def _decision(each: Decision) -> Content:
    said = {"id": each.id, "state": each.state.value, "reason": each.reason}
    return {
        **_motion(each.facts),
        **said,
        "earlier": [_motion(was) for was in each.earlier],
        "reservations": [
            {"id": it.id, "member": it.member, "words": it.words, "said_in": it.said_in} for it in each.reservations
        ],
    }


def _present(account: Account) -> Content:
    came = sorted((str(each.person), str(account.home(each) or "")) for each in account.delegates if each.person)
    away = [
        (str(each.person), each.state or "") for each in account.away if each.category == DELEGATE and each.organization
    ]
    members = sorted(str(each.person) for each in account.members if each.person)
    return {
        **({"members": members} if members else {}),
        "delegates": [{"person": person, "organization": home or None} for person, home in came],
        "others": account.others,
        "groups": sorted(({"called": each.called, "came": each.came} for each in account.groups), key=str),
        "away": [{"person": person, "state": state} for person, state in sorted(away)],
    }
