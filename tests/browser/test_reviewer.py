"""Who was there: from the mail to a comment without an account, its answer, the approval, and the check of what was published."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import httpx

from tests.browser.office import NAMES, Office
from tests.browser.visitor import EVERY, Visitor, Way

WORDS = "The river carries less water every year."
COMMENT = "We said that it carries a tenth less."


@EVERY
def test_who_was_there_comments_approves_and_checks_what_is_published(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    address = f"saraban-{uuid4().hex[:8]}@example.org"
    gathering, person = _adjourned(office, address, way.language)
    minutes = f"/minutes/v1/minutes/{gathering}"
    until = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    office.changes(minutes, "circulate", {"comments_until": until, "approvers": [str(person)]})
    reviewer = comes(way)
    link = office.mailed(address, "/minutes/review?link=")
    reviewer.goes(link)
    reviewer.reads(NAMES[way.language])
    _comments(reviewer, office, minutes)
    reviewer.goes(link)
    reviewer.reads("Nobody measured it.")
    reviewer.double_taps("comments.approve")
    reviewer.goes(link)
    reviewer.sees("comments.approved_by_you")
    office.post(f"{minutes}/publish")
    [version] = office.listed(f"{minutes}/versions", at_least=1)
    _checks(reviewer, office, gathering, version["sha256"])


def _comments(reviewer: Visitor, office: Office, minutes: str) -> None:
    """At the statement, of which one word is wrong; empty, the page says so and keeps its place. It is answered."""
    [statement] = office.listed(f"{minutes}/statements")
    place = reviewer.page.locator(f"[id='statement-{statement['id']}']")
    place.locator("summary").click()
    with reviewer.page.expect_navigation():
        place.locator("form button").click()
    reviewer.sees("web.wrong_missing")
    place.locator("textarea").fill(COMMENT)
    with reviewer.page.expect_navigation():
        place.locator("form button").click()
    reviewer.sees("comments.done_own_comment")
    [comment] = office.listed(f"{minutes}/comments")
    assert (comment["words"], comment["thing"]) == (COMMENT, statement["id"])
    settled = {"taken_up": False, "reason": "Nobody measured it."}
    office.changes(f"{minutes}/comments/{comment['id']}", "settle", settled)


def _checks(reviewer: Visitor, office: Office, gathering: UUID, sha256: str) -> None:
    """With the file alone, as the page says."""
    reviewer.goes(f"/minutes/{gathering}?lang={reviewer.way.language}")
    reviewer.presses("publication.to_versions")
    reviewer.reads(sha256)
    file = httpx.get(f"{office.settings.url}/minutes/versions/{gathering}/1.json").content
    assert hashlib.sha256(file).hexdigest() == sha256
    reviewer.presses("versions.read_it")
    reviewer.reads(WORDS)


def _adjourned(office: Office, address: str, language: str) -> tuple[UUID, UUID]:
    """A meeting with one delegate who came in, and one statement; and that person."""
    person = office.person("سراب مهرودی", address, language=language)
    home = office.organization(uuid4().hex[:8])
    gathering = office.gathering("announce", "open", delegate=3)
    path = f"/registration/v1/gatherings/{gathering}"
    place = {"category": "delegate", "person": str(person), "organization": str(home)}
    registration = office.post(f"{path}/registrations", place)["id"]
    for step in ("close", "convene"):
        office.post(f"{path}/{step}")
    office.post(f"/registration/v1/registrations/{registration}/entries", {"scan": str(uuid4())})
    minutes = f"/minutes/v1/minutes/{gathering}"
    office.listed(f"{minutes}/attendance?limit=1", at_least=1)
    said = {"words": WORDS, "said_in": "en", "manner": "summary", "speaker": str(person)}
    office.when(minutes, lambda it: bool(it.get("opened_at")))
    office.post(f"{minutes}/statements", said)
    office.post(f"{path}/adjourn")
    office.when(minutes, lambda it: bool(it.get("closed_at")))
    return gathering, person
