"""A table as it was pasted: who is named, row by row, and what is wrong with a row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from services.registration.invitations.named import Named
from services.registration.people.typed import address
from shared.locale import LANGUAGES
from shared.text import is_control

ROWS = 300
"""So many rows a table has at most."""
LONGEST = 200
"""Characters of a name, or of a position."""
LARGEST = ROWS * 700
"""Characters of a table: in so many each row has room for a name, an address and a position as long as they may be."""


@dataclass(slots=True)
class Row:
    """A row: `text` as it was pasted, who it names, or the key of the text that says what is `wrong`."""

    number: int
    text: str
    named: Named | None = None
    wrong: str = ""


def too_much(table: str) -> bool:
    """Whether a table is longer than is read: then nobody of it is named, since who was would be left to chance."""
    return len(table) > LARGEST or sum(1 for line in table.splitlines() if line.strip()) > ROWS


def rows_of(table: str, language: str) -> list[Row]:
    """Each row that is not empty; separated by tabs, semicolons or commas. A first row of headings, without an address, is none.

    The cell with the address may stand anywhere, and so may a code of a language; of the others the first is the name, the
    second the position; a number is the number of the row. Twice the same address is once too often.
    """
    lines = [(number, line) for number, line in enumerate(table.splitlines(), 1) if line.strip()]
    if len(lines) > 1 and "@" not in lines[0][1] and "@" in lines[1][1]:
        lines = lines[1:]
    found, seen = [], set[str]()
    for number, line in lines:
        row = _row(number, line, language)
        if row.named and row.named.email in seen:
            row.named, row.wrong = None, "row_twice"
        elif row.named:
            seen.add(row.named.email)
        found.append(row)
    return found


def _row(number: int, line: str, language: str) -> Row:
    cells = list(_cells(line))
    others = [each for each in cells if "@" not in each and each.lower() not in LANGUAGES and not each.isdecimal()]
    reads = next((each.lower() for each in cells if each.lower() in LANGUAGES), language)
    try:
        email = address(next((each for each in cells if "@" in each), ""))
    except ValueError:
        return Row(number, line, wrong="row_email")
    name, position = (*others, "", "")[:2]
    if not name or any(len(each) > LONGEST or any(map(is_control, each)) for each in (name, position)):
        return Row(number, line, wrong="row_name")
    return Row(number, line, Named(name, email, reads, position or None))


def _cells(line: str) -> Iterator[str]:
    mark = next((each for each in ("\t", ";", ",") if each in line), "،")
    yield from (cell.strip() for cell in next(csv.reader([line], delimiter=mark), []) if cell.strip())
