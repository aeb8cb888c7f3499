"""What the pages of the proceedings have in common: the gathering, why something cannot be done, and the way back."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from services.minutes.mirrors.model import Gathering
from services.minutes.record import scope
from services.minutes.record.model import Minutes
from services.minutes.record.reader import Reader
from shared.errors import Invalid, Refused, Stale
from shared.http import Caller, Documents
from shared.locale import LANGUAGES
from shared.locale.languages import NAMES
from shared.store import Stored
from shared.text import one_line, paragraphs
from shared.web import Pages, reader_language
from shared.web.typed import Typed

TROUBLES = (
    "not-begun",
    "already-approved",
    "already-adopted",
    "withdrawn",
    "no-items",
    "has-sub-items",
    "not-in-session",
    "not-in-hand",
    "nothing-to-undo",
    "body-unknown",
    "no-versions",
    "full",
    "stale",
    "other",
)
"""Why something cannot be done, as far as it is said in words of its own."""

LONGEST_REASON = 500

PACKAGE: Final = "services.minutes.proceedings"
html = Pages(PACKAGE)


class Sitting(NamedTuple):
    """The minutes that somebody keeps, their gathering, and how it is read."""

    minutes: Stored[Minutes]
    gathering: Gathering
    reader: Reader

    @property
    def frame(self) -> dict[str, Any]:
        """What each page shows round its form."""
        minutes = self.minutes.entity
        return {
            "gathering": minutes.id,
            "meeting": self.reader.words(self.gathering.title),
            "published": minutes.published,
            "open": minutes.approved_at is None,
        }


async def _sitting(gathering: UUID, request: Request, store: Documents, caller: Caller) -> Sitting:
    """Raises NotFound for minutes that this caller does not keep."""
    minutes = await scope.kept(store, caller, gathering)
    found = await store.get(Gathering, gathering)
    about = found.entity if found else Gathering(gathering)
    return Sitting(minutes, about, Reader.of(reader_language(request), about.time_zone))


At: TypeAlias = Annotated[Sitting, Depends(_sitting)]
"""The minutes that the address names."""


def told(request: Request, shown: Mapping[str, Any], here: str = "") -> Markup:
    """The proceedings as a part of another page; `here`: where who keeps them writes, "" for everybody else."""
    return Markup(bytes(html.answer(request, "told.html", here=here, **shown).body).decode())  # noqa: S704  it was escaped


class Came(NamedTuple):
    """What came of a form: what was typed, the status of the answer, and why it was refused."""

    form: Typed | None = None
    status: int = 200
    refused: Refused | None = None

    @classmethod
    def of(cls, form: Typed, refused: Refused) -> "Came":
        """A refusal; what is wrong with one field is noted there."""
        if not isinstance(refused, Invalid):
            return cls(form, 412 if isinstance(refused, Stale) else 409, refused)
        for each in refused.errors:
            form.errors[each["field"]] = "wrong_other"
        return cls(form, 422, None if form.errors else refused)

    @property
    def trouble(self) -> str:
        """The key of what is said about the refusal; "" without one."""
        return "" if self.refused is None else self.refused.slug if self.refused.slug in TROUBLES else "other"

    def typed(self, said: Mapping[str, str]) -> dict[str, str]:
        """The fields as they were typed, else as they are."""
        return {name: self.form[name] for name in said} if self.form else dict(said)


NOTHING = Came()


def show(request: Request, name: str, sitting: Sitting, came: Came, **more: Any) -> Response:
    """A page with a form, after what came of it."""
    errors = came.form.errors if came.form else {}
    return html.answer(request, name, status=came.status, trouble=came.trouble, errors=errors, **sitting.frame, **more)


def back(gathering: UUID, where: str = "proceedings") -> RedirectResponse:
    """To the desk, at the place of the page where it was done."""
    return RedirectResponse(f"/minutes/gatherings/{gathering}#{where}", 303)


def words_of(form: Typed, name: str = "words") -> str:
    """What somebody said, as it was typed; browsers write line ends their own way."""
    said = form.must(name).replace("\r\n", "\n")
    try:
        return paragraphs(said)
    except ValueError:
        form.errors[name] = "wrong_other"
        return said


def reason_of(form: Typed, name: str = "reason", *, needed: bool) -> str:
    """Why, in one line; "" where it may be left out and was."""
    said = form.must(name, LONGEST_REASON) if needed or form[name] else ""
    try:
        return one_line(said)
    except ValueError:
        form.errors[name] = "wrong_other"
        return ""


def id_of(form: Typed, name: str) -> UUID | None:
    """Which one was chosen; None for none. An error if it is no id."""
    try:
        return UUID(form[name]) if form[name] else None
    except ValueError:
        form.errors[name] = "wrong_choice"
        return None


def tongues(first: str, *also: str) -> list[tuple[str, str]]:
    """Languages that a form lets one choose from: the reader's first."""
    return [(tag, NAMES.get(tag, tag)) for tag in dict.fromkeys([first, *LANGUAGES, *(each for each in also if each)])]
