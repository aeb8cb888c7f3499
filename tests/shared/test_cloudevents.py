"""The CloudEvents codec; the project's own SDK is the oracle in both directions."""

import warnings
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.gatherings import GATHERINGS, GatheringConvened
from shared.contracts.people import PEOPLE
from shared.errors import Invalid
from shared.flow.cloudevents import decode, encode
from shared.log import ConsumerRecord, ProducerRecord
from shared.store import Outgoing

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # dateutil, which the SDK imports, uses what newer Pythons deprecate
    from cloudevents.core.bindings import kafka
    from cloudevents.core.v1.event import CloudEvent

KEY = UUID("5e9f1d4e-0d8f-4c57-9a51-000000000001")
EVENT = GatheringConvened(gathering=KEY, convened_at=datetime(2031, 5, 4, 6, 30, tzinfo=UTC))
ENTRY = Outgoing(
    sequence=7,
    id=UUID("5e9f1d4e-0d8f-4c57-9a51-000000000002"),
    type=EVENT.type,
    at=datetime(2031, 5, 4, 10, 0, 0, 125, tzinfo=timezone(timedelta(hours=3, minutes=30))),
    data=EVENT.model_dump_json().encode(),
    correlation="request-1",
    causation="5e9f1d4e-0d8f-4c57-9a51-000000000003",
    traceparent="00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
)
DATA = EVENT.model_dump(mode="json")
TOMBSTONE = replace(ENTRY, type="", data=None)
TAKEN = datetime(2031, 5, 4, 12, tzinfo=UTC)


def kept(record: ProducerRecord) -> ConsumerRecord:
    return ConsumerRecord(record.topic, 0, 0, record.key, record.value, record.headers, TAKEN)


def encoded(entry: Outgoing = ENTRY, topic: str = GATHERINGS.name) -> ConsumerRecord:
    return kept(encode("registration", topic, KEY, entry))


def with_headers(**headers: str | None) -> ConsumerRecord:
    record = encoded()
    merged = dict(record.headers) | {name.replace("content_", "content-"): v for name, v in headers.items()}
    return replace(
        record, headers=tuple((n, v.encode() if isinstance(v, str) else v) for n, v in merged.items() if v is not None)
    )


def structured(envelope: Any) -> ConsumerRecord:
    headers = (("content-type", b"application/cloudevents+json; charset=utf-8"),)
    return replace(encoded(), headers=headers, value=orjson.dumps(envelope))


ENVELOPE: Mapping[str, Any] = {
    "specversion": "1.0",
    "id": str(ENTRY.id),
    "type": ENTRY.type,
    "source": "/registration",
    "time": "2031-05-04T06:30:00.000125Z",
    "sequence": "7",
    "correlationid": "request-1",
    "causationid": ENTRY.causation,
    "traceparent": ENTRY.traceparent,
    "data": DATA,
}


def test_what_is_encoded_is_decoded_equal() -> None:
    record = decode(encoded())
    assert record.event == EVENT
    assert (record.id, record.type, record.topic, record.key) == (ENTRY.id, ENTRY.type, GATHERINGS.name, KEY)
    assert (record.sequence, record.at) == (7, ENTRY.at)
    assert record.at.tzinfo is UTC
    assert (record.correlation, record.causation, record.traceparent) == (
        ENTRY.correlation,
        ENTRY.causation,
        ENTRY.traceparent,
    )


def test_the_sdk_reads_what_we_write() -> None:
    record = encoded()
    message = kafka.KafkaMessage(dict(record.headers), record.key, record.value or b"")
    event = kafka.from_kafka_event(message)
    assert event.get_id() == str(ENTRY.id)
    assert event.get_type() == ENTRY.type
    assert event.get_source() == "/registration"
    assert event.get_subject() == str(KEY)
    assert event.get_time() == ENTRY.at
    assert event.get_datacontenttype() == "application/json"
    assert event.get_extension("sequence") == "7"
    assert event.get_data() == DATA


@pytest.mark.parametrize("write", [kafka.to_binary_event, kafka.to_structured_event])
def test_we_read_what_the_sdk_writes(write: Any) -> None:
    attributes = {name: value for name, value in ENVELOPE.items() if name != "data"} | {
        "time": ENTRY.at,
        "datacontenttype": "application/json",
        "partitionkey": str(KEY),
    }
    message = write(CloudEvent(attributes, DATA))
    headers = tuple(message.headers.items())
    record = ConsumerRecord(GATHERINGS.name, 0, 0, message.key.encode(), message.value, headers, TAKEN)
    assert decode(record) == decode(encoded())


