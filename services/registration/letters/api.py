"""Letters of invitation, for the secretariat."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response

from services.registration.letters import handlers, queries
from services.registration.letters.forms import LetterForm, SentForm, VoidForm
from services.registration.letters.model import DrawUp, How, Letter, LetterState, MakeVoid, SendOff
from shared.flow import Decide, Read
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may

routes = Routes(prefix="/v1", tags=["letters"], dependencies=[may("secretariat")])
ONE = "/letters/{letter}"
States = Annotated[LetterState | None, Query(description="Only those in this state.")]


class FactView(View):
    """Something that the letter tells of the gathering."""

    label: str
    value: str


class SheetView(View):
    """What the letter says, word by word, in the language of who it is for."""

    language: str
    head: str
    date: str
    replaces: str
    addressee: list[str]
    subject: str
    greeting: str
    paragraphs: list[str]
    facts: list[FactView]
    answer: str
    closing: str
    signed: list[str]
    post: list[str]


class LetterView(View):
    """A letter under its number, and what became of it. `sheet`: None once nothing is kept of who it was for.

    `office`, `signer`: who signed. `replaces`: the letter that went before it.
    """

    id: UUID
    number: str
    dated: date
    invitation: UUID
    gathering: UUID
    person: UUID
    organization: UUID | None
    office: UUID | None
    signer: UUID
    replaces: UUID | None
    state: LetterState
    sent_on: date | None
    how: How | None
    reason: str
    sheet: SheetView | None

    @classmethod
    def of(cls, letter: Letter) -> "LetterView":
        return cls.model_validate(letter)


@routes.post("/invitations/{invitation}/letters", status_code=201)
async def post_invitation_letter(
    invitation: UUID, form: LetterForm, do: Do, caller: Caller, response: Response
) -> LetterView:
    """Draw up a letter for an invitation, and number it: it does not change from then on; another replaces it.

    409 `withdrawn`, `declined`, `too-late`, `over`, `vacant`; 422 beside who cannot sign (`no-post`) or is not invited.
    """
    command = DrawUp(**do.message, invitation=invitation, signing=form.signing(), by=caller.id)
    stored = await do(handlers.draw_up, command)
    response.headers["Location"] = f"/registration/v1/letters/{stored.id}"
    return LetterView.of(stored.entity)


@routes.get("/invitations/{invitation}/letters")
async def get_invitation_letters(invitation: UUID, store: Documents) -> list[LetterView]:
    """The letters of an invitation, the latest first."""
    return [LetterView.of(each) for each in await queries.letters_of(Read(store), invitation)]


@routes.get("/letters")
async def get_letters(
    store: Documents, paging: Paging, state: States = None, gathering: UUID | None = None
) -> list[LetterView]:
    """The register: every number that was given."""
    where = {name: value for name, value in (("gathering", gathering), ("state", state)) if value}
    return [LetterView.of(stored.entity) for stored in await paging(store, Letter, where)]


@routes.get(ONE)
async def get_letter(letter: UUID, store: Documents, response: Response) -> LetterView:
    """One of them."""
    return answer(response, await store.get(Letter, letter), LetterView.of)


@routes.post(ONE + "/send", dependencies=[matches])
async def post_letter_sending(letter: UUID, form: SentForm, do: Do) -> LetterView:
    """It was posted, or handed over. 409 `void`."""
    return await _do(do, handlers.send_off, SendOff(**do.message, letter=letter, **form.model_dump()))


@routes.post(ONE + "/void", dependencies=[matches])
async def post_letter_voiding(letter: UUID, form: VoidForm, do: Do) -> LetterView:
    """It does not count any more, and keeps its number."""
    return await _do(do, handlers.make_void, MakeVoid(**do.message, letter=letter, **form.model_dump()))


async def _do(do: Do, handler: Decide[Any], command: SendOff | MakeVoid) -> LetterView:
    return LetterView.of((await do(handler, command, document=(Letter, command.letter))).entity)
