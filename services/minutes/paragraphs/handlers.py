"""What happens when somebody types, settles or strikes out a paragraph."""

from services.minutes.agenda.queries import must_be_on
from services.minutes.paragraphs.model import (
    Paragraph,
    ParagraphState,
    SettleParagraph,
    StrikeParagraph,
    WriteParagraph,
)
from services.minutes.paragraphs.queries import place_of
from services.minutes.record.model import Minutes
from shared.errors import NotFound
from shared.flow import Change, Read


async def write_paragraph(command: WriteParagraph, read: Read) -> Change[Paragraph]:
    """A new paragraph, or another text of one. Sent twice, or late, it answers with the one that is there.

    Words alone that are others are told nobody: who types is heard at every pause.
    """
    there = await read.maybe(Paragraph, command.paragraph)
    if there and there.facts.gathering != command.gathering:
        raise NotFound("There is no such paragraph in these minutes.")
    if there and there.knows(command):
        return Change(there)
    (await read.one(Minutes, command.gathering)).must_take()
    if there is None or there.facts.item != command.facts.item:
        await must_be_on(read, command.gathering, command.facts.item)
    if there is None:
        return Change(*Paragraph.typed(command, await place_of(read, command)))
    return Change(there, there.write(command), silent=True)


async def settle_paragraph(command: SettleParagraph, read: Read) -> Change[Paragraph]:
    """It becomes what its mark says, in the record (`statements`, `contributions` and `actions` hear of it). Asked again, it is
    so already."""
    paragraph = await read.one(Paragraph, command.paragraph)
    if paragraph.state is ParagraphState.SETTLED:
        return Change(paragraph)
    (await read.one(Minutes, paragraph.facts.gathering)).must_take()
    return Change(paragraph, paragraph.settle(command.at))


async def strike_paragraph(command: StrikeParagraph, read: Read) -> Change[Paragraph]:
    """It does not stand. Asked again, it is so already."""
    paragraph = await read.one(Paragraph, command.paragraph)
    if paragraph.state is ParagraphState.STRUCK:
        return Change(paragraph)
    (await read.one(Minutes, paragraph.facts.gathering)).must_be_open()
    return Change(paragraph, paragraph.strike(command.at))
