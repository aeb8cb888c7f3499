"""What observers of the evening are asked for, and what the first of them answered."""

from typing import Any, Final
from uuid import uuid5

from plenary.demo.stage import Stage

ASKED: Final[list[dict[str, Any]]] = [
    {
        "key": "arrival",
        "decides": True,
        "kind": "date",
        "label": {"en": "Day of arrival", "fa": "روز رسیدن", "ar": "يوم الوصول"},
        "required": True,
    },
    {
        "key": "diet",
        "kind": "several",
        "label": {"en": "Diet", "fa": "رژیم غذایی", "ar": "النظام الغذائي"},
        "choices": [
            {"key": "vegetarian", "label": {"en": "vegetarian", "fa": "گیاهخواری", "ar": "نباتي"}},
            {"key": "no_nuts", "label": {"en": "without nuts", "fa": "بدون آجیل", "ar": "خالٍ من المكسرات"}},
        ],
    },
    {
        "key": "boat",
        "kind": "yes_no",
        "label": {"en": "I come by boat", "fa": "با قایق می‌آیم", "ar": "آتي بالقارب"},
    },
    {
        "key": "photo",
        "kind": "photo",
        "label": {"en": "Photo for the badge", "fa": "عکس برای کارت شرکت", "ar": "صورة للبطاقة"},
    },
    {
        "key": "passport_copy",
        "kind": "file",
        "label": {
            "en": "Copy of the page of the passport with the photo",
            "fa": "رونوشت صفحهٔ عکس‌دار گذرنامه",
            "ar": "نسخة من صفحة الصورة في جواز السفر",
        },
    },
    {
        "key": "visa_status",
        "kind": "choice",
        "label": {"en": "Letter for the visa", "fa": "نامهٔ روادید", "ar": "رسالة التأشيرة"},
        "choices": [
            {"key": "asked", "label": {"en": "asked for", "fa": "درخواست شده", "ar": "طُلبت"}},
            {"key": "sent", "label": {"en": "sent", "fa": "فرستاده شده", "ar": "أُرسلت"}},
        ],
        "said_by": "shown",
    },
]
SAID: Final = {"arrival": "2030-03-20", "diet": ["vegetarian"], "boat": True, "visa_status": "sent"}


async def ask_and_answer(here: Stage) -> None:
    """Once: what somebody changed since stays as it is."""
    seen = await here.client.get(f"{here.path}/fields", category="observer")
    if not seen.json()["fields"]:
        form = {"category": "observer", "fields": ASKED}
        await here.client.post(f"{here.path}/fields", form, key=str(uuid5(here.gathering, "fields")))
    for each in (await here.registrations("observer"))[:1]:
        path = f"/registration/v1/registrations/{each['id']}/answers"
        if (await here.client.get(path)).json()["missing"]:
            await here.client.post(path, {"answers": SAID}, key=here.key("answers"))
