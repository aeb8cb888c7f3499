"""A line of the table that `make bench` prints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

MANY: Final = (
    "The loop's thread, sampled at 32 clients (py-spy, on a busy machine): the command 37 % (reading 17, encoding 5, sealing 3), "
    "form, plan and answer 17, gate, line, figures and the framework's wrappers 9, writing to sockets 18, the event loop 10, the "
    "statements of flights 4, sending and hearing 4. It is 0.95 of 1.1 ms; the threads that commit have the rest. Before, each "
    "statement in a thread waited for the interpreter: seven changes of threads a registration, now two. No one thing "
    "stands out: 61 % of the time is the interpreter's, 15 the kernel's, 7 SQLite's, 4 pydantic's, 2 orjson's (perf); of single "
    "functions the largest are pydantic's checks, 6 %, and the server's send, 5 (1,113 calls a registration, in process and "
    "without the server's own; 1,215 before its id was made once and what stays as it was no longer copied). To hand head and "
    "body of an answer to the system in one call was no gain for the server (53 us a bare answer either way). With the server's, "
    "but for sockets, it is 1,200 calls (1,270 while own records that cause nothing took a lane, each forgetting a call). "
    "HTTP without the command is a good quarter of the thread's processor time; of the rest the gathering takes 37 us to decode, "
    "the person 25, the registration 46 to encode and some 55 to insert: 28 of that for ten indexes, and seven for its claims, "
    "which were 16 while the statement looked before it took them. "
    "In turns with the code of 23 November, by this bench on one machine: 3.00 beside 4.34 times the bare route's processor "
    "time, 0.51 beside 0.30 of its rate; alone 4.1 beside 5.5, p50 3.2 beside 4.0; the whole chain 9.5 beside 14.8. On the "
    "image that is shipped (3.13, built with profile-guided optimisation) it is 3.00 and 0.49, with Debian's own 3.11, built "
    "so, 2.75 to 3.00 and 0.48 to 0.50, while alone is 3.8 to 4.2, p50 2.9 and the chain 7.8 to 8.8 there: of 2.64 million "
    "instructions a registration 71 % are the interpreter's, 9 SQLite's, 6 pydantic's, 4 orjson's (callgrind), at about one a "
    "cycle: much code is run, none of it long enough to be warm. The rate follows the processor time: the loop's thread is "
    "never idle, and on this disk the bare route hardly waits for its own either (0.46 of 0.56 ms are processor time). On a "
    "machine whose cores do the same work in half the time (EPYC, 2 x 1 MiB of second cache) it is 2.28 to 2.35 and 0.58 to 0.67."
)
ALONE: Final = (
    "Alone, nothing is shared: each request has its transaction and the wake-ups of its thread (a queue of our own in place of "
    "an executor's saves 13 us a hop, 28 to 15, and motor five of them), and what was cached is cold after each wait "
    "for the disk. Of 2.2 ms the loop's thread has 1.7, the store's commits 0.35 (185 us and 25 pages for a table, its "
    "claims and its ten indexes, 138 and 19 with five of them, 93 and 11 with none: 9 us an index; then fsync); appends are "
    "shared by those that come within 25 ms. (Before readings shared the writer's cache each of them read 15 pages anew, now 6, "
    "and before the log knew where something came it looked at up to 91 partitions, now 2: 132 calls of the system of 152.) "
    "What the slowest met, as far as pages tell: a commit that carries the write-ahead log into the file and waits for the disk "
    "once more. With 20 to 25 pages a registration that was one commit in 40 to 50, more than one in a hundred; now one in 160."
)
CHAIN: Final = (
    "Of 4,870 calls in the loop's thread for one registration (cProfile at 32 clients, all services; 8,220 while an entry for "
    "a calendar was folded character by character and its texts said anew, a mail encoded line by line and its entry twice, "
    "and a notification copied field by field): the mail 38 % of the time (its words 15, noting that it was sent 13, its bytes "
    "and file 6), the request 23, hearing by three services 12, flights of stores and log 7, sending 5, the event loop and "
    "what it calls itself the rest. Of the processor time the interpreter has 64 %, the kernel 17, SQLite 5, pydantic 3, "
    "orjson 2 (perf). No event is heard by anybody who decides nothing, but for the own ones of a service, which it passes by "
    "undecoded."
)
MONGO_MANY: Final = (
    "At 32 clients the driver is not what costs: of the samples that hold the interpreter (py-spy, motor, before the number "
    "was drawn beside the readings) 5 % are in its threads and 7 % in waking them; 69 % are in requests: 29 % decide and "
    "commit, 17 % send the answer. Processor time is 1.6 to 2.5 times the bare insert's. Reading all kinds in one thread "
    "was no steady gain, and slower where the database is far."
)
MONGO_ALONE: Final = (
    "A lone registration is five commands in two waits (three readings beside the number, then the insert; the readings are "
    "of three collections, and not every server has $unionWith), and a sixth for a few of them together, to forget what "
    "was sent. The bare insert is one. Of some 3,740 calls of Python in all threads (4,430 before commands were plain and "
    "while a newcomer was looked for) a command has 600: the driver's part is some 200 us of its thread. Motor hops to a "
    "thread for each: waking threads is 26 % of the samples (a third of that the embedded log's), its threads 18 %, the "
    "request itself 25 %, hearing 8 %; five at once take turns for the interpreter (2.5 ms of 4.6 on a busy machine, where "
    "they would take 1.7 one after the other in one thread, and five times the way where the database is far). PyMongo's own "
    "async API has no hops, and spends 22 % in writing to its sockets. With 4 ms to the database p50 is 3.3 times the bare "
    "insert's (4.0 where the number was waited for by itself). Who met the sweep waited 16 ms more, while it asked all "
    "collections at once. A capture of both sides shows no wait for an acknowledgement of TCP. One command that joins the "
    "three readings ($lookup by id) is 0.8 ms of our processor in place of 1.3, but 2.9 ms in place of 1.9 at best with the "
    "local stand-in. To send the four in one message's time, over one connection, would take a third of the processor time away "
    "(5.5 to 3.5 ms in turns on a busy machine) and was not kept: it needs inner parts of the driver that no release promises. "
    "The same four one after the other in one thread, by the driver's public commands: 4.8 and 4.9 times the bare insert's "
    "beside 5.3 and 4.7 as it stands, which is no gain (32 clients: 0.55 and 0.54 beside 0.51 and 0.56). Changes of threads are "
    "some 80 a registration, and a good quarter of all samples (perf); with two or three threads for motor in place of ten it is "
    "3.9 to 4.0 in place of 4.0 to 4.2. With threads of our own in place of an executor's, in turns with it on a busier machine: "
    "4.06 and 4.60, 3.96 and 4.63, 3.85 and 4.17. Without them, by PyMongo's own async API, it is 3.1 to 3.3."
)
PYMONGO: Final = (
    "No hops between threads; what is left is the request itself and five commands in two waits, where the bare insert is one. "
    "The bare route by the same driver is faster, too."
)
MONGO_LATE: Final = (
    "Whoever is entered for a turn is heard of by the service a moment later, in sixteen lanes at once, each of which looks for "
    "registrations of theirs (2 to 6 ms in the local stand-in, which has no index but unique ones) and notes it: that met the "
    "first requests of each turn, and was most of 45 ms (traced by processor time a request, of the process and of the stand-in, "
    "on a busy machine). A turn begins now when they were heard of. What is left are the sweeps: of outboxes each 5 s, some "
    "thirty collections one after the other, and of timers each second, nine; no request waits for them, but they share "
    "interpreter and server. The garbage collector, the log's append and the lease are not in it."
)
RENDERED: Final = (
    "For who is signed in and has a frame of their own; what everybody reads is kept, and costs a twentieth of it. Of some 90 ms "
    "of processor a third is reading and decoding 900 documents, a sixth putting them together, half the templates: 3,500 calls "
    "of their macros and texts (it was 180 ms while everything was looked through for each item of the agenda)."
)
WHY: Final[Mapping[str, str]] = {
    "register, embedded: processor, 32 clients": MANY,
    "register, embedded: rate, 32 clients": MANY,
    "pass the door, embedded: processor, 32 clients": MANY,
    "register, embedded: processor, one client": ALONE,
    "register, embedded: p50, one client": ALONE,
    "register, embedded: p99, one client": ALONE,
    "register, the whole chain, embedded: processor": CHAIN,
    "register, MongoDB's protocol: rate, 32 clients": MONGO_MANY,
    "register, MongoDB's protocol: p50, one client": MONGO_ALONE,
    "register, MongoDB's protocol: p99, one client": MONGO_LATE,
    "register, MongoDB's protocol, PyMongo: rate, 32 clients": PYMONGO,
    "register, MongoDB's protocol, PyMongo: p50, one client": PYMONGO,
    "minutes of 200 items, rendered: p99": RENDERED,
}
"""Row -> what stands in the way of its bar, as the last profile showed it (2026-12-01)."""


@dataclass
class Row:
    """One line of the table. `ratio` is `value / peer_value`; `bar` is what the ratio (or the value) must reach.

    `why` explains a bar that is missed, as far as it is known.
    """

    name: str
    value: float
    unit: str
    peer: str
    peer_value: float | None
    ratio: float | None
    bar: str
    met: bool
    why: str = ""

    def __post_init__(self) -> None:
        if not self.met:
            self.why = WHY.get(self.name, "")


def show(rows: Iterable[Row]) -> None:
    """Each on a line."""
    for row in rows:
        beside = f"{row.peer} {row.peer_value:g} {row.unit}: {row.ratio:g} x" if row.peer_value is not None else ""
        print(f"{'met ' if row.met else 'MISS'}  {row.name:50} {row.value:>9g} {row.unit:4} bar {row.bar:14} {beside}")
        if row.why:
            print(f"      {row.why}")
