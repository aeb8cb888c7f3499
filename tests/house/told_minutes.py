"""Of minutes: the keys that are put together, by package."""

from typing import get_args

from services.minutes.actions.model import ActionState
from services.minutes.actions.pages import typed as actions
from services.minutes.attendance.roll import Noting
from services.minutes.comments.model import CommentState
from services.minutes.comments.pages.draft import TROUBLES as REVIEW_TROUBLES
from services.minutes.comments.pages.keeper import DONE as REVIEW_DONE
from services.minutes.comments.pages.reviewer import DONE as OWN_REVIEW_DONE
from services.minutes.contributions.followed import Became
from services.minutes.contributions.model import ContributionState
from services.minutes.decisions.model import DecisionState
from services.minutes.desk.pages.forms import TROUBLES
from services.minutes.desk.pages.meeting import DONE
from services.minutes.desk.shown import STEPS as MINUTES_STEPS
from services.minutes.final_statement.amendments import AmendmentState
from services.minutes.final_statement.model import FinalStatementState
from services.minutes.final_statement.pages.frame import DONE as FINAL_DONE
from services.minutes.final_statement.pages.frame import TROUBLES as FINAL_TROUBLES
from services.minutes.mirrors.effects import Stands
from services.minutes.proceedings.pages.frame import TROUBLES as SITTING_TROUBLES
from services.minutes.proceedings.pages.statements import BEHALVES
from services.minutes.publication.parts import Part as RecordPart
from services.minutes.record.model import State as MinutesState
from services.minutes.reports.pages.writing import STEPS as REPORT_STEPS
from services.minutes.reports.pages.writing import TROUBLES as REPORT_TROUBLES
from services.minutes.reports.shown import PARTS as REPORT_PARTS
from services.minutes.speakers.model import SpeakersState
from services.minutes.speakers.pages import TROUBLES as SPEAKERS_TROUBLES
from services.minutes.taker.pages import DONE as TAKEN
from services.minutes.taker.pages import TROUBLES as TAKER_TROUBLES
from services.minutes.taker.shown import MARKS
from services.minutes.timelines.pages import STEPS
from shared.contracts.bodies import Question
from shared.contracts.contributions import ContributionKind
from shared.contracts.decisions import Adoption, Voted
from shared.contracts.documents import Distribution
from shared.contracts.effects import EffectKind
from shared.contracts.final_statements import AmendmentKind, Part
from shared.contracts.gatherings import Hindrance, Mode
from shared.contracts.speakers import Purpose
from shared.contracts.statements import Manner
from tests.house.tables import told_of
from tests.house.texts import fields

TOLD = {
    "services.minutes.history": fields(manner_=get_args(Manner)) | told_of("services.minutes.history"),
    "services.minutes.actions": fields(
        kind_=actions.KINDS, is_=actions.KINDS, calendar_=actions.CALENDARS, refused_=actions.REFUSED,
        state_=[*ActionState], step_=[*ActionState, "carried"], done_=actions.STEPS, wrong_=["text", "due", "carried"],
    ),
    "services.minutes.comments": fields(
        about_=["statement", "contribution", "action"], kind_=get_args(ContributionKind), settled_=[*CommentState],
        became_=[*ContributionState, *DecisionState], trouble_=REVIEW_TROUBLES,
        done_=REVIEW_DONE, done_own_=OWN_REVIEW_DONE,
    ),
    "services.minutes.reports": fields(
        "page_of", "comma", "feed_corrected", draft_=["lead", "lead_without_body", "present", "agenda", "decided"],
        state_=["draft", "published", "corrected"], part_=REPORT_PARTS, done_=REPORT_STEPS, trouble_=REPORT_TROUBLES
    ),
    "services.minutes.versions": fields(
        kind_=get_args(ContributionKind), state_=["recorded", *ContributionState, *DecisionState],
    ),
    "services.minutes.final_statement": fields(
        "wrong_same", "page_of", state_=[*FinalStatementState], done_=FINAL_DONE, trouble_=FINAL_TROUBLES,
        kind_=get_args(AmendmentKind), part_=get_args(Part), none_=get_args(Part), became_=[*AmendmentState],
        was_=get_args(AmendmentKind), replace_=get_args(Part), delete_=get_args(Part),
    ),
    "services.minutes.publication": fields(
        *("planned", "opened", "closed", "approved", "published", "corrected", "page_of"), *DecisionState,
        state_=[each.value for each in MinutesState], part_=RecordPart,
        feed_=["published", "corrected", "withdrawn", "adopted", "deferred"], came_=["adopted", "deferred"],
        feed_statement_=["corrected", "withdrawn", "hidden", "hidden_so"],
        away_=["excused", "represented"], role_=["chair", "acting", "opener", "rapporteur", "minute_taker"],
        mark_=[each.value for each in MinutesState if each.value not in {"published", "corrected"}],
        by_=get_args(Adoption), voted_=get_args(Voted), majority_=["simple", "two_thirds", "three_quarters", "absolute"],
        moment_=["taken_up", "closed"],
    ),
    "services.minutes.proceedings": fields(
        "approval_of", decided_=[*DecisionState], manner_=get_args(Manner), kind_=get_args(ContributionKind),
        state_=[*ContributionState], behalf_=BEHALVES, trouble_=SITTING_TROUBLES, wrong_=["behalf"],
        distribution_=get_args(Distribution), reads_=get_args(Distribution), became_=get_args(Became),
        undo_=["taking_up", "closing"],
    ),
    "services.minutes.desk": fields(
        *DecisionState, "gap_body", "gap_decisions", "gap_silence",
        step_=MINUTES_STEPS, done_=DONE, trouble_=[*TROUBLES, "at-the-door"], by_=get_args(Adoption),
        is_=["expected", *get_args(Noting)], voted_=get_args(Voted), question_=get_args(Question),
        effect_=["none", *get_args(EffectKind)], mode_=get_args(Mode),
        wrong_=["text", "votes", "same", "declared", "ballots", "effect", "reply_by", "represented_by", "arrived_at", "left_at"],
        **{f"card{what}": ["to_approve", "to_publish"] for what in ("_", "_go_", "_none_")},
    ),
    "services.minutes.decisions": fields(
        "a_gathering", "an_edition", "not_on_record", hindrance_=get_args(Hindrance),
        brings_=["about", *get_args(Mode), "postpone", "postpone_to", "call_meeting", "call_coordination"],
        stands_=["not_yet", "stays", *filter(None, get_args(Stands))],
    ),
    "services.minutes.timelines": fields(
        *STEPS, decision_=[*DecisionState, "taken", "corrected"], went_=["in", "out"]
    ),
    "services.minutes.speakers": fields(
        state_=["none", *SpeakersState], list_=[*SpeakersState], purpose_=get_args(Purpose), trouble_=SPEAKERS_TROUBLES
    ),
    "services.minutes.taker": fields(
        mark_=[*MARKS, "none"], done_=TAKEN, trouble_=TAKER_TROUBLES, purpose_=["point_of_order", "right_of_reply"]
    ),
}  # fmt: skip
