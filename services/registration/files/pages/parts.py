"""A form with files, cut into its parts as it comes (RFC 7578), so that none of it is held."""

from dataclasses import dataclass
from typing import TypeAlias

from fastapi import HTTPException, Request
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header


@dataclass(frozen=True, slots=True)
class Part:
    """What a part says of itself. `filename`: None for what was typed, "" where a file might have been chosen."""

    name: str
    filename: str | None
    media_type: str


Cut: TypeAlias = Part | bytes | None
"""The head of a part, a piece of it, or its end."""


class Parts:
    """Cuts one body. Raises 400 for what is no such form."""

    def __init__(self, request: Request) -> None:
        _, told = parse_options_header(request.headers.get("content-type"))
        self._found: list[Cut] = []
        self._headers: dict[bytes, bytes] = {}
        self._name = self._value = b""
        self._ended = False
        try:
            self._parser = MultipartParser(
                told.get(b"boundary", b""),
                {
                    "on_part_begin": self._begin,
                    "on_header_field": self._on_name,
                    "on_header_value": self._on_value,
                    "on_header_end": self._on_header,
                    "on_headers_finished": self._on_head,
                    "on_part_data": self._on_data,
                    "on_part_end": lambda: self._found.append(None),
                    "on_end": self._end,
                },
            )
        except (MultipartParseError, ValueError) as error:
            raise unreadable() from error

    def cut(self, data: bytes) -> list[Cut]:
        """What the next piece of the body holds."""
        self._found = []
        try:
            self._parser.write(data)
        except (MultipartParseError, UnicodeDecodeError) as error:
            raise unreadable() from error
        return self._found

    def must_have_ended(self) -> None:
        """Raises 400 for a body that was cut off."""
        if not self._ended:
            raise unreadable()

    def _begin(self) -> None:
        self._headers = {}

    def _on_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header(self) -> None:
        self._headers[self._name.lower()] = self._value
        self._name = self._value = b""

    def _on_head(self) -> None:
        _, told = parse_options_header(self._headers.get(b"content-disposition"))
        filename = told.get(b"filename")
        self._found.append(
            Part(
                told.get(b"name", b"").decode(),
                None if filename is None else filename.decode("utf-8", "replace"),
                self._headers.get(b"content-type", b"").partition(b";")[0].strip().lower().decode("latin-1"),
            )
        )

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        self._found.append(data[start:end])

    def _end(self) -> None:
        self._ended = True


def unreadable() -> HTTPException:
    """What is sent is no form."""
    return HTTPException(400, "This form cannot be read.")
