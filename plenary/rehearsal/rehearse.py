"""One rehearsal, from the copy to what came of it."""

import shutil
from pathlib import Path

from plenary.rehearsal import told
from plenary.rehearsal.copy import copied
from plenary.rehearsal.course import course
from plenary.rehearsal.told import Told
from shared.settings import Settings


async def rehearse(settings: Settings, days: int, *, mails: Path | None = None) -> Told:
    """What the next `days` bring by themselves. `mails`: an empty directory, which gets those that were sent in them.

    What was on its way when the copy was made is done before, and does not count. Raises `Failure` where nothing is to be copied.
    """
    with copied(settings) as copy:
        async with course(copy) as on:
            await on.settle()
            folder = copy.data / "mails"
            before, since = await told.ends(on), on.clock()
            shutil.rmtree(folder, ignore_errors=True)
            await on.passes(days)
            came = await told.told(on, since, before)
        if mails is not None:
            for mail in sorted(folder.glob("*.eml")):
                shutil.copy(mail, mails / mail.name)
    return came
