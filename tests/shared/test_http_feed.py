"""The feed shows whatever lies on the log, and ends in order where the log goes away."""

from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from services import feed
from shared.contracts.registry import TOPICS
from shared.http.installation import Installation
from shared.log import ConsumerRecord, ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from shared.settings import Settings
from tests.faulty import Fault, FaultyLog

TOPIC = TOPICS[0]


@pytest.mark.parametrize("depth", [1, 250, 252, 253, 254, 300, 1023, 2000])
def test_a_record_of_any_depth_is_shown_and_holds_up_no_reader(depth: int) -> None:
    value = b"[" * depth + b"]" * depth
    record = ConsumerRecord(TOPIC.name, 0, 0, b"k", value, (("ce_id", b"1"),), datetime.now(UTC))
    shown = orjson.loads(orjson.dumps([feed.envelope(record)]))
    assert shown[0]["id"] == "1"
    assert (shown[0]["data"] is None) == (depth > 252)


async def test_a_stream_ends_in_order_where_the_log_goes_away(tmp_path: Path) -> None:
    log = FaultyLog(await EmbeddedLog.open(tmp_path / "log.db"))
    await log.ensure([TOPIC])
    await log.append([ProducerRecord(TOPIC.name, b"k", b"{}")])
    log.faults.next("ends", Fault.LOST)
    installation = Installation.open(Settings(data=tmp_path))
    lines = [line async for line in feed._listen(log, TOPIC.name, [0] * TOPIC.partitions, installation)]
    assert lines == []
    await log.close()
