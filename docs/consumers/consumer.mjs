// Who holds which seat, kept in a file: `npm install kafkajs@2`, then `node consumer.mjs localhost:9092`.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { Kafka, logLevel } from "kafkajs";

const seats = existsSync("seats.json") ? JSON.parse(readFileSync("seats.json")) : {};
const kafka = new Kafka({ brokers: [process.argv[2]], logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: "my-seats-in-node" });
await consumer.connect();
await consumer.subscribe({ topic: "plenary.registrations", fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => { // its offset is committed after it has ended
    const key = message.key.toString();
    if (key.startsWith("beat-")) return;
    const sequence = Number(message.headers.ce_sequence), state = message.headers.ce_type.toString().split(".")[1];
    const before = seats[key] ?? { sequence: 0, seat: null };
    if (sequence <= before.sequence) return; // heard already
    if (sequence > before.sequence + 1) throw new Error(`${key}: ${sequence} came after ${before.sequence}`);
    const seat = JSON.parse(message.value).seat ?? (state.startsWith("person-") ? before.seat : null);
    seats[key] = { sequence, state, seat };
    writeFileSync("seats.json.new", JSON.stringify(seats));
    renameSync("seats.json.new", "seats.json");
    console.log(key, sequence, state, seat);
  },
});
