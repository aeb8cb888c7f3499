"""The key of the installation: it signs tokens, one-purpose links and cursors, and says whether they are ours.

Tokens are JWTs signed with Ed25519 (RFC 8725, RFC 9068: one algorithm, `typ: at+jwt`). Links and cursors carry a MAC whose
key is derived from the same secret.
"""

import hmac
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from datetime import timedelta
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

import orjson
from joserfc import jwt
from joserfc.errors import ExpiredTokenError, InvalidClaimError, JoseError
from joserfc.jwk import OKPKey
from joserfc.jwt import ClaimsOption, JWTClaimsRegistry

from shared.auth.caller import Caller, known
from shared.clock import Clock, SystemClock
from shared.errors import Conflict, Forbidden, Invalid, Refused

ALGORITHM: Final = "Ed25519"  # RFC 9864: the fully specified name, "EdDSA" is deprecated
AUDIENCE: Final = "plenary"
SKEW: Final = 60
"""Seconds by which two clocks may differ."""

CACHED: Final = 10_000
LONGEST_TOKEN: Final = 8_000
_MAC: Final = 16


class Untrusted(Refused):
    """A token that does not count: not ours, changed, or not valid now (401 over HTTP)."""

    code = "untrusted"


class Keys:
    """The installation's key. Two processes with the same file trust each other; the file is all that they share."""

    def __init__(self, key: OKPKey, *, issuer: str, clock: Clock | None = None) -> None:
        self._key = key
        self._issuer = issuer
        self.clock = clock or SystemClock()
        self._seal = hmac.digest(orjson.dumps(key.as_dict(private=True)["d"]), b"plenary seal", sha256)
        self._own = cache(lambda of: hmac.new(hmac.digest(self._seal, b"fingerprint " + of, sha256), None, sha256))
        self._read_once = lru_cache(CACHED)(self._read_token)
        self._rules = JWTClaimsRegistry(
            now=lambda: int(self.clock().timestamp()),
            leeway=SKEW,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": AUDIENCE},
            **dict.fromkeys(("sub", "roles", "nbf", "exp"), ClaimsOption(essential=True, allow_blank=True)),
        )

    @classmethod
    def open(cls, path: Path, *, issuer: str, clock: Clock | None = None) -> "Keys":
        """The key in this file, made at the first start (mode 0600). What it signs ends by the `clock`
        (none: that of the machine). Raises `Conflict` if the file cannot be read, or holds no such key."""
        try:
            return cls(_read(path), issuer=issuer, clock=clock)
        except OSError as error:
            raise Conflict(
                f"The key of the installation cannot be read: {path.absolute()} ({error.strerror})."
            ) from error
        except (JoseError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise Conflict(
                f"{path.absolute()} does not hold the key of an installation (an Ed25519 JWK with its private part). "
                "Put the file of the last backup back. Without the file the next start makes another key, "
                "and no link or token that was given out counts any more."
            ) from error

    @property
    def public(self) -> dict[str, Any]:
        """The JWK set for `/.well-known/jwks.json`: only what verifies."""
        said = {"use": "sig", "alg": ALGORITHM, "kid": self._key.thumbprint()}
        return {"keys": [self._key.as_dict(private=False) | said]}

    def issue(self, sub: UUID, roles: Iterable[str], lifetime: timedelta) -> str:
        """A bearer token for this person with these roles."""
        now = int(self.clock().timestamp())
        claims = {
            "iss": self._issuer,
            "aud": AUDIENCE,
            "sub": str(sub),
            "roles": sorted(roles),
            "iat": now,
            "nbf": now,
            "exp": now + int(lifetime.total_seconds()),
            "jti": str(uuid4()),
        }
        header = {"alg": ALGORITHM, "typ": "at+jwt", "kid": self._key.thumbprint()}
        return jwt.encode(header, claims, self._key, algorithms=[ALGORITHM])

    def verify(self, token: str) -> Caller:
        """Who this token says is asking; raises `Untrusted`. It is read once; whether it has expired is asked on every call."""
        try:
            caller, expires = self._read_once(token)
            if expires <= self.clock().timestamp() - SKEW:  # as the rules say when it is read
                raise ExpiredTokenError("exp")
        except ExpiredTokenError as error:
            raise Untrusted("The token has expired.") from error
        except (JoseError, ValueError, TypeError, AttributeError) as error:
            early = isinstance(error, InvalidClaimError) and error.claim in {"nbf", "iat"}
            detail = "The token is not valid yet." if early else "The token is not one of this installation."
            raise Untrusted(detail) from error
        return caller

    def _read_token(self, token: str) -> tuple[Caller, float]:
        if len(token) > LONGEST_TOKEN:
            raise ValueError
        decoded = jwt.decode(token, self._key, algorithms=[ALGORITHM])
        if decoded.header.get("typ") != "at+jwt":
            raise ValueError
        self._rules.validate(decoded.claims)
        return Caller(UUID(decoded.claims["sub"]), known(map(str, decoded.claims["roles"]))), decoded.claims["exp"]

    def link(self, purpose: str, subject: Any, lifetime: timedelta) -> str:
        """A text for a URL which lets its holder do this one thing with this one subject (any JSON), until it ends."""
        return self.sealed(f"link {purpose}", [subject, int((self.clock() + lifetime).timestamp())])

    def opened(self, purpose: str, link: str) -> Any:
        """The subject of a link as JSON; raises `Forbidden` if it is not ours, of another purpose, or has ended."""
        try:
            subject, expires = self.unsealed(f"link {purpose}", link)
        except Invalid as error:
            raise Forbidden("This link is not valid. Ask for a new one.", code="link-invalid") from error
        if self.clock().timestamp() > expires:
            raise Forbidden("This link has ended. Ask for a new one.", code="link-ended")
        return subject

    def sealed(self, purpose: str, value: Any) -> str:
        """A JSON value as a text for URLs that can be read by anybody and made only here, for this purpose."""
        return self._text(purpose, orjson.dumps(value))

    def unsealed(self, purpose: str, text: str) -> Any:
        """The value; raises `Invalid` for every other text than the one that `sealed` gave (base64 alone would allow several)."""
        try:
            content = urlsafe_b64decode(text + "=" * (-len(text) % 4))[_MAC:]
        except ValueError:
            content = b""
        if not hmac.compare_digest(text.encode("ascii", "replace"), self._text(purpose, content).encode()):
            raise Invalid("This cursor is not one of this list; start from the first page.", code="cursor-invalid")
        return orjson.loads(content)

    def fingerprint(self, purpose: str, text: str) -> UUID:
        """An id for this text that is always the same, and that only a holder of the key can compute from it."""
        # begun once and copied: `hmac.digest` looks its algorithm up each time, and lets go of the interpreter meanwhile
        mac = self._own(purpose.encode()).copy()
        mac.update(text.encode())
        return UUID(bytes=mac.digest()[:16], version=4)

    def _text(self, purpose: str, content: bytes) -> str:
        mac = hmac.digest(self._seal, purpose.encode() + b"\0" + content, sha256)[:_MAC]
        return urlsafe_b64encode(mac + content).rstrip(b"=").decode()


def _read(path: Path) -> OKPKey:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        content = _made(path)
    key = OKPKey.import_key(orjson.loads(content))
    if key.curve_name != "Ed25519" or not key.is_private:
        raise ValueError
    return key


def _made(path: Path) -> bytes:
    """Make the key. Of two processes that start at once one writes it, whole, and both read the same."""
    content = orjson.dumps(OKPKey.generate_key("Ed25519").as_dict(private=True))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{uuid4().hex}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(draft)  # fails if the key is there: never overwrites it
    except FileExistsError:
        return path.read_bytes()
    finally:
        draft.unlink()
    return content
