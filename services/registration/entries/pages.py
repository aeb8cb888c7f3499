"""The pages of what the secretariat keeps: a list that is searched, one entry with its history, and the form of it.

Each subject says what its entries are (`Entries`), and serves `Entries.routes`. Without scripts.
"""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from itertools import groupby
from typing import Annotated, Any, ClassVar
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from services.registration.entries.fields import Field, Filter, Link, Row
from services.registration.entries.history import Edit
from services.registration.entries.merging import shown
from shared.errors import NotFound, Refused, Stale
from shared.flow import Change, Read
from shared.http import Caller, Documents, Routes, may
from shared.http.paging import Pager
from shared.locale.languages import NAMES
from shared.store import Finds, Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

LISTED = 100
"""Entries on a page."""
CHOICES = 500
"""Organizations that a field offers at most; others are typed."""

html = Pages("services.registration.entries")

_WRONG = {"missing": "wrong_missing", "string_too_short": "wrong_missing", "string_too_long": "wrong_long"}

Words = Annotated[str, Query(max_length=200)]
After = Annotated[str | None, Query(max_length=2000)]


class Entries(ABC):
    """What the entries of one subject are, and the pages of them at `/{what}`. A subject says what stands above the line."""

    what: ClassVar[str]
    kind: ClassVar[type[Any]]
    fields: ClassVar[tuple[Field, ...]]
    heads: ClassVar[tuple[str, ...]]
    """The fields that a list tells beside the name."""
    sort: ClassVar[str] = "code"
    merges: ClassVar[bool] = False
    """Whether duplicates are merged, on a page of its own."""
    parts: ClassVar[tuple[str, ...]] = ()
    """What other subjects tell of one, each at an address below its page."""
    readers: ClassVar[tuple[str, ...]] = ("observer",)
    taken: ClassVar[Mapping[str, str]] = {"exists": "code", "code-fixed": "code"}
    """Code of a refusal -> the field that it is about."""
    handler: Callable[[Any, Read], Awaitable[Change[Any]]]

    @abstractmethod
    def found(self, store: Store, q: str) -> Finds:
        """What a list is searched in."""

    def where(self) -> dict[str, Any]:
        """What a list shows."""
        return {}

    async def filters(self, store: Store, language: str, asked: Mapping[str, str]) -> list[Filter]:  # noqa: ARG002
        """By what a list can be narrowed, with what was `asked` for."""
        return []

    def narrowed(self, filters: Sequence[Filter]) -> dict[str, Any]:  # noqa: ARG002
        """What a list shows of what was chosen."""
        return {}

    async def related(
        self,
        store: Store,  # noqa: ARG002
        entity: Any,  # noqa: ARG002
        language: str,  # noqa: ARG002
        *,
        secretariat: bool,  # noqa: ARG002
    ) -> dict[str, list[Link]]:
        """Others that the page of one leads to, by the key of what they are to it."""
        return {}

    @abstractmethod
    async def rows(self, store: Store, found: Sequence[Stored[Any]], language: str) -> list[Row]:
        """What a list tells."""

    @abstractmethod
    def title(self, entity: Any, language: str) -> str:
        """How one is called."""

    @abstractmethod
    async def typed(self, store: Store, entity: Any) -> dict[str, str]:
        """An entry as it would be typed into the form."""

    async def said(self, store: Store, entity: Any, language: str) -> dict[str, str]:  # noqa: ARG002
        """The same as its page says it; what is empty is left out there."""
        return await self.typed(store, entity)

    @abstractmethod
    async def command(self, request: Request, form: Typed, id: UUID | None, by: UUID | None) -> Any:
        """The command that a form asks for, of an entry with this id or a new one. Notes in `form.errors` what is wrong."""

    @abstractmethod
    async def names(self, store: Store, ids: Sequence[UUID], language: str) -> dict[str, str]:
        """How those are called that a history or a field names by their ids."""

    @abstractmethod
    async def codes(self, store: Store, language: str) -> list[tuple[str, str]]:
        """Organizations to choose from: code and name."""

    # ---

    @property
    def routes(self) -> Routes:
        """All pages of the subject."""
        routes, path = Routes(include_in_schema=False), f"/{self.what}"
        for below, page, method, roles in (
            ("", self.get_list, "GET", self.readers),
            ("/new", self.get_new, "GET", ("secretariat",)),
            ("/new", self.post_new, "POST", ("secretariat",)),
            ("/{entry:uuid}", self.get_one, "GET", self.readers),
            ("/{entry:uuid}/edit", self.get_edit, "GET", ("secretariat",)),
            ("/{entry:uuid}/edit", self.post_edit, "POST", ("secretariat",)),
        ):
            routes.add_api_route(path + below, page, methods=[method], dependencies=[may(*roles)], response_model=None)
        return routes

    async def get_list(
        self,
        request: Request,
        response: Response,
        store: Documents,
        caller: Caller,
        q: Words = "",
        after: After = None,
    ) -> Response:
        """Those whose names have words that begin so; all of them if nothing is asked for."""
        paging, language = Pager(request, response, LISTED, after), reader_language(request)
        filters = await self.filters(store, language, request.query_params)
        where = self.where() | self.narrowed(filters)
        found = await paging(self.found(store, q), self.kind, where, sort=self.sort)
        link = response.headers.get("Link", "")
        return html.answer(
            request,
            "list.html",
            what=self.what,
            heads=self.heads,
            listed=await self.rows(store, found, language),
            q=q,
            next=link[1 : link.index(">")] if link else None,
            first=str(request.url.remove_query_params("after")) if after else None,
            filters=filters,
            secretariat=caller.is_("secretariat"),
        )

    async def get_one(self, entry: UUID, request: Request, store: Documents, caller: Caller) -> Response:
        """One entry: what it says, and what was changed. Of one that was merged leads to the one that was kept."""
        if moved := await self._moved(request, store, entry):
            return moved
        stored, language = await self.there(store, entry), reader_language(request)
        history: list[Edit] = stored.entity.history if caller.is_("secretariat") else []
        said = [part for edit in history for text in (edit.old, edit.new) for part in text.split(", ")]
        ids = {id for text in said if (id := _id(text))} | {edit.by for edit in history if edit.by}
        return html.answer(
            request,
            "one.html",
            what=self.what,
            id=entry,
            called=self.title(stored.entity, language),
            fields=[field for field in self.fields if not field.typed_only],
            typed=await self.said(store, stored.entity, language),
            history=[list(edits) for _, edits in groupby(reversed(history), lambda each: (each.at, each.by))],
            names=await self.names(store, sorted(ids), language),
            languages_by_code=NAMES,
            secretariat=caller.is_("secretariat"),
            merges=self.merges,
            parts=self.parts,
            related=await self.related(store, stored.entity, language, secretariat=caller.is_("secretariat")),
        )

    async def get_new(self, request: Request, store: Documents) -> Response:
        """The form of a new entry."""
        return await self._form(request, store, {})

    async def post_new(self, request: Request, form: Posted, store: Documents, caller: Caller) -> Response:
        """Enter it."""
        return await self._save(request, form, store, caller, None)

    async def get_edit(
        self,
        entry: UUID,
        request: Request,
        store: Documents,
        mail: UUID | None = None,  # noqa: ARG002  the form is sent to the address that it has
    ) -> Response:
        """The form of an entry as it is."""
        if moved := await self._moved(request, store, entry):
            return moved
        stored = await self.there(store, entry)
        return await self._form(request, store, await self.typed(store, stored.entity), stored)

    async def post_edit(
        self, entry: UUID, request: Request, form: Posted, store: Documents, caller: Caller, mail: UUID | None = None
    ) -> Response:
        """Change it; if somebody was faster, show both. Who came from a mail that did not arrive is led back to it."""
        stored = await self.there(store, entry)
        answer = await self._save(request, form, store, caller, stored.id)
        return RedirectResponse(f"/notifications/mails/{mail}", 303) if mail and answer.status_code == 303 else answer

    async def _save(self, request: Request, form: Typed, store: Store, caller: Caller, id: UUID | None) -> Response:
        moved = False
        try:
            command = await self.command(request, form, id, caller.id)
            if not form.errors:
                stored = await form.do(self.handler, command, document=(self.kind, id) if id else None)
                return RedirectResponse(f"{request.scope.get('root_path', '')}/{self.what}/{stored.id}", 303)
        except ValidationError as error:
            _note_invalid(form, error, {field.name for field in self.fields})
        except Stale:
            moved = True
        except Refused as refused:
            self._note(form, refused)
        there = await self.there(store, id) if id else None
        typed = {field.name: form[field.name] for field in self.fields}
        differs = form.differs(await self.typed(store, there.entity)) if there and moved else None
        return await self._form(request, store, typed, there, form.errors, differs)

    def _note(self, form: Typed, refused: Refused) -> None:
        """Which field a rule is about. Raises what is about none."""
        fields = [each["field"].partition(".")[0] for each in refused.errors] or [self.taken.get(refused.slug, "")]
        known = {field.name for field in self.fields}
        if not known.issuperset(fields):
            raise refused
        form.errors.update(dict.fromkeys(fields, "wrong_taken" if refused.slug in self.taken else "wrong_other"))

    async def _form(
        self,
        request: Request,
        store: Store,
        typed: Mapping[str, str],
        there: Stored[Any] | None = None,
        errors: Mapping[str, str] | None = None,
        differs: list[tuple[str, str, str]] | None = None,
    ) -> Response:
        language = reader_language(request)
        return html.answer(
            request,
            "edit.html",
            status=422 if errors else 412 if differs is not None else 200,
            what=self.what,
            id=there.id if there else None,
            version=there.version if there else None,
            called=self.title(there.entity, language) if there else "",
            fields=self.fields,
            typed=typed,
            wrong=errors or {},
            differs=differs,
            codes=await self.codes(store, language),
            languages_by_code=NAMES,
        )

    async def _moved(self, request: Request, store: Store, id: UUID) -> Response | None:
        """Where the entry is that was kept, asked the same; None of one that was not merged."""
        stored = await self.there(store, id)
        there = request.url.path.replace(str(id), str(stored.id)) + (
            f"?{request.url.query}" if request.url.query else ""
        )
        return RedirectResponse(there, 308) if stored.id != id else None

    async def there(self, store: Store, id: UUID) -> Stored[Any]:
        """The entry; of one that was merged the one that was kept. Raises NotFound, also of who was erased."""
        stored = await (shown(store, self.kind, id) if self.merges else store.get(self.kind, id))
        if stored is None or getattr(stored.entity, "erased", False):
            raise NotFound("There is no such thing here.")
        return stored


def _note_invalid(form: Typed, error: ValidationError, fields: Collection[str]) -> None:
    """What a form of the API refuses, at the field of the page; of a text in several languages at the first of them."""
    for each in error.errors(include_url=False, include_input=False, include_context=False):
        first, *rest = (str(part) for part in each["loc"])
        language = rest[0] if rest and rest[0] in NAMES else next(iter(NAMES))
        name = f"{first}_{language}" if f"{first}_{language}" in fields else first
        form.errors.setdefault(name, _WRONG.get(each["type"], "wrong_other"))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
