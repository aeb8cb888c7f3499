"""A Python client that openapi-python-client generates, against a running installation."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import pytest

from plenary.client import token
from services import NAMES
from services.registration.files.model import ENDINGS
from shared.imports.bring import XLSX
from shared.settings import Settings
from tests.clients.tools import PYTHON, installed, said
from tests.plenary.running import Installation

pytestmark = installed

AS_THEY_ARE = ("text/csv", XLSX, "message/rfc822", *ENDINGS)
"""Bodies that a client sends as they are."""

GATHERING = {
    "title": {"en": "River basins"},
    "venue": {"en": "Hall"},
    "starts_at": "2035-03-21T09:00:00+03:30",
    "ends_at": "2035-03-21T17:00:00+03:30",
    "time_zone": "Asia/Tehran",
    "capacity": {"delegate": 1},
}


class Generated:
    """The client of registration, signed in as the secretariat: `of("models")` is a module of it."""

    def __init__(self, running: Installation) -> None:
        url = f"{running.environ['PLENARY_URL']}/registration"
        self.client = self.of("client").AuthenticatedClient(base_url=url, token=token(Settings(data=running.data)))
        self.models = self.of("models")

    @staticmethod
    def of(path: str) -> Any:
        return importlib.import_module(f"registration_client.{path}")

    def ask(self, operation: str, *path: object, **given: Any) -> Any:
        """One operation, `people.get_people`: its answer, `parsed` to the types that were generated."""
        return self.of(f"api.{operation}").sync_detailed(*path, client=self.client, **given)

    def person(self, name: str, email: str) -> UUID:
        form = self.models.PersonForm.from_dict({"name": name, "email": email})
        id: UUID = self.ask("people.post_person", body=form).parsed.id
        return id

    def drafted(self, **other: Any) -> Any:
        return self.ask("gatherings.post_gathering", body=self.models.GatheringForm.from_dict(GATHERING | other))


@pytest.fixture(scope="module")
def generated(described: Path, running: Installation) -> Iterator[Generated]:
    """A Python client of each service, as packages of a folder that can be imported from; that of registration is open."""
    settings = described / "settings.json"
    settings.write_text(
        json.dumps({"content_type_overrides": dict.fromkeys(AS_THEY_ARE, "application/octet-stream"), "post_hooks": []})
    )
    for name in NAMES:
        output = ("--output-path", described / f"{name}_client", "--meta", "none", "--config", settings)
        told = said(PYTHON / "openapi-python-client", "generate", "--path", described / f"{name}.json", *output)
        assert "arning" not in "".join(told), told
    sys.path.insert(0, str(described))
    made = Generated(running)
    with made.client:
        yield made
    sys.path.remove(str(described))


def test_it_registers_somebody(generated: Generated) -> None:
    made = generated.drafted()
    gathering = made.parsed.id
    assert made.headers["Location"].endswith(str(gathering))
    tag = made.headers["ETag"]
    for step in ("announcement", "opening"):
        moved = generated.ask(f"gatherings.post_gathering_{step}", gathering, if_match=tag)
        assert moved.status_code == 200, moved.content
        tag = moved.headers["ETag"]
    states = []
    for n in range(2):
        person = generated.person(f"Robin {n}", f"robin{n}@example.org")
        body = generated.models.RegistrationForm.from_dict({"person": str(person), "category": "delegate"})
        answer = generated.ask("registrations.post_registration", gathering, body=body, idempotency_key=uuid4().hex)
        states.append(str(answer.parsed.state))
    assert states == ["confirmed", "waitlisted"]


def test_it_goes_through_a_list_to_its_end(generated: Generated) -> None:
    made = {generated.person(f"Page {n}", f"page{n}@example.org") for n in range(5)}
    met: list[UUID] = []
    after: dict[str, str] = {}
    pages = 0
    while True:
        answer = generated.ask("people.get_people", limit=2, **after)
        met += [person.id for person in answer.parsed]
        pages += 1
        link = answer.headers.get("Link")
        if link is None:
            break
        address = link.partition("<")[2].partition(">")[0]
        after = {"after": parse_qs(urlsplit(address).query)["after"][0]}
    assert len(met) == len(set(met))
    assert made <= set(met)
    assert pages == -(-len(met) // 2)


def test_it_reads_what_is_wrong(generated: Generated) -> None:
    gathering = generated.drafted().parsed.id
    refused = {
        "/problems/not-found": generated.ask("gatherings.get_gathering", uuid4()),
        "/problems/conflict": generated.ask("gatherings.post_gathering_opening", gathering, if_match='"1"'),
        "/problems/stale": generated.ask("gatherings.post_gathering_announcement", gathering, if_match='"7"'),
        "/problems/invalid": generated.drafted(time_zone="Nowhere/At all"),
    }
    for type, answer in refused.items():
        assert isinstance(answer.parsed, generated.models.Problem), (type, answer)
        assert (answer.parsed.type_, answer.parsed.status) == (type, answer.status_code)
    assert [each.pointer for each in refused["/problems/invalid"].parsed.errors] == ["#/time_zone"]
