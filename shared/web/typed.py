"""What somebody typed into a form of ours, and the way to run the command that the form asks for."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Final, TypeAlias
from uuid import uuid4
from zoneinfo import ZoneInfo

from fastapi import Depends, Request, Response

from shared.http.access import FORMS, must_be
from shared.http.ask import Doing
from shared.http.visit import visit
from shared.locale import digits

FIELDS: Final = 500
LONGEST: Final = 20_000
KEPT: Final = 2 * LONGEST + 1
"""So much of what was typed is kept to be shown again: more is too long however its lines end."""


class Typed:
    """A form as it was posted: `form["name"]` is what was typed, without the spaces round it, "" if nothing was.

    What cannot be read is noted in `errors` (field -> key of a text), so that a page says all of it at once and keeps the rest;
    what is longer than any field may be stands there from the beginning.
    `form.do(handler, Command(**form.do.message, …))` runs a command: the form's key makes a double press one, and with
    `document=(Kind, id)` it is refused as `Stale` if the document is no longer of the form's version.
    """

    def __init__(self, values: Mapping[str, list[str]], do: Doing) -> None:
        self._values = values
        self.do = do
        self.errors = {name: "wrong_long" for name in values if any(_length(each) > LONGEST for each in self.all(name))}

    def __getitem__(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> list[str]:
        """Every value of a name that may be there more than once, as ticked boxes are."""
        return [value.strip() for value in self._values.get(name, [])]

    def must(self, name: str, longest: int = LONGEST) -> str:
        """What was typed; an error if it is nothing, or too much."""
        value = self[name]
        if not 0 < _length(value) <= longest:
            self.errors[name] = "wrong_long" if value else "wrong_missing"
        return value

    def one_of(self, name: str, allowed: Iterable[str]) -> str:
        """One of these; an error if it is none."""
        if self[name] not in allowed:
            self.errors[name] = "wrong_choice"
        return self[name]

    def number(self, name: str) -> int:
        """A whole number in whatever digits; an error (and 0) if it is none."""
        try:
            return int(self[name]) if len(self[name]) < 19 else int("")
        except ValueError:
            self.errors[name] = "wrong_number"
            return 0

    def moment(self, name: str, zone: str) -> datetime | None:
        """A moment that was typed by the clocks of a zone; an error (and None) if it is none."""
        try:
            return datetime.fromisoformat(digits(self[name], "latin")).replace(tzinfo=ZoneInfo(zone))
        except (ValueError, KeyError, OSError):
            self.errors[name] = "wrong_moment"
            return None

    def differs(self, now: Mapping[str, str]) -> list[tuple[str, str, str]]:
        """Where this form says something else than what is there now: (field, theirs, mine), for `ui.moved`."""
        return [
            (name, theirs, self[name]) for name, theirs in now.items() if name in self._values and self[name] != theirs
        ]


def _length(text: str) -> int:
    """Browsers end a line with two characters."""
    return len(text.replace("\r\n", "\n"))


async def _typed(request: Request, response: Response) -> Typed:
    must_be(request, FORMS)
    values: dict[str, list[str]] = {}
    async with request.form(max_files=0, max_fields=FIELDS) as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                values.setdefault(name, []).append(value.strip()[:KEPT])
    return posted(request, response, values)


def posted(request: Request, response: Response, values: Mapping[str, list[str]]) -> Typed:
    """A form of which somebody read the values, by name.

    The key counts for the caller, or for the holder of the link; that of nobody for nothing, as `Idempotency-Key`'s.
    """
    key, version = values.get("key", [""])[0], values.get("version", [""])[0]
    who = visit(request).caller.id or request.query_params.get("link")
    name = f"{who} {request.method} {request.scope['path']} {key}"
    id = request.app.state.keys.fingerprint("command", name) if who and key else uuid4()
    seen = int(version) if version.isdecimal() and len(version) < 19 else None
    return Typed(values, Doing(request, response, id, keyed=bool(who and key), version=seen))


Posted: TypeAlias = Annotated[Typed, Depends(_typed)]
"""The form that a route was sent: `async def post_edit(id: UUID, form: Posted) -> Response`. Anything but a form is a 415."""
