"""Who holds which seat, kept in SQLite: `pip install aiokafka`, then `python consumer.py localhost:9092`."""

import asyncio
import json
import sqlite3
import sys

from aiokafka import AIOKafkaConsumer

TOPIC = {"group_id": "my-seats", "enable_auto_commit": False, "auto_offset_reset": "earliest"}


async def main(brokers: str) -> None:
    db = sqlite3.connect("seats.db")
    db.execute("create table if not exists seats (id text primary key, sequence int, state text, seat int)")
    async with AIOKafkaConsumer("plenary.registrations", bootstrap_servers=brokers, **TOPIC) as records:
        async for record in records:
            key, headers = record.key.decode(), {name: value.decode() for name, value in record.headers}
            if key.startswith("beat-"):
                continue
            before = db.execute("select sequence, state, seat from seats where id = ?", [key]).fetchone() or (0, "", None)
            sequence, state, data = int(headers["ce_sequence"]), headers["ce_type"].split(".")[1], json.loads(record.value)
            if sequence == before[0] + 1:  # lower: heard already
                seat = data.get("seat", before[2] if state.startswith("person-") else None)
                with db:
                    db.execute("replace into seats values (?, ?, ?, ?)", [key, sequence, state, seat])
                print(key, sequence, state, seat, flush=True)
            elif sequence > before[0]:
                sys.exit(f"{key}: {sequence} came after {before[0]}")
            await records.commit()


asyncio.run(main(sys.argv[1]))
