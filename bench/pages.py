"""What a page costs in a large house: 10,000 people registered for one gathering, on the embedded default, one worker.

`python -m bench.pages` prints these rows alone: of each list and each page of one thing how long the server
takes (p95, one reader), and what the heaviest weighs, with its style and scripts, compressed and without fonts.
"""

import asyncio
import gzip
import re
import sys
import time
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from uuid import UUID

from bench.growth import fill
from bench.rows import Row, show
from bench.servers import running
from plenary.client import token
from services.registration.organizations.handlers import list_organization
from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from services.registration.registrations.place import Rank, Seat
from shared.settings import Settings
from tests.ports import free_port
from tests.registration.facts import asks, organization, person
from tests.registration.house import house, opened
from tests.world.facts import GATHERING

PEOPLE = 10_000
SEATS = 9_000
READINGS = 60
HERE = f"/registration/gatherings/{GATHERING}"
PAGES: Mapping[str, str] = {
    "next gatherings": "/registration/cards/next",
    "registrations": f"{HERE}/registrations",
    "registrations, waiting": f"{HERE}/registrations?state=waitlisted",
    "registrations, searched": f"{HERE}/registrations?q=robin3",
    "registrations, one searched": f"{HERE}/registrations?q=example777",
    "the door": f"{HERE}/door",
    "the door, searched": f"{HERE}/door?q=robin3",
    "overview": f"{HERE}/overview",
    "the form": HERE,
    "people": "/registration/people",
    "people, searched": "/registration/people?q=robin3",
    "a person": f"/registration/people/{person(7).person}",
    "organizations": "/registration/organizations",
    "card: waiting": "/registration/cards/waiting",
    "card: to approve": "/registration/cards/to-approve",
}
"""What is read -> where. Pages of minutes have rows of their own."""
SLOWEST = 50.0
HEAVIEST = 100.0


async def _fill(folder: Path) -> None:
    """So many people, each registered for the one gathering; nothing is published of them."""
    async with house(folder) as service:
        await opened(service, [], delegate=SEATS)
        home = (await service.run(list_organization, organization())).entity.id
        await fill(service.store, [each for n in range(PEOPLE) for each in _guest(n, home)])


def _guest(n: int, home: UUID) -> tuple[Person, Registration]:
    command = person(n, name=f"Robin{n % 97} Example{n}", organization=home)
    guest = Person(command.person)
    guest.record(command)
    registration = Registration.of(asks(n, organization=home))
    registration.take(Seat(n + 1, n + 1) if n < SEATS else Rank(n + 1), "open")
    registration.is_of(guest)
    return guest, registration


def _read(connection: HTTPConnection, path: str, headers: Mapping[str, str]) -> tuple[float, bytes]:
    """Milliseconds, and what came, uncompressed."""
    began = time.perf_counter()
    connection.request("GET", path, headers=dict(headers))
    with connection.getresponse() as answer:
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        taken = (time.perf_counter() - began) * 1000
        return taken, gzip.decompress(content) if answer.headers["Content-Encoding"] == "gzip" else content


def _weight(connection: HTTPConnection, page: bytes, headers: Mapping[str, str]) -> float:
    """KiB of a page, compressed, with what it loads."""
    parts = re.findall(rb'(?:href|src)="([^"]+\.(?:css|js|svg))"', page)
    whole = [page, *(_read(connection, part.decode(), headers)[1] for part in dict.fromkeys(parts))]
    return sum(len(gzip.compress(each)) for each in whole) / 1024


def page_rows(readings: int = READINGS) -> list[Row]:
    """A row for each page, and one for the heaviest."""
    with TemporaryDirectory() as folder:
        asyncio.run(_fill(Path(folder)))
        port, settings = free_port(), Settings(data=Path(folder))
        environment = {"PLENARY_DATA": folder, "PLENARY_PORT": str(port)}
        with running(["-m", "services", "registration"], port, "/health/live", environment):
            return _measured(port, {"Authorization": f"Bearer {token(settings)}", "Accept": "text/html"}, readings)


def _measured(port: int, headers: Mapping[str, str], readings: int) -> list[Row]:
    connection, rows, weights = HTTPConnection("127.0.0.1", port), list[Row](), dict[str, float]()
    for name, path in PAGES.items():
        taken = [_read(connection, path, headers)[0] for _ in range(readings)]
        slow = round(quantiles(taken, n=20)[-1], 1)
        rows.append(_row(f"page at {PEOPLE:,}, {name}: p95", slow, "ms", SLOWEST))
        weights[name] = _weight(connection, _read(connection, path, headers)[1], headers)
    heavy = max(weights, key=lambda name: weights[name])
    return [*rows, _row(f"the heaviest page ({heavy}), compressed", round(weights[heavy], 1), "KiB", HEAVIEST)]


def _row(name: str, value: float, unit: str, most: float) -> Row:
    return Row(name, value, unit, "", None, None, f"<= {most:.0f} {unit}", value <= most)


if __name__ == "__main__":
    found = page_rows()
    show(found)
    sys.exit(0 if all(row.met for row in found) else 1)
