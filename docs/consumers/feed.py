"""What happened to each registration, one line each, without a broker: the feed, with nothing but Python.

`TOKEN=$(plenary token) python feed.py http://127.0.0.1:8000`. Where it stopped is kept in `feed.position`: run again, it goes on.
"""

import json
import os
import sys
from pathlib import Path
from urllib.request import Request, urlopen

POSITION = Path("feed.position")


def main(url: str) -> None:
    ask = POSITION.read_text() if POSITION.exists() else "/registration/v1/events?topic=plenary.registrations&limit=500"
    while True:
        request = Request(url + ask, headers={"Authorization": f"Bearer {os.environ['TOKEN']}"})
        with urlopen(request) as answer:
            events, link = json.load(answer), answer.headers["Link"]
        for event in events:  # a key's events come in the order of their sequence; after a crash some may come again
            print(event["subject"], event["sequence"], event["type"])
        following = link.partition("<")[2].partition(">")[0]
        ask = following.removeprefix(url)
        POSITION.write_text(ask)
        if not events:
            return  # the end for now: run again later, or ask with `Accept: text/event-stream` and listen


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
