"""The pages of organizations; and what those of people and bodies ask of them: to be named by their codes."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from fastapi import Request

from services.registration.entries.merging import called
from services.registration.entries.pages import CHOICES, Entries, Field, Row, by_language
from services.registration.organizations import handlers, queries, typed
from services.registration.organizations.forms import OrganizationForm
from services.registration.organizations.model import ListOrganization, Organization, organization_id
from shared import locale
from shared.flow import Read
from shared.locale import LANGUAGES
from shared.store import Finds, Store, Stored
from shared.web.typed import Typed


class NamesOrganizations(Entries):
    """Entries that name organizations, which are typed by their codes."""

    async def names(self, store: Store, ids: Sequence[UUID], language: str) -> dict[str, str]:
        """How those of them that are organizations are called."""
        there = await called(store, Organization, [*ids])
        return {str(id): locale.choose(each.name, language) for id, each in there.items()}

    async def codes(self, store: Store, language: str) -> list[tuple[str, str]]:
        """The first ones by code."""
        there = await queries.by_code(Read(store), CHOICES)
        return [(each.code, locale.choose(each.name, language)) for each in there]


async def codes_of(store: Store, ids: Iterable[UUID | None]) -> list[str]:
    """The codes of these organizations."""
    there = await called(store, Organization, [id for id in ids if id])
    return [*dict.fromkeys(each.code for each in there.values())]


def coded(form: Typed, field: str) -> list[UUID]:
    """The ids of the organizations whose codes were typed, one in a line; notes what is no code."""
    try:
        return [organization_id(typed.code(line.strip())) for line in form[field].splitlines() if line.strip()]
    except ValueError:
        form.errors[field] = "wrong_organization"
        return []


def texts(form: Typed, name: str) -> dict[str, str]:
    """A text in each language that something was typed in."""
    said = {language: form[f"{name}_{language}"] for language in LANGUAGES}
    return {language: text for language, text in said.items() if text}


class Organizations(NamesOrganizations):
    """Ministries, parliaments, associations."""

    what = "organizations"
    kind = Organization
    fields = (
        Field("code", required=True, ltr=True),
        *by_language("name"),
        Field("organization_kind", required=True),
        Field("country", ltr=True),
        Field("parent", "code", ltr=True),
        Field("also", "lines"),
    )
    heads = ("code", "organization_kind", "country")
    merges = True
    handler = staticmethod(handlers.list_organization)

    def where(self) -> dict[str, Any]:
        return {**queries.LISTED}

    def found(self, store: Store, q: str) -> Finds:
        return queries.Search(store, q)

    async def rows(self, store: Store, found: Sequence[Stored[Any]], language: str) -> list[Row]:
        above = await self.names(store, [id for each in found if (id := each.entity.parent)], language)
        return [
            Row(
                stored.id,
                locale.choose(stored.entity.name, language),
                above.get(str(stored.entity.parent), ""),
                (stored.entity.code, stored.entity.organization_kind, stored.entity.country or ""),
            )
            for stored in found
        ]

    def title(self, entity: Any, language: str) -> str:
        return locale.choose(entity.name, language)

    async def typed(self, store: Store, entity: Any) -> dict[str, str]:
        return {
            "code": entity.code,
            **{f"name_{language}": entity.name.get(language, "") for language in LANGUAGES},
            "organization_kind": entity.organization_kind,
            "country": entity.country or "",
            "parent": "".join(await codes_of(store, [entity.parent])),
            "also": "\n".join(entity.also),
        }

    async def command(self, request: Request, form: Typed, id: UUID | None, by: UUID | None) -> Any:  # noqa: ARG002
        facts = OrganizationForm.model_validate(
            {
                "code": form["code"],
                "name": texts(form, "name"),
                "organization_kind": form["organization_kind"],
                "country": form["country"].upper() or None,
                "parent": next(iter(coded(form, "parent")), None),
                "also": [line.strip() for line in form["also"].splitlines() if line.strip()],
            }
        )
        organization = id or organization_id(facts.code)
        return ListOrganization(
            **form.do.message, organization=organization, by=by, new=id is None, **facts.model_dump()
        )


ORGANIZATIONS = Organizations()
