"""The readable part of a permanent address: one word, or two with a slash between (`river-basins-7/coordination-1`)."""

import re
from unicodedata import combining, normalize

from shared.contracts.organizations import Text

LONGEST = 60
"""Characters; a word is not cut."""

RESERVED = frozenset(
    {
        "action",
        "actions",
        "cards",
        "docs",
        "documents",
        "events",
        "feed",
        "final-statement",
        "gatherings",
        "health",
        "history",
        "imports",
        "openapi",
        "reports",
        "review",
        "reviews",
        "static",
        "timelines",
        "v1",
        "versions",
    }
)
"""First words of other pages of minutes, where the addresses lead, too."""

BELOW = frozenset({"final-statement"})
"""Last words of other pages of minutes, which stand below a readable address."""

WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
PATTERN = f"{WORD}(?:/{WORD})?"
WHOLE = 100
"""Characters of an address."""


def slug_of(title: Text) -> str:
    """`river-basins-7` of the English title "River Basins 7"; empty where there is none, or nothing of it can stand there."""
    plain = "".join(each for each in normalize("NFKD", title.get("en", "")) if not combining(each))
    words = re.findall("[a-z0-9]+", plain.lower().replace("'", "").replace("’", ""))
    slug = "-".join(words)
    while len(slug) > LONGEST and "-" in slug:
        slug = slug.rpartition("-")[0]
    return slug[:LONGEST]


def is_reserved(address: str) -> bool:
    """It is that of another page."""
    return address.partition("/")[0] in RESERVED or address.rpartition("/")[2] in BELOW


def numbered(slug: str, n: int) -> str:
    """The slug, for the n-th that would have it (from 1)."""
    return slug if n == 1 and not is_reserved(slug) else f"{slug}-{n}"
