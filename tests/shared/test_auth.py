"""Tokens, links, cursors and sessions: what is ours, and what is not."""

import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import orjson
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, OKPKey

from shared.auth import Caller, Keys, Rights
from shared.auth.keys import Untrusted
from shared.errors import Conflict, Forbidden, Invalid

HOUR = timedelta(hours=1)
NOON = 1_900_000_000.0


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(self.now, UTC)

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def key() -> OKPKey:
    return OKPKey.generate_key("Ed25519")


@pytest.fixture
def keys(key: OKPKey, clock: Clock) -> Keys:
    return Keys(key, issuer="here", clock=clock)


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "key.json"
    first, again = Keys.open(path, issuer="here"), Keys.open(path, issuer="here")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["key.json"]
    assert again.verify(first.issue(uuid4(), [], HOUR)).roles == frozenset()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"kty":"OKP","crv":"Ed25519","x":"*","d":"*"}',
        orjson.dumps(OKPKey.generate_key("Ed25519").as_dict(private=False)),
        orjson.dumps(OKPKey.generate_key("X25519").as_dict(private=True)),
        orjson.dumps(OctKey.generate_key().as_dict(private=True)),
    ],
    ids=["empty", "binary", "list", "null", "no key", "broken", "public", "another curve", "another kind"],
)
def test_a_file_that_is_no_key_is_named_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key.json").write_bytes(content)
    with pytest.raises(Conflict, match=r"key\.json does not hold the key of an installation"):
        Keys.open(tmp_path / "key.json", issuer="here")
    assert (tmp_path / "key.json").read_bytes() == content, "it is never overwritten"


def test_a_key_that_cannot_be_read_is_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "key.json").mkdir()
    with pytest.raises(Conflict, match=r"cannot be read: .*key\.json"):
        Keys.open(tmp_path / "key.json", issuer="here")


