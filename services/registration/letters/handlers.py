"""What happens with letters. No event says any of it: nobody outside acts on a letter, and what it says is personal."""

from services.registration.gatherings.model import Gathering
from services.registration.letters.drawing import drawn
from services.registration.letters.model import DrawUp, Forget, Letter, MakeVoid, SendOff
from services.registration.letters.queries import next_place
from shared.flow import Change, Read


async def draw_up(command: DrawUp, read: Read) -> Change[Letter]:
    """A letter is numbered, and says from then on what it says. Asked twice, it answers with the one that is there.

    Where another one takes the number first the claim is refused, and this is decided again.
    """
    if there := await read.maybe(Letter, command.id):
        return Change(there)
    told = await drawn(read, command.invitation, command.signing, command.at)
    place = await next_place(read, told.dated.year)
    return Change(Letter.numbered(command, told, place), silent=True)


async def send_off(command: SendOff, read: Read) -> Change[Letter]:
    """It was posted or handed over."""
    letter = await read.one(Letter, command.letter)
    gathering = await read.one(Gathering, letter.gathering)
    return Change(letter, silent=letter.send_off(command, gathering.day(command.at)))


async def make_void(command: MakeVoid, read: Read) -> Change[Letter]:
    """It does not count any more; it keeps its number."""
    letter = await read.one(Letter, command.letter)
    return Change(letter, silent=letter.make_void(command))


async def forget(command: Forget, read: Read) -> Change[Letter]:
    """Somebody was erased."""
    letter = await read.one(Letter, command.letter)
    return Change(letter, silent=letter.forget(command.person))
