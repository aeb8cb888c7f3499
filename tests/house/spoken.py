"""What of the texts about speaking no template names as it stands: of lists of speakers, and of the minute taker."""

from typing import get_args

from services.minutes.speakers.model import SpeakersState
from services.minutes.speakers.pages import TROUBLES as SPEAKERS_TROUBLES
from services.minutes.taker.pages import DONE, TROUBLES
from services.minutes.taker.shown import MARKS
from shared.contracts.speakers import Purpose
from tests.house.texts import fields

SPOKEN = {
    "services.minutes.speakers": fields(
        state_=["none", *SpeakersState], list_=[*SpeakersState], purpose_=get_args(Purpose), trouble_=SPEAKERS_TROUBLES
    ),
    "services.minutes.taker": fields(
        mark_=[*MARKS, "none"], done_=DONE, trouble_=TROUBLES, purpose_=["point_of_order", "right_of_reply"]
    ),
}
