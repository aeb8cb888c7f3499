"""Who asks: the caller, the keys of the installation that say so, and the table of who holds which role now."""

from shared.auth.caller import ANYBODY, Caller
from shared.auth.keys import Keys
from shared.auth.rights import Rights

__all__ = ["ANYBODY", "Caller", "Keys", "Rights"]
