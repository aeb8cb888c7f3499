"""What a write error of a server that speaks MongoDB's protocol says about one change of a bulk. Pure; servers differ."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from shared.store import Stale, Unfit

DUPLICATE = 11000
CLAIMS = "claims"
"""The name of the unique index, and of the field that it guards."""

MALFORMED = frozenset({15, 22, 10334, 17419, 17420})
"""Codes for a document that is nested too deeply, broken or too large; a server may refuse the whole command for it."""

NEVER = MALFORMED | {2, 9, 14, 52, 53, 56, 57, 66, 121, 171, 17280}
"""Codes of one write that no later attempt can store: besides, bad values and field names, and what breaks an index.

Of a whole command some of these mean a wrong setting. Source: `src/mongo/base/error_codes.yml` of MongoDB."""

_INDEX = re.compile(r"index: (?:\S+\$)?(\S+)")
_CLAIM = re.compile(r'\bclaims: "(.*)" \}$', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clash:
    """An index said no: a claim is held, this one if the server says which. Who holds it, no server says."""

    claim: str | None


Verdict: TypeAlias = Stale | Clash | Unfit | None


def verdict(error: Mapping[str, Any]) -> Verdict:
    """What becomes of the change that met this write error; None: nothing is known, ask again."""
    code = error.get("code")
    if code == DUPLICATE:
        return _collision(error)
    return Unfit(f"the server refuses it (code {code})") if code in NEVER else None


def _collision(error: Mapping[str, Any]) -> Verdict:
    """Which index, from `keyPattern` where the server reports it, else from the message; unnamed: a look-up must tell."""
    message = str(error.get("errmsg", ""))
    pattern = error.get("keyPattern")
    named = _INDEX.search(message)
    if not pattern and not named:
        return Clash(None)
    index = " ".join(pattern) if pattern else named.group(1) if named else ""
    if index.startswith("_id"):  # also an operator's own index that begins with it
        return Stale()
    if CLAIMS not in index:
        return Unfit(f"it breaks the unique index {index}")
    told = (error.get("keyValue") or {}).get(CLAIMS)
    read = _CLAIM.search(message)
    return Clash(told if isinstance(told, str) else read.group(1) if read else None)
