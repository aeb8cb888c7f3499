"""What differs between two wordings, word by word: for amendments, for languages whose source moved, for versions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal, NamedTuple
from unicodedata import category

SAME: Final = "same"
GONE: Final = "gone"
ADDED: Final = "added"

PAIRS: Final = 30_000
"""Pairs of the same word, one here and one there, up to which each is looked at. In a longer text the most common words hold
nothing by themselves. If that is not enough, somebody repeats words without end: what lies between the beginning and the end
that both share is shown as another, whole."""
COMMON: Final = 100
"""A word is common if it is more than one of so many."""


class Piece(NamedTuple):
    """A run of words that is in both wordings, in the former alone (`gone`), or in the latter alone (`added`)."""

    how: Literal["same", "gone", "added"]
    text: str


@lru_cache(maxsize=1024)
def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The former wording and the latter in one, in the order of reading; nothing of nothing.

    Without what was added it is the former, without what is gone the latter, but for how wide the spaces are. A word is what
    stands between spaces and marks of punctuation; joiners (ZWNJ, ZWJ) and vowel signs belong to it, so that a Persian or an
    Arabic word is never cut. A line that begins anew counts as a word.
    """
    if before == after:
        return (Piece(SAME, after.replace("\r\n", "\n")),) if after else ()
    one, other = _words(before), _words(after)
    return tuple(
        Piece(how, text) for how, run in groupby(_runs(one, other), key=lambda each: each[0]) if (text := _joined(run))
    )


def differ(before: str, after: str) -> bool:
    """Whether they do, in more than how wide the spaces are."""
    return any(each.how != SAME for each in differences(before, after))


class _Word(NamedTuple):
    """A word, a mark or a break of line, and the spaces behind it, which do not count."""

    text: str
    space: str = ""


_Run = tuple[Literal["same", "gone", "added"], Sequence[_Word]]


def _joined(run: Iterator[_Run]) -> str:
    return "".join(word.text + word.space for _, words in run for word in words)


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for kind, run in groupby(text.replace("\r\n", "\n"), key=_kind):
        if kind == "space" and found:
            found[-1] = found[-1]._replace(space="".join(run))
        elif kind in {"mark", "break"}:
            found.extend(map(_Word, run))
        elif kind != "space":
            found.append(_Word("".join(run)))
    return found


def _kind(char: str) -> str:
    if char == "\n":
        return "break"
    if char.isspace():
        return "space"
    return "word" if category(char)[0] in "LMN" or category(char) == "Cf" else "mark"


def _runs(one: Sequence[_Word], other: Sequence[_Word]) -> Iterator[_Run]:
    """What differs, between the beginning and the end that are the same."""
    head = _alike(one, other)
    tail = _alike(one[head:][::-1], other[head:][::-1])
    one_end, other_end = len(one) - tail, len(other) - tail
    yield SAME, _shared(one[:head], other[:head])
    yield from _between(one[head:one_end], other[head:other_end])
    yield SAME, _shared(one[one_end:], other[other_end:])


def _between(one: Sequence[_Word], other: Sequence[_Word]) -> Iterator[_Run]:
    here, there = [each.text for each in one], [each.text for each in other]
    every, rare = _pairs(here, there, len(there)), _pairs(here, there, len(there) // COMMON + 1)
    if min(every, rare) > PAIRS:
        yield GONE, one
        yield ADDED, other
        return
    for how, a, b, c, d in SequenceMatcher(None, here, there, autojunk=every > PAIRS).get_opcodes():
        if how == "equal":
            yield SAME, _shared(one[a:b], other[c:d])
        else:
            yield GONE, one[a:b]
            yield ADDED, other[c:d]


def _pairs(here: Sequence[str], there: Sequence[str], most: int) -> int:
    """Pairs of the same word, one here and one there, of words that are at most so often there."""
    first, then = Counter(here), Counter(there)
    return sum(times * first[word] for word, times in then.items() if times <= most)


def _alike(one: Sequence[_Word], other: Sequence[_Word]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a.text != b.text), min(len(one), len(other)))


def _shared(one: Sequence[_Word], other: Sequence[_Word]) -> list[_Word]:
    """The same words, with the spaces of the latter; where it ends without one, that of the former keeps words apart."""
    return [_Word(b.text, b.space or a.space) for a, b in zip(one, other, strict=True)]
