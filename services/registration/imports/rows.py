"""Import of organizations, people and earlier editions: what a row means, and what only the store knows of it.

An organization's id is made from its code, an edition's from series and number, a person is found by the address; so importing
again changes only what is different.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID, uuid5

from services.registration.editions.handlers import record_edition
from services.registration.imports.columns import NAME_COLUMNS, ORGANIZATION_COLUMNS, PERSON_COLUMNS
from services.registration.imports.earlier import of_series, read_editions, record_edition_of
from services.registration.organizations.handlers import list_organization
from services.registration.organizations.model import ListOrganization, Organization, above_itself, ranks
from services.registration.organizations.queries import parents, unlisted
from services.registration.people.commands import RecordPerson
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from services.registration.people.typed import fingerprint
from shared.auth import Keys
from shared.contracts import Message
from shared.contracts.organizations import OrganizationFacts, organization_id
from shared.flow import Read
from shared.imports.rows import Generations, Import, envelope, in_waves
from shared.imports.table import Row, Table, read_table
from shared.imports.wrong import Problem, Wrong
from shared.locale import DEFAULTS, LANGUAGES
from shared.store import In, Store, Stored

NO_NAME = Wrong("no-name", "Give the name in at least one language.")
NO_ORGANIZATION = Wrong("no-such-code", "There is no organization with this code; import or correct it.")
FORMER = Wrong(
    "former-address",
    "Somebody had this address who has another one now; write that one. For somebody new who has it, enter the person first.",
)


def _read_organizations(content: bytes, most: int) -> Table:
    table = read_table(content, ORGANIZATION_COLUMNS, key="code", most=most)
    for row in table.rows:
        if not any(map(row.get, NAME_COLUMNS.values())):
            table.wrong(row.line, NAME_COLUMNS[LANGUAGES[0]], NO_NAME)
    return table


def _list_organization(row: Row, message: Message, _: Keys) -> ListOrganization:
    names = {language: row.get(column) for language, column in NAME_COLUMNS.items()}
    return ListOrganization(
        **envelope(row, message),
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
    told = envelope(row, message)
    return RecordPerson(
        **told,
        person=uuid5(told["id"], "person"),
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


async def _organizations_known(store: Store, _: Keys, table: Table) -> Generations:
    """Those that others name as parent come before these."""
    coming = {_id(row): row for row in table.rows}
    read = await _listed(store, table, "parent", set(coming))
    rank = ranks(await parents(read, {id: _organization(row.get("parent")) for id, row in coming.items()}))
    generations: dict[int, list[Row]] = {}
    circle = above_itself()
    for id, row in coming.items():
        if id not in rank:
            table.problems.append(Problem(row.line, "parent", circle.detail, circle.slug))
        generations.setdefault(rank.get(id, 0), []).append(row)
    return [generations[each] for each in sorted(generations)]


async def _people_known(store: Store, keys: Keys, table: Table) -> Generations:
    await _listed(store, table, "organization", set())
    table.problems += await _former_addresses(store, keys, table.rows)
    return [table.rows]


async def _editions_known(store: Store, _: Keys, table: Table) -> Generations:
    return [await of_series(store, table)]


async def _listed(store: Store, table: Table, column: str, coming: set[UUID]) -> Read:
    """Names the rows whose organization is neither on record nor coming in the table."""
    named, read = {row.line: _organization(row.get(column)) for row in table.rows}, Read(store)
    wanted = {id for id in named.values() if id} - coming
    await read.ahead(*((Organization, id) for id in sorted(wanted)))
    missing = await unlisted(read, wanted)
    table.problems += [NO_ORGANIZATION.at(line, column) for line, id in named.items() if id in missing]
    return read


async def _former_addresses(store: Store, keys: Keys, rows: Sequence[Row]) -> list[Problem]:
    """Rows with an address that nobody has, and that somebody had: an old table neither takes it back nor makes a double."""
    problems = []
    for wave in in_waves(rows):
        held = {stored.entity.email for stored in await _people_there(store, wave)}
        free = {fingerprint(keys, row.cells["email"]): row for row in wave if row.cells["email"] not in held}
        moved = await store.find(Person, {"former": In(list(free))}, limit=len(rows)) if free else None
        found = {free[stored.entity.former].line for stored in moved.items if stored.entity.former} if moved else ()
        problems += [FORMER.at(line, "email") for line in found]
    return problems


def _id(row: Row) -> UUID:
    return organization_id(row.cells["code"])


def _organization(code: str | None) -> UUID | None:
    return organization_id(code) if code else None


ORGANIZATIONS = Import(
    handler=list_organization,
    read=_read_organizations,
    known=_organizations_known,
    command=_list_organization,
)
PEOPLE = Import(
    handler=record_person,
    read=lambda content, most: read_table(content, PERSON_COLUMNS, key="email", most=most),
    known=_people_known,
    command=_record_person,
)
EDITIONS = Import(
    handler=record_edition,
    read=read_editions,
    known=_editions_known,
    command=lambda row, message, _: record_edition_of(row, envelope(row, message)),
)

TABLES: Mapping[str, Import] = {"organizations": ORGANIZATIONS, "people": PEOPLE, "editions": EDITIONS}
"""What registration imports, by name."""
