"""Every setting, read once from the environment. The class below is the one table: name, form, default, meaning.

`docs/operations.md` is checked against `Settings.table()`. A secret (a field without `repr`) may stand in a file:
`PLENARY_SMTP_URL_FILE=/run/secrets/smtp`.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from email.utils import parseaddr
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

PREFIX, STORE, FILE = "PLENARY_", "_STORE_URL", "_FILE"


class Misconfigured(Exception):
    """A setting that cannot be used; the text names it and says what would do. Never shows the value of a secret."""


class Rate(NamedTuple):
    """So many requests a second in the long run, and so many at once."""

    per_second: float
    burst: int

    def __str__(self) -> str:
        return f"{self.per_second:g}:{self.burst}"


def _rate(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    per_second, _, burst = text.partition(":")
    with suppress(ValueError):
        rate = Rate(float(per_second), int(burst))
        if 0 < rate.per_second < 1e9 and 0 < rate.burst < 1e9:
            return rate
    raise ValueError("Input should be a rate above 0 and a burst above 0, such as 50:200")


def _url(*schemes: str) -> AfterValidator:
    def check(text: str) -> str:
        if text and urlsplit(text).scheme not in schemes:
            raise ValueError(f"Input should be a URL that begins with {', '.join(f'{scheme}:' for scheme in schemes)}")
        return text

    return AfterValidator(check)


def _server(text: str) -> str:
    """A URL of one host, perhaps with a port; without a slash at the end."""
    with suppress(ValueError):  # a port that is none
        if text == "" or (urlsplit(text).hostname and urlsplit(text).port != 0):
            return text.rstrip("/")
    raise ValueError("Input should be a URL with a host and, where it names one, a port from 1 to 65535")


def _sender(text: str) -> str:
    if not all(parseaddr(text)[1].partition("@")):
        raise ValueError("Input should be a sender with an address, such as Name <secretariat@example.org>")
    return text


def _words(text: Any) -> Any:
    return [word.strip() for word in text.split(",") if word.strip()] if isinstance(text, str) else text


def _networks(words: tuple[str, ...]) -> tuple[str, ...]:
    with suppress(ValueError):
        return tuple(str(ip_network(word)) for word in words)
    raise ValueError("Input should be addresses or networks, such as 127.0.0.1,10.0.0.0/8")


Limit = Annotated[Rate, BeforeValidator(_rate)]
Site = Annotated[str, _url("http", "https"), AfterValidator(_server)]


class Settings(BaseModel):
    """What an operator decides; the text below a field tells its meaning. `Settings()` is the embedded default."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int = Field(default=8000, ge=0, le=65535)
    """Port to listen on; 0 lets the system choose."""
    data: Path = Path("data")
    """Directory of the embedded stores, the log, the key, the mails and the files."""
    url: Site = "http://127.0.0.1:8000"
    """The installation that the command line speaks to."""
    public_url: Site = ""
    """The address in links and mails, if not the one listened on. https makes cookies secure."""
    proxies: Annotated[tuple[str, ...], BeforeValidator(_words), AfterValidator(_networks)] = ()
    """Proxies (addresses, networks, with commas) whose `X-Forwarded-For` and `-Proto` are believed; empty means none."""
    services: Annotated[tuple[str, ...], BeforeValidator(_words)] = ()
    """Services of this process, with commas; empty means all."""
    events_url: Annotated[str, _url("kafka")] = Field(default="", repr=False)
    """The log: kafka://host:9092[,…][?replication=3&…]; empty is the embedded log."""
    mongo_driver: Literal["motor", "pymongo"] = "motor"
    """Driver for MongoDB's protocol: motor or pymongo."""
    smtp_url: Annotated[str, _url("smtp", "smtps"), AfterValidator(_server)] = Field(default="", repr=False)
    """The mail server: smtp://user:password@host:587, smtps://…; empty writes .eml files."""
    mail_from: Annotated[str, AfterValidator(_sender)] = "Plenary <secretariat@localhost>"
    """Sender of mails."""
    replies_url: Annotated[str, _url("imap", "imaps"), AfterValidator(_server)] = Field(default="", repr=False)
    """The mailbox in which calendars answer: imaps://user:password@host/INBOX; empty reads none."""
    issuer: str = "plenary"
    """The `iss` of this installation's tokens."""
    accept_loss: bool = False
    """true: start although a store or the log is gone or older than the others, for once."""
    files: Path = Path("files")
    """Directory of the files that people bring: below the data directory, or by its whole path. One for all replicas."""
    file_limit: int = Field(default=5_242_880, ge=1_000_000, le=20_000_000)
    """Bytes of a file that somebody brings."""
    photo_limit: int = Field(default=3_145_728, ge=1_000_000, le=20_000_000)
    """Bytes of a photo that somebody brings."""
    key_file: str = ""
    """The installation's key; empty is key.json in the data directory."""
    design: bool = False
    """true: show all parts of a page at /design."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """Least level that is logged."""
    time_limit: float = Field(default=10, gt=0, le=600)
    """Seconds after which a request is given up (503)."""
    body_limit: int = Field(default=65536, ge=1024, le=10_000_000)
    """Bytes of a request's body, where a route declares no other."""
    limit_caller: Limit = Rate(1000, 2000)
    """Requests of one signed-in caller: a second, at once."""
    limit_anonymous: Limit = Rate(50, 200)
    """Requests of one address without a caller: a second, at once."""
    limit_anonymous_post: Limit = Rate(2, 60)
    """The same, of those that change something."""
    limit_sign_in: Limit = Rate(0.1, 10)
    """Attempts to sign in from one address: a second, at once."""
    store_urls: Mapping[str, Annotated[str, _url("sqlite", "mongodb", "mongodb+srv")]] = Field(default={}, repr=False)
    """Store of a service: sqlite:///path or mongodb://…; empty is a file in the data directory."""

    @classmethod
    def read(cls, environ: Mapping[str, str], services: Sequence[str] = ()) -> "Settings":
        """The settings in an environment; raises `Misconfigured` for unknown `PLENARY_` names and values that cannot be used.

        An empty one counts as not set. `services` are the names that may stand in `PLENARY_<SERVICE>_STORE_URL` and
        `PLENARY_SERVICES`; empty means any.
        """
        given = {name: text.strip() for name, text in environ.items() if name.startswith(PREFIX) and text.strip()}
        values: dict[str, Any] = {"store_urls": {}}
        for name, text in _opened(given).items():
            field = name.removeprefix(PREFIX).lower()
            service = field.removesuffix(STORE.lower())
            if service != field and (not services or service in services):
                values["store_urls"][service] = text
            else:
                values[field] = text
        try:
            settings = cls(**values)
        except ValidationError as error:
            raise Misconfigured(" ".join(map(_sentence, error.errors()))) from None  # the cause would show the value
        if services and set(settings.services) - set(services):
            raise Misconfigured(f"PLENARY_SERVICES is some of {', '.join(services)}, with commas.")
        return settings

    @classmethod
    def here(cls, services: Sequence[str] = ()) -> "Settings":
        """`read` of this process's environment: the only look at it."""
        return cls.read(os.environ, services)

    @classmethod
    def table(cls) -> list[tuple[str, str, str]]:
        """Name, default and meaning of each setting."""
        return [(_name(name), str(one.default or ""), one.description or "") for name, one in cls.model_fields.items()]

    @property
    def key_path(self) -> Path:
        """Where the installation's key lies."""
        return Path(self.key_file) if self.key_file else self.data / "key.json"

    @property
    def address(self) -> str:
        """The installation's address for readers, without a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host  # IPv6
        return self.public_url or f"http://{host}:{self.port}"


def _name(field: str, service: str = "<SERVICE>") -> str:
    """What a setting is called in the environment."""
    return f"{PREFIX}{service.upper()}{STORE}" if field == "store_urls" else f"{PREFIX}{field.upper()}"


def _opened(given: dict[str, str]) -> dict[str, str]:
    """The same, where the file of a secret was named with what it holds."""
    secrets = {_name(name) for name, field in Settings.model_fields.items() if not field.repr}
    opened = dict(given)
    for name in given:
        secret = name.removesuffix(FILE)
        if secret != name and (secret in secrets or secret.endswith(STORE)):
            if secret in given:
                raise Misconfigured(f"{secret} and {name} are both set; keep one.")
            try:
                opened[secret] = Path(opened.pop(name)).read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                raise Misconfigured(f"{name} cannot be read: {type(error).__name__}.") from error
    return opened


def _sentence(error: ErrorDetails) -> str:
    """What is wrong with one setting, without its value."""
    name = _name(*map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return f"Unknown setting {name}. Known are: {', '.join(row[0] for row in Settings.table())}."
    return error["msg"].removeprefix("Value error, ").replace("Input", name, 1) + "."
