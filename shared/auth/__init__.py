"""Who asks: the caller, the keys of the installation that say so, and the links by which browsers sign in."""

from shared.auth.caller import ANYBODY, Caller
from shared.auth.keys import Keys
from shared.auth.sign_in import SignIn

__all__ = ["ANYBODY", "Caller", "Keys", "SignIn"]
