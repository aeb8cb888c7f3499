"""Every page: nothing that axe finds in light and in dark, nothing to scroll sideways at 320 px, nothing in the console.

What was seen is kept as pictures in `build/pictures`.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from services.__main__ import SERVICES
from services.process import Process
from shared.http import declared_routes
from shared.http.app import Site
from shared.http.gate import Gate
from shared.settings import Settings
from tests.browser.beside import beside
from tests.browser.conftest import Filled
from tests.browser.office import Office
from tests.browser.visitor import DESK, PHONE, TABLET, Visitor, Way

NO_PAGE = re.compile(
    r"/v1\b|/cards/|/docs$|/received$|/counts$|/news$|/card$|/status\b|/invitation$|/(action|effect|objection)$|\.\{form\b|/many/|\{job"
    r"|/openapi|/health|^/minutes/history/(editions|statements)/\{"
    r"|/metrics|/live|/ready|/feed$|/files/\{field\}$|/\.well-known|/problems/|/design$|\{notification|\{letter"
    r"|^/sign-in$|^/minutes/(\{slug:readable\}(/final-statement)?|final-statement|documents(/awaited)?)$|^/registration/g/|^/minutes/reviews?\b|^/minutes/reports/\{|/reports/own$"
    r"|\{number|\.(ics|xlsx|pdf)$"
)
"""What is data, a part of a page, or shown only in an order of its own (a link, a job, a letter); minutes are reached by id."""


async def _declared(folder: Path) -> set[str]:
    async with Process.open(Settings(data=folder), list(SERVICES.values())) as process:
        assert isinstance(process.app, Gate)
        site = process.app.app
        assert isinstance(site, Site)
        apps = {"": site.front, **{f"/{name}": app for name, app in site.apps.items()}}
        routes = {
            below + each.path for below, app in apps.items() for each in declared_routes(app) if "GET" in each.methods
        }
        return {each for each in routes if not NO_PAGE.search(each)}


def addresses(folder: Path, filled: Filled) -> list[str]:
    """Every page that the routes declare, with ids of things that are there."""
    found = []
    for path in beside(lambda: _declared(folder)):
        ids = {"entry": (path + "//").split("/")[2], "person": "people"}  # else each is called as its things are

        def thing(name: re.Match[str], ids: dict[str, str] = ids) -> str:
            return str(filled.things[ids.get(name[1], name[1])])

        found.append(re.sub(r"\{(\w+):uuid\}", thing, path))
    assert not [each for each in found if "{" in each], "say in NO_PAGE why it is none, or how its id is filled in"
    return sorted(found)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("way", [DESK, PHONE, TABLET], ids=str)
def test_nothing_is_wrong_with_any_page(
    way: Way, comes: Callable[[Way], Visitor], filled: Filled, office: Office, tmp_path: Path
) -> None:
    """`comes` asks so at the end."""
    secretary = comes(way)
    secretary.goes(office.link())
    secretary.presses("web.sign_in")
    for path in addresses(tmp_path, filled):
        secretary.goes(f"{path}?lang={way.language}")
