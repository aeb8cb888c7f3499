"""The event feed: the same CloudEvents as on the log, over HTTP, for whoever does not speak Kafka."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Annotated, Any

import orjson
from fastapi import HTTPException, Query, Request, Response
from fastapi.responses import StreamingResponse

from shared.contracts import Topic
from shared.contracts.registry import TOPIC
from shared.errors import Invalid, NotFound, Unavailable
from shared.http.access import may
from shared.http.answers import headers
from shared.http.ask import Caller
from shared.http.installation import Installation
from shared.http.paging import next_page
from shared.http.route import Routes
from shared.log import BEAT, ConsumerRecord, EventLog

BATCH = "application/cloudevents-batch+json"
WAIT = 0.5
"""Seconds between two looks at the end of the log while a client listens."""

_EVENTS = {"type": "array", "items": {"type": "object", "additionalProperties": True}}
_CONTENT = {BATCH: {"schema": _EVENTS}, "text/event-stream": {"schema": {"type": "string"}}}
ANSWER: dict[str, Any] = {
    "response_class": Response,
    "responses": {200: {"content": _CONTENT, "headers": headers("Link")}},
}
"""What no type of ours says of the answer, for the document."""

routes = Routes(tags=["events"])

Position = list[int]
"""For each partition the next offset; on the wire with dots between: `12.0.7`."""


@routes.get("/v1/events", dependencies=[may("secretariat", "observer")], response_model=None, **ANSWER)
async def get_events(
    request: Request,
    caller: Caller,
    topic: Annotated[str, Query(max_length=100)],
    after: Annotated[str | None, Query(max_length=500, description="The position of `Link: rel=next`.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """Events of a topic that this service publishes: a JSON batch, or server-sent events where `Accept` asks for them.

    Within a key the order is that of the log. Personal data (`plenary.people`) is for the secretariat alone.
    """
    service = request.app.state.service
    declared = _published(topic, service.name)
    if declared.cleanup == "compact" and not caller.is_("secretariat"):
        raise HTTPException(403, "Personal data is for the secretariat.")
    position = _position(request.headers.get("last-event-id", after), declared.partitions)
    if "text/event-stream" in request.headers.get("accept", ""):
        listened = _listen(service.log, topic, position, request.app.state.installation)
        return StreamingResponse(listened, media_type="text/event-stream")
    found = [record async for record in _read(service.log, topic, position, limit)]
    body = orjson.dumps([envelope(record) for record in found])
    return Response(body, media_type=BATCH, headers={"Link": next_page(request, _text(position))})


def _published(topic: str, service: str) -> Topic:
    declared = TOPIC.get(topic)
    if declared is None or declared.publisher != service:
        names = [each.name for each in TOPIC.values() if each.publisher == service]
        raise NotFound(f"This service publishes {', '.join(names)}.")
    return declared


def _position(text: str | None, partitions: int) -> Position:
    if text is None:
        return [0] * partitions
    parts = text.split(".")
    if len(parts) != partitions or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
        raise Invalid("This position is not one of this topic; take it from a Link or an event's id.")
    return [int(part) for part in parts]


def _text(position: Position) -> str:
    return ".".join(map(str, position))


async def _read(event_log: EventLog, topic: str, position: Position, limit: int) -> AsyncIterator[ConsumerRecord]:
    """What there is from the position on; moves the position."""
    ends = await event_log.ends(topic)
    for partition in range(len(position)):
        if position[partition] >= ends.get(partition, 0):
            continue
        async for record in event_log.read(topic, partition, position[partition]):
            if limit <= 0:
                return
            limit -= 1
            position[partition] = record.offset + 1
            if not (record.key or b"").startswith(BEAT):
                yield record


async def _listen(
    event_log: EventLog, topic: str, position: Position, installation: Installation
) -> AsyncIterator[bytes]:
    """Server-sent events until the process ends, or the log goes away: who listens asks again from the last id.

    Each id is the position after it.
    """
    with suppress(Unavailable):
        while not installation.draining:
            async for record in _read(event_log, topic, position, 500):
                yield b"id: " + _text(position).encode() + b"\ndata: " + orjson.dumps(envelope(record)) + b"\n\n"
            yield b": still here\n\n"
            await asyncio.sleep(WAIT)


def envelope(record: ConsumerRecord) -> dict[str, Any]:
    """A record as a structured CloudEvent; a tombstone has neither type nor data. Data that are no JSON are not shown."""
    headers = {name: value.decode("utf-8", "replace") for name, value in record.headers}
    event: dict[str, Any] = {name.removeprefix("ce_"): text for name, text in headers.items() if name.startswith("ce_")}
    named = {"content-type": "datacontenttype", "traceparent": "traceparent"}
    event |= {named[name]: text for name, text in headers.items() if name in named}
    if record.value is not None:
        try:
            event["data"] = orjson.loads(record.value)
            orjson.dumps([event])  # it writes less deeply than it reads
        except (ValueError, TypeError):
            event["data"] = None
    return event
