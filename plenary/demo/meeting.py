"""What is said at the gathering: an agenda that is adopted, statements, and what is brought forward, with what becomes of it."""

from typing import Any, Final
from uuid import UUID

from plenary.demo.course import begin
from plenary.demo.documents import list_documents
from plenary.demo.session import LEAVING, PRESENT
from plenary.demo.show import done, must
from plenary.demo.speaking import speak
from plenary.demo.stage import Stage
from plenary.demo.typing import take

AGENDA: Final = {
    "approval": {
        "en": "Approval of the minutes of the previous meeting",
        "fa": "تأیید صورت‌جلسهٔ نشست پیشین",
        "ar": "اعتماد محضر الاجتماع السابق",
    },
    "water": {"en": "Water for the upper basin", "fa": "آب حوضهٔ بالادست", "ar": "مياه الحوض الأعلى"},
    "gauges": {"en": "Gauges on both banks", "fa": "سنجه‌ها در هر دو کرانه", "ar": "المقاييس على الضفتين"},
    "next": {
        "en": "Place and time of the next meeting",
        "fa": "جا و زمان نشست بعدی",
        "ar": "مكان الاجتماع القادم وموعده",
    },
}
BELOW: Final = {"gauges": "water"}
LATE: Final = {"en": "The flood in the delta", "fa": "سیل در دلتا", "ar": "الفيضان في الدلتا"}

STATEMENTS: Final = (
    (
        "water",
        0,
        "en",
        "summary",
        "The river carries a tenth less than ten years ago. We ask for one table of all gauges.",
    ),
    (
        "water",
        1,
        "fa",
        "as_said",
        "ما آب را جداگانه اندازه می‌گیریم و سپس دربارهٔ عددها بحث می‌کنیم. بیایید با هم اندازه بگیریم.",
    ),
    ("gauges", 2, "ar", "summary", "تعرض الهيئة خمسة مقاييس للضفة الأخرى، وتطلب من يتولّى صيانتها."),
    ("late", 3, "en", "summary", "The damage is still being counted; figures follow within a week."),
)
"""Item, which of those present, language, manner, words. The last one is not public."""

CONTRIBUTIONS: Final[tuple[dict[str, Any], ...]] = (
    {
        "about": ("gauges", "suggestion", "en", "Publish the readings of all gauges every morning."),
        "from": {"people": [0]},
        "becomes": {"disposal": "taken_up"},
    },
    {
        "about": ("water", "criticism", "fa", "گزارش سال گذشته شش ماه دیر رسید."),
        "from": {"organizations": [1]},
        "answer": ("en", [2], "The printers closed for two months; this year it is published on the web first."),
        "becomes": {"disposal": "declined", "reason": "The report of this year is already out."},
    },
    {
        "about": ("gauges", "solution", "en", "Two universities keep the gauges of both banks, a year each."),
        "from": {"people": [2], "organizations": [0, 3]},
        "becomes": {"disposal": "made_action", "reason": "The secretariat asks both until autumn."},
        "action": {
            "en": "Ask both universities to keep the gauges.",
            "fa": "درخواست از هر دو دانشگاه برای نگهداری سنجه‌ها",
            "ar": "الطلب إلى الجامعتين أن تتوليا المقاييس",
        },
    },
    {
        "about": ("next", "suggestion", "ar", "أن يُعقد الاجتماع القادم عند السدّ."),
        "from": {},
        "becomes": {"disposal": "kept"},
    },
)


