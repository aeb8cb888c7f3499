"""The pages of organizations; and what those of people and bodies ask of them: to be named by their codes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from fastapi import Request

from services.registration.entries.fields import Field, Filter, Link, Row, by_language
from services.registration.entries.merging import called
from services.registration.entries.pages import CHOICES, Entries
from services.registration.organizations import handlers, queries, typed
from services.registration.organizations.forms import OrganizationForm
from services.registration.organizations.kinds import KINDS
from services.registration.organizations.model import ListOrganization, Organization
from shared import locale
from shared.contracts.organizations import OrganizationFacts, organization_id
from shared.flow import Read
from shared.locale import DEFAULTS, LANGUAGES, Texts
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
        Field("organization_kind", "choice", ("", *KINDS)),
        Field("another_kind"),
        Field("country", ltr=True),
        Field("parent", "code", ltr=True),
        Field("also", "lines"),
        Field("precedence", ltr=True),
    )
    heads = ("code", "organization_kind", "country")
    merges = True
    handler = staticmethod(handlers.list_organization)

    def where(self) -> dict[str, Any]:
        return {**queries.LISTED}

    def found(self, store: Store, q: str) -> Finds:
        return queries.Search(store, q)

    async def filters(self, store: Store, language: str, asked: Mapping[str, str]) -> list[Filter]:
        """By kind, and by what they are a part of."""
        said, above = kind_words(language), await queries.with_parts(Read(store))
        parts = [(str(each.id), locale.choose(each.name, language)) for each in above]
        kind, parent = asked.get("kind", ""), asked.get("parent", "")
        return [
            Filter("kind", [(each, said(each)) for each in KINDS], kind if kind in KINDS else ""),
            Filter("parent", parts, parent if parent in dict(parts) else ""),
        ]

    def narrowed(self, filters: Sequence[Filter]) -> dict[str, Any]:
        kind, parent = (each.chosen for each in filters)
        return ({"organization_kind": kind} if kind else {}) | ({"parent": UUID(parent)} if parent else {})

    async def related(self, store: Store, entity: Any, language: str, *, secretariat: bool) -> dict[str, list[Link]]:  # noqa: ARG002
        """What it is a part of, and its parts."""
        read = Read(store)
        there = {"above": await queries.above(read, entity), "below": await queries.below(read, entity.id, CHOICES)}
        return {
            key: [Link(f"/organizations/{each.id}", locale.choose(each.name, language)) for each in found]
            for key, found in there.items()
        }

    async def rows(self, store: Store, found: Sequence[Stored[Any]], language: str) -> list[Row]:
        said = kind_words(language)
        above = await self.names(store, [id for each in found if (id := each.entity.facts.parent)], language)
        return [
            Row(
                stored.id,
                locale.choose(stored.entity.name, language),
                above.get(str(stored.entity.facts.parent), ""),
                (stored.entity.code, said(stored.entity.facts.organization_kind), stored.entity.facts.country or ""),
            )
            for stored in found
        ]

    def title(self, entity: Any, language: str) -> str:
        return locale.choose(entity.name, language)

    async def typed(self, store: Store, entity: Any) -> dict[str, str]:
        facts: OrganizationFacts = entity.facts
        known = facts.organization_kind in KINDS
        return {
            "code": facts.code,
            **{f"name_{language}": facts.name.get(language, "") for language in LANGUAGES},
            "organization_kind": facts.organization_kind if known else "",
            "another_kind": "" if known else facts.organization_kind,
            "country": facts.country or "",
            "parent": "".join(await codes_of(store, [facts.parent])),
            "also": "\n".join(facts.also),
            "precedence": str(facts.precedence or ""),
        }

    async def said(self, store: Store, entity: Any, language: str) -> dict[str, str]:
        """Above what it stands is said by a link, and not by a code."""
        return await super().said(store, entity, language) | {"parent": ""}

    async def command(self, request: Request, form: Typed, id: UUID | None, by: UUID | None) -> Any:  # noqa: ARG002
        facts = OrganizationForm.model_validate(
            {
                "code": form["code"],
                "name": texts(form, "name"),
                "organization_kind": form["organization_kind"] or form["another_kind"],
                "country": form["country"].upper() or None,
                "parent": next(iter(coded(form, "parent")), None),
                "precedence": form.number("precedence") if form["precedence"] else None,
                "also": [line.strip() for line in form["also"].splitlines() if line.strip()],
            }
        )
        organization = id or organization_id(facts.code)
        return ListOrganization(**form.do.message, organization=organization, facts=facts.facts, by=by, new=id is None)


def kind_words(language: str) -> Callable[[str], str]:
    """How a kind is called: those that have words by these, others as they were typed."""
    texts = Texts(language, DEFAULTS[language].digits, "services.registration.entries")
    return lambda kind: texts[f"option_{kind}"] if kind in KINDS else kind


ORGANIZATIONS = Organizations()
