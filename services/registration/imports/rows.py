"""Import of organizations, people and earlier editions: one reading for the dry run and for the import, then a command a row.

An organization's id is made from its code, an edition's from series and number, a person is found by the address; so importing
again changes only what is different.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from services.registration.editions.handlers import record_edition
from services.registration.editions.model import Edition
from services.registration.imports.columns import NAME_COLUMNS, ORGANIZATION_COLUMNS, PERSON_COLUMNS
from services.registration.imports.earlier import of_series, read_editions, record_edition_of
from services.registration.imports.table import MOST_ROWS, Problem, Row, Table, read_table
from services.registration.organizations.handlers import list_organization
from services.registration.organizations.model import (
    ListOrganization,
    Organization,
    above_itself,
    organization_id,
    ranks,
)
from services.registration.organizations.queries import parents, unlisted
from services.registration.people.commands import RecordPerson
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from services.registration.people.typed import fingerprint
from shared.auth import Keys
from shared.contracts import Message
from shared.contracts.organizations import OrganizationFacts
from shared.errors import Invalid, Refused
from shared.flow import Decide, Read
from shared.locale import DEFAULTS, LANGUAGES
from shared.store import In, Store, Stored

WAVE = 200
"""Rows that are carried out together; their commits share flights."""

FORMER = "Somebody had this address who has another one now; write that one. For somebody new who has it, enter the person first."

Run: TypeAlias = Callable[[Decide[Any], Any], Awaitable[Stored[Any]]]
"""How a row's command is run."""


@dataclass(slots=True)
class Report:
    """What came of an import, or would come of it. `rows` are all that the file holds."""

    rows: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Import:
    """What a kind of table asks for: its documents, and the command of each row."""

    kind: type[Any]
    handler: Decide[Any]
    read: Callable[[bytes, int], Table]
    """The table of a file that has so many rows at most."""
    organizations: str
    """The column that names an organization."""
    command: Callable[[Row, Message, Keys], Any]
    joined: Callable[[Store, Table], Awaitable[Table]] | None = None
    """The same table with what only the store knows."""


def _read_organizations(content: bytes, most: int) -> Table:
    table = read_table(content, ORGANIZATION_COLUMNS, key="code", most=most)
    for row in table.rows:
        if not any(map(row.get, NAME_COLUMNS.values())):
            first = NAME_COLUMNS[LANGUAGES[0]]
            table.problems.append(Problem(row.line, first, "Give the name in at least one language."))
    return table


def _list_organization(row: Row, message: Message, _: Keys) -> ListOrganization:
    names = {language: row.get(column) for language, column in NAME_COLUMNS.items()}
    return ListOrganization(
        **_envelope(row, message),
        organization=_id(row),
        facts=OrganizationFacts(
            code=row.cells["code"],
            name={language: name for language, name in names.items() if name},
            organization_kind=row.cells["kind"],
            country=row.get("country"),
            parent=_organization(row.get("parent")),
            also=[name for each in (row.get("also") or "").split(";") if (name := each.strip())],
            precedence=int(row.get("precedence") or 0) or None,
        ),
    )


def _record_person(row: Row, message: Message, keys: Keys) -> RecordPerson:
    language = row.get("language") or LANGUAGES[0]
    habits = DEFAULTS[language]
    envelope = _envelope(row, message)
    return RecordPerson(
        **envelope,
        person=uuid5(envelope["id"], "person"),
        name=row.cells["name"],
        email=row.cells["email"],
        fingerprint=fingerprint(keys, row.cells["email"]),
        language=language,
        calendar=row.get("calendar") or habits.calendar,  # type: ignore[arg-type]  # the column allows no other
        digits=row.get("digits") or habits.digits,  # type: ignore[arg-type]
        time_zone=row.get("time_zone") or habits.zone,
        organization=_organization(row.get("organization")),
        position=row.get("position"),
        name_also=row.get("name_also"),
        title=row.get("title"),
        badge=row.get("badge"),
        passport=row.get("passport"),
        precedence=int(row.get("precedence") or 0) or None,
        by_address=True,
        partial=True,
    )


async def _people_there(store: Store, rows: Sequence[Row]) -> Iterable[Stored[Person]]:
    addresses = [row.cells["email"] for row in rows]
    return (await store.find(Person, {"email": In(addresses)}, limit=len(rows))).items


ORGANIZATIONS = Import(
    kind=Organization,
    handler=list_organization,
    read=_read_organizations,
    organizations="parent",
    command=_list_organization,
)
PEOPLE = Import(
    kind=Person,
    handler=record_person,
    read=lambda content, most: read_table(content, PERSON_COLUMNS, key="email", most=most),
    organizations="organization",
    command=_record_person,
)


EDITIONS = Import(
    kind=Edition,
    handler=record_edition,
    read=read_editions,
    organizations="",
    command=lambda row, message, _: record_edition_of(row, _envelope(row, message)),
    joined=of_series,
)


