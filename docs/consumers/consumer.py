"""Who holds which seat, kept in SQLite: `pip install aiokafka`, then `python consumer.py localhost:9092`."""

import asyncio
import json
import sqlite3
import sys

from aiokafka import AIOKafkaConsumer, ConsumerRecord

READ = {"group_id": "my-seats", "enable_auto_commit": False, "auto_offset_reset": "earliest"}


def hear(db: sqlite3.Connection, record: ConsumerRecord) -> None:
    key, said = record.key.decode(), {name: value.decode() for name, value in record.headers}
    if key.startswith("beat-"):
        return
    before, seat = db.execute("select sequence, seat from seats where id = ?", [key]).fetchone() or (0, None)
    sequence, state = int(said["ce_sequence"]), said["ce_type"].split(".")[1]
    if sequence > before + 1:
        sys.exit(f"{key}: {sequence} came after {before}")
    if sequence == before + 1:  # else it was heard already
        seat = json.loads(record.value).get("seat", seat if state.startswith("person-") else None)
        db.execute("replace into seats values (?, ?, ?, ?)", [key, sequence, state, seat])


async def main(brokers: str) -> None:
    db = sqlite3.connect("seats.db")
    db.execute("create table if not exists seats (id text primary key, sequence int, state text, seat int)")
    async with AIOKafkaConsumer("plenary.registrations", bootstrap_servers=brokers, **READ) as records:
        while True:
            for batch in (await records.getmany(timeout_ms=1000)).values():
                with db:
                    for record in batch:
                        hear(db, record)
            await records.commit()  # after the effect is durable


asyncio.run(main(sys.argv[1]))
