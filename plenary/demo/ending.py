"""The final statement of the gathering: drafted in three languages, amended twice, and adopted with the decision."""

from typing import Any, Final

from plenary.demo.arrivals import ENDED
from plenary.demo.show import done, must, until
from plenary.demo.stage import Stage

PREAMBLE: Final = {
    "en": "The Conference of the River Basins, recalling that a river knows no border, and that whoever lives upstream and "
    "whoever lives downstream drink the same water,",
    "fa": "همایش حوضه‌های رودخانه، با یادآوری اینکه رود مرز نمی‌شناسد و آنان که بالادست و آنان که پایین‌دست زندگی می‌کنند از یک آب "
    "می‌نوشند،",
    "ar": "إن مؤتمر أحواض الأنهار، إذ يذكّر بأن النهر لا يعرف حدودًا، وأن من يسكن أعلاه ومن يسكن أسفله يشربون من ماء واحد،",
}
OPERATIVE: Final = (
    {
        "en": "Calls upon each basin to measure the flow of its rivers every month;",
        "fa": "از هر حوضه می‌خواهد جریان رودهای خود را هر ماه اندازه بگیرد؛",
        "ar": "يدعو كل حوض إلى قياس جريان أنهاره كل شهر؛",
    },
    {
        "en": "Resolves that the gauges of both banks are read together, and that one table is kept of them;",
        "fa": "تصویب می‌کند که سنجه‌های هر دو کرانه با هم خوانده شود و برای آنها یک جدول نگه داشته شود؛",
        "ar": "يقرّر أن تُقرأ مقاييس الضفتين معًا، وأن يُمسك لها جدول واحد؛",
    },
    {
        "en": "Asks the universities of the region to keep these gauges, a year each;",
        "fa": "از دانشگاه‌های منطقه درخواست می‌کند نگهداری این سنجه‌ها را، هر کدام یک سال، بر عهده گیرند؛",
        "ar": "يطلب من جامعات المنطقة أن تصون هذه المقاييس، كل منها سنة؛",
    },
    {
        "en": "Encourages those who know a solution to a drought or a flood to share it with the other basins;",
        "fa": "کسانی را که برای خشک‌سالی یا سیل راه‌حلی می‌شناسند تشویق می‌کند آن را با حوضه‌های دیگر در میان بگذارند؛",
        "ar": "يشجّع كل من يعرف حلًّا لجفاف أو فيضان على أن يشاركه مع الأحواض الأخرى؛",
    },
    {
        "en": "Requests the secretariat to report before the next conference on what was done;",
        "fa": "از دبیرخانه درخواست می‌کند پیش از همایش بعدی دربارهٔ آنچه انجام شده گزارش دهد؛",
        "ar": "يطلب من الأمانة أن ترفع قبل المؤتمر القادم تقريرًا عمّا أُنجز؛",
    },
    {
        "en": "Thanks the people of Sarvab, who received it at their river.",
        "fa": "از مردم سرواب که آن را در کنار رود خود پذیرفتند سپاسگزاری می‌کند.",
        "ar": "يشكر أهل سرواب الذين استضافوه عند نهرهم.",
    },
)
DAILY: Final = {
    "en": "Calls upon each basin to measure the flow of its rivers every day, and to publish what it measures;",
    "fa": "از هر حوضه می‌خواهد جریان رودهای خود را هر روز اندازه بگیرد و آنچه را اندازه می‌گیرد منتشر کند؛",
    "ar": "يدعو كل حوض إلى قياس جريان أنهاره كل يوم، وإلى نشر ما يقيسه؛",
}
FEWER: Final = "The council prefers that the universities are named."


async def end_with_a_statement(stage: Stage) -> None:
    """Whatever is there already stays; each step looks first at how far it is."""
    here = f"{stage.minutes}/final-statement"
    await stage.client.post(here, {"authoritative": "en"}, key=stage.key("final"))
    for n, text in enumerate((PREAMBLE, *OPERATIVE)):
        form = {"part": "operative" if n else "preamble", "text": text}
        if len((await _look(stage))["paragraphs"]) <= n:
            await stage.client.post(f"{here}/paragraphs", form, key=stage.key(f"final-{n}"))
    if (await _look(stage))["state"] == "draft":
        await _step(stage, "open")
    if (await _look(stage))["state"] == "under_amendment":
        await _amend(stage)
        [decision] = [each["id"] async for each in stage.client.every(f"{stage.minutes}/decisions")]
        await _step(stage, "adopt", {"decision": decision})
    it = await _look(stage)
    path = (await stage.client.get(stage.minutes)).json()["path"]
    for language in ("fa", "ar", "en"):
        page = (await stage.client.get(f"{path}/final-statement", lang=language)).text
        must(DAILY[language] in page, f"the final statement reads in {language}, as it was amended")
    must(not any(each["outdated"] for each in it["paragraphs"]), "no language of the final statement is outdated")
    done(
        f"a final statement of {len(OPERATIVE)} paragraphs adopted in three languages; one amendment accepted, one rejected"
    )
    await _wait_for_mails(stage)


async def _wait_for_mails(stage: Stage) -> None:
    """Everybody who holds a place or waits for one was told of it."""
    registered = [each async for each in stage.client.every(f"{stage.path}/registrations")]
    wanted = sum(each["state"] in {"confirmed", "waitlisted"} for each in registered)
    await until("telling everybody of it", wanted, lambda: _told(stage))
    done(f"{wanted} people were told of the final statement")


async def _told(stage: Stage) -> int:
    found = stage.client.every("/notifications/v1/notifications", gathering=stage.gathering, state="sent")
    return sum([each["template"] == ENDED async for each in found])


async def _amend(stage: Stage) -> None:
    """One is accepted, and one rejected."""
    paragraphs = [each["id"] for each in (await _look(stage))["paragraphs"]]
    homes = [str(each) for each in stage.house.members[:2]]
    replace = {"amendment_kind": "replace", "paragraph": paragraphs[1], "text": DAILY, "organization": homes[0]}
    leave_out = {"amendment_kind": "delete", "paragraph": paragraphs[3], "organization": homes[1]}
    ids = []
    for n, form in enumerate((replace, leave_out)):
        made = await stage.client.post(f"{stage.minutes}/final-statement/amendments", form, key=stage.key(f"amend-{n}"))
        ids.append(made.json()["id"])
    await _step(stage, f"amendments/{ids[0]}/accept", {})
    await _step(stage, f"amendments/{ids[1]}/reject", {"reason": FEWER})


async def _look(stage: Stage) -> dict[str, Any]:
    return dict((await stage.client.get(f"{stage.minutes}/final-statement")).json())


async def _step(stage: Stage, step: str, form: dict[str, Any] | None = None) -> None:
    """With the ETag that was just read; led again, what was done by the same key is done."""
    here = f"{stage.minutes}/final-statement"
    tag = (await stage.client.get(here)).headers["ETag"]
    await stage.client.post(f"{here}/{step}", form, key=stage.key(f"final-{step.replace('/', '-')}"), match=tag)