def test_a_structured_event_says_the_same() -> None:
    assert decode(structured(ENVELOPE)) == decode(encoded())


def test_what_is_empty_is_left_out() -> None:
    entry = replace(ENTRY, correlation="", causation="", traceparent="")
    names = [name for name, _ in encoded(entry).headers]
    assert not {"ce_correlationid", "ce_causationid", "traceparent"} & set(names)
    assert decode(encoded(entry)).correlation == ""


def test_a_tombstone_keeps_its_place_in_the_sequence_and_says_nothing_else() -> None:
    record = encoded(TOMBSTONE, PEOPLE.name)
    assert record.value is None
    assert not {"ce_type", "ce_dataschema", "content-type"} & {name for name, _ in record.headers}
    heard = decode(record)
    assert (heard.type, heard.event, heard.sequence, heard.id, heard.key) == ("", None, 7, ENTRY.id, KEY)


def test_an_unknown_type_is_heard_without_its_event() -> None:
    heard = decode(with_headers(ce_type="gathering.moved-to-the-moon.v9"))
    assert (heard.type, heard.event, heard.sequence) == ("gathering.moved-to-the-moon.v9", None, 7)


def test_unknown_fields_and_headers_are_ignored() -> None:
    record = with_headers(ce_colour="blue", other="1")
    record = replace(record, value=orjson.dumps({**DATA, "weather": "fine"}))
    assert decode(record).event == EVENT


def test_without_a_time_the_time_of_the_log_is_taken() -> None:
    assert decode(with_headers(ce_time=None)).at == TAKEN


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"ce_type": None}, "ce_type"),
        ({"ce_specversion": "0.3"}, "0.3"),
        ({"ce_specversion": None}, "ce_specversion"),
        ({"ce_id": "7"}, "ce_id"),
        ({"ce_id": None}, "ce_id"),
        ({"ce_sequence": "0"}, "ce_sequence"),
        ({"ce_sequence": "-1"}, "ce_sequence"),
        ({"ce_sequence": "٧"}, "ce_sequence"),
        ({"ce_sequence": "9" * 400}, "ce_sequence"),
        ({"ce_sequence": None}, "ce_sequence"),
        ({"ce_time": "yesterday"}, "ce_time"),
        ({"ce_time": "2031-05-04T06:30:00"}, "ce_time"),
        ({"ce_time": "0001-01-01T00:00:00+10:00"}, "ce_time"),
        ({"ce_type": "person.recorded.v1"}, "belongs to plenary.people"),
        ({"content_type": "application/cloudevents+json"}, "CloudEvent"),
    ],
)
def test_a_bad_attribute_is_named(headers: dict[str, str | None], reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        decode(with_headers(**headers))
    assert reason in refused.value.detail


@pytest.mark.parametrize("key", [None, b"", b"\xff", b"one"])
def test_a_key_that_is_no_id_is_refused(key: bytes | None) -> None:
    with pytest.raises(Invalid, match="key"):
        decode(replace(encoded(), key=key))


@pytest.mark.parametrize(
    "value", [b"", b"{", b"[]", b"null", b'{"gathering": "secret-thing"}', b"[" * 100_000, b"\xff\xfe"]
)
def test_bad_data_are_refused_without_being_quoted(value: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        decode(replace(encoded(), value=value))
    assert "secret-thing" not in refused.value.detail


@pytest.mark.parametrize("envelope", [None, [], 7, {}, {**ENVELOPE, "id": None}, {**ENVELOPE, "data": "x"}])
def test_a_bad_structured_event_is_refused(envelope: Any) -> None:
    with pytest.raises(Invalid):
        decode(structured(envelope))


def test_structured_data_nested_too_deep_are_refused() -> None:
    deep = b'{"specversion": "1.0", "data": ' + b"[" * 900 + b"]" * 900 + b"}"
    with pytest.raises(Invalid):
        decode(replace(structured({}), value=deep))


@given(
    headers=st.lists(st.tuples(st.sampled_from([n for n, _ in encoded().headers]), st.binary(max_size=20)), max_size=5),
    value=st.none() | st.binary(max_size=40),
)
def test_whatever_comes_is_decoded_or_invalid(headers: list[tuple[str, bytes]], value: bytes | None) -> None:
    record = replace(encoded(), headers=(*encoded().headers, *headers), value=value)
    with suppress(Invalid):
        assert decode(record).topic == GATHERINGS.name
