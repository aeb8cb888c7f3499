"""The events URL of Kafka: what it says is what every client gets; what it cannot say is refused in words."""

import ssl
from pathlib import Path

import pytest
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from shared.contracts import Topic
from shared.errors import Invalid
from shared.log import LARGEST, MOST_HEADERS, NotAppended, ProducerRecord, refusal
from shared.log.kafka.client import Address
from shared.log.kafka.producer import MAX_MESSAGE
from shared.log.kafka.topics import settings


def test_brokers_stand_side_by_side() -> None:
    address = Address.of("kafka://one:9092,two:9093?replication=3")
    assert address.options == {"bootstrap_servers": ["one:9092", "two:9093"], "security_protocol": "PLAINTEXT"}
    assert address.replication == 3


def test_a_password_comes_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("a secret\n")
    options = Address.of(
        "kafka://one:9092?security_protocol=SASL_SSL&sasl_mechanism=PLAIN&sasl_username=plenary"
        f"&sasl_password_file={tmp_path}/password"
    ).options
    assert (options["sasl_plain_username"], options["sasl_plain_password"]) == ("plenary", "a secret")
    assert options["sasl_mechanism"] == "PLAIN"
    assert options["ssl_context"].verify_mode == ssl.CERT_REQUIRED


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("redis://one:6379", "kafka://host:port"),
        ("kafka:one", "kafka://host:port"),
        ("kafka://one:9092/topic", "kafka://host:port"),
        ("kafka://plenary:secret@one:9092", "sasl_password_file"),
        ("kafka://one:9092?acks=1", "unknown options: acks"),
        ("kafka://one:9092?replication=0", "replication"),
        ("kafka://one:9092?replication=many", "replication"),
        ("kafka://one:9092?security_protocol=HTTPS", "security_protocol"),
        ("kafka://one:9092?security_protocol=SASL_PLAINTEXT", "sasl_username"),
        ("kafka://one:9092?security_protocol=SASL_PLAINTEXT&sasl_mechanism=GSSAPI", "PLAIN"),
        (
            "kafka://one:9092?security_protocol=SASL_SSL&sasl_username=p&sasl_password_file=/nowhere",
            "sasl_password_file",
        ),
        ("kafka://one:9092?security_protocol=SSL&ssl_cafile=/nowhere", "ssl_cafile"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_in_words(url: str, words: str) -> None:
    with pytest.raises(Invalid) as refused:
        Address.of(url)
    assert words in refused.value.detail
    assert "secret" not in refused.value.detail


def test_two_of_three_replicas_must_have_a_record() -> None:
    topic = Topic("plenary.tests", "tests", "")
    assert [settings(topic, replicas)["min.insync.replicas"] for replicas in (1, 2, 3, 5)] == ["1", "1", "2", "2"]


def test_a_record_is_measured_with_its_key_and_headers() -> None:
    def record(value: int, name: str = "h") -> ProducerRecord:
        return ProducerRecord("t", b"key", b"v" * value, ((name, b"12345"),))

    headers = [ProducerRecord("t", b"", b"", (("", b""),) * count) for count in (MOST_HEADERS, MOST_HEADERS + 1)]
    assert [refusal(one, "t") for one in (record(LARGEST - 9), headers[0])] == [None, None]
    refused = [refusal(one, "t") for one in (record(LARGEST - 8), record(1, "\ud800"), headers[1])]
    assert all(isinstance(one, NotAppended) and one.final for one in refused)


def test_a_topic_takes_the_largest_record_with_its_frame() -> None:
    largest = DefaultRecordBatchBuilder.estimate_size_in_bytes(b"", bytes(LARGEST), [("", b"")] * MOST_HEADERS)
    assert largest + 10 * MOST_HEADERS <= MAX_MESSAGE, "also where the lengths of names and values take more bytes"
