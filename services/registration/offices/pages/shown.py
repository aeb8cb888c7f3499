"""Offices as pages show them: who holds each today, and since when."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import Request

from services.registration.entries.merging import called
from services.registration.offices.model import Office
from services.registration.people.model import Person
from shared import locale
from shared.contracts.people import Calendar
from shared.flow.service import Service
from shared.periods import period
from shared.periods.said import also, said
from shared.store import Store
from shared.web import Pages

html = Pages("services.registration.offices")


def today(request: Request) -> date:
    """The day of the request (UTC)."""
    service: Service = request.app.state.service
    return service.clock().date()


async def names(store: Store, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """How these people are called; who was erased is not among them."""
    people = await called(store, Person, [*dict.fromkeys(ids)])
    return {id: each.name for id, each in people.items() if each.name}


def when(text: str, calendar: Calendar, language: str) -> str:
    """A time as it is written, and in the reader's calendar; "" for none."""
    if not text:
        return ""
    there = period(text, calendar)
    beside = also(there, language)
    return said(there, language) + (f" ({beside})" if beside else "")


def row(office: Office, on: date, language: str, known: Mapping[UUID, str]) -> dict[str, Any]:
    """One office of a list. `held`: by somebody, who may be nobody that is known by name."""
    holder = office.holder(on)
    term = next((each for each in reversed(office.facts.terms) if each.person == holder), None)
    return {
        "id": office.id,
        "title": locale.choose(office.facts.title, language),
        "held": holder is not None,
        "holder": known.get(holder, "") if holder else "",
        "since": when(term.since, office.facts.calendar, language) if term else "",
    }


def terms(office: Office, language: str, known: Mapping[UUID, str]) -> list[dict[str, Any]]:
    """Who held it, the latest first."""
    return [
        {
            "person": term.person,
            "name": known.get(term.person, ""),
            "since": when(term.since, office.facts.calendar, language),
            "until": when(term.until, office.facts.calendar, language),
        }
        for term in reversed(office.facts.terms)
    ]
