"""Who chairs: signed in by the link of the invitation to the role, sees who is there, records, corrects, approves, publishes.

The quorum falls as members leave: on the next item nothing is decided until they come back, and the record says so item by item.
And whoever reads it then: from home to the minutes, in two languages, without an account.
"""

from collections.abc import Callable
from uuid import uuid4

from tests.browser.meeting import GAUGES, WATER, Meeting, adjourned, in_session, passes
from tests.browser.office import NAMES, Office
from tests.browser.visitor import EVERY, Visitor, Way

DECIDED = {"en": "All basins measure.", "fa": "همهٔ حوضه‌ها اندازه می‌گیرند.", "ar": "جميع الأحواض تقيس."}
SHARED = {
    "en": "The basins share what they measure.",
    "fa": "حوضه‌ها آنچه می‌سنجند به اشتراک می‌گذارند.",
    "ar": "تتبادل الأحواض ما تقيسه.",
}
ASKED = {"en": "A gauge is built.", "fa": "آب‌سنجی ساخته می‌شود.", "ar": "يُبنى مقياس."}
CORRECTED = {
    "en": "All basins measure daily.",
    "fa": "همهٔ حوضه‌ها روزانه اندازه می‌گیرند.",
    "ar": "جميع الأحواض تقيس يوميًا.",
}


@EVERY
def test_the_chair_records_corrects_and_publishes_and_everybody_reads_it(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    meeting = in_session(office, 2, (WATER, GAUGES))
    address = f"chair-{uuid4().hex[:8]}@example.org"
    office.invited("Rivka Weir", address, "chair", meeting.body, way.language)
    chair = comes(way)
    chair.goes(office.mailed(address, "/sign-in?link="))
    chair.presses("web.sign_in")
    chair.goes(f"/minutes/gatherings/{meeting.gathering}?lang={way.language}")
    chair.sees("minutes.desk.quorum_there")
    _records_on_an_item(chair, meeting)
    _is_refused_without_a_quorum(chair, office, meeting)
    _records_and_corrects(chair)
    adjourned(office, meeting)
    for step in ("approve", "publish"):
        chair.goes(f"/minutes/gatherings/{meeting.gathering}")
        chair.opens(f"minutes.desk.{step}")
        chair.presses_within(f"minutes.desk.{step}")
        chair.sees(f"minutes.desk.done_{step}")
    chair.signs_out()
    _is_read(comes(way))


def _records_on_an_item(chair: Visitor, meeting: Meeting) -> None:
    """Both are there: what is decided keeps that with its item."""
    chair.fills(**{f"text_{tag}": text for tag, text in SHARED.items()})
    chair.chooses("item", WATER[chair.way.language])
    chair.picks("minutes.desk.by_consensus")
    chair.presses("minutes.desk.record")
    chair.sees("minutes.proceedings.quorum_then", members=meeting.members, present=meeting.members, required=2)


def _is_refused_without_a_quorum(chair: Visitor, office: Office, meeting: Meeting) -> None:
    """A delegate goes out: on the next item nothing is decided, the page says who is missing, and what was written still stands.
    They come back, and it is taken."""
    passes(office, meeting, "exits")
    chair.fills(**{f"text_{tag}": text for tag, text in ASKED.items()})
    chair.chooses("item", GAUGES[chair.way.language])
    chair.picks("minutes.desk.by_acclamation")
    chair.presses("minutes.desk.record")
    chair.sees("minutes.desk.trouble_no-quorum")
    chair.sees("minutes.desk.quorum_missing", present=1, members=meeting.members, required=2, count=1)
    passes(office, meeting, "entries")
    chair.presses("minutes.desk.record")
    chair.sees("minutes.desk.done_record")
    chair.reads(ASKED[chair.way.language])


def _records_and_corrects(chair: Visitor) -> None:
    language = chair.way.language
    chair.presses("minutes.desk.record")
    chair.sees("minutes.desk.wrong_text")
    chair.fills(**{f"text_{tag}": text for tag, text in DECIDED.items()})
    chair.picks("minutes.desk.by_consensus")
    chair.presses("minutes.desk.record")
    chair.sees("minutes.desk.done_record")
    chair.reads(DECIDED[language])
    chair.presses("minutes.desk.correct_or_withdraw", number=3)
    chair.fills(**{f"text_{tag}": text for tag, text in CORRECTED.items()}, reason="A word was missing.")
    chair.presses("minutes.desk.correct")
    chair.sees("minutes.desk.done_correct")
    chair.reads(CORRECTED[language])


def _is_read(reader: Visitor) -> None:
    """By somebody who has no account."""
    language = reader.way.language
    reader.goes(f"/?lang={language}")
    reader.turns_to("web.place_minutes")
    reader.follows(NAMES[language])
    reader.reads(CORRECTED[language])
    reader.sees("minutes.publication.quorum_by_item")
    reader.sees("minutes.publication.decision_quorum", present=2, members=2, required=2)
    other = "fa" if language == "en" else "en"
    reader.follows_to(f"lang={other}", among="header")
    reader.reads(CORRECTED[other])
    assert reader.status("/today") == 401
    assert reader.status("/registration/people") == 401
