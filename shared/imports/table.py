"""A table as people send it (CSV in UTF-8, or a workbook): what its rows say, and all that is wrong, by line and column."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shared.imports.workbook import as_csv
from shared.imports.wrong import Problem, Wrong
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
"""What a cell means; raises `Wrong`."""


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
class Row:
    """The cells of a line by column; empty ones are missing. `lost`: what it names is not on record, so it means nothing."""

    line: int
    cells: Mapping[str, str]
    lost: Problem | None = None

    def get(self, column: str) -> str | None:
        return self.cells.get(column)


@dataclass(slots=True)
class Table:
    """What was read. A row with a problem is not among `rows`; `lines` counts all that are not empty."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: int = 0

    def wrong(self, line: int, column: str, wrong: Wrong) -> None:
        self.problems.append(wrong.at(line, column))


def read_table(content: bytes, columns: Sequence[Column], *, key: str | Sequence[str], most: int = MOST_ROWS) -> Table:
    """Read the whole table, of so many rows at most, and name every problem. No two rows have the same `key` (cells)."""
    table = Table()
    text = _decoded(content, table)
    if text is None:
        return table
    lines = _lines(text, table)
    header = next(lines, None)
    if header is None:
        empty = Wrong("file-empty", "The file is empty. The first line names: {names}.", names=_names(columns))
        table.wrong(1, "", empty)
        return table
    names = _header(*header, columns, table)
    if table.problems:
        return table
    seen: dict[tuple[str, ...], int] = {}
    whole = (key,) if isinstance(key, str) else tuple(key)
    for line, cells in lines:
        table.lines += 1
        if table.lines > most:
            table.wrong(line, "", Wrong("too-many-rows", "At most {n} rows; send the rest in another file.", n=most))
            break
        if len(table.problems) >= MOST_PROBLEMS:
            more = Wrong("more-may-follow", "There may be more after this line; correct those before it first.")
            table.wrong(line, "", more)
            break
        _add(table, line, dict(zip(names, cells, strict=False)), len(cells) - len(names), columns)
        _once(table, line, whole, seen)
    return table


def _decoded(content: bytes, table: Table) -> str | None:
    try:
        return as_csv(content).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        table.wrong(line, "", Wrong("not-utf-8", "This is not UTF-8. Save the file as “CSV UTF-8” and send it again."))
    except Wrong as unreadable:
        table.wrong(1, "", unreadable)
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


def _broken(error: csv.Error) -> Wrong:
    """What to do about a line that the reader gives up; it tells the cause in words alone."""
    if "field limit" in str(error):
        return Wrong("cell-without-end", "A cell is far too long, or a quotation mark is not closed; correct it.")
    return Wrong("quotation-mark", "A quotation mark is opened and not closed, or followed by text; correct it.")


def _header(line: int, cells: Sequence[str], columns: Sequence[Column], table: Table) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    known, use = {column.name for column in columns}, _names(columns)
    if len(names) > MOST_COLUMNS:
        detail = "There are {n} columns, at most {most} are read. Use: {names}."
        table.wrong(line, "", Wrong("too-many-columns", detail, n=len(names), most=MOST_COLUMNS, names=use))
        return names
    for name in dict.fromkeys(names):
        if name not in known:
            shown = name[:40] if name.isprintable() else ""
            table.wrong(line, shown, Wrong("no-such-column", "There is no such column. Use: {names}.", names=use))
        elif names.count(name) > 1:
            table.wrong(line, name, Wrong("column-twice", "The column stands twice; keep one."))
    for column in columns:
        if column.required and column.name not in names:
            table.wrong(line, column.name, Wrong("column-missing", "The column is missing; add it."))
    return names


def _add(table: Table, line: int, cells: Mapping[str, str], too_many: int, columns: Sequence[Column]) -> None:
    """One row: its cells as they mean, or its problems."""
    before = len(table.problems)
    if too_many > 0:
        more = Wrong("too-many-cells", "More cells than columns; put a text that has a comma between quotation marks.")
        table.wrong(line, "", more)
    values: dict[str, str] = {}
    for column in columns:
        try:
            values[column.name] = _cell(cells.get(column.name, ""), column)
        except Wrong as wrong:
            table.wrong(line, column.name, wrong)
    if len(table.problems) == before:
        table.rows.append(Row(line, {name: value for name, value in values.items() if value}))


def _cell(text: str, column: Column) -> str:
    value = unicodedata.normalize("NFC", text).strip()
    if text.startswith(FORMULA) or value.startswith(FORMULA):
        raise Wrong("formula", "It begins like a formula (=, +, -, @); begin with another character.")
    if column.required and not value:
        raise Wrong("empty", "It is empty; fill it.")
    if len(value) > column.longest:
        raise Wrong("too-long", "It is too long; at most {n} characters.", n=column.longest)
    try:
        value = paragraphs(_BREAK.sub("\n", value)) if column.lines else one_line(value)
    except ValueError as error:
        raise Wrong("control-character", str(error)) from error
    return column.check(value) if value else ""


def _once(table: Table, line: int, key: tuple[str, ...], seen: dict[tuple[str, ...], int]) -> None:
    if not table.rows or table.rows[-1].line != line:
        return
    value = tuple(table.rows[-1].cells[name].casefold() for name in key)
    first = seen.setdefault(value, line)
    if first != line:
        table.rows.pop()
        table.wrong(line, key[-1], Wrong("row-twice", "It stands in line {n} already; keep one of the two.", n=first))


def _names(columns: Sequence[Column]) -> str:
    return ", ".join(column.name for column in columns)


def cells_of(content: bytes, lines: Collection[int]) -> dict[int, list[str]]:
    """What stands in these lines, as far as it can be read: to show it beside what is wrong with it."""
    text = _decoded(content, table := Table())
    found = _lines(text, table) if text is not None and lines else iter(())
    return {line: [cell[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]] for line, cells in found if line in lines}