async def look(
    store: Store, keys: Keys, what: Import, content: bytes, most: int = MOST_ROWS
) -> tuple[list[list[Row]], Report]:
    """Read a table and name everything that is wrong with it, also what only the store knows.

    The rows come in the order in which they can be carried out: those that others name as parent before these.
    """
    table, read = await asyncio.to_thread(what.read, content, most), Read(store)
    table = await what.joined(store, table) if what.joined else table
    named = {row.line: _organization(row.get(what.organizations)) for row in table.rows}
    own: dict[int, UUID] = {row.line: _id(row) for row in table.rows} if what.kind is Organization else {}
    coming = {id: named[line] for line, id in own.items()}
    wanted = {id for id in named.values() if id} - set(coming)
    await read.ahead(*((Organization, id) for id in sorted(wanted)))
    missing = await unlisted(read, wanted)
    rank = ranks(await parents(read, coming))
    waves: dict[int, list[Row]] = {}
    for row in table.rows:
        if named[row.line] in missing:
            detail = "There is no organization with this code; import or correct it."
            table.problems.append(Problem(row.line, what.organizations, detail))
        elif coming and own[row.line] not in rank:
            table.problems.append(Problem(row.line, what.organizations, above_itself().detail))
        waves.setdefault(rank.get(own[row.line], 0) if own else 0, []).append(row)
    if what.kind is Person:
        table.problems += await _former_addresses(store, keys, table.rows)
    table.problems.sort(key=lambda problem: problem.line)
    return [waves[each] for each in sorted(waves)], Report(rows=table.lines, problems=table.problems)


async def carry_out(store: Store, keys: Keys, run: Run, what: Import, content: bytes, message: Message) -> Report:
    """Import every row, or none: raises `Invalid` with all problems of the table."""
    generations, report = await look(store, keys, what, content)
    must_be_right(report)
    return await carry_out_rows(keys, run, what, generations, message, report.rows)


def must_be_right(report: Report) -> None:
    """Raises `Invalid` (rows-refused) with all problems of the table."""
    if report.problems:
        raise Invalid(
            f"{len(report.problems)} problems; nothing was imported. Correct them and send the file again.",
            code="rows-refused",
            errors=[{"field": _place(each), "detail": each.detail} for each in report.problems],
        )


async def carry_out_rows(
    keys: Keys, run: Run, what: Import, generations: Sequence[Sequence[Row]], message: Message, lines: int
) -> Report:
    """Import the rows of a table that is right, in waves. A row that a rule refuses is reported; the others stand.

    A row that this import has done before is not done again, and reported as it was.
    """
    report = Report(rows=lines)
    for wave in waves_of(generations):
        await carry_out_wave(run, what, commands_of(what, wave, message, keys), report)
    report.problems.sort(key=lambda problem: problem.line)
    return report


def waves_of(generations: Sequence[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """The rows as they are carried out together, one wave after the other."""
    return (wave for rows in generations for wave in _waves(rows))


def commands_of(
    what: Import, wave: Sequence[Row], message: Message, keys: Keys, by: UUID | None = None
) -> dict[int, Any]:
    """The command of each row, by its line; `by`: who imports."""
    return {row.line: replace(what.command(row, message, keys), by=by) for row in wave}


async def carry_out_wave(run: Run, what: Import, commands: Mapping[int, Any], report: Report) -> None:
    """Import these rows together, and report what came of them."""
    await asyncio.gather(*(_import(run, what, line, command, report) for line, command in commands.items()))


async def _import(run: Run, what: Import, line: int, command: Message, report: Report) -> None:
    try:
        stored = await run(what.handler, command)
    except Refused as refused:
        report.problems.append(Problem(line, "", refused.detail))
        return
    done = next((done for done in stored.recent if done.token == command.id), None)
    if done is None or not done.events:
        report.unchanged += 1
    elif done.version == 1:
        report.created += 1
    else:
        report.changed += 1


async def _former_addresses(store: Store, keys: Keys, rows: Sequence[Row]) -> list[Problem]:
    """Rows with an address that nobody has, and that somebody had: an old table neither takes it back nor makes a double."""
    problems = []
    for wave in _waves(rows):
        held = {stored.entity.email for stored in await _people_there(store, wave)}
        free = {fingerprint(keys, row.cells["email"]): row for row in wave if row.cells["email"] not in held}
        moved = await store.find(Person, {"former": In(list(free))}, limit=len(rows)) if free else None
        found = {free[stored.entity.former].line for stored in moved.items if stored.entity.former} if moved else ()
        problems += [Problem(line, "email", FORMER) for line in found]
    return problems


def _envelope(row: Row, message: Message) -> dict[str, Any]:
    """Each row's command has a token of its own, the same whenever the request is repeated; the cells do not enter into it."""
    return {
        "id": uuid5(message.id, f"line {row.line}"),
        "at": message.at,
        "correlation": message.correlation,
        "traceparent": message.traceparent,
    }


def _id(row: Row) -> UUID:
    return organization_id(row.cells["code"])


def _organization(code: str | None) -> UUID | None:
    return organization_id(code) if code else None


def _place(problem: Problem) -> str:
    return f"line {problem.line}, {problem.column}" if problem.column else f"line {problem.line}"


def _waves(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[first : first + WAVE] for first in range(0, len(rows), WAVE))
