"""Members as they are typed: one in a line, by code or by address, and after it since when and until when."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from services.registration.entries.fields import Link
from services.registration.entries.merging import called
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import in_order
from services.registration.organizations.typed import code
from services.registration.people.model import Person
from services.registration.people.queries import person_at
from services.registration.people.typed import address
from shared import locale
from shared.contracts.bodies import BodyFacts, Majority, Membership
from shared.contracts.organizations import organization_id
from shared.contracts.people import Calendar
from shared.flow import Read
from shared.locale import digits
from shared.periods import period
from shared.periods.said import said
from shared.store import Store
from shared.web.typed import Typed

WORDS = 3
"""A line has so many words at most: who, since, until."""
NOBODY_KNOWS = "-"
"""Stands for a beginning that nobody knows, before an end."""

_COUNTED = "_of_all_who_vote"
"""Ends the choice of a majority of which abstentions are counted, too."""
MAJORITIES = (
    *("none", "simple", "two_thirds", "three_quarters"),
    *(f"{each}{_COUNTED}" for each in ("simple", "two_thirds", "three_quarters")),
    "absolute",
)
"""What a vote needs, as a form lets one choose."""


def majority(rule: Majority | None) -> str:
    """As it is chosen of these."""
    counted = _COUNTED if rule and rule.abstentions and rule.kind != "absolute" else ""
    return rule.kind + counted if rule else "none"


def majority_of(form: Typed, name: str) -> dict[str, Any] | None:
    """What was chosen; None for no rule, as where the form does not ask."""
    chosen = form.one_of(name, MAJORITIES) if form[name] else "none"
    return (
        {"kind": chosen.removesuffix(_COUNTED), "abstentions": chosen.endswith(_COUNTED)} if chosen != "none" else None
    )


async def members(form: Typed, store: Store, calendar: Calendar, today: date) -> dict[str, Any]:
    """Who is a member now, and all terms; notes in `form.errors` what is no line of these."""
    found: dict[str, Any] = {"terms": []}
    for name in ("members", "people"):
        now: list[UUID] = []
        for line in form[name].splitlines():
            if line.strip() and (term := await _term(form, store, name, line.split())):
                if not term.until or _goes_on(term.until, calendar, today):
                    now.append(term.member)
                if term.since or term.until:
                    found["terms"].append({"member": term.member, "since": term.since, "until": term.until})
        found[name] = [*dict.fromkeys(now)] if name == "people" else now
    return found


async def _term(form: Typed, store: Store, name: str, line: Sequence[str]) -> Membership | None:
    who, *times = line
    times = [digits(each, "latin").replace("/", "-") for each in times]
    try:
        member = organization_id(code(who)) if name == "members" else await _person(store, who)
        if len(line) > WORDS:
            raise ValueError(line)
        since, until = (*times, "", "")[:2]
        return Membership(member, since if since != NOBODY_KNOWS else "", until)
    except ValueError:
        form.errors[name] = "wrong_organization" if name == "members" else "wrong_person"
        return None


async def _person(store: Store, typed: str) -> UUID:
    person = await person_at(Read(store), address(typed))
    if person is None or not person.confirmed:
        raise ValueError(typed)
    return person.id


def _goes_on(until: str, calendar: Calendar, today: date) -> bool:
    """Whether a term goes on today; one that ends at no time is refused by the rules."""
    try:
        return period(until, calendar).last >= today
    except ValueError:
        return True


async def lines(store: Store, facts: BodyFacts) -> dict[str, str]:
    """The members of a body as they would be typed; who was erased is not among them."""
    people = await called(store, Person, _named(facts))
    homes = await called(store, Organization, _named(facts))
    found: dict[str, list[str]] = {"members": [], "people": []}
    for term in _all(facts):
        person, home = people.get(term.member), homes.get(term.member)
        who = home.code if home else person.email if person else ""
        since = term.since or (NOBODY_KNOWS if term.until else "")
        if who:
            found["members" if home else "people"].append(" ".join(filter(None, (who, since, term.until))))
    return {name: "\n".join(each) for name, each in found.items()}


async def members_of(store: Store, facts: BodyFacts, language: str, *, people: bool) -> tuple[list[Link], list[Link]]:
    """Who is a member now, and who was: organizations in order of precedence, then `people`; each with its terms."""
    homes = await called(store, Organization, _named(facts))
    there = await called(store, Person, _named(facts)) if people else {}
    links = {
        each.id: (f"/organizations/{each.id}", locale.choose(each.name, language)) for each in in_order(homes.values())
    }
    links |= {each.id: (f"/people/{each.id}", each.name) for each in there.values() if each.name}
    terms: dict[UUID, list[str]] = {}
    for term in facts.terms:
        terms.setdefault(term.member, []).append(_time(term, facts.calendar, language))
    found = {id: Link(*link, " · ".join(terms.get(id, []))) for id, link in links.items()}
    now = {*facts.members, *facts.people}
    return [each for id, each in found.items() if id in now], [each for id, each in found.items() if id not in now]


def _time(term: Membership, calendar: Calendar, language: str) -> str:
    ends = [said(period(text, calendar), language) if text else "…" for text in (term.since, term.until)]
    return " – ".join(ends)


def _all(facts: BodyFacts) -> list[Membership]:
    """A term for each, also of whom nobody knows since when they are members: members in their order, then former ones."""
    now = [*facts.members, *facts.people]
    known = {term.member for term in facts.terms}
    there = [
        term
        for member in now
        for term in (
            [each for each in facts.terms if each.member == member] if member in known else [Membership(member)]
        )
    ]
    return there + [each for each in facts.terms if each.member not in now]


def _named(facts: BodyFacts) -> list[UUID]:
    return [*dict.fromkeys([*facts.members, *facts.people, *(each.member for each in facts.terms)])]
