"""`plenary doctor`: what is wrong with a place before it shows, and what to do about it. It changes nothing but by `--mail`.

check      one thing that was looked at, and what came of it
settings   what the environment says, and what does not go together
place      the directory: room on the disk, modes of files, the key
house      the installation that answers at PLENARY_URL, and its clock
servers    the log with its topics, and the stores
mail       the way out of the house
"""

from plenary.doctor.check import Check
from plenary.doctor.settings import together
from shared.settings import Settings

__all__ = ["Check", "examine"]


async def examine(settings: Settings, *, mail_to: str = "") -> list[Check]:
    """Everything, in this order; each check for itself, so that one fault hides no other."""
    from plenary.doctor import house, mail, place, servers  # with all services; no other command needs them so early

    found = [*together(settings), *place.look(settings)]
    found += await house.look(settings)
    found += await servers.look(settings)
    found.append(await mail.look(settings, mail_to))
    return found
