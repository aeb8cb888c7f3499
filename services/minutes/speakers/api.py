"""The API of lists of speakers: open and close them, put somebody on one, and say who speaks."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Response
from pydantic import Field

from services.minutes.record.api import keepers
from services.minutes.speakers.commands import (
    LONGEST,
    SHORTEST,
    AddSpeaker,
    BeginSpeaker,
    CloseSpeakers,
    EndSpeaker,
    LimitSpeakers,
    MoveSpeaker,
    OpenSpeakers,
    TakeOffSpeaker,
)
from services.minutes.speakers.handlers import (
    add_speaker,
    begin_speaker,
    close_speakers,
    end_speaker,
    limit_speakers,
    move_speaker,
    open_speakers,
    take_off_speaker,
)
from services.minutes.speakers.model import Speakers, SpeakersState
from services.minutes.speakers.speaker import SpeakerState, nth
from shared.contracts.speakers import Purpose, SpeakerFacts, SpeakersFacts, speakers_id
from shared.errors import NotFound
from shared.http import Do, Documents, Form, Paging, Routes, View, answer, matches
from shared.http.fields import Line, Whole
from shared.store import Store, Stored

routes = Routes(prefix="/v1/minutes/{gathering}/speakers", tags=["speakers"])

Limit = Annotated[Whole, Field(ge=SHORTEST, le=LONGEST)]


class OpeningForm(Form):
    """`limit`: in seconds; left out: as it is, at first none."""

    limit: Limit | None = None


class LimitForm(Form):
    """In seconds; null: no limit is set."""

    limit: Annotated[Limit | None, Field(examples=[180])]


class SpeakerForm(Form):
    """Somebody who is present. In whose name they speak is known from the attendance."""

    person: Annotated[UUID, Field(examples=["018f0c5e-7a5b-4c3d-9e2f-1a2b3c4d5e6f"])]
    purpose: Purpose = "statement"


class LineForm(Form):
    """Before whom they are to speak, of those who ask for the same; null: as the last of them."""

    before: Annotated[UUID | None, Field(examples=[None])]
    reason: Line | None = None


class TakingOffForm(Form):
    """Why, if that is to be known."""

    reason: Line | None = None


class SpeakerView(SpeakerFacts, View):
    """Somebody who was put on the list, once (UTC). `nth`: which of their statements on this item it is; 0 for what is none."""

    id: UUID
    state: SpeakerState
    nth: int
    added_at: datetime
    began_at: datetime | None
    ended_at: datetime | None
    reason: str


class SpeakersView(SpeakersFacts, View):
    """A list of speakers (times are UTC). `asked`: everybody who was put on it, in that order; `line`: the ids of those who
    wait, as they will speak; `now`: who has the floor.
    """

    id: UUID
    state: SpeakersState
    opened_at: datetime
    closed_at: datetime | None
    asked: list[SpeakerView]
    line: list[UUID]
    now: UUID | None

    @classmethod
    def told(cls, speakers: Speakers) -> "SpeakersView":
        """With everybody on it."""
        asked = [SpeakerView.of(each, nth=nth(speakers.asked, each)) for each in speakers.asked]
        speaking = speakers.speaking
        return cls.of(speakers, asked=asked, now=speaking[0].id if speaking else None)


async def list_of(store: Store, gathering: UUID, item: UUID) -> Stored[Speakers]:
    """The list of this item, if it is on the agenda of this gathering and was opened."""
    stored = await store.get(Speakers, speakers_id(item))
    if stored is None or stored.entity.facts.gathering != gathering:
        raise NotFound("There is no list of speakers of this item.")
    return stored


async def _there(gathering: UUID, item: UUID, store: Documents) -> None:
    await list_of(store, gathering, item)


async def _one(gathering: UUID, item: UUID, speaker: UUID, store: Documents) -> None:
    (await list_of(store, gathering, item)).entity.one(speaker)


of_these: Any = Depends(_there)
"""The item has a list, and is of this gathering."""

on_it: Any = Depends(_one)
"""The speaker is on that list."""


@routes.get("", dependencies=keepers)
async def get_lists_of_speakers(gathering: UUID, store: Documents, paging: Paging) -> list[SpeakersView]:
    """The lists of speakers of a gathering."""
    return [SpeakersView.told(each.entity) for each in await paging(store, Speakers, {"gathering": gathering})]


@routes.get("/{item}", dependencies=keepers)
async def get_list_of_speakers(gathering: UUID, item: UUID, store: Documents, response: Response) -> SpeakersView:
    """The list of speakers of one item."""
    return answer(response, await list_of(store, gathering, item), SpeakersView.told)


@routes.post("/{item}/open", dependencies=keepers)
async def post_speakers_opening(gathering: UUID, item: UUID, form: OpeningForm, do: Do) -> SpeakersView:
    """Open the list of speakers of an item, or open it again. 409: `adjourned`, `already-approved`."""
    command = OpenSpeakers(**do.message, gathering=gathering, item=item, limit=form.limit)
    return SpeakersView.told((await do(open_speakers, command)).entity)


@routes.post("/{item}/close", dependencies=[*keepers, of_these, matches])
async def post_speakers_closing(gathering: UUID, item: UUID, do: Do) -> SpeakersView:
    """Nobody else is put on it, but for a point of order or a right of reply; those who wait still speak."""
    command = CloseSpeakers(**do.message, gathering=gathering, item=item)
    return SpeakersView.told((await do(close_speakers, command, document=(Speakers, speakers_id(item)))).entity)


@routes.post("/{item}/limit", dependencies=[*keepers, of_these, matches])
async def post_speakers_limit(gathering: UUID, item: UUID, form: LimitForm, do: Do) -> SpeakersView:
    """Say how long each may speak; it is shown, and nothing is cut off."""
    command = LimitSpeakers(**do.message, gathering=gathering, item=item, limit=form.limit)
    return SpeakersView.told((await do(limit_speakers, command, document=(Speakers, speakers_id(item)))).entity)


@routes.post("/{item}/add", dependencies=[*keepers, of_these])
async def post_speakers_addition(gathering: UUID, item: UUID, form: SpeakerForm, do: Do) -> SpeakersView:
    """Put somebody who is present on it; whoever waits for the same already waits once. 409: `closed`, `full`, `adjourned`."""
    command = AddSpeaker(**do.message, gathering=gathering, item=item, person=form.person, purpose=form.purpose)
    return SpeakersView.told((await do(add_speaker, command)).entity)


@routes.post("/{item}/{speaker}/move", dependencies=[*keepers, on_it, matches])
async def post_speaker_move(gathering: UUID, item: UUID, speaker: UUID, form: LineForm, do: Do) -> SpeakersView:
    """Let them speak earlier or later than others who ask for the same. 409 `not-waiting`."""
    where: dict[str, Any] = {"gathering": gathering, "item": item, "speaker": speaker}
    command = MoveSpeaker(**do.message, **where, before=form.before, reason=form.reason or "")
    return SpeakersView.told((await do(move_speaker, command, document=(Speakers, speakers_id(item)))).entity)


@routes.post("/{item}/{speaker}/take-off", dependencies=[*keepers, on_it])
async def post_speaker_taking_off(
    gathering: UUID, item: UUID, speaker: UUID, form: TakingOffForm, do: Do
) -> SpeakersView:
    """They do not speak after all. 409 `not-waiting` for who speaks or spoke."""
    where: dict[str, Any] = {"gathering": gathering, "item": item, "speaker": speaker}
    command = TakeOffSpeaker(**do.message, **where, reason=form.reason or "")
    return SpeakersView.told((await do(take_off_speaker, command)).entity)


@routes.post("/{item}/{speaker}/begin", dependencies=[*keepers, on_it])
async def post_speaker_begin(gathering: UUID, item: UUID, speaker: UUID, do: Do) -> SpeakersView:
    """Give them the floor; whoever had it has spoken, but is only interrupted by a point of order. 409: `not-waiting`,
    `not-begun`, `adjourned`."""
    command = BeginSpeaker(**do.message, gathering=gathering, item=item, speaker=speaker)
    return SpeakersView.told((await do(begin_speaker, command)).entity)


@routes.post("/{item}/{speaker}/end", dependencies=[*keepers, on_it])
async def post_speaker_end(gathering: UUID, item: UUID, speaker: UUID, do: Do) -> SpeakersView:
    """They have spoken. 409 `not-speaking` for who waits."""
    command = EndSpeaker(**do.message, gathering=gathering, item=item, speaker=speaker)
    return SpeakersView.told((await do(end_speaker, command)).entity)
