"""The journalist: from the list of reports to the paper, told by mail without an account, of a correction, and never again."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from tests.browser.meeting import in_session
from tests.browser.office import Office
from tests.browser.visitor import EVERY, Visitor, Way

HEADLINES = {
    "en": "Sixty towns share one table of gauges",
    "fa": "شصت شهر یک جدول سنجه دارند",
    "ar": "ستون مدينة تتشارك جدول المقاييس",
}
RIGHT = {
    "en": "Forty towns share one table of gauges",
    "fa": "چهل شهر یک جدول سنجه دارند",
    "ar": "أربعون مدينة تتشارك جدول المقاييس",
}
CHANGED = {"en": ("Sixty", "Forty"), "fa": ("شصت", "چهل"), "ar": ("ستون", "أربعون")}
WHY = "Forty of the sixty were represented."


@EVERY
def test_a_journalist_reads_the_report_subscribes_is_told_what_was_corrected_and_leaves(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    address, report = f"rushwater-{uuid4().hex[:8]}@example.org", _published(office)
    journalist = comes(way)
    journalist.goes(f"/minutes/reports/?lang={way.language}")
    journalist.follows(HEADLINES[way.language])
    page = journalist.page.url
    _takes_the_paper(journalist)
    _subscribes(journalist, office, address)
    said: dict[str, Any] = {"texts": _texts(RIGHT), "statement": None, "related": [], "reason": WHY}
    office.changes(report, "correct", said)
    # by its address: whoever subscribes within a minute is told of the one before, too
    told = office.mailed(address, f"{urlsplit(page).path}?")
    assert told.split("?")[0] == page.split("?")[0]
    journalist.goes(told)
    journalist.reads(RIGHT[way.language])
    journalist.sees("reports.corrections")
    journalist.reads(WHY)
    gone, added = CHANGED[way.language]
    assert gone in journalist.page.locator("main del").first.inner_text()
    assert added in journalist.page.locator("main ins").first.inner_text()
    journalist.goes(office.mailed(address, "/registration/reports/own?link="))
    journalist.sees("subscriptions.reports_confirmed")
    journalist.opens("subscriptions.do_leave")
    journalist.presses_within("subscriptions.do_leave")
    journalist.sees("subscriptions.reports_ended")


def _takes_the_paper(journalist: Visitor) -> None:
    """As PDF, in the language of the page."""
    href = journalist.page.locator("main a[type='application/pdf']").get_attribute("href")
    answer = journalist.page.context.request.get(f"{journalist.url}{href}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-language"] == journalist.way.language
    assert answer.body().startswith(b"%PDF-1.7")


def _subscribes(journalist: Visitor, office: Office, address: str) -> None:
    """What is no address is said, and kept; then one mail, whose link only shows until its button is pressed."""
    journalist.goes(f"/minutes/reports/?lang={journalist.way.language}")
    journalist.presses("minutes.reports.subscribe")
    journalist.fills(email="rushwater at example", language=journalist.way.language)
    journalist.presses("subscriptions.tell_me")
    journalist.sees("subscriptions.error_email")
    assert journalist.page.locator("#email").input_value() == "rushwater at example"
    journalist.fills(email=address)
    journalist.presses("subscriptions.tell_me")
    journalist.sees("subscriptions.received_text")
    link = office.mailed(address, "/registration/reports/own?link=")
    for _ in range(2):
        journalist.goes(link)
        journalist.sees("subscriptions.reports_asked")
    journalist.double_taps("subscriptions.do_confirm")
    journalist.sees("subscriptions.reports_confirmed")


def _published(office: Office) -> str:
    """A report of a meeting that everybody reads; the path of it."""
    made = office.post("/minutes/v1/reports", {"gathering": str(in_session(office).gathering)})
    path = f"/minutes/v1/reports/{made['id']}"
    office.changes(path, "write", {"texts": _texts(HEADLINES), "statement": None, "related": []})
    office.post(f"{path}/publish")
    return path


def _texts(headlines: dict[str, str]) -> dict[str, Any]:
    lead = {"en": "They met.", "fa": "جلسه داشتند.", "ar": "اجتمعوا."}
    return {language: {"headline": words, "lead": lead[language]} for language, words in headlines.items()}
