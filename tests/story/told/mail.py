"""What somebody finds in their mails."""

import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from tests.story.house import House
from tests.story.test_form import text_of, to


def links(here: House, address: str, path: str) -> list[str]:
    """Where the links to this path lead, of each mail that has one; in English. One and the same for whoever is asked again."""
    found = []
    for mail in to(here, address):
        at = [urlsplit(link) for link in re.findall(r"http\S+", text_of(mail))]
        found += [f"{each.path}?{each.query.partition('&lang=')[0]}&lang=en" for each in at if each.path == path]
    return found


def told(here: House) -> dict[tuple[str, str], int]:
    """Who was told what, how often: by address and subject."""
    mails: list[Any] = here.mails()
    ids = {mail["Message-ID"] for mail in mails}
    assert len(ids) == len(mails), "a mail was sent twice"
    return dict(Counter((mail["To"].addresses[0].addr_spec, str(mail["Subject"])) for mail in mails))
