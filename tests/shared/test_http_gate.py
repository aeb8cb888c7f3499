"""What every request passes: correlation, limits, headers, cookies, logs, metrics, health, going down."""

import io
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio

from shared.http.limits import Buckets
from shared.settings import Rate
from shared.telemetry import correlation, log_to
from tests.shared.toy import Lines, Site, site, written

WHO = "/toy/v1/whoami"


@pytest.fixture
def lines() -> Iterator[Lines]:
    with written() as found:
        yield found


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("sent", "kept"), [("good-id_1.x", True), ("short", False), ("a b\tcdefgh", False), ("x" * 65, False)]
)
async def test_a_correlation_id_is_kept_if_it_is_harmless(here: Site, sent: str, kept: bool) -> None:
    async with here.client() as client:
        answer = await client.get(WHO, headers={"X-Correlation-ID": sent})
    assert (answer.headers["x-correlation-id"] == sent) is kept
    assert len(answer.headers["x-correlation-id"]) >= 8


async def test_every_answer_carries_the_security_headers(here: Site) -> None:
    async with here.client() as client:
        for path in (WHO, "/nowhere", "/sign-in", "/toy/docs"):
            headers = (await client.get(path)).headers
            assert "default-src 'self'" in headers["content-security-policy"]
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")
            assert headers["cache-control"] == "no-store"


async def test_head_answers_what_get_does_without_the_body(here: Site) -> None:
    async with here.client("secretariat", headers={"Accept-Encoding": "identity"}) as client:
        for path in (WHO, "/toy/v1/notes", "/nowhere", "/sign-in", "/toy/docs", "/health/live", "/static/plenary.css"):
            got, head = await client.get(path), await client.head(path)
            assert (head.status_code, head.content) == (got.status_code, b"")
            assert head.headers.keys() == got.headers.keys()
            assert head.headers["content-length"] == str(len(got.content))
        assert (await client.head("/toy/v1/signup")).status_code == 405


async def test_the_style_sheet_may_be_kept(here: Site) -> None:
    async with here.client() as client:
        for path in ("/static/plenary.css", "/toy/static/plenary.css"):
            answer = await client.get(path)
            assert (answer.status_code, answer.headers["cache-control"]) == (200, "public, max-age=3600")


async def test_a_wrong_token_is_nobody_on_public_routes_and_refused_on_others(here: Site) -> None:
    async with here.client(headers={"Authorization": "Bearer x.y.z"}) as client:
        assert (await client.get(WHO)).json() == {"id": None, "roles": []}
        refused = await client.get("/toy/v1/notes")
    assert (refused.status_code, refused.json()["detail"]) == (401, "The token is not one of this installation.")


async def test_a_caller_who_asks_too_often_is_told_how_long_to_wait(tmp_path: Path) -> None:
    async with site(tmp_path, limit_caller=Rate(0.5, 2)) as here, here.client("observer") as client:
        answers = [await client.get(WHO) for _ in range(3)]
        here.person = uuid4()
        async with here.client("observer") as other:
            answers.append(await other.get(WHO))
    assert [answer.status_code for answer in answers] == [200, 200, 429, 200]
    assert 1 <= int(answers[2].headers["retry-after"]) <= 3


async def test_unknown_posts_and_sign_ins_are_limited_more_strictly(tmp_path: Path) -> None:
    limits = {"limit_anonymous": Rate(1, 9), "limit_anonymous_post": Rate(1, 2), "limit_sign_in": Rate(1, 1)}
    async with site(tmp_path, **limits) as here, here.client() as client:
        posts = [(await client.post("/toy/v1/signup", data={"name": "x"})).status_code for _ in range(3)]
        sign_ins = [(await client.post("/sign-in", data={"link": "x"})).status_code for _ in range(2)]
        assert (posts, sign_ins) == ([200, 200, 429], [405, 429])
        assert (await client.get(WHO)).status_code == 200


