"""A form in which files may be chosen. What is typed comes as ever; each file goes to the disk while it is read, bounded, and
only what is in order is kept. So nothing that was typed is lost because a file was refused."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl
from uuid import UUID

from fastapi import HTTPException, Request, Response

from services.registration.files.arriving import arriving
from services.registration.files.folder import Draft, Folder
from services.registration.files.model import File, Rule
from services.registration.files.pages.parts import Part, Parts, unreadable
from shared.http.access import FORMS, must_be
from shared.web.typed import FIELDS, KEPT, Typed, posted

FORM: Final = 25_000_000
"""Bytes of such a form, with all its files."""


@dataclass(slots=True)
class Brought:
    """A form that was read. What is wrong with a file stands in `typed.errors`, by its input, as what is wrong with the rest."""

    typed: Typed
    drafts: dict[str, tuple[Draft, str]]

    def choose_again(self) -> None:
        """The form is shown once more: a browser keeps what was typed, and not which file was chosen."""
        for name in self.drafts:
            self.typed.errors.setdefault(name, "wrong_again")

    async def keep(self) -> dict[str, File]:
        """The files, by their inputs; durable from here on."""
        asked = self.typed.do.message
        return {
            name: await draft.keep(asked["id"], name, called, asked["at"])
            for name, (draft, called) in self.drafts.items()
        }


@asynccontextmanager
async def brought(
    request: Request, response: Response, owner: UUID, rules: Mapping[str, Rule]
) -> AsyncIterator[Brought]:
    """Read a form. `rules`: the inputs in which files may be chosen. Raises 400, 413 and 415 for what no form of ours sends."""
    must_be(request, FORMS)
    async with AsyncExitStack() as stack:
        reading = _Reading(request, Folder.of(request.app.state.installation.settings), owner, rules, stack)
        await (reading.multipart() if request.headers["content-type"].lower().startswith(FORMS[1]) else reading.plain())
        typed = posted(request, response, reading.values)
        typed.errors |= reading.errors
        yield Brought(typed, reading.drafts)


@dataclass(slots=True)
class _Reading:
    request: Request
    folder: Folder
    owner: UUID
    rules: Mapping[str, Rule]
    stack: AsyncExitStack
    values: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, tuple[Draft, str]] = field(default_factory=dict)
    _many: int = 0
    _text: bytearray = field(default_factory=bytearray)
    _texts: int = 0

    async def plain(self) -> None:
        """A form without files, as a browser sends one that has no input for any."""
        async for data in self._arriving():
            self._write(data)
        try:
            found = parse_qsl(self._text.decode(), keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
        except ValueError as error:
            raise unreadable() from error
        for name, value in found:
            self.values.setdefault(name, []).append(value.strip()[:KEPT])

    async def multipart(self) -> None:
        """Part after part."""
        parts, part, draft = Parts(self.request), Part("", None, ""), None
        async for data in self._arriving():
            for cut in parts.cut(data):
                if isinstance(cut, Part):
                    part, draft = cut, await self._begin(cut)
                elif cut is None:
                    await self._end(part, draft)
                elif draft:
                    await draft.take(cut)
                elif part.filename is None:
                    self._write(cut)
        parts.must_have_ended()

    def _arriving(self) -> AsyncIterator[bytes]:
        seconds = self.request.app.state.installation.settings.time_limit
        return arriving(self.request.stream(), self.request.scope, seconds)

    async def _begin(self, part: Part) -> Draft | None:
        """None for what was typed, and where no file was chosen."""
        self._many += 1
        taken = part.name in self.drafts or part.name in self.errors
        if self._many > FIELDS or (part.filename and (part.name not in self.rules or taken)):
            raise unreadable()
        if not part.filename:
            return None
        return await self.stack.enter_async_context(self.folder.draft(self.owner, self.rules[part.name]))

    async def _end(self, part: Part, draft: Draft | None) -> None:
        if draft is None:
            if part.filename is None:
                typed = self._text.decode("utf-8", "replace").strip()[:KEPT]
                self.values.setdefault(part.name, []).append(typed)
            self._text.clear()
        elif trouble := await draft.trouble(part.media_type):
            self.errors[part.name] = trouble
        else:
            self.drafts[part.name] = (draft, part.filename or "")

    def _write(self, data: bytes) -> None:
        """What was typed is held, all of it together no more than a form without files may have."""
        self._texts += len(data)
        if self._texts > self.request.app.state.installation.settings.body_limit:
            raise HTTPException(413, "What was typed is too much for one form.")
        self._text += data
