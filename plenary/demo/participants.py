"""Some of those who have a place consent to stand on the list of participants, each on their own page."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from plenary.client import keys
from plenary.demo.show import all_of, done
from plenary.demo.stage import Stage
from shared.settings import Settings

LISTED = 24
"""So many: enough to see the order of a list."""


async def consent(stage: Stage, settings: Settings) -> None:
    """The first by their seats. Led again, it changes nothing: who was taken off the list since stays off."""
    standing = sorted((each for each in await stage.registrations() if each["seat"]), key=lambda each: each["seat"])

    async def say(registration: dict[str, Any]) -> None:
        link = keys(settings).link("registration", UUID(registration["id"]), timedelta(days=1))
        typed = {"listed": "yes", "key": stage.key(f"listed-{registration['id']}")}
        path = f"/registration/status/listing?link={link}"
        await stage.client.post(path, typed=typed, key=typed["key"])

    await all_of("consenting", standing[:LISTED], say)
    done(f"{LISTED} of them stand on the list of participants")
