"""gzip of what is large, for whoever takes it: Starlette's, with a tag of its own for what was compressed.

Two codings of one version are two representations, so that they need two strong tags (RFC 9110, 8.8.3): `"3"` and `"3-gzip"`.
Either names version 3 in `If-Match` and in `If-None-Match`. What a gateway would do to a strong tag, to make it weak, would
take `If-Match` from whoever read the compressed answer: so we compress, and the gateway passes it on.
"""

import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALLEST: Final = 2_000
"""Bytes from which on it is worth the time: less fits into one or two packets as it is."""
LEVEL: Final = 4
"""Within a tenth of zlib's usual 6 in size, at half its time."""

_PACKED: Final = (*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_TAKEN: Final = re.compile(rb"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")


def takes_gzip(accepted: bytes) -> bool:
    """Whether `Accept-Encoding` says so by name."""
    return _TAKEN.search(accepted) is not None


class Coded:
    """An app with its large answers compressed; for a request that takes it. Streams of events pass as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = GZipMiddleware(app, SMALLEST, LEVEL, exclude_content_types=_PACKED)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(name, _plain(value) if name == b"if-none-match" else value) for name, value in scope["headers"]]
        had = headers != scope["headers"]

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(raw=message["headers"])
                tag = sent.get("etag", "")
                if tag.startswith('"') and ("content-encoding" in sent or (had and message["status"] == 304)):
                    sent["etag"] = f'{tag[:-1]}-gzip"'
            await send(message)

        await self._app({**scope, "headers": headers} if had else scope, receive, tagged)


def _plain(tags: bytes) -> bytes:
    return tags.replace(b'-gzip"', b'"')