def test_a_bucket_fills_again_with_time_and_old_buckets_go() -> None:
    now = [0.0]
    buckets = Buckets("toy", Rate(0.2, 2), clock=lambda: now[0])
    policy = (b"ratelimit-policy", b'"toy";q=2;w=10')
    for at, wait, left in (
        (0.0, 0, b'"toy";r=1;t=5'),
        (0.0, 0, b'"toy";r=0;t=10'),
        (0.5, 5, b'"toy";r=0;t=5'),
        (4.75, 1, b'"toy";r=0;t=1'),
        (5.0, 0, b'"toy";r=0;t=10'),
        (15.0, 0, b'"toy";r=1;t=5'),
    ):
        now[0] = at
        assert buckets.take("a") == (wait, [policy, (b"ratelimit", left)])


async def test_every_answer_that_counts_says_what_is_left(tmp_path: Path) -> None:
    limits = {"limit_caller": Rate(0.01, 3), "limit_anonymous": Rate(0.01, 9)}
    async with site(tmp_path, **limits) as here, here.client("observer") as client, here.client() as nobody:
        answers = [await client.get(path) for path in (WHO, "/toy/nowhere", WHO, WHO)]
        page = await nobody.get("/sign-in")
        here.installation.draining = True
        ending = await nobody.get(WHO)
    assert [answer.status_code for answer in answers] == [200, 404, 200, 429]
    assert {answer.headers["ratelimit-policy"] for answer in answers} == {'"caller";q=3;w=300'}
    assert [answer.headers["ratelimit"].partition(";t=")[0] for answer in answers] == [
        f'"caller";r={left}' for left in (2, 1, 0, 0)
    ]
    assert answers[3].headers["ratelimit"].endswith(f";t={answers[3].headers['retry-after']}")
    assert page.headers["ratelimit"].startswith('"anonymous";r=8;')
    assert "ratelimit" not in ending.headers, "nothing was counted"


async def test_an_access_line_has_the_route_and_no_ids_nor_query(here: Site, lines: Lines) -> None:
    id = uuid4()
    async with here.client("observer") as client:
        await client.get(f"/toy/v1/notes/{id}?name=somebody", headers={"X-Correlation-ID": "abcdefgh"})
    [line] = lines()
    assert (line["message"], line["level"]) == ("GET /toy/v1/notes/{id} 404", "INFO")
    assert line["correlation"] == "abcdefgh"
    assert str(id) not in str(line)
    assert "somebody" not in str(line)


async def test_an_access_line_has_the_form_of_every_line(here: Site, lines: Lines) -> None:
    async with here.client() as client:
        await client.get(WHO, headers={"X-Correlation-ID": "abcdefgh"})
    correlation.set("abcdefgh")
    logging.getLogger("plenary.http").info("GET /toy/v1/whoami 200", extra={"ms": 1.5})
    direct, ordinary = ({**line, "at": line["at"][10:11] + line["at"][-6:], "ms": 0} for line in lines())
    assert direct == ordinary
    assert list(direct) == list(ordinary)


async def test_no_access_line_is_written_where_the_level_is_above(here: Site, lines: Lines) -> None:
    logging.getLogger().setLevel("WARNING")
    async with here.client() as client:
        await client.get(WHO)
    assert lines() == []


async def test_a_line_that_cannot_be_written_stops_no_request(here: Site, lines: Lines) -> None:
    closed = io.StringIO()
    log_to(closed)
    closed.close()
    async with here.client() as client:
        assert (await client.get(WHO)).status_code == 200


async def test_an_access_line_tells_head_from_get(here: Site, lines: Lines) -> None:
    async with here.client() as client:
        await client.head(WHO)
    assert [line["message"] for line in lines()] == ["HEAD /toy/v1/whoami 200"]


async def test_metrics_count_routes_not_ids(here: Site) -> None:
    async with here.client("observer") as client:
        for path in (f"/toy/v1/notes/{uuid4()}", f"/toy/v1/notes/{uuid4()}", "/toy/v1/nowhere/x", "/health/live"):
            await client.get(path)
        await client.request("BREW", WHO)
        await client.head("/health/live")
    text = here.installation.metrics.exposition().decode()
    assert 'plenary_http_seconds_count{method="GET",route="/toy/v1/notes/{id}",status="404"} 2.0' in text
    assert 'method="GET",route="/health/live",status="200"' in text
    assert 'method="HEAD",route="/health/live",status="200"' in text
    assert 'method="other"' in text
    assert "nowhere" not in text


