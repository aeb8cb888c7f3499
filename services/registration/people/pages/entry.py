"""The pages of people, for the secretariat."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args
from uuid import UUID

from fastapi import Request

from services.registration.entries.fields import Field, Link, Row
from services.registration.entries.merging import called, kept
from services.registration.organizations.model import Organization
from services.registration.organizations.pages import NamesOrganizations, coded, codes_of
from services.registration.people import handlers, queries
from services.registration.people.commands import RecordPerson
from services.registration.people.forms import PersonForm
from services.registration.people.found import TERMS
from services.registration.people.model import Person
from services.registration.people.typed import fingerprint
from shared import locale
from shared.contracts.people import Calendar, Digits
from shared.flow import Read
from shared.locale import LANGUAGES
from shared.store import Finds, Store, Stored
from shared.web.typed import Typed


class People(NamesOrganizations):
    """How to reach and address people."""

    what = "people"
    kind = Person
    fields = (
        Field("title"),
        Field("name", required=True),
        Field("name_also"),
        Field("badge"),
        Field("passport"),
        Field("email", required=True, ltr=True),
        Field("organization", "code", ltr=True),
        Field("position"),
        Field("precedence", label="precedence_within", ltr=True),
        Field("language", "choice", LANGUAGES),
        Field("calendar", "choice", get_args(Calendar)),
        Field("digits", "choice", get_args(Digits)),
        Field("time_zone", ltr=True),
    )
    heads = ("email", "organization", "position")
    sort = TERMS[0]
    readers = ("secretariat",)
    taken: Mapping[str, str] = {"exists": "email", "address-taken": "email"}  # type: ignore[misc]
    merges = True
    parts = ("posts",)
    handler = staticmethod(handlers.record_person)

    def found(self, store: Store, q: str) -> Finds:
        return queries.Search(store, q) if q.strip() else store

    def where(self) -> dict[str, Any]:
        return {**queries.LISTED}

    async def rows(self, store: Store, found: Sequence[Stored[Any]], language: str) -> list[Row]:
        homes = await self.names(store, list({id for each in found if (id := each.entity.organization)}), language)

        def row(person: Person) -> Row:
            cells = (person.email, homes.get(str(person.organization), ""), person.position or "")
            return Row(person.id, person.addressed, person.name_also or "", cells)

        return [row(stored.entity) for stored in found]

    def title(self, entity: Any, language: str) -> str:  # noqa: ARG002
        name: str = entity.addressed or entity.email
        return name

    async def typed(self, store: Store, entity: Any) -> dict[str, str]:
        said = {field.name: str(getattr(entity, field.name) or "") for field in self.fields}
        return said | {"organization": "".join(await codes_of(store, [entity.organization]))}

    async def said(self, store: Store, entity: Any, language: str) -> dict[str, str]:
        """Of which organization they are is said by a link, and not by a code."""
        return await super().said(store, entity, language) | {"organization": ""}

    async def related(self, store: Store, entity: Any, language: str, *, secretariat: bool) -> dict[str, list[Link]]:  # noqa: ARG002
        """The organization that they are of now."""
        home = await kept(Read(store), Organization, entity.organization)
        return {"of": [Link(f"/organizations/{home.id}", locale.choose(home.name, language))] if home else []}

    async def names(self, store: Store, ids: Sequence[UUID], language: str) -> dict[str, str]:
        """Organizations, and who changed something."""
        people = await called(store, Person, [*ids])
        named = {str(id): each.name for id, each in people.items() if each.name}
        return await super().names(store, ids, language) | named

    async def command(self, request: Request, form: Typed, id: UUID | None, by: UUID | None) -> Any:
        said: dict[str, Any] = {field.name: form[field.name] for field in self.fields if form[field.name]}
        if said.get("precedence"):
            said["precedence"] = form.number("precedence")
        home = next(iter(coded(form, "organization")), None)
        facts = PersonForm.model_validate(said | {"organization": home})
        return RecordPerson(
            **form.do.message,
            person=id or form.do.message["id"],
            fingerprint=fingerprint(request.app.state.keys, facts.email),
            by=by,
            by_address=id is None,
            new=id is None,
            **facts.model_dump(),
        )


PEOPLE = People()