async def hold(stage: Stage) -> dict[str, UUID]:
    """Whatever is there already stays. Returns the items by their names here; the last that was taken up is that on water."""
    items = {name: await _item(stage, name, title) for name, title in AGENDA.items()}
    if (await stage.client.get(stage.minutes)).json()["agenda_adopted_at"] is None:
        await stage.move(stage.minutes, "adopt-agenda")
    items["late"] = await _post(stage, "agenda", {"title": LATE}, "late")
    await begin(stage, items)
    present = await _present(stage)
    await _name(stage, present)
    for n, (item, who, said_in, manner, words) in enumerate(STATEMENTS):
        speaker = {"speaker": present[who]["person"], "organization": present[who]["organization"]}
        form = {"words": words, "said_in": said_in, "manner": manner, "public": n + 1 < len(STATEMENTS)}
        await _post(stage, "statements", {**form, **speaker, "item": str(items[item])}, f"statement-{n}")
    await list_documents(stage, items["water"], present[0]["organization"])
    await speak(stage, items["water"], present)
    await take(stage, items, present[0])
    for n, each in enumerate(CONTRIBUTIONS):
        await _contribute(stage, n, each, items, present)
    agenda = (await stage.client.get(f"{stage.minutes}/agenda")).json()
    must(all(each["number"] for each in agenda), "each item has its number")
    done(f"an agenda of {len(agenda)} items adopted; {len(STATEMENTS)} statements, {len(CONTRIBUTIONS)} contributions")
    return items


async def _name(stage: Stage, present: list[dict[str, Any]]) -> None:
    """Who opens the meeting is not who leads it: an acting chair, a rapporteur and a minute taker are named beside."""
    if (await stage.client.get(stage.minutes)).json()["chair"] is None:
        who = dict(
            zip(("opener", "chair", "rapporteur", "minute_taker"), (each["person"] for each in present), strict=True)
        )
        tag = (await stage.client.get(stage.minutes)).headers["ETag"]
        await stage.client.post(f"{stage.minutes}/roles", {**who, "acting": True}, key=stage.key("roles"), match=tag)


async def _item(stage: Stage, name: str, title: dict[str, str]) -> UUID:
    parent = await _item(stage, BELOW[name], AGENDA[BELOW[name]]) if name in BELOW else None
    return await _post(stage, "agenda", {"title": title, **({"parent": str(parent)} if parent else {})}, name)


async def _present(stage: Stage) -> list[dict[str, Any]]:
    """Registrations of those who are inside; always the same ones, each of another organization."""
    staying = {str(each) for each in stage.house.members[LEAVING:PRESENT]}
    confirmed = [each for each in await stage.registrations() if each["state"] == "confirmed"]
    found = {each["organization"]: each for each in confirmed if each["organization"] in staying}
    return list(found.values())[: len(STATEMENTS)]


async def _contribute(
    stage: Stage, n: int, each: dict[str, Any], items: dict[str, UUID], present: list[dict[str, Any]]
) -> None:
    """Brought forward, answered, and disposed of unless somebody did."""
    item, kind, said_in, words = each["about"]
    origin = {
        name: [present[who]["person" if name == "people" else "organization"] for who in each["from"].get(name, ())]
        for name in ("people", "organizations")
    }
    form = {"words": words, "said_in": said_in, "contribution_kind": kind, "item": str(items[item]), **origin}
    path = f"{stage.minutes}/contributions/{await _post(stage, 'contributions', form, f'contribution-{n}')}"
    there = await stage.client.get(path)
    if there.json()["state"] != "open":
        return
    if "answer" in each:
        said_in, who, words = each["answer"]
        reply = {"words": words, "said_in": said_in, "people": [present[one]["person"] for one in who]}
        await stage.client.post(f"{path}/answers", reply, key=stage.key(f"answer-{n}"))
        there = await stage.client.get(path)
    if "action" in each:
        to_do = {"action_kind": "action", "text": each["action"], "contribution": there.json()["id"]}
        form = to_do | {"gathering": str(stage.gathering)}
        await stage.client.post("/minutes/v1/actions", form, key=stage.key(f"action-{n}"))
    key = stage.key(f"dispose-{n}")
    await stage.client.post(f"{path}/dispose", each["becomes"], key=key, match=there.headers["ETag"])


async def _post(stage: Stage, what: str, form: dict[str, Any], name: str) -> UUID:
    made = await stage.client.post(f"{stage.minutes}/{what}", form, key=stage.key(f"{what}-{name}"))
    return UUID(made.json()["id"])
