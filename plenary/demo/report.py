"""The report of the gathering for the press: drawn from the record, put into words in three languages, published, corrected."""

from typing import Any, Final

from plenary.demo.meeting import STATEMENTS
from plenary.demo.show import done, must
from plenary.demo.stage import Stage
from plenary.demo.subscriber import subscribe
from shared.settings import Settings

HEADLINES: Final = {
    "en": "Sixty members of the river basins keep one table of all gauges",
    "fa": "شصت عضو حوضه‌های رودخانه یک جدول از همهٔ سنجه‌ها نگه می‌دارند",
    "ar": "ستون عضوًا من أحواض الأنهار يمسكون جدولًا واحدًا لكل المقاييس",
}
RIGHT: Final = {
    "en": "Forty members of the river basins agree on one table of all gauges",
    "fa": "چهل عضو حوضه‌های رودخانه بر یک جدول از همهٔ سنجه‌ها توافق کردند",
    "ar": "أربعون عضوًا من أحواض الأنهار يتفقون على جدول واحد لكل المقاييس",
}
QUOTES: Final = {
    "en": STATEMENTS[0][-1],
    "fa": "این رود یک‌دهم کمتر از ده سال پیش آب دارد. ما خواستار یک جدول از همهٔ سنجه‌ها هستیم.",
    "ar": "يحمل النهر عُشرًا أقل مما كان قبل عشر سنوات. ونطلب جدولًا واحدًا لكل المقاييس.",
}
"""What was said in English, translated."""

COVERAGE: Final = (
    {"outlet": "The River Gazette", "place": "Sarvab", "link": "https://gazette.example/one-table"},
    {"outlet": "رادیو دلتا", "place": "سرواب", "link": "https://delta.example/gauges"},
)
REPORTS: Final = "/minutes/v1/reports"


async def report(stage: Stage, settings: Settings) -> None:
    """Each step looks first at how far it is."""
    form = {"gathering": str(stage.gathering)}
    made = (await stage.client.post(REPORTS, form, key=stage.key("report"))).json()
    path = f"{REPORTS}/{made['id']}"
    statement = await _quoted(stage)
    if made["state"] == "draft":
        await subscribe(stage, settings)
        await _step(stage, path, "write", _said(made, HEADLINES, statement))
        await _step(stage, path, "publish")
    now = (await stage.client.get(path)).json()
    if now["state"] == "published":
        why = {"reason": "Forty of the sixty members were represented when it was agreed."}
        await _step(stage, path, "correct", _said(now, RIGHT, statement) | why)
    for nth, each in enumerate(COVERAGE):
        await stage.client.post(f"{path}/coverage", each, key=stage.key(f"coverage-{nth}"))
    done(
        "a report for the press, in three languages, corrected once; two outlets wrote of it, and a reader was told by mail"
    )


async def _step(stage: Stage, path: str, step: str, form: dict[str, Any] | None = None) -> None:
    tag = (await stage.client.get(path)).headers["ETag"]
    await stage.client.post(f"{path}/{step}", form, key=stage.key(f"report-{step}"), match=tag)


async def _quoted(stage: Stage) -> str:
    """The statement whose words these are."""
    found = [each async for each in stage.client.every(f"{stage.minutes}/statements") if each["words"] == QUOTES["en"]]
    must(len(found) == 1, "what the report quotes was said once")
    return str(found[0]["id"])


def _said(report: dict[str, Any], headlines: dict[str, str], statement: str) -> dict[str, Any]:
    """What it says, under other headlines; the quotation in each language."""
    texts = {
        language: text | {"headline": headlines[language], "quote": QUOTES[language]}
        for language, text in report["texts"].items()
    }
    return {"texts": texts, "statement": statement}
