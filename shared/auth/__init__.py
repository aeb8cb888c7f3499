"""Who asks: the caller, and the keys of the installation that say so."""

from shared.auth.caller import ANYBODY, Caller
from shared.auth.keys import Keys

__all__ = ["ANYBODY", "Caller", "Keys"]
