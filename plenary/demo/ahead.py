"""What follows by itself once time has passed: reminders, what expires. On a copy, since nobody moves the clock of what runs."""

from typing import Final

from plenary.demo.show import done, note
from plenary.rehearsal.commands import summary
from plenary.rehearsal.copy import why_not
from shared.settings import Settings

DAYS: Final = 30


async def look_ahead(settings: Settings) -> None:
    """Where stores and log can be copied; else it says why not."""
    if why := why_not(settings):
        note(f"the next {DAYS} days are not rehearsed: {why}")
        return
    from plenary.rehearsal.rehearse import rehearse

    done(f"{DAYS} days on, in a copy of it all: {summary(await rehearse(settings, DAYS))}")
    note("the copy is gone, and here nothing was sent; `plenary rehearse` tells it day by day")
