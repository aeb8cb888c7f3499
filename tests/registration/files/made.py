"""Files as people bring them, made here, and some that only look so."""

import struct
import zlib

from services.registration.files.model import JPEG, PDF, PNG

PAPER = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def png(width: int = 120, height: int = 160, mark: bytes = b"") -> bytes:
    """A picture of one colour; `mark` lies in it as a comment."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * min(width, 200)) * min(height, 200))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data) for kind, data in ((b"IHDR", head), (b"tEXt", b"k\0" + mark), (b"IDAT", rows), (b"IEND", b""))
    )


def jpeg(width: int = 120, height: int = 160, before: int = 3) -> bytes:
    """The head of one, with so many long segments before the frame, as cameras write them."""
    segment = b"\xff\xe1" + (60_000).to_bytes(2) + b"\0" * 59_998
    frame = b"\xff\xc0\x00\x0b\x08" + height.to_bytes(2) + width.to_bytes(2) + b"\x01\x01\x11\x00"
    return (
        b"\xff\xd8" + segment * before + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\0" * 40 + b"\xff\xd9"
    )


SOUND = {PDF: PAPER, PNG: png(), JPEG: jpeg()}
"""One of each kind."""
