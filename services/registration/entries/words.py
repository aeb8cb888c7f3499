"""Words as a search compares them: one way for every keyboard, and the beginning of a word is enough."""

from shared.locale.fold import folded

BEYOND = "\U0010ffff"
"""Stands behind every word that begins as asked: the end of a range."""


def words(*texts: str | None) -> list[str]:
    """Every word of these texts as it is compared, in order."""
    return [word for text in texts if text for word in folded(text)]


def all_begin(asked: list[str], there: list[str]) -> bool:
    """Whether of each word that was asked for one begins so."""
    return all(any(word.startswith(each) for word in there) for each in asked)
