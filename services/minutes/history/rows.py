"""Import of statements and of open commitments of earlier editions: what a row means, and what only the store knows of it.

A row is known by its edition and its reference: from these its id is made, so importing again makes nothing double.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from unicodedata import normalize
from uuid import UUID, uuid5

from services.minutes.actions.commands import RecordAction
from services.minutes.actions.handlers import bring_action
from services.minutes.history.columns import COMMITMENT_COLUMNS, KEY, STATEMENT_COLUMNS
from services.minutes.history.known import Known, known
from services.minutes.statements.handlers import bring_statement
from services.minutes.statements.model import BringStatement
from shared.auth import Keys
from shared.contracts import Message
from shared.contracts.actions import ActionFacts
from shared.contracts.statements import Occasion, Speech
from shared.imports.columns import NO_TIME, SEVERAL_SERIES
from shared.imports.rows import Generations, Import, envelope
from shared.imports.table import Row, Table, read_table
from shared.imports.wrong import Problem, Wrong
from shared.locale import LANGUAGES, digits
from shared.locale.fold import folded
from shared.periods import period
from shared.store import Store

NO_EDITION = Wrong(
    "no-edition",
    "No edition of this number is on record of a series with this title; bring it first, or correct title and number.",
)
NO_CALENDAR = Wrong("which-calendar", "In which calendar? Write gregorian, solar_hijri or islamic.")
NO_ORGANIZATION = Wrong("no-organization", "No organization on record has this code or name; enter or correct it.")
SEVERAL_ORGANIZATIONS = Wrong("several-organizations", "Several organizations have this name; write the code.")
NOBODY = Wrong("nobody", "Nobody on record has this name; bring the person first, or leave it empty.")
SEVERAL_PEOPLE = Wrong(
    "several-people", "Several people have this name; write instead the id in the address of the page of the one."
)
NO_BODY = Wrong("no-body", "No body on record has this name; correct it.")
SEVERAL_BODIES = Wrong("several-bodies", "Several bodies have this name; name one of them otherwise first.")
ONE_NAME = Wrong("one-name", "In the name of an organization or of a body: keep one of both.")
ONE_OWNER = Wrong("one-owner", "Its owner is a person or an organization: keep one of both.")
NO_OWNER = Wrong(
    "no-owner", "Somebody took on what is committed: write a person or an organization, or “action” as its kind."
)
NO_TEXT = Wrong("no-text", "Write in at least one language what is to be done.")
NO_DAY = Wrong("no-day", "Write a day as 1377-08-12; if only the edition is known, leave it empty.")


def _read_statements(content: bytes, most: int) -> Table:
    table = read_table(content, STATEMENT_COLUMNS, key=KEY, most=most)
    table.problems += [
        ONE_NAME.at(row.line, "body") for row in table.rows if row.get("organization") and row.get("body")
    ]
    return table


def _read_commitments(content: bytes, most: int) -> Table:
    table = read_table(content, COMMITMENT_COLUMNS, key=KEY, most=most)
    for row in table.rows:
        if not _text(row):
            table.wrong(row.line, f"text_{LANGUAGES[0]}", NO_TEXT)
        if row.get("person") and row.get("organization"):
            table.wrong(row.line, "organization", ONE_OWNER)
        elif row.get("kind") != "action" and not (row.get("person") or row.get("organization")):
            table.wrong(row.line, "organization", NO_OWNER)
    return table


async def _known(store: Store, _: Keys, table: Table) -> Generations:
    """Each row with the ids of what it names, and its times as they are kept."""
    found, rows = await known(store, table.rows), []
    for row in table.rows:
        joined, problems = _joined(row, found)
        table.problems += problems
        rows.append(replace(joined, lost=problems[0]) if problems else joined)
    return [rows]


def _joined(row: Row, found: Known) -> tuple[Row, list[Problem]]:
    """The row with ids in place of names; and what is wrong with it."""
    cells, problems = dict(row.cells), list[Problem]()

    def one(column: str, there: set[UUID], none: Wrong, several: Wrong) -> None:
        if len(there) == 1:
            cells[column] = str(next(iter(there)))
        else:
            problems.append((several if there else none).at(row.line, column))

    one("series", edition := found.edition(row), NO_EDITION, SEVERAL_SERIES)
    homes: set[UUID] = set()
    if cell := row.get("organization"):
        one("organization", homes := found.organization(cell), NO_ORGANIZATION, SEVERAL_ORGANIZATIONS)
    for column in ("speaker", "person"):
        if cell := row.get(column):
            one(column, found.person(cell, homes), NOBODY, SEVERAL_PEOPLE)
    if cell := row.get("body"):
        one("body", found.bodies.get(folded(cell), set()), NO_BODY, SEVERAL_BODIES)
    calendar = row.get("calendar") or (found.calendars[next(iter(edition))] if len(edition) == 1 else None)
    cells["calendar"] = calendar or ""
    problems += _no_such_times(row, cells)
    return Row(row.line, cells), problems


def _no_such_times(row: Row, cells: dict[str, str]) -> Iterator[Problem]:
    """What is wrong with its times, which are as they are kept then: the day of a statement as a civil day."""
    for name in ("said_on", "due"):
        if not (typed := row.get(name)):
            continue
        if not cells["calendar"]:
            yield NO_CALENDAR.at(row.line, "calendar")
            continue
        try:
            there = period(typed, cells["calendar"])  # type: ignore[arg-type]  # the column allows no other
        except ValueError:
            yield NO_TIME.at(row.line, name)
            continue
        if name == "said_on" and not there.day:
            yield NO_DAY.at(row.line, name)
        elif name == "said_on":
            cells[name] = there.first.isoformat()


def _bring_statement(row: Row, message: Message, _: Keys) -> BringStatement:
    return BringStatement(
        **envelope(row, message),
        statement=_id(row, "statement"),
        occasion=Occasion(edition=UUID(row.cells["series"]), said_on=_day(row.get("said_on"))),
        facts=Speech(
            manner=row.cells["manner"],
            said_in=row.cells["language"],
            speaker=_maybe(row.get("speaker")),
            organization=_maybe(row.get("organization")),
            body=_maybe(row.get("body")),
            public=False,
        ),
        words=row.cells["words"],
        subject=row.get("subject") or "",
    )


def _record_commitment(row: Row, message: Message, _: Keys) -> RecordAction:
    return RecordAction(
        **envelope(row, message),
        action=_id(row, "commitment"),
        facts=ActionFacts(
            action_kind=row.get("kind") or "commitment",
            text=_text(row),
            edition=UUID(row.cells["series"]),
            person=_maybe(row.get("person")),
            organization=_maybe(row.get("organization")),
            due=row.get("due") or "",
            calendar=row.get("calendar") or "gregorian",
        ),
        quiet=True,
    )


def _id(row: Row, what: str) -> UUID:
    """Made of the edition and the reference, whatever the letters and digits that it is typed in."""
    reference = digits(normalize("NFKC", row.cells["reference"]).casefold(), "latin")
    return uuid5(UUID(row.cells["series"]), f"{what} {reference}")


def _text(row: Row) -> dict[str, str]:
    said = {tag: row.get(f"text_{tag}") for tag in LANGUAGES}
    return {tag: words for tag, words in said.items() if words}


def _maybe(id: str | None) -> UUID | None:
    return UUID(id) if id else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


STATEMENTS = Import(handler=bring_statement, read=_read_statements, known=_known, command=_bring_statement)
COMMITMENTS = Import(handler=bring_action, read=_read_commitments, known=_known, command=_record_commitment)
TABLES: Mapping[str, Import] = {"statements": STATEMENTS, "commitments": COMMITMENTS}
"""What minutes imports, by name."""
