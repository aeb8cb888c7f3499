"""A vote as a reader sees it: how each member voted, what majority it needed, and the number that it has in its series."""

from typing import Any, get_args
from uuid import UUID

from services.minutes.decisions.model import Decision
from services.minutes.publication.queries import Account
from services.minutes.record.reader import Reader, Words
from shared.contracts.decisions import DecisionFacts, Voted
from shared.locale import direction


def voted(account: Account, reader: Reader, decision: Decision) -> dict[str, Any]:
    """What is added to a decision. `ballots`: for each way to vote who voted so, by name; a member without a name is None."""
    facts = decision.facts
    return {
        "ballots": _ballots(account, reader, facts),
        "majority": _majority(facts),
        "serial": {"year": str(facts.year), "serial": facts.serial} if facts.serial else None,
        "until": reader.moment(facts.reply_by) if facts.reply_by and decision.due else None,
        "objections": len(decision.objections),
        "reservations": [
            (_name(account, reader, each.member), Words(each.said_in, direction(each.said_in), each.words))
            for each in decision.reservations
        ],
        "declared": facts.declared is not None and facts.votes is not None,
    }


def _ballots(account: Account, reader: Reader, facts: DecisionFacts) -> list[tuple[str, list[Words | None]]]:
    found: dict[str, list[Words | None]] = {vote: [] for vote in get_args(Voted)}
    for each in facts.ballots:
        found[each.vote].append(_name(account, reader, each.member))
    return [
        (vote, sorted(names, key=lambda name: (name is None, name.text if name else "")))
        for vote, names in found.items()
        if names
    ]


def _name(account: Account, reader: Reader, member: UUID) -> Words | None:
    home = account.organizations.get(member)
    return reader.words(home.name) if home and home.name else None


def _majority(facts: DecisionFacts) -> tuple[str, int] | None:
    """The kind of majority, and how many in favour it needed."""
    votes, rule = facts.votes, facts.majority
    if votes is None or rule is None:
        return None
    return rule.kind, rule.required(votes.in_favour + votes.against, votes.abstaining, facts.members or 0)
