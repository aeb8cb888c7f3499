"""`plenary.versions`: what was published of minutes, version by version, each sealed. Published by minutes; keyed by version."""

from datetime import datetime
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

VERSIONS = Topic(
    "plenary.versions", "minutes", "published versions of minutes, each with the hash of the one before it"
)


class VersionFacts(Facts):
    """Which version of whose minutes; the SHA-256 of its text, in which that of the `previous` one stands (None: the first)."""

    gathering: UUID
    number: int
    sha256: str
    previous: str | None = None


class VersionSealed(VersionFacts, Event):
    """Minutes were published, or something in them was corrected in the open: what everybody reads is kept as it is then."""

    type = "version.sealed.v1"
    topic = VERSIONS

    version: UUID
    sealed_at: datetime
