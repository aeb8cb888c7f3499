"""`plenary verify`: whether an installation kept its promises, from its stores and its log, which are only read.

The checks are pure and stand in the modules beside this one; `walk` reads the log once and feeds them. What is checked must
stand still: a command that arrives while the log is read may look like a fault.
"""

from collections.abc import Callable

from plenary.verify.addresses import addresses
from plenary.verify.files import files
from plenary.verify.finding import Finding
from plenary.verify.opened import Opened
from plenary.verify.versions import versions
from plenary.verify.walk import Walk
from shared.settings import Settings

__all__ = ["Finding", "verify"]


async def verify(settings: Settings, say: Callable[[str], None], *, longest: float) -> list[Finding]:
    """Wait until nothing is on its way (at most `longest` seconds), then check everything. Raises `Unavailable`."""
    async with Opened.of(settings) as opened:
        settled = await opened.settle(say, longest)
        dead = await opened.dead_letters()
        held = await addresses(opened.documents["registration"])
        brought = await files(opened.documents["registration"], opened.files)
        walked = await Walk(opened).go()
        sealed = await versions(opened.documents["minutes"])
        return [*settled, dead, opened.readable(), held, *brought, *walked, sealed]
