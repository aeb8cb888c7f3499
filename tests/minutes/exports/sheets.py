"""Sheets to be written, with all that may stand in one."""

from services.minutes.exports.sheet import Block, Fact, Heading, Items, Line, Note, Said, Sheet
from services.minutes.record.reader import Words

ENGLISH, PERSIAN = (
    Words("en", "ltr", "The river *rises* <b>now</b>"),
    Words("fa", "rtl", "رود بالا می‌آید\nو ما آماده‌ایم"),
)
NAMED = "Statement of \u2068نسرین\u2069 (1)"


def sheet(*blocks: Block, language: str = "en", direction: str = "ltr") -> Sheet:
    """A sheet of these blocks."""
    title = Words(language, direction, "Shared river basins")
    return Sheet(language, direction, "Plenary", title, "Minutes · Published", blocks)


EVERYTHING = (
    Note("Corrected once."),
    Fact("Venue", ENGLISH),
    Fact("Body", PERSIAN),
    Heading(Words("en", "ltr", "Agenda"), 2),
    Heading(PERSIAN._replace(text="سیلاب"), 3, "late"),
    Line(NAMED, "as said"),
    Said(PERSIAN),
    Line("An answer", within=True),
    Said(ENGLISH, struck=True, within=True),
    Items([ENGLISH, PERSIAN]),
)
