"""The page on which two entries are compared, and made one: the one whose page it was is kept, unless one says otherwise."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.entries.pages import Entries, Words, html
from services.registration.merging import handlers, queries
from services.registration.organizations.model import MergeOrganization
from services.registration.organizations.pages import ORGANIZATIONS
from services.registration.people.commands import MergePerson
from services.registration.people.pages.entry import PEOPLE
from shared.errors import Refused, Stale
from shared.flow import Decide
from shared.http import Caller, Documents, Routes, may
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import reader_language
from shared.web.typed import Posted, Typed

IN_THE_WAY = ("moved", "merged", "stands-above", "has-roles", "both-registered", "too-many", "same")
"""What may stand in the way, each with its text."""

Other = Annotated[UUID | None, Query(alias="with")]


class Merging(ABC):
    """The page of one kind of entries, at `/{what}/{kept}/merge`."""

    entries: ClassVar[Entries]

    handler: Decide[Any]

    @abstractmethod
    def command(self, form: Typed, duplicate: UUID, kept: UUID, by: UUID | None) -> Any:
        """The command that makes them one."""

    @abstractmethod
    async def follows(self, store: Store, duplicate: UUID) -> Mapping[str, int]:
        """What will be of the one that is kept."""

    def add_to(self, routes: Routes) -> None:
        """The routes of the page."""
        path = f"/{self.entries.what}/{{entry:uuid}}/merge"
        for page, method in ((self.get_merge, "GET"), (self.post_merge, "POST")):
            routes.add_api_route(path, page, methods=[method], response_model=None)

    async def get_merge(
        self, entry: UUID, request: Request, store: Documents, q: Words = "", other: Other = None
    ) -> Response:
        """Look for the duplicate; with one (`with`), both side by side."""
        kept = await self._there(store, entry)
        return await (self._compare(request, store, kept, other) if other else self._look(request, store, kept, q))

    async def post_merge(
        self, entry: UUID, request: Request, form: Posted, store: Documents, caller: Caller
    ) -> Response:
        """Make them one; what stands in the way is said."""
        kept, duplicate = await self._there(store, entry), _id(form["with"])
        if duplicate is None:
            return await self._look(request, store, kept, "")
        command = self.command(form, duplicate, kept.id, caller.id)
        try:
            await form.do(self.handler, command, document=(self.entries.kind, duplicate))
        except Stale:
            return await self._compare(request, store, kept, duplicate, "moved")
        except Refused as refused:
            if refused.slug not in IN_THE_WAY:
                raise
            return await self._compare(request, store, kept, duplicate, refused.slug)
        return RedirectResponse(request.url.path.removesuffix("/merge"), 303)

    async def _look(self, request: Request, store: Store, kept: Stored[Any], q: str) -> Response:
        """Before somebody types, those who are called the same."""
        language, entries = reader_language(request), self.entries
        asked = q or entries.title(kept.entity, language)
        found = await queries.others(entries.found(store, asked), entries.kind, entries.where(), entries.sort, kept.id)
        rows = await entries.rows(store, found, language)
        return html.answer(request, "merge.html", q=q, listed=rows, heads=entries.heads, **self._about(kept, language))

    async def _compare(
        self, request: Request, store: Store, kept: Stored[Any], other: UUID, wrong: str = ""
    ) -> Response:
        language, entries, duplicate = reader_language(request), self.entries, await self._there(store, other)
        if duplicate.id == kept.id:  # by now
            return RedirectResponse(request.url.path.removesuffix("/merge"), 303)
        pair = kept.entity, duplicate.entity
        both = [await entries.typed(store, each) for each in pair]
        return html.answer(
            request,
            "compare.html",
            status=412 if wrong == "moved" else 409 if wrong else 200,
            fields=[field for field in entries.fields if both[0][field.name] or both[1][field.name]],
            both=both,
            other=duplicate.id,
            version=duplicate.version,
            follows=[(what, count) for what, count in (await self.follows(store, duplicate.id)).items() if count],
            wrong=wrong.replace("-", "_"),
            languages_by_code=NAMES,
            **self._about(kept, language) | _told_apart([entries.title(each, language) for each in pair], both),
        )

    def _about(self, kept: Stored[Any], language: str) -> dict[str, Any]:
        return {"what": self.entries.what, "id": kept.id, "called": self.entries.title(kept.entity, language)}

    async def _there(self, store: Store, id: UUID) -> Stored[Any]:
        """The entry; of an alias the one that was kept."""
        return await self.entries.there(store, id)


class MergingOrganizations(Merging):
    """Organizations that were entered twice."""

    entries = ORGANIZATIONS
    handler = staticmethod(handlers.merge_organizations)

    def command(self, form: Typed, duplicate: UUID, kept: UUID, by: UUID | None) -> Any:
        return MergeOrganization(**form.do.message, organization=duplicate, into=kept, by=by)

    async def follows(self, store: Store, duplicate: UUID) -> Mapping[str, int]:
        return await queries.with_organization(store, duplicate)


class MergingPeople(Merging):
    """People who were entered twice."""

    entries = PEOPLE
    handler = staticmethod(handlers.merge_people)

    def command(self, form: Typed, duplicate: UUID, kept: UUID, by: UUID | None) -> Any:
        return MergePerson(**form.do.message, person=duplicate, into=kept, by=by)

    async def follows(self, store: Store, duplicate: UUID) -> Mapping[str, int]:
        return await queries.with_person(store, duplicate)


def _told_apart(titles: Sequence[str], both: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """How both are called; two that are called the same by code or address."""
    if len(set(titles)) == 1:
        titles = [each.get("code") or each.get("email", "") for each in both]
    return dict(zip(("kept_called", "other_called"), titles, strict=True))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
for page in (MergingOrganizations(), MergingPeople()):
    page.add_to(routes)
