"""Every error that Plenary raises on purpose; the kind decides once what becomes of it.

PlenaryError
├── Refused             final: the request or the record is at fault       consumer: behind / dead letter
│   ├── Invalid         what was asked cannot be understood                422
│   ├── Forbidden       the caller may not                                 403
│   ├── NotFound        no such thing, or none that the caller may see     404
│   ├── Conflict        a rule of the house says no                        409
│   └── Stale           the caller's If-Match is not the present version   412
├── Unavailable         transient: a store or the log is away              503, consumer: tried again
│   ├── Uncertain       a write may or may not stand; look before asking again
│   └── Damaged         what is kept is broken; only an operator can mend it   500
└── TooMany             of commands only: more than is promised; later     429
"""

from collections.abc import Sequence
from typing import ClassVar, Self


class PlenaryError(Exception):
    """Base of all; `code` is the stable slug of a problem type, `detail` says what to do (no personal data)."""

    code: ClassVar[str] = "error"

    def __init__(self, detail: str, *, code: str | None = None, errors: Sequence[dict[str, str]] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.slug = code or self.code
        self.errors = tuple(errors)


def wrong(detail: str, *path: str | int) -> dict[str, str]:
    """An entry of `errors`: what is wrong with one field of the request's body, and where it stands (RFC 6901)."""
    names = [str(name) for name in path]
    pointer = "".join(f"/{name.replace('~', '~0').replace('/', '~1')}" for name in names)
    return {"field": ".".join(names) or "body", "pointer": f"#{pointer}", "detail": detail}


class Refused(PlenaryError):
    """Asking again changes nothing."""

    code = "refused"


class Invalid(Refused):
    """What was asked cannot be understood; `errors` names the fields (`{"field": …, "detail": …}`)."""

    code = "invalid"

    @classmethod
    def at(cls, detail: str, *path: str | int, code: str | None = None) -> Self:
        """One field of the request's body is wrong: `Invalid.at("Name each once.", "members", 3)`."""
        return cls(detail, code=code, errors=[wrong(detail, *path)])


class Forbidden(Refused):
    """The caller may not."""

    code = "forbidden"


class NotFound(Refused):
    """No such thing, or none that the caller may see."""

    code = "not-found"


class Conflict(Refused):
    """A rule of the house says no."""

    code = "conflict"


class Stale(Refused):
    """The document moved on since the caller read it."""

    code = "stale"


class Unavailable(PlenaryError):
    """A store or the log does not answer; asking again later may help."""

    code = "unavailable"


class Uncertain(Unavailable):
    """The write was sent and its outcome cannot be known; look at the document before asking again."""

    code = "uncertain"


class Damaged(Unavailable):
    """What a store or the log keeps is broken, and stays so until somebody restores it."""

    code = "damaged"


class TooMany(PlenaryError):
    """More than is promised within a time; `wait` is after how many seconds there is room again."""

    code = "too-many"

    def __init__(self, detail: str, wait: int) -> None:
        super().__init__(detail)
        self.wait = wait
