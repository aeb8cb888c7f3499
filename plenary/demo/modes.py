"""The conference of the edition that is planned, and its theme: somebody proposed to hold it online, and who may refused.

Each step looks first: what is there already, or was changed since by somebody, stays as it is.
"""

from typing import Any, Final

from plenary.client import Client
from plenary.demo.mandate import COUNCIL
from plenary.demo.show import done

EDITION: Final = 8
TITLE = {
    "en": "Eighth Conference of the River Basins",
    "fa": "هشتمین همایش حوضه‌های رودخانه",
    "ar": "المؤتمر الثامن لأحواض الأنهار",
}
FORM: dict[str, Any] = {
    "gathering_kind": "conference",
    "title": TITLE,
    "venue": {"en": "Assembly Hall, Sarvab", "fa": "تالار مجمع، سرواب", "ar": "قاعة المجلس، سرواب"},
    "starts_at": "2027-11-03T09:00:00+03:30",
    "ends_at": "2027-11-05T18:00:00+03:30",
    "time_zone": "Asia/Tehran",
    "venue_address": {
        "en": "1 Assembly Square, Sarvab",
        "fa": "سرواب، میدان مجمع، شمارهٔ ۱",
        "ar": "سرواب، ساحة المجلس، رقم ١",
    },
    "coordinates": "34.35,55.75",
    "capacity": {"delegate": 40, "press": 10},
    "registration_from": "2027-06-01T09:00:00+03:30",
    "registration_until": "2027-10-20T18:00:00+03:30",
    "theme": {
        "en": "Shared water, shared gauges",
        "fa": "آب مشترک، آب‌سنج مشترک",
        "fa-AF": "آب همگانی، پیمانهٔ همگانی",
        "ar": "ماء مشترك ومقياس مشترك",
    },
    "theme_authoritative": "fa",
    "theme_announced_by": COUNCIL,
    "theme_announced_on": "2026-09-22",
}
ONLINE: dict[str, Any] = {
    "mode": "online",
    "says": {
        "en": "Travelling is dear for small basins.",
        "fa": "سفر برای حوضه‌های کوچک گران است.",
        "ar": "السفر مكلف للأحواض الصغيرة.",
    },
    "proposed_on": "1405-03",
}
REFUSED: dict[str, Any] = {
    "answer": "refused",
    "reason": {
        "en": "It must be held in person.",
        "fa": "باید حضوری برگزار شود.",
        "ar": "يجب أن يُعقد حضوريًا.",
    },
    "decided_by": {"en": "Ministry of Waters", "fa": "وزارت آب", "ar": "وزارة المياه"},
    "decided_on": "1405-04-11",
}


async def tell_modes(client: Client, editions: dict[int, str]) -> None:
    """Drafted, proposed by nobody known, refused; so that the edition has a requirement."""
    if EDITION not in editions:
        return
    edition = editions[EDITION]
    there = [each async for each in client.every("/registration/v1/gatherings", edition=edition)]
    form, key = FORM | {"edition": edition}, f"demo-{edition}"
    conference = next((each for each in there if each["gathering_kind"] == "conference"), None)
    made = conference or (await client.post("/registration/v1/gatherings", form, key=f"{key}-conference")).json()
    path = f"/registration/v1/gatherings/{made['id']}"
    proposals = (await client.get(f"{path}/proposals")).json()
    if not proposals and made["mode"] != ONLINE["mode"]:
        tag = (await client.get(path)).headers["ETag"]
        proposals = [(await client.post(f"{path}/proposals", ONLINE, key=f"{key}-online", match=tag)).json()]
    if proposals and proposals[0]["state"] == "open":
        tag = (await client.get(path)).headers["ETag"]
        await client.post(f"{path}/proposals/{proposals[0]['id']}/decide", REFUSED, key=f"{key}-refused", match=tag)
    done("its conference was proposed online, which a ministry refused: that stays as a requirement on the edition")
