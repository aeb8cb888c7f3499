"""What a category asks for."""

from services.registration.fields.model import AskFor, Questions
from services.registration.fields.queries import questions_of
from services.registration.gatherings.model import Gathering
from shared.flow import Change, Read


async def ask_for(command: AskFor, read: Read) -> Change[Questions]:
    """A category asks for these; asked twice, nothing more happens. No event: nobody outside acts on it."""
    gathering = await read.one(Gathering, command.gathering)
    gathering.pool(command.category)
    questions = await questions_of(read, gathering.id, command.category)
    return Change(questions, silent=questions.ask(command))
