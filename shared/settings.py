"""Every setting, read once from the environment. The class below is the one table: name, default, meaning.

`docs/operations.md` is checked against `Settings.table()`. A secret may stand in a file:
`PLENARY_SMTP_URL_FILE=/run/secrets/smtp`.
"""

# ruff: noqa: RUF009 - `_setting` is `field`

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from email.utils import parseaddr
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

PREFIX: Final = "PLENARY_"
_STORE_URL: Final = re.compile(r"PLENARY_([A-Z]+)_STORE_URL(?:_FILE)?")
STORE_SCHEMES: Final = ("sqlite", "mongodb", "mongodb+srv")


class Misconfigured(Exception):
    """A setting that cannot be used; the text names it and says what would do. Never shows the value of a secret."""


class Rate(NamedTuple):
    """So many requests a second in the long run, and so many at once."""

    per_second: float
    burst: int


def _rate(text: str) -> Rate:
    per_second, _, burst = text.partition(":")
    try:
        rate = Rate(float(per_second), int(burst))
    except ValueError:
        rate = Rate(0, 0)
    if not (0 < rate.per_second < 1e9 and 0 < rate.burst < 1e9):
        raise ValueError("is a rate above 0 and a burst above 0, such as 50:200")
    return rate


def _number(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise ValueError(f"is a whole number from {least} to {most}")
        return int(text)

    return parse


def _one_of(*values: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in values:
            raise ValueError(f"is one of {', '.join(values)}")
        return text

    return parse


def _url(*schemes: str, empty: bool = True) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not (text == "" and empty) and urlsplit(text).scheme not in schemes:
            raise ValueError(f"is a URL that begins with {', '.join(f'{scheme}:' for scheme in schemes)}")
        return text

    return parse


def _server(*schemes: str, empty: bool = True) -> Callable[[str], str]:
    """A URL of one host, perhaps with a port; without a slash at the end."""
    of_scheme = _url(*schemes, empty=empty)

    def parse(text: str) -> str:
        if of_scheme(text) and not _has_host(text):
            raise ValueError("is a URL with a host and, where it names one, a port from 1 to 65535")
        return text.rstrip("/")

    return parse


def _has_host(url: str) -> bool:
    parts = urlsplit(url)
    try:
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none
        return False


def _sender(text: str) -> str:
    if not all(parseaddr(text)[1].partition("@")):
        raise ValueError("is a sender with an address, such as Name <secretariat@example.org>")
    return text


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _setting(default: str, help: str, parse: Callable[[str], Any] = str, *, secret: bool = False) -> Any:
    meta = {"default": default, "help": help, "parse": parse, "secret": secret}
    return field(default_factory=lambda: parse(default), metadata=meta, repr=not secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator decides. `Settings()` is the embedded default."""

    host: str = _setting("127.0.0.1", "Address to listen on.")
    port: int = _setting("8000", "Port to listen on; 0 lets the system choose.", _number(0, 65535))
    data: Path = _setting("data", "Directory of the embedded stores, the log, the key and the mails.", Path)
    url: str = _setting(
        "http://127.0.0.1:8000",
        "The installation that the command line speaks to.",
        _server("http", "https", empty=False),
    )
    public_url: str = _setting(
        "",
        "The address in links and mails, if not the one listened on. https makes cookies secure.",
        _server("http", "https"),
    )
    services: tuple[str, ...] = _setting("", "Services of this process, with commas; empty means all.", _words)
    events_url: str = _setting(
        "", "The log: kafka://host:9092[,…][?replication=3&…]; empty is the embedded log.", _url("kafka"), secret=True
    )
    mongo_driver: str = _setting(
        "motor", "Driver for MongoDB's protocol: motor or pymongo.", _one_of("motor", "pymongo")
    )
    smtp_url: str = _setting(
        "",
        "The mail server: smtp://user:password@host:587, smtps://…; empty writes .eml files.",
        _server("smtp", "smtps"),
        secret=True,
    )
    mail_from: str = _setting("Plenary <secretariat@localhost>", "Sender of mails.", _sender)
    issuer: str = _setting("plenary", "The `iss` of this installation's tokens.")
    key_file: str = _setting("", "The installation's key; empty is key.json in the data directory.")
    log_level: str = _setting("INFO", "Least level that is logged.", _one_of("DEBUG", "INFO", "WARNING", "ERROR"))
    time_limit: int = _setting("10", "Seconds after which a request is given up (503).", _number(1, 600))
    body_limit: int = _setting(
        "65536", "Bytes of a request's body, where a route declares no other.", _number(1024, 10_000_000)
    )
    limit_caller: Rate = _setting("1000:2000", "Requests of one signed-in caller: a second, at once.", _rate)
    limit_anonymous: Rate = _setting("50:200", "Requests of one address without a caller: a second, at once.", _rate)
    limit_anonymous_post: Rate = _setting("2:60", "The same, of those that change something.", _rate)
    limit_sign_in: Rate = _setting("0.1:10", "Attempts to sign in from one address: a second, at once.", _rate)
    store_urls: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Service -> `sqlite:///…` or `mongodb://…`, from `PLENARY_<SERVICE>_STORE_URL`; who is missing has a file in `data`."""

    @classmethod
    def read(cls, environ: Mapping[str, str], services: Sequence[str] = ()) -> "Settings":
        """The settings in an environment; raises `Misconfigured` for unknown `PLENARY_` names and values that cannot be used.

        `services` are the names that may stand in `PLENARY_<SERVICE>_STORE_URL` and `PLENARY_SERVICES`; empty means any.
        """
        given = {name: value for name, value in environ.items() if name.startswith(PREFIX)}
        values: dict[str, Any] = {}
        for each in fields(cls):
            if (
                each.metadata
                and (text := _taken(given, PREFIX + each.name.upper(), each.metadata["secret"])) is not None
            ):
                values[each.name] = _parsed(PREFIX + each.name.upper(), text, each.metadata["parse"])
        values["store_urls"] = _store_urls(given, services)
        if services and set(values.get("services", ())) - set(services):
            raise Misconfigured(f"PLENARY_SERVICES is some of {', '.join(services)}, with commas.")
        if given:
            raise Misconfigured(f"Unknown setting {', '.join(sorted(given))}. Known are: {', '.join(cls._names())}.")
        return cls(**values)

    @classmethod
    def here(cls, services: Sequence[str] = ()) -> "Settings":
        """`read` of this process's environment: the only look at it."""
        return cls.read(os.environ, services)

    @classmethod
    def table(cls) -> list[tuple[str, str, str]]:
        """Name, default and meaning of each setting."""
        rows = [
            (PREFIX + each.name.upper(), each.metadata["default"], each.metadata["help"])
            for each in fields(cls)
            if each.metadata
        ]
        return [
            *rows,
            (
                "PLENARY_<SERVICE>_STORE_URL",
                "",
                "Store of a service: sqlite:///path or mongodb://…; empty is a file in the data directory.",
            ),
        ]

    @classmethod
    def _names(cls) -> list[str]:
        return [name for name, _, _ in cls.table()]

    @property
    def key_path(self) -> Path:
        """Where the installation's key lies."""
        return Path(self.key_file) if self.key_file else self.data / "key.json"

    @property
    def address(self) -> str:
        """The installation's address for readers, without a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host  # IPv6
        return self.public_url or f"http://{host}:{self.port}"


def _taken(given: dict[str, str], name: str, secret: bool) -> str | None:
    """Take a setting (or the content of its `_FILE`) out of what is given; an empty one counts as not set."""
    text = given.pop(name, "").strip()
    file = given.pop(f"{name}_FILE", "") if secret else ""
    if text and file:
        raise Misconfigured(f"{name} and {name}_FILE are both set; keep one.")
    if file:
        try:
            text = Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise Misconfigured(f"{name}_FILE cannot be read: {type(error).__name__}.") from error
    return text or None


def _parsed(name: str, text: str, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(text)
    except ValueError as error:
        reason = str(error) if str(error).startswith("is ") else "is of another form"
        raise Misconfigured(f"{name} {reason}.") from error


def _store_urls(given: dict[str, str], services: Sequence[str]) -> dict[str, str]:
    urls: dict[str, str] = {}
    for name in sorted(given):
        found = _STORE_URL.fullmatch(name)
        if found and (not services or found[1].lower() in services) and name in given:
            base = name.removesuffix("_FILE")
            text = _taken(given, base, True)
            if text is not None:
                urls[found[1].lower()] = _parsed(base, text, _url(*STORE_SCHEMES))
    return urls
