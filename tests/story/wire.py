"""What passes over the wire beside what the OpenAPI documents say of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from gzip import decompress
from typing import Any

import orjson
from jsonschema import Draft202012Validator
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http.app import Site

SAID = ("etag", "link", "location", "ratelimit", "ratelimit-policy", "retry-after", "www-authenticate", "allow")
"""Headers that a client goes by, so that a document has to name them."""


@dataclass
class Answer:
    """One request, and what came of it."""

    method: str
    path: str
    sent: str
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Listened:
    """An app, with all that it answered."""

    app: ASGIApp
    answers: list[Answer] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        answer = Answer(scope["method"], scope["path"], headers.get(b"content-type", b"").decode())
        self.answers.append(answer)

        async def listening(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
            else:
                answer.body += message.get("body", b"")
            await send(message)

        await self.app(scope, receive, listening)
        if answer.headers.get("content-encoding") == "gzip":
            answer.body = decompress(answer.body)


def documents(site: Site) -> dict[str, dict[str, Any]]:
    """The documents of an installation, by the server that each names."""
    return {app.openapi()["servers"][0]["url"]: app.openapi() for app in (site.front, *site.apps.values())}


@cache
def pattern(template: str) -> re.Pattern[str]:
    """What addresses fit a template."""
    return re.compile(re.sub(r"{\w+}", "[^/]+", template))


def differences(answer: Answer, documents: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    """Where this answer is not as its document says, read as `always` does. Of what none shows (pages) nothing is expected."""
    server = f"/{answer.path.split('/')[1]}"
    server = server if server in documents else "/"
    document, path = documents[server], answer.path.removeprefix(server if server != "/" else "")
    template = next((each for each in document["paths"] if pattern(each).fullmatch(path)), None)
    operation = document["paths"].get(template, {}).get(answer.method.lower())
    if operation is None:
        return
    where = f"{answer.method} {server}{template}: {answer.status}"
    told = operation["responses"].get(str(answer.status)) or operation["responses"].get(f"{answer.status // 100}XX")
    if told is None:
        yield f"{where} is not told of"
        return
    if answer.status < 300 and answer.sent and answer.sent not in operation.get("requestBody", {}).get("content", {}):
        yield f"{where}: took {answer.sent}"
    named = {name.lower() for name in told.get("headers", {})}
    yield from (f"{where}: {name} is not told of" for name in SAID if name in answer.headers and name not in named)
    media = answer.headers.get("content-type", "").partition(";")[0]
    if media not in told.get("content", {}):
        yield f"{where}: answered {media or 'nothing'}"
    elif media.endswith("json"):
        schema = {**told["content"][media]["schema"], "components": document["components"]}
        yield from (f"{where}: {error.message[:200]}" for error in _wrong(schema, answer.body))


def always(schema: Any) -> Any:
    """The same, as those read it who generate clients: a field of an answer that has a default is there."""
    if isinstance(schema, list):
        return [always(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    read = {name: always(each) for name, each in schema.items()}
    if isinstance(fields := schema.get("properties"), dict):
        filled = [name for name, field in fields.items() if isinstance(field, dict) and "default" in field]
        read["required"] = sorted({*schema.get("required", []), *filled})
    return read


def _wrong(schema: dict[str, Any], body: bytes) -> Iterator[Any]:
    yield from Draft202012Validator(schema).iter_errors(orjson.loads(body))


def promised(documents: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Each header of a good answer that a document names: method, address, header."""
    for server, document in documents.items():
        for path, operations in document["paths"].items():
            for method, operation in operations.items():
                for status, told in operation["responses"].items():
                    if status.startswith("2"):
                        for name in told.get("headers", {}):
                            yield method.upper(), f"{server.rstrip('/')}{path}", name.lower()
