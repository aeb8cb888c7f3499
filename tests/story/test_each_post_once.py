"""Every POST of the three services, sent twice under one `Idempotency-Key`: one outcome, told twice. None is left out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.__main__ import SERVICES
from services.notifications.notifications.model import Notification, State
from shared.auth.caller import INSTALLATION
from shared.http import declared_routes
from shared.http.app import Site
from shared.http.gate import Gate
from shared.store import Committed
from tests.story import ending, owed, press
from tests.story.chain import SEATS, Chain
from tests.story.editions import come_before
from tests.story.effects import bring_about
from tests.story.examples import as_their_examples_say, fits
from tests.story.gatherings import call_off, put_on_programme
from tests.story.history import PAGES as HISTORY_PAGES
from tests.story.history import TABLES, tell_of_before
from tests.story.house import House, house
from tests.story.invited import LETTERS, PAGES, invite_and_revoke, invite_people
from tests.story.meeting import PAGES as MINUTES_PAGES
from tests.story.meeting import meet
from tests.story.modes import decide_modes
from tests.story.people import POSTS, enter_and_strike
from tests.story.reviewed import PAGES as REVIEW_PAGES
from tests.story.reviewed import decide_and_publish
from tests.waiting import until
from tests.world.records import correlations

ITS_OWN_WAY = {
    **dict.fromkeys(
        ("/registration/v1/imports/jobs", "/registration/imports"), "a table is looked at, of which nobody is told"
    ),
    "/registration/v1/gatherings/{gathering}/fields": "all of it is said anew, and no event tells of it",
    "/registration/v1/registrations/{registration}/answers": "what is answered stands, and no event may tell of it",
    "/registration/v1/registrations/{registration}/answers/{field}/file": "the same bytes are one file, and no event tells",
    **LETTERS,
    "/minutes/v1/reports/{report}/write": "all of it is said anew, and no event tells of it before it is published",
    "/registration/v1/replies": "who declines has withdrawn, and a second answer finds it so",
    "/sign-out": "it leads to the one of registration",
    "/registration/sign-in": "a link signs in once, with a key or without, and an address is sent one a minute",
    "/registration/team": "the form's own key makes a double press one, and who has a role is given it once",
    "/registration/team/revoke": "what is revoked is revoked once",
    "/registration/sessions/end": "what has ended has ended",
    "/registration/sessions/{session:uuid}/end": "what has ended has ended",
    "/registration/sign-out": "there is nothing to do twice: the session has ended, and the browser forgets its cookie",
    "/registration/imports/{job:uuid}": "an import that was begun is not begun again",
    **{
        f"/registration/{what}{path}": "the form carries a key of its own"
        for what in ("people", "organizations", "bodies")
        for path in ("/new", "/{entry:uuid}/edit")
    },
    **{
        f"/registration/{path}": "the form carries a key of its own, and its version where something changes"
        for path in (
            *("series/new", "series/{series:uuid}/edit", "series/{series:uuid}/editions/new", "own/calendar"),
            *("editions/{edition:uuid}/edit", "editions/{edition:uuid}/{step}", "status/answers"),
            *("people/{entry:uuid}/merge", "organizations/{entry:uuid}/merge", "bodies/{entry:uuid}/offices/new"),
            *("offices/{office:uuid}/edit", "offices/{office:uuid}/{step}", "credentials/{credentials:uuid}/{step}"),
            "gatherings/{gathering:uuid}/credentials/new",
            *(
                f"gatherings/{{gathering:uuid}}/programme{each}"
                for each in ("", "/publish", "/{part:uuid}", "/{part:uuid}/withdraw")
            ),
            *("gatherings/{gathering:uuid}/mode/{step}", "effects/{effect:uuid}/{step}", "effect"),
            *(f"gatherings/{{gathering:uuid}}/{path}" for path in ("edit", "overview/{step}", "fields")),
            "gatherings/{gathering:uuid}/registrations/{registration:uuid}",
        )
    },
    "/registration/gatherings/{gathering:uuid}": "browsers send no key; who asked before is there, and is not asked again",
    "/registration/gatherings/{gathering:uuid}/registrations": "the form carries its own key, and a registration's state stands",
    "/registration/gatherings/{gathering:uuid}/registrations/new": "the form's own key, and who stands already stands",
    "/registration/gatherings/{gathering:uuid}/door/walk-in": "the form's own key, and who is inside is inside",
    "/registration/gatherings/{gathering:uuid}/door": "the form's key is the scan, which counts once",
    "/registration/gatherings/new": "the form's own hidden key is the gathering's id",
    "/notifications/v1/notifications/{notification}/call-off": "it is noted once, of the version that was seen",
    "/notifications/mails/{notification:uuid}/{step}": "the form carries its own key, and what it has seen",
    **TABLES,
    **dict.fromkeys(
        (*MINUTES_PAGES, *HISTORY_PAGES), "the form carries its own key, and its version where something changes"
    ),
    **dict.fromkeys(
        (*PAGES, *owed.PAGES, *ending.PAGES, *REVIEW_PAGES, *press.PAGES),
        "the form's own key, and a state or a version, say so",
    ),
    **POSTS,
    **press.SUBSCRIBING,
    "/registration/status/confirm": "only what waits for it is confirmed",
    "/registration/status/withdraw": "each form that was shown has an id, and withdraws once",
    "/registration/status/again": "the form's own key, and a registration's state, say so",
    **dict.fromkeys(("/registration/status/details", "/registration/status/listing"), "the form's own key says so"),
    **{
        f"/{name}/upkeep/{{letter}}/{step}": "the page of the same, by the same rule"
        for name in SERVICES
        for step in ("replay", "discard")
    },
    **{
        f"/{name}/v1/dead-letters/{{letter}}/{step}": why
        for name in SERVICES
        for step, why in (
            ("replay", "every repeat tries the same record, whose effects are keyed by it"),
            ("discard", "If-Match names the one record that it gives up"),
        )
    },
}
"""Those that look at no `Idempotency-Key`, and why a repeat does nothing there either. They are tested where they are at home."""

ORGANIZATIONS = "/registration/v1/organizations"


class Twice(httpx.AsyncClient):
    """Sends each POST twice, under one key and two correlation ids, and expects the same answer."""

    posts: list[str]

    async def request(self, method: str, url: Any, **request: Any) -> httpx.Response:
        if method != "POST":
            return await super().request(method, url, **request)
        n = len(self.posts)
        self.posts.append(str(url).partition("?")[0])
        headers = {**(request.pop("headers", None) or {}), "Idempotency-Key": f"key-{n}"}
        first, again = [
            await super(Twice, self).request(
                method, url, headers=headers | {"X-Correlation-ID": f"{which}-request-{n}"}, **request
            )
            for which in ("first", "again")
        ]
        assert (first.status_code, told(first)) == (again.status_code, told(again)), url
        return first


def told(answer: httpx.Response) -> Any:
    """The answer, without the name of the request in a problem."""
    body = answer.json()
    return body | {"instance": ""} if isinstance(body, dict) else body


def sending_twice(client: httpx.AsyncClient, here: House, posts: list[str] | None = None) -> Twice:
    """As this client, but each POST twice. `posts`: those that it is counted with, so that no two have one key."""
    transport = httpx.ASGITransport(here.process.app, raise_app_exceptions=False)
    twice = Twice(transport=transport, base_url=client.base_url, headers=client.headers)
    twice.posts = [] if posts is None else posts
    return twice


def posts(here: House) -> Iterator[str]:
    """The template of each POST route, as it is reached."""
    assert isinstance(here.process.app, Gate)
    assert isinstance(here.process.app.app, Site)
    site = here.process.app.app
    for prefix, app in (("", site.front), *((f"/{name}", app) for name, app in site.apps.items())):
        yield from (prefix + route.path for route in declared_routes(app) if "POST" in route.methods)


@pytest.mark.timeout(300)  # it leads the whole chain and more, each step twice
async def test_every_post_is_done_once_for_a_key_or_says_why_it_needs_none(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        async with sending_twice(secretary, here) as twice:
            await lead(here, twice)
            await as_their_examples_say(twice, twice.posts)
            await here.settle()
            asked = twice.posts
        routes = set(posts(here))
        met = {template for template in routes for path in asked if fits(template, path)}
        assert routes - met == ITS_OWN_WAY.keys()
        told_of = await correlations(here.service("minutes").log)
        assert [each for each in told_of if each.startswith("again")] == [], "something was done twice"
        quiet = [path for n, path in enumerate(asked) if f"first-request-{n}" not in told_of]
        assert quiet == [], "the first was to do something, or this shows nothing"


async def lead(here: House, twice: Twice) -> None:
    """The whole chain, and what else can be asked for."""
    chain = Chain(here, twice)
    await come_before(chain)
    await chain.bring_in()
    await tell_of_before(chain)
    await chain.announce(capacity={"delegate": SEATS, "press": 1})
    await decide_modes(chain)
    for n in range(SEATS):
        await chain.register(n)
    await here.settle()
    await turn_away_and_let_in(here, chain, twice)
    await chain.cancel(2)
    await retry(here, twice)
    await import_later(here, twice)
    for some in (invite_and_revoke, invite_people, put_on_programme, enter_and_strike):
        await some(chain)
    await sign_out_elsewhere(here, twice)
    await chain.move(chain.path, "close", "convene")
    for n in (0, 1, 3, SEATS - 1):
        await chain.passes(n, "entries")
    await chain.passes(SEATS - 1, "exits")
    await here.settle()
    await meet(chain)
    await bring_about(chain)
    await decide_and_publish(chain, lambda client: sending_twice(client, here, twice.posts))
    await chain.move(chain.path, "hold")
    await call_off(chain)


async def turn_away_and_let_in(here: House, chain: Chain, twice: Twice) -> None:
    """Three ask for themselves: one is let in and withdraws, one is rejected, one with all who still ask. And two entries."""
    form = {"code": "NEW", "name": {"en": "New Authority"}, "organization_kind": "authority"}
    kept, twin = [await chain.post(ORGANIZATIONS, form | {"code": code}) for code in ("NEW", "TWIN")]
    path = f"{ORGANIZATIONS}/{twin.json()['id']}"
    tag = {"If-Match": (await twice.get(path)).headers["ETag"]}
    await chain.post(f"{path}/merge", {"into": kept.json()["id"]}, **tag)
    for n, answer in enumerate(("approve", "reject", "many")):
        form = {"name": f"Asker {n}", "email": f"asker{n}@example.org"}
        person = (await chain.post("/registration/v1/people", form)).json()["id"]
        async with here.client("person", sub=UUID(person)) as client, sending_twice(client, here) as own:
            own.posts = twice.posts  # counted together: no two have one key
            made = await own.post(f"{chain.path}/registrations", json={"category": "press"})
            assert (made.status_code, made.json()["state"]) == (201, "pending"), made.text
            path = f"/registration/v1/registrations/{made.json()['id']}"
            if answer == "many":
                await here.settle()
                form = {"verdict": "reject", "standing": "to_be_approved"}
                many = await twice.post(f"{chain.path}/registrations/many", json=form)
                assert (many.status_code, many.json()["total"]) == (202, 1), many.text
                assert (await twice.get(many.headers["Location"])).json()["id"] == many.json()["id"]
                continue
            why = {"reason": "no_places"} if answer == "reject" else None
            for step, said in (("hold", {"reason": "being_checked"}), ("release", None), (answer, why)):
                await chain.post(f"{path}/{step}", said, **{"If-Match": (await twice.get(path)).headers["ETag"]})
            if answer == "reject":
                await merge(here, chain, twice, person)
            if answer == "approve":
                tag = {"If-Match": (await own.get(path)).headers["ETag"]}
                assert (await own.post(f"{path}/withdraw", headers=tag)).status_code == 200


async def merge(here: House, chain: Chain, twice: Twice, kept: str) -> None:
    """Somebody was entered twice."""
    async with here.client("secretariat") as once:  # of a person only the newest state is kept on the log
        made = await once.post("/registration/v1/people", json={"name": "Twin", "email": "twin@example.org"})
    path = f"/registration/v1/people/{made.json()['id']}"
    tag = {"If-Match": (await twice.get(path)).headers["ETag"]}
    await chain.post(f"{path}/merge", {"into": kept}, **tag)


async def sign_out_elsewhere(here: House, twice: Twice) -> None:
    """Whoever runs the installation is signed in by browsers, and ends one of these sessions, then all."""
    path = "/registration/v1/sessions"
    async with here.client("person", sub=INSTALLATION) as client, sending_twice(client, here) as own:
        own.posts = twice.posts
        for step in ("end", "all"):
            link = here.process.installation.keys.link("installation", uuid4(), timedelta(hours=1))
            async with here.client() as browser:
                assert (await browser.post("/registration/sign-in", data={"link": link})).status_code == 303
            [session] = (await client.get(path)).json()
            address = f"{path}/{session['id']}/end" if step == "end" else f"{path}/end"
            assert (await own.post(address)).status_code == 200
            assert (await client.get(path)).json() == []


async def retry(here: House, twice: Twice) -> None:
    """A notification that failed is sent again, and one that was sent: both tell what still is so."""
    await here.settle()
    store = here.service("notifications").store
    rejected = {"state": State.SENT, "template": "registration-rejected"}
    [stored] = (await store.find(Notification, rejected, limit=1)).items
    failed = replace(stored, entity=replace(stored.entity, state=State.PERMANENT_FAILURE, due=None))
    assert await store.commit([failed]) == [Committed(stored.version + 1)]
    path = f"/notifications/v1/notifications/{stored.id}"
    tag = (await twice.get(path)).headers["ETag"]
    assert (await twice.post(f"{path}/retry", headers={"If-Match": tag})).status_code == 200
    confirmed = {"state": State.SENT, "template": "registration-confirmed"}
    [first] = (await store.find(Notification, confirmed, sort="queued_at", limit=1)).items
    again = await twice.post(f"/notifications/v1/notifications/{first.id}/again", json={"seen": 0})
    assert (again.status_code, again.json()["repeats"]) == (201, str(first.id))


async def import_later(here: House, twice: Twice) -> None:
    """A table that is imported by a loop; its rows are told of as asked for by who started it."""
    table, csv = b"email,name\nlater@example.org,Later\n", {"Content-Type": "text/csv"}
    async with here.client("secretariat") as once:
        made = await once.post("/registration/v1/imports/jobs", content=table, headers=csv)
    path = f"/registration/v1/imports/jobs/{made.json()['id']}"
    assert (await twice.post(f"{path}/start", headers={"If-Match": made.headers["ETag"]})).status_code == 200

    async def done() -> bool:
        return bool((await twice.get(path)).json()["stage"] == "done")

    await until(done)
