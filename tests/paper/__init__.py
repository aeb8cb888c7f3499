"""How a test reads a paper: what it says and is called, and which rules of PDF/UA-1 it breaks."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from tests.clients.tools import CLIENTS

_VERAPDF = CLIENTS / "verapdf"
_INSTEAD = re.compile(rb"/ActualText ?<([0-9A-F]+)>")
_CHECK = Path(__file__).with_name("verapdf") / "Check.java"
_BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A machine that lives for seconds: it cost more to make its code fast than to run it."""

validated = pytest.mark.skipif(
    not _VERAPDF.exists(), reason="veraPDF is not there: `make clients` installs it where Maven is"
)


class Paper(NamedTuple):
    """What a reader of a PDF is told of it."""

    title: str
    language: str
    tagged: bool
    pages: int
    text: str


def read(pdf: bytes) -> Paper:
    """By a library that did not write it."""
    reader = PdfReader(BytesIO(pdf), strict=True)
    root, about = reader.root_object, reader.metadata
    text = "\n".join(page.extract_text() for page in reader.pages)
    tagged = "/StructTreeRoot" in root and bool(root["/MarkInfo"]["/Marked"])  # type: ignore[index]
    return Paper((about and about.title) or "", str(root["/Lang"]), tagged, len(reader.pages), text)


def instead(pdf: bytes) -> str:
    """What is read out, found and copied instead of a glyph that does not say it (`ActualText`, ISO 32000-1, 14.9.4)."""
    contents = [page.get_contents() for page in PdfReader(BytesIO(pdf)).pages]
    data = b"".join(each.get_data() for each in contents if each is not None)
    return "".join(bytes.fromhex(each.decode()).decode("utf-16") for each in _INSTEAD.findall(data))


def broken(folder: Path, *pdfs: bytes) -> list[str]:
    """The rules of PDF/UA-1 that these break, as veraPDF finds: the reference validator of the PDF Association."""
    files = [folder / f"{n}.pdf" for n in range(len(pdfs))]
    for file, pdf in zip(files, pdfs, strict=True):
        file.write_bytes(pdf)
    command = ["java", *_BRIEF, "-cp", f"{_VERAPDF}/*", str(_CHECK), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()
