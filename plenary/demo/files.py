"""Two of the observers of the evening give a photo and a copy of a passport. Both are drawn here, of nobody."""

import struct
import zlib
from typing import Final

from plenary.demo.stage import Stage

WIDTH, HEIGHT = 150, 200
GROUNDS: Final = (b"\xd9\xe6\xe3", b"\xe9\xe1\xd2")
COAT, FACE = b"\x2f\x5d\x62", b"\xc9\x9f\x7c"
"""Colours, as red, green and blue."""
LINES: Final = ("SPECIMEN", "Passport of nobody", "Bearer: {}", "This paper is part of a demonstration.")


async def bring_files(here: Stage) -> None:
    """Once each: what somebody brought since stays as it is. Nothing where a demonstration of before asks for none."""
    for n, each in enumerate((await here.registrations("observer"))[:2]):
        path = f"/registration/v1/registrations/{each['id']}/answers"
        given = (await here.client.get(path)).json()["answers"]
        files = {"photo": portrait(GROUNDS[n]), "passport_copy": paper(f"Observer {n + 1}")}
        for key, content in files.items():
            if key in given and given[key] is None:
                name = f"observer-{n + 1}-{key.replace('_', '-')}"
                await here.client.post(f"{path}/{key}/file", key=here.key(f"{key}-{n}"), content=content, name=name)


def portrait(ground: bytes) -> bytes:
    """A PNG of a head and shoulders on this ground."""
    rows = b"".join(b"\0" + bytes(_colour(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", ground + COAT + FACE),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _colour(x: int, y: int) -> int:
    """Which of the three: the ground, the coat, the face with the neck."""

    def within(middle: int, wide: int, high: int) -> bool:
        return ((x - WIDTH // 2) / wide) ** 2 + ((y - middle) / high) ** 2 <= 1

    if within(78, 32, 41) or (abs(x - WIDTH // 2) < 14 and 78 < y < 140):
        return 2
    return 1 if within(206, 65, 74) else 0


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def paper(bearer: str) -> bytes:
    """A PDF of one small page that says what it is."""
    text = "BT /F 14 Tf 20 100 Td 20 TL " + " ".join(f"({line.format(bearer)}) Tj T*" for line in LINES) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 140] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = "%PDF-1.4\n", []
    for n, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{n} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    many = len(objects) + 1
    end = f"trailer\n<< /Size {many} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {many}\n0000000000 65535 f \n{table}{end}".encode()
