"""A roster as a table to take away: CSV or XLSX, page by page, so that memory stays flat however many there are."""

import asyncio
import csv
import io
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeAlias

import xlsxwriter

from services.registration.answers.model import Answers
from services.registration.answers.queries import answers_of
from services.registration.fields.checks import Field
from services.registration.people.model import Person
from services.registration.roster import queries
from services.registration.roster.queries import Asked, Shown
from shared import locale
from shared.locale import Texts
from shared.store import Cursor, Store

PAGE = 200
Table: TypeAlias = AsyncIterator[list[Sequence[str | int]]]
COLUMNS = (
    "name",
    "also",
    "organization",
    "category",
    "state",
    "seat",
    "before",
    "title",
    "position",
    "badge",
    "passport",
)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


async def pages(store: Store, asked: Asked, texts: Texts, language: str, fields: Sequence[Field] = ()) -> Table:
    """The head, then what the list shows, with what was answered to these fields."""
    labels = [locale.choose(each.label, language) for each in fields]
    yield [[*(texts[f"column_{name}"] for name in COLUMNS), *labels]]
    after: Cursor | None = None
    while True:
        page = await queries.page(store, asked, PAGE, after)
        rows = await queries.shown(store, [stored.entity for stored in page.items], language)
        said = await answers_of(store, [each.registration.id for each in rows]) if fields else {}
        yield [
            [*_cells(each, texts), *_answers(said.get(each.registration.id), fields, texts, language)] for each in rows
        ]
        if page.next is None or asked.q:
            return
        after = page.next


def _cells(shown: Shown, texts: Texts) -> Sequence[str | int]:
    key = f"category_{shown.registration.category}"
    category = texts[key] if key in texts else shown.registration.category  # noqa: SIM401  Texts is no dict
    seat = "" if shown.registration.seat is None else shown.registration.seat
    before = "" if shown.before is None else shown.before
    return [
        shown.name,
        shown.also,
        shown.organization,
        category,
        texts[f"is_{shown.standing}"],
        seat,
        before,
        *_of(shown.person),
    ]


def _of(person: Person | None) -> list[str]:
    """What a badge and the letter for a visa take; the secretariat alone takes this table away."""
    told = (person.title, person.position, person.badge, person.passport) if person else ("",) * 4
    return [each or "" for each in told]


def _answers(answers: Answers | None, fields: Sequence[Field], texts: Texts, language: str) -> list[str]:
    """A cell for each field, in words."""
    said = answers.given(fields) if answers else {}

    def word(field: Field, value: str) -> str:
        labels = {each.key: locale.choose(each.label, language) for each in field.choices}
        return texts[value] if field.kind == "yes_no" else labels.get(value, value)

    return [", ".join(word(each, value) for value in said.get(each.key, [])) for each in fields]


async def csv_of(table: Table) -> AsyncIterator[bytes]:
    """In UTF-8 with its mark, by which Excel knows it."""
    yield "\ufeff".encode()
    async for page in table:
        text = io.StringIO()
        csv.writer(text).writerows(
            [harmless(cell) if isinstance(cell, str) else cell for cell in cells] for cells in page
        )
        yield text.getvalue().encode()


async def xlsx_of(table: Table, *, right_to_left: bool) -> Path:
    """Written into a file, row by row. A text is written as a text, never as a formula."""
    with NamedTemporaryFile(suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, line = book.add_worksheet(), 0
    if right_to_left:
        sheet.right_to_left()
    async for page in table:
        for cells in page:
            for column, cell in enumerate(cells):
                sheet.write(line, column, cell)
            line += 1
        await asyncio.sleep(0)
    await asyncio.to_thread(book.close)
    return path
