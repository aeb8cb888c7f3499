"""The API of documents of meetings: list them, hand them in by language, revise and withdraw them."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import AnyUrl, Field, StringConstraints, UrlConstraints

from services.minutes.agenda.api import Title
from services.minutes.documents.handlers import (
    add_version,
    change_document,
    list_document,
    revise_document,
    withdraw_document,
)
from services.minutes.documents.model import (
    AddVersion,
    ChangeDocument,
    DocumentState,
    ListDocument,
    MeetingDocument,
    ReviseDocument,
    WithdrawDocument,
)
from services.minutes.documents.queries import documents_of, read_by
from services.minutes.record.api import keepers
from shared.contracts.documents import Distribution, DocumentFacts, Listing, VersionFacts
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Routes, View, answer, matches, public
from shared.http.fields import Language
from shared.store import Store, Stored

routes = Routes(prefix="/v1/minutes/{gathering}/documents", tags=["documents"])

Prefix = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9.-]*(/[A-Z0-9.-]+)*$", max_length=60),
    Field(examples=["RBC/7/DOC"]),
]
Address = Annotated[AnyUrl, UrlConstraints(allowed_schemes=["https"], max_length=2_000)]


class DocumentForm(Listing, Form):
    """What a document is. `organization`: who submitted it; left out: the secretariat. `hand_in_by`: by the clocks of the
    venue.
    """

    title: Title
    prefix: Prefix
    distribution: Distribution = "general"
    languages: Annotated[list[Language], Field(max_length=20)] = []

    @property
    def listing(self) -> Listing:
        """The same, for the model; each language once."""
        return Listing(**self.model_dump() | {"languages": list(dict.fromkeys(self.languages))})


class DocumentVersionForm(Form):
    """Where it is found in one language."""

    written_in: Annotated[Language, Field(examples=["en"])]
    address: Annotated[Address, Field(examples=["https://documents.example/rbc-7-doc-1-en.pdf"])]


class DocumentRevisionForm(Form):
    """Until when the revision is to be handed in, if that is known."""

    hand_in_by: date | None = None


class DocumentVersionView(VersionFacts, View):
    """Where it is found in one language, in this revision (UTC)."""

    address: str
    added_at: datetime


class DocumentView(DocumentFacts, View):
    """A document of a meeting. `symbol`: by which it is quoted; `versions`: of all its revisions; `missing`: the languages in
    which it is still to be handed in, as it is now: overdue once `hand_in_by` is over at the venue. `overdue_at`: when those who
    answer for it were told so; null as soon as it is not any more.
    """

    id: UUID
    state: DocumentState
    symbol: str
    versions: list[DocumentVersionView]
    missing: list[str]
    withdrawn_at: datetime | None
    overdue_at: datetime | None

    @classmethod
    def told(cls, document: MeetingDocument) -> Self:
        """With where it is found."""
        versions = [DocumentVersionView.of(each) for each in document.versions]
        return cls.of(document, versions=versions)


async def document_of(store: Store, gathering: UUID, document: UUID) -> Stored[MeetingDocument]:
    """The document, if it is one of this gathering."""
    stored = await store.get(MeetingDocument, document)
    if stored is None or stored.entity.facts.gathering != gathering:
        raise NotFound("There is no such document of this gathering.")
    return stored


async def _there(gathering: UUID, document: UUID, store: Documents) -> None:
    await document_of(store, gathering, document)


of_these: Any = Depends(_there)
"""The document is one of this gathering."""


@routes.get("", dependencies=[public])
async def get_documents(gathering: UUID, store: Documents, caller: Caller) -> list[DocumentView]:
    """The documents of a gathering that the caller may read, by number; also those that were withdrawn. Who takes part reads
    them at once, others who read published minutes."""
    may = await read_by(store, caller, gathering)
    return [
        DocumentView.told(each) for each in await documents_of(Read(store), gathering) if each.facts.distribution in may
    ]


@routes.get("/{document}", dependencies=[public])
async def get_document(
    gathering: UUID, document: UUID, store: Documents, caller: Caller, response: Response
) -> DocumentView:
    """One document."""
    may = await read_by(store, caller, gathering)
    stored = await document_of(store, gathering, document)
    if stored.entity.facts.distribution not in may:
        raise NotFound("There is no such document of this gathering.")
    return answer(response, stored, DocumentView.told)


@routes.post("", status_code=201, dependencies=keepers)
async def post_document(
    gathering: UUID, form: DocumentForm, do: Do, request: Request, response: Response
) -> DocumentView:
    """List a document, under the next number of this gathering."""
    stored = await do(list_document, ListDocument(**do.message, gathering=gathering, facts=form.listing))
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return DocumentView.told(stored.entity)


@routes.put("/{document}", dependencies=[*keepers, of_these, matches])
async def put_document(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    document: UUID,
    form: DocumentForm,
    do: Do,
) -> DocumentView:
    """Say anew what it is. 409 `withdrawn`."""
    command = ChangeDocument(**do.message, document=document, facts=form.listing)
    return DocumentView.told((await do(change_document, command, document=(MeetingDocument, document))).entity)


@routes.post("/{document}/versions", dependencies=[*keepers, of_these, matches])
async def post_document_version(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    document: UUID,
    form: DocumentVersionForm,
    do: Do,
) -> DocumentView:
    """Say where it is found in a language, or that it is found elsewhere. 409: `withdrawn`, `full`."""
    command = AddVersion(**do.message, document=document, written_in=form.written_in, address=str(form.address))
    return DocumentView.told((await do(add_version, command, document=(MeetingDocument, document))).entity)


@routes.post("/{document}/revise", dependencies=[*keepers, of_these, matches])
async def post_document_revision(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    document: UUID,
    form: DocumentRevisionForm,
    do: Do,
) -> DocumentView:
    """Let a revision take its place under the same number. 409: `withdrawn`, `no-versions`."""
    command = ReviseDocument(**do.message, document=document, hand_in_by=form.hand_in_by)
    return DocumentView.told((await do(revise_document, command, document=(MeetingDocument, document))).entity)


@routes.post("/{document}/withdraw", dependencies=[*keepers, of_these, matches])
async def post_document_withdrawal(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    document: UUID,
    do: Do,
) -> DocumentView:
    """It is not dealt with; its number is given to no other."""
    command = WithdrawDocument(**do.message, document=document)
    return DocumentView.told((await do(withdraw_document, command, document=(MeetingDocument, document))).entity)
