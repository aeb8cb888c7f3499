"""What is attacked: an installation that can be started, struck and looked at from outside."""

from random import Random
from typing import Protocol


class Target(Protocol):
    """One installation of its own, made for the attack and removed afterwards."""

    @property
    def url(self) -> str:
        """Where it answers."""
        ...

    async def start(self) -> str:
        """Start it; returns a token of the secretariat."""
        ...

    async def strike(self, chance: Random) -> str:
        """Do it harm, and start again what died; returns what was done."""
        ...

    async def mails(self) -> dict[str, int]:
        """Message-ID -> how many mails there are of it."""
        ...

    async def verify(self) -> tuple[int, str]:
        """What the installation's own check says: exit status and text."""
        ...

    async def faults(self) -> list[str]:
        """What is wrong from outside: what died or restarted though nobody struck it."""
        ...

    async def end(self) -> None:
        """Stop it and remove what is left."""
        ...


def message_id(mail: bytes) -> str:
    """The Message-ID of a mail, from its first lines."""
    for line in mail.split(b"\r\n\r\n", 1)[0].split(b"\n"):
        if line.lower().startswith(b"message-id:"):
            return line.partition(b":")[2].strip().decode("ascii", "replace")
    return ""
