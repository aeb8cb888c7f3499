"""What happens when somebody notes who is there."""

from services.minutes.attendance.model import Attendance
from services.minutes.attendance.roll import THERE, Noted, NotePresence, note_id
from services.minutes.mirrors.model import Person
from services.minutes.record.model import Minutes
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read
from shared.store.every import every


async def note_presence(command: NotePresence, read: Read) -> Change[Noted]:
    """Noted by hand, until the record is approved; who looks at it sees it as it is, so nobody is told. The same again
    changes nothing."""
    minutes = await read.one(Minutes, command.gathering)
    minutes.must_be_open()
    if command.state in THERE and not minutes.opened_at:
        raise Conflict("Who is there is noted once it has begun.", code="not-in-session")
    id = note_id(command.gathering, command.person)
    there = await read.maybe(Noted, id)
    for field, person in (("person", command.person), ("represented_by", command.represented_by)):
        if person and command.state and (await read.maybe(Person, person) or Person(person)).erased:
            raise Invalid.at("Nobody who is known has this id.", field)
    noted = there or Noted(id=id, gathering=command.gathering, person=command.person, since=command.at)
    return Change(noted, silent=noted.note(command, await _registered(command, read), minutes.opened_at))


async def _registered(command: NotePresence, read: Read) -> Attendance | None:
    """Their registration there; of several the one that is expected, or was seen."""
    found = [each.entity async for each in every(read, Attendance, {"person": command.person})]
    here = [each for each in found if each.gathering == command.gathering]
    return max(here, key=lambda each: (bool(each.passages), each.state is not None), default=None)
