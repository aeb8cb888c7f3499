"""A table as people send it (CSV in UTF-8, or a workbook): what its rows say, and all that is wrong, by line and column."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shared.imports.workbook import as_csv
from shared.text import one_line, paragraphs

MOST_ROWS = 1_000
"""So many are carried out well within the time limit of a request (10 s), also on a small machine that is busy."""
MOST_ROWS_LATER = 20_000
"""So many a job carries out, which answers at once."""
MOST_COLUMNS = 50
MOST_PROBLEMS = 1_000
"""So many are named; whoever has more made one mistake in every row."""
LONGEST_CELL = 500
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would calculate a cell that begins so."""
_BREAK = re.compile(r"\r\n|[\r\v]")
"""A line that ends, as one system or a workbook writes it."""

Check = Callable[[str], str]
"""What a cell means; raises ValueError with what to do about it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: whether a row must fill it, and what its cells may say (an empty one is not asked).

    `longest`: characters of a cell. `lines`: they may break.
    """

    name: str
    check: Check
    required: bool = False
    longest: int = LONGEST_CELL
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where (`line` as an editor counts them, from 1), and what to do. Never repeats the cell."""

    line: int
    column: str
    detail: str


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line by column; empty ones are missing. `lost`: what it names is not on record, so it means nothing."""

    line: int
    cells: Mapping[str, str]
    lost: str = ""

    def get(self, column: str) -> str | None:
        return self.cells.get(column)


@dataclass(slots=True)
class Table:
    """What was read. A row with a problem is not among `rows`; `lines` counts all that are not empty."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: int = 0

    def wrong(self, line: int, column: str, detail: str) -> None:
        self.problems.append(Problem(line, column, detail))


def read_table(content: bytes, columns: Sequence[Column], *, key: str | Sequence[str], most: int = MOST_ROWS) -> Table:
    """Read the whole table, of so many rows at most, and name every problem. No two rows have the same `key` (cells)."""
    table = Table()
    text = _decoded(content, table)
    if text is None:
        return table
    lines = _lines(text, table)
    header = next(lines, None)
    if header is None:
        table.wrong(1, "", f"The file is empty. The first line names: {_names(columns)}.")
        return table
    names = _header(*header, columns, table)
    if table.problems:
        return table
    seen: dict[tuple[str, ...], int] = {}
    whole = (key,) if isinstance(key, str) else tuple(key)
    for line, cells in lines:
        table.lines += 1
        if table.lines > most:
            table.wrong(line, "", f"At most {most} rows; send the rest in another file.")
            break
        if len(table.problems) >= MOST_PROBLEMS:
            table.wrong(line, "", "There may be more after this line; correct those before it first.")
            break
        _add(table, line, dict(zip(names, cells, strict=False)), len(cells) - len(names), columns)
        _once(table, line, whole, seen)
    return table


def _decoded(content: bytes, table: Table) -> str | None:
    try:
        return as_csv(content).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        table.wrong(line, "", "This is not UTF-8. Save the file as “CSV UTF-8” and send it again.")
    except ValueError as unreadable:
        table.wrong(1, "", str(unreadable))
    return None


def _lines(text: str, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not empty, with its number. Commas, or semicolons where the first line has no comma."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            table.wrong(begins, "", _broken(error))
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1


def _broken(error: csv.Error) -> str:
    """What to do about a line that the reader gives up; it tells the cause in words alone."""
    if "field limit" in str(error):
        return "A cell is far too long, or a quotation mark is not closed; correct it."
    return "A quotation mark is opened and not closed, or followed by text; correct it."


def _header(line: int, cells: Sequence[str], columns: Sequence[Column], table: Table) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    known = {column.name for column in columns}
    if len(names) > MOST_COLUMNS:
        detail = f"There are {len(names)} columns, at most {MOST_COLUMNS} are read. Use: {_names(columns)}."
        table.wrong(line, "", detail)
        return names
    for name in dict.fromkeys(names):
        if name not in known:
            shown = name[:40] if name.isprintable() else ""
            table.wrong(line, shown, f"There is no such column. Use: {_names(columns)}.")
        elif names.count(name) > 1:
            table.wrong(line, name, "The column stands twice; keep one.")
    for column in columns:
        if column.required and column.name not in names:
            table.wrong(line, column.name, "The column is missing; add it.")
    return names


def _add(table: Table, line: int, cells: Mapping[str, str], too_many: int, columns: Sequence[Column]) -> None:
    """One row: its cells as they mean, or its problems."""
    before = len(table.problems)
    if too_many > 0:
        table.wrong(line, "", "More cells than columns; put a text that has a comma between quotation marks.")
    values: dict[str, str] = {}
    for column in columns:
        try:
            value = _cell(cells.get(column.name, ""), column)
        except ValueError as wrong:
            table.wrong(line, column.name, str(wrong))
        else:
            if value:
                values[column.name] = value
    if len(table.problems) == before:
        table.rows.append(Row(line, values))


def _cell(text: str, column: Column) -> str:
    value = unicodedata.normalize("NFC", text).strip()
    if text.startswith(FORMULA) or value.startswith(FORMULA):
        raise ValueError("It begins like a formula (=, +, -, @); begin with another character.")
    if not value:
        if column.required:
            raise ValueError("It is empty; fill it.")
        return ""
    if len(value) > column.longest:
        raise ValueError(f"It is too long; at most {column.longest} characters.")
    return column.check(paragraphs(_BREAK.sub("\n", value)) if column.lines else one_line(value))


def _once(table: Table, line: int, key: tuple[str, ...], seen: dict[tuple[str, ...], int]) -> None:
    if not table.rows or table.rows[-1].line != line:
        return
    value = tuple(table.rows[-1].cells[name].casefold() for name in key)
    first = seen.setdefault(value, line)
    if first != line:
        table.rows.pop()
        table.wrong(line, key[-1], f"It stands in line {first} already; keep one of the two.")


def _names(columns: Sequence[Column]) -> str:
    return ", ".join(column.name for column in columns)


def cells_of(content: bytes, lines: Collection[int]) -> dict[int, list[str]]:
    """What stands in these lines, as far as it can be read: to show it beside what is wrong with it."""
    text = _decoded(content, table := Table())
    found = _lines(text, table) if text is not None and lines else iter(())
    return {line: [cell[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]] for line, cells in found if line in lines}
