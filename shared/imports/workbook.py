"""A workbook (XLSX) as the table of its first sheet: what is in it is taken as text, line for line, and nothing is calculated.

Bounded before it is read: what it unpacks to, how many rows and columns, how long a cell. It is read by the standard library:
the writer of lists (xlsxwriter) reads nothing, and of a sheet of texts there is little to know.
"""

import csv
import io
import re
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import BadZipFile, ZipFile

from shared.imports.wrong import Wrong

BEGIN = b"PK\x03\x04"
"""So does every workbook begin, and no table of text."""
LARGEST_UNPACKED = 40_000_000
"""Bytes of what is read of it: four times what 20,000 people need."""
LAST_ROW = 30_000
MOST_TEXTS = 500_000
CROWDED = 100_000
"""So many elements belong to one row, or one text, at most."""
WIDEST = 51
"""So many cells of a row are read: one more than a table may have, so that it is told."""
LONGEST = 20_001
"""So much of a cell is read: one character more than the longest may have."""
LARGEST_TABLE = 5_000_000
"""Bytes of the table that it holds: no more than a table of text may have."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def as_csv(content: bytes) -> bytes:
    """The first sheet as CSV; what is no workbook as it is. Raises `Wrong`."""
    if not content.startswith(BEGIN):
        return content
    try:
        with ZipFile(io.BytesIO(content)) as book:
            return _table(book)
    except Wrong:
        raise
    except (BadZipFile, zlib.error, ParseError, LookupError, ValueError, EOFError, OSError, RuntimeError) as error:
        detail = "This workbook cannot be read. Save it as XLSX once more, or as “CSV UTF-8”, and send that."
        raise Wrong("workbook-unreadable", detail) from error


def _table(book: ZipFile) -> bytes:
    sheet, strings = _first_sheet(book), "xl/sharedStrings.xml"
    there = {each.filename: each.file_size for each in book.infolist()}
    if there[sheet] + there.get(strings, 0) > LARGEST_UNPACKED:
        raise _too_much()
    texts = list(_texts(book, strings)) if strings in there else []
    written, lines = io.StringIO(newline=""), 0
    writer = csv.writer(written, lineterminator="\n")
    for number, cells in _rows(book, sheet, texts):
        for _ in range(number - lines - 1):
            written.write("\n")
        writer.writerow(cells)
        lines = number
        if written.tell() > LARGEST_TABLE:
            raise _too_much()
    table = written.getvalue().encode("utf-8", "replace")
    if len(table) > LARGEST_TABLE:
        raise _too_much()
    return table


def _too_much() -> Wrong:
    return Wrong("workbook-too-large", "The workbook unpacks to far too much; send its rows in several files.")


def _first_sheet(book: ZipFile) -> str:
    """Where the first sheet lies, as the workbook says."""
    sheets = [each.get(f"{RELATED}id") for each in _elements(book, "xl/workbook.xml", f"{MAIN}sheet")]
    for each in _elements(book, "xl/_rels/workbook.xml.rels", ""):
        if sheets and each.get("Id") == sheets[0]:
            return "xl/" + (each.get("Target") or "").removeprefix("/").removeprefix("xl/")
    raise ValueError("it has no first sheet")


def _texts(book: ZipFile, name: str) -> Iterator[str]:
    for number, each in enumerate(_elements(book, name, f"{MAIN}si")):
        if number > MOST_TEXTS:
            raise ValueError("it has too many texts")
        yield _text(each)


def _rows(book: ZipFile, name: str, texts: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row that is there, with its number."""
    number = 0
    for row in _elements(book, name, f"{MAIN}row"):
        said = row.get("r") or ""
        number = max(int(said) if said.isdecimal() else 0, number + 1)
        if number > LAST_ROW:
            raise Wrong("sheet-too-long", "Something stands below row {n}; send the rows in several files.", n=LAST_ROW)
        cells: dict[int, str] = {}
        for cell in row.iter(f"{MAIN}c"):
            place = min(_column(cell.get("r")) or max(cells, default=0) + 1, WIDEST)
            cells[place] = _value(cell, texts)
        yield number, [cells.get(place, "") for place in range(1, max(cells, default=0) + 1)]


def _value(cell: Element, texts: list[str]) -> str:
    """What a cell shows, on one line: a break in it is a control character, which is refused at its row."""
    value, kind = cell.findtext(f"{MAIN}v") or "", cell.get("t")
    said = _text(cell) if kind == "inlineStr" else texts[int(value)] if kind == "s" else value[:LONGEST]
    return re.sub(r"\r\n|[\r\n]", "\v", said)


def _text(element: Element) -> str:
    """A text whose parts may be formatted each in its way."""
    return "".join(part.text or "" for part in element.iter(f"{MAIN}t"))[:LONGEST]


def _column(place: str | None) -> int:
    """`B7` -> 2; 0 where it is not said."""
    number = 0
    for letter in re.match(r"[A-Z]{0,3}", place or "")[0]:  # type: ignore[index]  # it matches always
        number = number * 26 + ord(letter) - 64
    return number


def _elements(book: ZipFile, name: str, tag: str) -> Iterator[Element]:
    """Each element of this name (of none: any), forgotten once the next is asked for. Raises ValueError for a document type
    and for more than is read."""
    if book.getinfo(name).file_size > LARGEST_UNPACKED:
        raise ValueError("a part of it is too large")
    with book.open(name) as beginning:
        if b"<!DOCTYPE" in beginning.read(4096):
            raise ValueError("it has a document type")
    with book.open(name) as file:
        root: Element | None = None
        began = 0
        for event, element in iterparse(file, ("start", "end")):  # noqa: S314  # no entities: bounded, and refused above
            root = element if root is None else root
            began += event == "start"
            if began > CROWDED:
                raise ValueError("it has too much in a row or a text")
            if event == "end" and (not tag or element.tag == tag):
                yield element
                began = 0
                element.clear()
                if element is not root and tag:
                    root.clear()