async def test_what_a_service_lacks_is_for_the_secretariat_alone(here: Site) -> None:
    for roles, told in (((), False), (("observer",), False), (("secretariat",), True)):
        async with here.client(*roles) as client:
            ready = (await client.get("/health/ready")).json()
        assert (ready["status"], "services" in ready) == ("ok", told)


async def test_health_says_what_each_service_can_do(here: Site) -> None:
    async with here.client("secretariat") as client:
        assert (await client.get("/health/live")).json() == {"status": "ok"}
        ready = await client.get("/health/ready")
        assert ready.status_code == 200
        assert ready.json()["services"]["toy"]["store"] == "ok"
        await here.service.store.close()
        ready = await client.get("/health/ready")
        assert (ready.status_code, ready.json()["status"]) == (503, "unavailable")


async def test_a_process_that_goes_down_takes_nothing_new_but_tells_its_health(here: Site) -> None:
    here.installation.draining = True
    async with here.client() as client:
        refused = await client.get(WHO)
        ready = await client.get("/health/ready")
        live = await client.get("/health/live")
    assert (refused.status_code, refused.json()["type"]) == (503, "/problems/draining")
    assert (refused.headers["connection"], refused.headers["retry-after"]) == ("close", "2")
    assert (ready.status_code, ready.json()["draining"], live.status_code) == (503, True, 200)


async def test_with_a_cookie_changes_come_from_our_own_pages_only(here: Site) -> None:
    async with here.client() as browser:
        here.sign_in(browser)

        async def post(*headers: tuple[str, str]) -> httpx.Response:
            return await browser.post("/toy/v1/notes", json={"seats": 1}, headers=dict(headers))

        seen = [
            await post(),
            await post(("Sec-Fetch-Site", "cross-site")),
            await post(("Sec-Fetch-Site", "same-site")),
            await post(("Origin", "http://evil.test")),
            await post(("Origin", "null")),
            await post(("Sec-Fetch-Site", "same-origin")),
            await post(("Origin", "http://site.test")),
        ]
        foreign = await browser.post("/sign-in", data={"link": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
        out = await browser.post("/sign-out", headers={"Sec-Fetch-Site": "cross-site"})
    assert [answer.status_code for answer in seen] == [403, 403, 403, 403, 403, 201, 201]
    assert (foreign.status_code, foreign.json()["type"]) == (403, "/problems/cross-site")
    assert out.status_code == 403


async def test_where_the_installation_is_reached_by_https_browsers_are_told_to_stay_there(tmp_path: Path) -> None:
    async with site(tmp_path, public_url="https://plenary.test") as here, here.client() as browser:
        here.sign_in(browser)
        answer = await browser.post("/toy/v1/notes", json={"seats": 1}, headers={"Origin": "https://plenary.test"})
    assert answer.status_code == 201
    assert "strict-transport-security" in answer.headers


async def test_whose_role_was_revoked_and_whose_session_ended_may_nothing_more(here: Site) -> None:
    async with here.client() as browser:
        session = here.sign_in(browser)
        seen = [(await browser.get(WHO)).json()["roles"]]
        here.installation.rights.holds(UUID(int=1), 2, "secretariat", [])
        seen.append((await browser.get(WHO)).json()["roles"])
        here.installation.rights.ended.add(session)
        after = await browser.get(WHO)
        refused = await browser.get("/toy/v1/notes")
    assert seen == [["secretariat"], []]
    assert (after.json()["id"], refused.status_code) == (None, 401)
    assert "ended" in refused.json()["detail"]


async def test_the_public_key_is_public_and_only_it(here: Site) -> None:
    async with here.client() as client:
        (key,) = (await client.get("/.well-known/jwks.json")).json()["keys"]
    assert (key["kty"], key["crv"], key["use"]) == ("OKP", "Ed25519", "sig")
    assert "d" not in key
