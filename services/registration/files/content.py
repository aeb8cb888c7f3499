"""What a file is by its own bytes: three kinds, known by how they begin, and by their end where the format has one.

Of our own, since a library of signatures knows hundreds of kinds, and of none its size in dots or its end.
"""

import os
from typing import BinaryIO, Final

from services.registration.files.model import JPEG, PDF, PNG, Looks

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_HEADER, _END = b"\0\0\0\rIHDR", b"\0\0\0\0IEND\xaeB\x60\x82"
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG after which its size stands."""
_SCAN: Final = 0xDA
_SEGMENTS: Final = 500
"""So many of them before the first frame are looked through: cameras write some twenty."""
_TAIL: Final = 1024


def looked_at(stream: BinaryIO) -> Looks:
    """What the file looks like; reads its first bytes and its last, and of a JPEG the heads of its segments."""
    stream.seek(0)
    head = stream.read(24)
    if head.startswith(_PNG):
        return _png(stream, head)
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg(stream)
    if head[:7] in {b"%PDF-1.", b"%PDF-2."} and b"%%EOF" in _tail(stream, _TAIL):
        return Looks(PDF)
    return Looks()


def _png(stream: BinaryIO, head: bytes) -> Looks:
    """Nothing stands behind its end: what does is another file."""
    if head[8:16] != _HEADER or _tail(stream, len(_END)) != _END:
        return Looks()
    return Looks(PNG, int.from_bytes(head[16:20]), int.from_bytes(head[20:24]))


def _jpeg(stream: BinaryIO) -> Looks:
    """Telephones write a film behind its end, so that is not asked for."""
    stream.seek(2)
    for _ in range(_SEGMENTS):
        head = stream.read(4)
        length = int.from_bytes(head[2:])
        if len(head) < 4 or head[0] != 0xFF or head[1] == _SCAN or length < 2:
            break
        if head[1] in _FRAMES:
            frame = stream.read(5)
            return Looks(JPEG, int.from_bytes(frame[3:5]), int.from_bytes(frame[1:3]))
        stream.seek(length - 2, os.SEEK_CUR)
    return Looks()


def _tail(stream: BinaryIO, many: int) -> bytes:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - many))
    return stream.read(many)
