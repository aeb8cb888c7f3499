"""What all apps of a process share."""

from dataclasses import dataclass, field

from shared.auth import Keys, Rights
from shared.clock import Clock
from shared.settings import Settings
from shared.telemetry import Metrics


@dataclass
class Installation:
    """Settings, key, who may now, and figures. `draining`: it takes no new requests; whoever ends the process says so."""

    settings: Settings
    keys: Keys
    rights: Rights
    metrics: Metrics = field(default_factory=Metrics)
    draining: bool = False

    @classmethod
    def open(cls, settings: Settings, clock: Clock | None = None) -> "Installation":
        """Reads the key, or makes it at the first start. By this clock tokens, sessions and links end."""
        return cls(settings, keys := Keys.open(settings.key_path, issuer=settings.issuer, clock=clock), Rights(keys))
