"""What a document knows of a file, and what is asked of one: pure."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
ENDINGS: Final = {PDF: "pdf", PNG: "png", JPEG: "jpg"}
"""Media type -> how the name of such a file ends. Nothing else is taken."""
OCTETS: Final = "application/octet-stream"
"""What a file may be sent as by who does not know what it is: a generated client, say."""
PICTURES: Final = (PNG, JPEG)

SMALLEST, LARGEST = 100, 12_000
"""Dots of each side: of a photo at least, of any picture at most. Whoever opens one needs memory for all of them."""
DOTS: Final = 50_000_000
"""Of a picture in all."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as a document names it. `id`: random, and its name in the directory. `name`: for people, made harmless."""

    id: UUID
    media_type: str
    size: int
    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Looks:
    """What a file looks like from inside; empty where it is of no kind that we take."""

    media_type: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """What is asked of a file. `most`: bytes. `photo`: a picture, large enough to know somebody by."""

    most: int
    photo: bool = False

    @property
    def media_types(self) -> tuple[str, ...]:
        """Those that it may be of."""
        return PICTURES if self.photo else (PDF, *PICTURES)

    def trouble(self, size: int, looks: Looks, declared: str) -> str:
        """The key of a text that says what is wrong with a file; "" if nothing is.

        `declared`: the media type it was sent as; as `OCTETS` it is what it looks like.
        """
        if not 0 < size <= self.most:
            return "wrong_large" if size else "wrong_empty"
        if looks.media_type not in self.media_types:
            return "wrong_photo" if self.photo else "wrong_file"
        if declared not in {looks.media_type, OCTETS}:
            return "wrong_told"
        return "wrong_dots" if looks.media_type in PICTURES and not self._fits(looks) else ""

    def _fits(self, looks: Looks) -> bool:
        sides, least = (looks.width, looks.height), SMALLEST if self.photo else 1
        return least <= min(sides) and max(sides) <= LARGEST and looks.width * looks.height <= DOTS


CODES: Final = {
    "wrong_empty": "file-empty",
    "wrong_large": "file-too-large",
    "wrong_file": "file-kind",
    "wrong_photo": "file-kind",
    "wrong_told": "file-mislabelled",
    "wrong_dots": "picture-size",
}
"""The same as the `code` of a problem."""

DETAILS: Final = {
    "wrong_empty": "There is nothing in this file.",
    "wrong_large": "This file is too large; make it smaller.",
    "wrong_file": "By its content this is no PDF, PNG or JPEG; send one of these.",
    "wrong_photo": "By its content this is no PNG or JPEG; send one of these.",
    "wrong_told": "By its content it is of another media type than it was sent as; say the one that it is.",
    "wrong_dots": f"Each side of a picture has at most {LARGEST:,} dots, and of a photo at least {SMALLEST}; scale it.",
}
"""What is wrong with a file, for a program; pages have texts under these keys."""
