"""What happens when a list of speakers is opened, when somebody is put on it, and when they speak."""

from dataclasses import replace

from services.minutes.agenda.queries import must_be_on
from services.minutes.attendance.queries import kept
from services.minutes.mirrors.merged import kept_person
from services.minutes.record.model import Minutes
from services.minutes.speakers.commands import (
    AddSpeaker,
    Asked,
    BeginSpeaker,
    CloseSpeakers,
    EndSpeaker,
    LimitSpeakers,
    MoveSpeaker,
    OpenSpeakers,
    TakeOffSpeaker,
)
from services.minutes.speakers.model import Speakers
from services.minutes.speakers.queries import came_as
from shared.contracts.speakers import speakers_id
from shared.errors import Conflict, Invalid, NotFound
from shared.flow import Change, Read


async def open_speakers(command: OpenSpeakers, read: Read) -> Change[Speakers]:
    """The list of an item, which is there from now on; or it is opened again. Asked twice, it is so already."""
    speakers = await read.maybe(Speakers, speakers_id(command.item))
    await _must_go_on(read, command)
    await must_be_on(read, command.gathering, command.item)
    if speakers is None:
        return Change(*Speakers.opened(command))
    return Change(speakers, speakers.open(command))


async def close_speakers(command: CloseSpeakers, read: Read) -> Change[Speakers]:
    """Also after the gathering has adjourned."""
    speakers = await _list(read, command)
    return Change(speakers, speakers.close(command))


async def limit_speakers(command: LimitSpeakers, read: Read) -> Change[Speakers]:
    """How long each may speak."""
    speakers = await _list(read, command)
    await _must_go_on(read, command)
    return Change(speakers, speakers.set_limit(command))


async def add_speaker(command: AddSpeaker, read: Read) -> Change[Speakers]:
    """Somebody who is present, in the name of whom they came for. Asked twice, they wait once."""
    speakers = await _list(read, command)
    if command.id in {each.id for each in speakers.asked}:
        return Change(speakers)
    await _must_go_on(read, command)
    person = await kept_person(read, command.person)
    came = await came_as(read, command.gathering, person) if person else None
    if person is None or came is None:
        raise Invalid.at("Nobody who is present has this id.", "person")
    organization = await kept(read, came.organization)
    return Change(speakers, speakers.add(replace(command, person=person), organization))


async def move_speaker(command: MoveSpeaker, read: Read) -> Change[Speakers]:
    """The chair lets somebody speak earlier, or later."""
    speakers = await _list(read, command)
    return Change(speakers, speakers.move(command))


async def take_off_speaker(command: TakeOffSpeaker, read: Read) -> Change[Speakers]:
    """They do not speak after all. Asked again, it is so already."""
    speakers = await _list(read, command)
    return Change(speakers, speakers.take_off(command))


async def begin_speaker(command: BeginSpeaker, read: Read) -> Change[Speakers]:
    """They have the floor, in the session. Asked again, it is so already."""
    speakers = await _list(read, command)
    (await _must_go_on(read, command)).must_take()
    return Change(speakers, *speakers.begin(command))


async def end_speaker(command: EndSpeaker, read: Read) -> Change[Speakers]:
    """They have spoken. Asked again, it is so already."""
    speakers = await _list(read, command)
    return Change(speakers, *speakers.end(command))


async def _list(read: Read, command: Asked) -> Speakers:
    """The list of the item, whose minutes are not approved yet. Read first: what was done already is answered so, also late."""
    speakers = await read.one(Speakers, speakers_id(command.item))
    if speakers.facts.gathering != command.gathering:
        raise NotFound("There is no list of speakers of this item.")
    (await read.one(Minutes, command.gathering)).must_be_open()
    return speakers


async def _must_go_on(read: Read, command: Asked) -> Minutes:
    """The gathering has not adjourned. Raises Conflict ("adjourned")."""
    minutes = await read.one(Minutes, command.gathering)
    minutes.must_be_open()
    if minutes.closed_at:
        raise Conflict("The gathering has adjourned; nobody speaks any more.", code="adjourned")
    return minutes
