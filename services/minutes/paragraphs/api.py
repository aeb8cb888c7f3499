"""The API of paragraphs: type them, read them, settle and strike them out."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import Field

from services.minutes.paragraphs.handlers import settle_paragraph, strike_paragraph, write_paragraph
from services.minutes.paragraphs.model import (
    Paragraph,
    ParagraphState,
    SettleParagraph,
    StrikeParagraph,
    WriteParagraph,
    thing_of,
)
from services.minutes.record.api import keepers
from services.minutes.record.fields import SaidIn, Words
from shared.contracts.paragraphs import About, ParagraphFacts
from shared.errors import NotFound
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches
from shared.http.fields import Line, Whole
from shared.store import Store, Stored

routes = Routes(prefix="/v1/minutes/{gathering}/paragraphs", tags=["paragraphs"])

MOST_REVISIONS = 1_000_000_000
Revision = Annotated[Whole, Field(ge=0, le=MOST_REVISIONS)]


class ParagraphForm(About, Form):
    """What is typed. `paragraph`: an id that whoever types makes up (a random UUID), so that it is one however often it is
    sent; without it a new one begins. `named`: who spoke, of somebody who is not on record.

    `writer` is an id of the page that it is typed in, made up too; each text of that page has a greater `revision`. Whoever goes
    on in another's paragraph says which revision of it was `seen`: 412 if that is not the last one.
    `behind`: the paragraph behind which a new one stands.
    """

    paragraph: UUID | None = None
    words: Words
    said_in: SaidIn
    named: Line | None = None
    writer: UUID | None = None
    revision: Annotated[Revision, Field(ge=1)] = 1
    seen: Revision = 0
    behind: UUID | None = None


class ParagraphView(ParagraphFacts, View):
    """A paragraph (times are UTC). `becomes`: the id of what it is in the record once it is settled."""

    id: UUID
    words: str
    named: str
    writer: UUID
    revision: int
    begun_at: datetime
    changed_at: datetime
    state: ParagraphState
    becomes: UUID

    @classmethod
    def told(cls, paragraph: Paragraph) -> "ParagraphView":
        """With what it becomes."""
        return cls.of(paragraph, becomes=thing_of(paragraph.id))


async def paragraph_of(store: Store, gathering: UUID, paragraph: UUID) -> Stored[Paragraph]:
    """The paragraph, if it was typed at this gathering."""
    stored = await store.get(Paragraph, paragraph)
    if stored and stored.entity.facts.gathering == gathering:
        return stored
    raise NotFound("There is no such paragraph in these minutes.")


async def _there(gathering: UUID, paragraph: UUID, store: Documents) -> None:
    await paragraph_of(store, gathering, paragraph)


of_these: Any = Depends(_there)
"""The paragraph is one of these minutes."""


@routes.get("", dependencies=keepers)
async def get_paragraphs(gathering: UUID, store: Documents, paging: Paging) -> list[ParagraphView]:
    """What was typed, by its place; whoever keeps the minutes alone reads it, also what was struck out."""
    found = await paging(store, Paragraph, {"gathering": gathering}, sort="turn")
    return [ParagraphView.told(each.entity) for each in found]


@routes.get("/{paragraph}", dependencies=keepers)
async def get_paragraph(gathering: UUID, paragraph: UUID, store: Documents, response: Response) -> ParagraphView:
    """One paragraph."""
    return answer(response, await paragraph_of(store, gathering, paragraph), ParagraphView.told)


@routes.post("", status_code=201, dependencies=keepers)
async def post_paragraph(
    gathering: UUID, form: ParagraphForm, do: Do, caller: Caller, request: Request, response: Response
) -> ParagraphView:
    """Begin a paragraph, or say what it says from now on. 409: `not-begun`, `already-approved`, `settled`, `struck`."""
    message = do.message
    command = WriteParagraph(
        **message,
        paragraph=form.paragraph or message["id"],
        gathering=gathering,
        facts=About.of(form),
        words=form.words,
        named=form.named or "",
        writer=form.writer or message["id"],
        revision=form.revision,
        seen=form.seen,
        behind=form.behind,
        by=caller.id,
    )
    stored = await do(write_paragraph, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return ParagraphView.told(stored.entity)


@routes.post("/{paragraph}/settle", dependencies=[*keepers, of_these, matches])
async def post_paragraph_settling(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    paragraph: UUID,
    do: Do,
) -> ParagraphView:
    """Put it into the record as what its mark says. 409: `unmarked`, `by-form` for a decision, which is recorded as one;
    `too-long` for an action of more than 2,000 characters."""
    command = SettleParagraph(**do.message, paragraph=paragraph)
    return ParagraphView.told((await do(settle_paragraph, command, document=(Paragraph, paragraph))).entity)


@routes.post("/{paragraph}/strike", dependencies=[*keepers, of_these, matches])
async def post_paragraph_striking(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    paragraph: UUID,
    do: Do,
) -> ParagraphView:
    """It is not to stand. 409 `settled`: what is in the record is withdrawn there."""
    command = StrikeParagraph(**do.message, paragraph=paragraph)
    return ParagraphView.told((await do(strike_paragraph, command, document=(Paragraph, paragraph))).entity)
