"""Who is represented, and by whom: organizations of many kinds with their parts, a body with offices and former members, and
letters of credentials that were accepted, refused, or wait.

Each step looks first: what is there already, or was changed since by somebody, stays as it is.
"""

from typing import Any

from plenary.client import Client
from plenary.demo.people import House
from plenary.demo.show import done
from plenary.demo.stage import Stage
from shared.locale import LANGUAGES

BEHIND = 11
"""So many tens below the first place: behind the basins of the sample table in the order of precedence."""

BASINS = (
    ("MIRAB", "Mirab", "میراب", "ميراب", "XA"),
    ("RUDKHIZ", "Rudkhiz", "رودخیز", "رودخيز", "XB"),
    ("ALWADI", "Alwadi", "الوادی", "الوادي", "XC"),
    ("REEDMARK", "Reedmark", "نیزار", "القصب", "XD"),
)
"""Each basin: the beginning of its codes, its name in three languages, its country."""

KINDS: tuple[tuple[str, str, str, str, str, str, int | None], ...] = (
    ("PARL", "", "parliament", "Parliament of {}", "پارلمان {}", "برلمان {}", 1),
    (
        "COM",
        "PARL",
        "committee",
        "Water Committee, Parliament of {}",
        "کمیسیون آب پارلمان {}",
        "لجنة المياه في برلمان {}",
        2,
    ),
    ("GRP", "PARL", "political_group", "River Group, {}", "گروه رودخانه، {}", "مجموعة النهر، {}", None),
    ("MIN", "", "ministry", "Ministry of Rivers, {}", "وزارت رودخانه‌های {}", "وزارة الأنهار في {}", 3),
    ("AUTH", "MIN", "authority", "Gauge Authority of {}", "سازمان آب‌سنجی {}", "هيئة القياس في {}", 4),
    ("CITY", "", "municipality", "City of {}", "شهرداری {}", "بلدية {}", 5),
    ("TV", "", "broadcaster", "{} Broadcasting", "رادیو و تلویزیون {}", "إذاعة وتلفزيون {}", None),
    ("UNI", "", "university", "University of {}", "دانشگاه {}", "جامعة {}", None),
    ("INST", "UNI", "institute", "Institute of Rivers, {}", "پژوهشکدهٔ رودخانهٔ {}", "معهد الأنهار في {}", None),
    ("UNION", "", "union", "Union of Boatmen, {}", "اتحادیهٔ قایقرانان {}", "اتحاد الملاحين في {}", None),
)
"""Of each basin: the end of the code, that of its whole, its kind, its name in three languages, and its place there."""

TOGETHER = (
    ("FLOWS", "association", "Association of the Flows", "انجمن جریان‌ها", "جمعية الجداول"),
    ("WELLS", "ngo", "Keepers of the Wells", "نگهبانان چاه‌ها", "حراس الآبار"),
    ("NEWS", "news_agency", "River News", "خبرگزاری رود", "وكالة أنباء النهر"),
)
"""Those of no basin."""

PANEL = {"en": "Panel of the Gauges", "fa": "هیئت آب‌سنجی", "ar": "هيئة خبراء القياس"}
CHAIR = {"en": "Chair", "fa": "رئیس", "ar": "الرئيس"}
DEPUTY = {"en": "Deputy chair", "fa": "نایب‌رئیس", "ar": "نائب الرئيس"}
SECRETARY = {"en": "Secretary", "fa": "دبیر", "ar": "الأمين"}
LETTERS: tuple[tuple[list[str], tuple[str, ...]], ...] = (
    (["represent", "speak", "vote", "amend"], ("check", "accept")),
    (["represent", "speak"], ("accept",)),
    (["speak", "vote"], ("refuse",)),
    (["represent"], ()),
)
"""What each letter gives, and the steps that were taken."""


