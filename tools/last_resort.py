"""Draws the font of last resort for paper: one glyph, an empty box, for every character that no other font has.

A paper says in its letters what it says (PDF/UA), so Typst sets none that holds a character without a glyph: one name in
another script, or one emoji, and there would be no minutes at all. With this font behind the others such a character is a box
to the eye, and stays what it is to whoever has it read aloud, searches for it or copies it.
"""

import struct
from pathlib import Path
from typing import Final

FONT: Final = Path(__file__).parents[1] / "shared/paper/fonts/LastResort.ttf"
FAMILY: Final = "Plenary Last Resort"
EM, WIDTH, TOP, LINE = 1000, 700, 700, 60
LAST: Final = 0x10FFFF
SURROGATES: Final = (0xD800, 0xDFFF)
NOTHING: Final = bytes(2)


def font() -> bytes:
    """The file (OpenType with TrueType outlines): `.notdef` and the box, to which every character leads."""
    box = _box()
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap(),
        b"glyf": box,
        b"head": _head(),
        b"hhea": struct.pack(">IhhhHhhhhhh4hhH", 0x10000, 800, -200, 0, WIDTH, 0, 0, WIDTH, 1, 0, 0, *bytes(4), 0, 2),
        b"hmtx": struct.pack(">HhHh", WIDTH, LINE, WIDTH, LINE),
        b"loca": struct.pack(">HHH", 0, 0, len(box) // 2),
        b"maxp": struct.pack(">IH13H", 0x10000, 2, 8, 2, 0, 0, 1, *bytes(8)),
        b"name": _name(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def _box() -> bytes:
    """Two rectangles, the inner one the other way round: what lies between them is ink."""
    near, far, low, high = LINE, WIDTH - LINE, 0, TOP
    outer = [(near, low), (near, high), (far, high), (far, low)]
    inner = [(near + LINE, low + LINE), (far - LINE, low + LINE), (far - LINE, high - LINE), (near + LINE, high - LINE)]
    points = outer + inner
    moves = [(x - a, y - b) for (x, y), (a, b) in zip(points, [(0, 0), *points], strict=False)]
    head = struct.pack(">hhhhh", 2, near, low, far, high) + struct.pack(">HHH", 3, 7, 0)
    axes = b"".join(struct.pack(f">{len(moves)}h", *axis) for axis in zip(*moves, strict=True))
    return _padded(head + b"\x01" * len(points) + axes)


def _cmap() -> bytes:
    """Many to one (format 13): from the space on, all of Unicode but halves of pairs, which are no characters."""
    groups = [(0x20, SURROGATES[0] - 1, 1), (SURROGATES[1] + 1, LAST, 1)]
    told = b"".join(struct.pack(">III", *each) for each in groups)
    table = struct.pack(">HHIII", 13, 0, 16 + len(told), 0, len(groups)) + told
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _head() -> bytes:
    corners = (LINE, 0, WIDTH - LINE, TOP)
    return struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, *corners, 0, 8, 2, 0, 0)


def _name() -> bytes:
    """Of the family, the style, the whole; for Windows and Unicode, in English."""
    texts = {1: FAMILY, 2: "Regular", 3: FAMILY, 4: FAMILY, 5: "Version 1", 6: FAMILY.replace(" ", "")}
    rows, store = b"", b""
    for name, text in texts.items():
        said = text.encode("utf-16-be")
        rows += struct.pack(">HHHHHH", 3, 1, 0x409, name, len(said), len(store))
        store += said
    return struct.pack(">HHH", 0, len(texts), 6 + len(rows)) + rows + store


def _os2() -> bytes:
    """Version 0, of regular weight; `fsType` 0: it may be put into any file."""
    sizes = (650, 700, 0, 140, 650, 700, 0, 480, 50, 300)
    return (
        struct.pack(">HhHHH", 0, WIDTH, 400, 5, 0)
        + struct.pack(">10h", *sizes)
        + bytes(2 + 10 + 16)
        + b"PLEN"
        + struct.pack(">HHHhhhHH", 0x40, 0x20, 0xFFFF, 800, -200, 0, 800, 200)
    )


def _file(tables: dict[bytes, bytes]) -> bytes:
    count, power = len(tables), len(tables).bit_length() - 1
    head = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, (count - (1 << power)) * 16)
    at, rows, body = len(head) + 16 * count, b"", b""
    for tag, table in sorted(tables.items()):
        rows += tag + struct.pack(">III", _sum(table), at + len(body), len(table))
        body += _padded(table)
    whole = head + rows + body
    fixed = whole.index(struct.pack(">I", 0x5F0F3CF5)) - 4
    adjusted = (0xB1B0AFBA - _sum(whole)) & 0xFFFFFFFF
    return whole[:fixed] + struct.pack(">I", adjusted) + whole[fixed + 4 :]


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _sum(table: bytes) -> int:
    padded = _padded(table)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


if __name__ == "__main__":
    FONT.write_bytes(font())