def test_processes_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    made: list[Keys] = []
    threads = [
        threading.Thread(target=lambda: made.append(Keys.open(tmp_path / "key.json", issuer="x"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({str(each.public) for each in made}) == 1


def test_a_token_says_who_and_in_which_roles(keys: Keys) -> None:
    person, body = uuid4(), uuid4()
    caller = keys.verify(keys.issue(person, [f"chair:{body}", "secretariat", "emperor", "chair:x", "observer:1"], HOUR))
    assert caller == Caller(person, frozenset({f"chair:{body}", "secretariat"}))
    assert caller.is_("chair")
    assert caller.holds("chair", body)
    assert not caller.holds("chair", uuid4())
    assert caller.of("chair") == (body,)
    assert not caller.is_("observer")


@pytest.mark.parametrize(("after", "good"), [(-59, True), (-61, False), (3659, True), (3661, False)])
def test_a_token_counts_for_its_time_and_a_minute(keys: Keys, clock: Clock, after: float, good: bool) -> None:
    token = keys.issue(uuid4(), [], HOUR)
    clock.now = NOON + after
    if good:
        keys.verify(token)
    else:
        with pytest.raises(Untrusted):
            keys.verify(token)


def test_a_token_that_was_checked_before_still_ends(keys: Keys, clock: Clock) -> None:
    token = keys.issue(uuid4(), [], HOUR)
    keys.verify(token)
    clock.now = NOON + 3661
    for _ in range(2):
        with pytest.raises(Untrusted):
            keys.verify(token)


def test_a_token_says_whether_it_is_too_old_or_too_young(key: OKPKey, keys: Keys, clock: Clock) -> None:
    token = keys.issue(uuid4(), [], HOUR)
    for now, detail in ((NOON + 3661, "has expired"), (NOON - 3600, "not valid yet")):
        clock.now = now
        with pytest.raises(Untrusted, match=detail):
            Keys(key, issuer="here", clock=clock).verify(token)


def test_tokens_of_others_do_not_count(key: OKPKey, keys: Keys) -> None:
    claims = {
        "iss": "here",
        "aud": "plenary",
        "sub": str(uuid4()),
        "roles": [],
        "nbf": int(NOON),
        "exp": int(NOON) + 60,
    }
    header = {"alg": "Ed25519", "typ": "at+jwt"}

    def signed(header: dict[str, str], claims: dict[str, object], by: OKPKey | OctKey = key) -> str:
        return jwt.encode(header, claims, by, algorithms=[header["alg"]])

    good = signed(header, {**claims})
    keys.verify(good)
    head, body, _ = good.split(".")
    public = OctKey.import_key(str(key.as_dict(private=False)["x"]) * 2)
    wrong = [
        "",
        "x",
        "a.b.c",
        "ü.ü.ü",
        "x" * 9_000,
        f"{head}.{body}.",
        good[:-4] + "AAAA",
        signed(header, {**claims}, OKPKey.generate_key("Ed25519")),
        signed({**header, "typ": "JWT"}, {**claims}),
        signed({**header, "alg": "HS256"}, {**claims}, public),
        signed(header, {**claims, "iss": "there"}),
        signed(header, {**claims, "aud": "other"}),
        signed(header, {**claims, "sub": "nobody"}),
        signed(header, {**claims, "roles": None}),
        signed(header, {name: value for name, value in claims.items() if name != "exp"}),
        "eyJhbGciOiJub25lIn0." + body + ".",
    ]
    for token in wrong:
        with pytest.raises(Untrusted):
            keys.verify(token)


def test_a_link_opens_one_purpose_until_it_ends(keys: Keys, clock: Clock) -> None:
    subject = uuid4()
    link = keys.link("reply", subject, HOUR)
    assert keys.opened("reply", link) == str(subject)
    for purpose, text in (("other", link), ("reply", link[:-1]), ("reply", link + "="), ("reply", "é"), ("reply", "")):
        with pytest.raises(Forbidden):
            keys.opened(purpose, text)
    clock.now += 3_601
    with pytest.raises(Forbidden, match="ended"):
        keys.opened("reply", link)


@pytest.mark.parametrize("change", ["!", "\n", " ", "A"])
def test_a_sealed_value_bears_no_change(keys: Keys, change: str) -> None:
    sealed = keys.sealed("list", [1, "ü"])
    assert keys.unsealed("list", sealed) == [1, "ü"]
    with pytest.raises(Invalid):
        keys.unsealed("list", sealed[:20] + change + sealed[20:])


def test_a_fingerprint_is_the_same_for_the_same_text_purpose_and_key_alone(keys: Keys) -> None:
    own = keys.fingerprint("address", "a@example.org")
    assert own == keys.fingerprint("address", "a@example.org")
    other = Keys(OKPKey.generate_key("Ed25519"), issuer="http://plenary.test")
    others = [
        keys.fingerprint("address", "b@example.org"),
        keys.fingerprint("command", "a@example.org"),
        other.fingerprint("address", "a@example.org"),
    ]
    assert len({own, *others}) == 4


def _rights(tmp_path: Path) -> Rights:
    rights = Rights(Keys.open(tmp_path / "key.json", issuer="here"))
    rights.filled = True
    return rights


def test_a_session_has_the_roles_of_now(tmp_path: Path) -> None:
    rights, person, role = _rights(tmp_path), uuid4(), uuid4()
    cookie = rights.cookie(session := uuid4(), person, "Noor", datetime.now(UTC) + timedelta(hours=1))
    assert rights.caller(cookie) == Caller(person, frozenset(), "Noor", session)
    rights.holds(role, 1, "secretariat", [person, uuid4()])
    rights.holds(uuid4(), 1, f"chair:{role}", [person])
    assert rights.caller(cookie).roles == {"secretariat", f"chair:{role}"}
    rights.holds(role, 2, "secretariat", [])
    rights.holds(role, 1, "secretariat", [person])  # who lags behind changes nothing
    assert rights.caller(cookie).roles == {f"chair:{role}"}


def test_a_session_opens_nothing_once_it_ended_is_over_is_another_installations_or_nothing_is_known(
    tmp_path: Path,
) -> None:
    rights, soon = _rights(tmp_path), datetime.now(UTC) + timedelta(hours=1)
    cookies = [rights.cookie(uuid4(), uuid4(), "", soon - timedelta(hours=2)), "x", "", "é"]
    cookies.append(Rights(Keys(OKPKey.generate_key("Ed25519"), issuer="here")).cookie(uuid4(), uuid4(), "", soon))
    cookies.append(rights.cookie(ended := uuid4(), uuid4(), "", soon))
    cookies.append((tampered := rights.cookie(uuid4(), uuid4(), "", soon))[:-1] + ("A" if tampered[-1] != "A" else "B"))
    rights.ended.add(ended)
    for cookie in cookies:
        with pytest.raises(Untrusted):
            rights.caller(cookie)
    good = rights.cookie(uuid4(), uuid4(), "", soon)
    assert rights.caller(good)
    rights.filled = False
    with pytest.raises(Untrusted):
        rights.caller(good)


def test_a_session_is_no_token_and_a_token_no_session(tmp_path: Path) -> None:
    keys, rights = Keys.open(tmp_path / "key.json", issuer="here"), _rights(tmp_path)
    with pytest.raises(Untrusted):
        rights.caller(keys.issue(uuid4(), ["secretariat"], timedelta(hours=1)))
    with pytest.raises(Untrusted):
        keys.verify(rights.cookie(uuid4(), uuid4(), "", datetime.now(UTC) + timedelta(hours=1)))