async def tell_organizations(client: Client, house: House) -> None:
    """The organizations, the offices of the council, and a panel with former members."""
    ids = await _organizations(client)
    await _offices(client, house)
    members = [ids[f"{basin[0]}-AUTH"] for basin in BASINS]
    first, second, *others = members
    terms = [{"member": first, "since": "1398", "until": "1402-06"}, {"member": second, "since": "1400"}]
    form = {"code": "PANEL", "name": PANEL, "members": [second, *others], "calendar": "solar_hijri", "terms": terms}
    known = {each["code"] async for each in client.every("/registration/v1/bodies")}
    if form["code"] not in known:
        people = [str(guest.id) for guest in house.guests[:2]]
        await client.post("/registration/v1/bodies", form | {"people": people}, key="demo-panel")
    kinds = {kind for _, _, kind, *_ in KINDS} | {kind for _, kind, *_ in TOGETHER}
    done(
        f"{len(ids)} more organizations of {len(kinds)} kinds with their parts; three offices of the council, one of them vacant"
    )


async def bring_letters(stage: Stage) -> None:
    """Letters of credentials for the first delegates."""
    path = f"{stage.path}/credentials"
    there = {each["person"] async for each in stage.client.every(path)}
    for guest, (powers, taken) in zip(stage.house.guests, LETTERS, strict=False):
        if str(guest.id) in there:
            continue
        form = {"person": str(guest.id), "organization": str(guest.organization), "powers": powers}
        letter = (await stage.client.post(path, form, key=stage.key(f"letter-{guest.id}"))).json()["id"]
        for step in taken:
            one = f"/registration/v1/credentials/{letter}"
            tag = (await stage.client.get(one)).headers["ETag"]
            said = {"reason": "not_signed"} if step == "refuse" else None
            await stage.client.post(f"{one}/{step}", said, key=stage.key(f"{step}-{letter}"), match=tag)
    done(f"letters of credentials: {len(LETTERS)}, of which two are accepted, one is refused and one waits")


async def _organizations(client: Client) -> dict[str, str]:
    """By code."""
    known = {each["code"]: each["id"] async for each in client.every("/registration/v1/organizations")}
    found: dict[str, str] = {}
    for n, (begin, en, fa, ar, country) in enumerate(BASINS):
        for end, whole, kind, *names, precedence in KINDS:
            form: dict[str, Any] = {
                "code": f"{begin}-{end}",
                "name": {
                    tag: text.format(basin) for tag, text, basin in zip(LANGUAGES, names, (en, fa, ar), strict=True)
                },
                "organization_kind": kind,
                "country": country,
                "parent": found.get(f"{begin}-{whole}"),
                "precedence": 10 * (BEHIND + n) + precedence if precedence else None,
            }
            found[form["code"]] = known.get(form["code"]) or await _listed(client, form)
    for code, kind, en, fa, ar in TOGETHER:
        form = {
            "code": code,
            "name": {"en": en, "fa": fa, "ar": ar},
            "organization_kind": kind,
            "also": [f"{en} (old)"],
        }
        found[code] = known.get(code) or await _listed(client, form)
    return found


async def _listed(client: Client, form: dict[str, Any]) -> str:
    made = await client.post("/registration/v1/organizations", form, key=f"demo-organization-{form['code']}")
    return str(made.json()["id"])


async def _offices(client: Client, house: House) -> None:
    """Of the council: the chair was another's before, the deputy's is vacant, the secretary's is held."""
    ana, ben, can = (str(guest.id) for guest in house.guests[2:5])
    held: tuple[tuple[dict[str, str], list[dict[str, str]]], ...] = (
        (CHAIR, [{"person": ana, "since": "1397", "until": "1401"}, {"person": ben, "since": "1401-08"}]),
        (DEPUTY, [{"person": ana, "since": "1401", "until": "1404-02-31"}]),
        (SECRETARY, [{"person": can, "since": "1399-04-01"}]),
    )
    known = [each["title"].get("en") async for each in client.every(f"/registration/v1/offices?body={house.body}")]
    for n, (title, terms) in enumerate(held):
        if title["en"] not in known:
            form = {"body": str(house.body), "title": title, "calendar": "solar_hijri", "terms": terms}
            await client.post("/registration/v1/offices", form, key=f"demo-office-{house.body}-{n}")
