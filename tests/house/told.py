"""What of the texts no template and no line of code names as it stands: the keys that are put together, by package."""

from dataclasses import fields as fields_of
from typing import get_args

from services.notifications.channels import Trouble
from services.notifications.notifications.model import FAILED
from services.notifications.notifications.model import State as DeliveryState
from services.notifications.rules import TEMPLATES
from services.notifications.wording.render import FRAME
from services.registration.bodies.typed import MAJORITIES
from services.registration.credentials.model import CredentialsState
from services.registration.credentials.pages.one import STEPS as CREDENTIALS_STEPS
from services.registration.door.pages import REFUSALS
from services.registration.editions.model import EditionState
from services.registration.editions.moved import Unit
from services.registration.editions.pages.steps import STEPS as EDITION_STEPS
from services.registration.editions.pages.steps import TROUBLE as EDITION_TROUBLE
from services.registration.editions.typed import ABOUT as EDITION_ABOUT
from services.registration.effects.model import EffectState
from services.registration.effects.pages import STEPS as EFFECT_STEPS
from services.registration.effects.pages import TROUBLES as EFFECT_TROUBLES
from services.registration.fields.typed import KINDS as FIELD_KINDS
from services.registration.fields.typed import SAID_BY
from services.registration.files.model import DETAILS as FILE_DETAILS
from services.registration.gatherings.proposals import ProposalState
from services.registration.gatherings.states import GatheringState
from services.registration.invitations.coming import Word
from services.registration.invitations.model import REPLIES, InvitationState
from services.registration.invitations.pages.answering import BY_STAFF
from services.registration.letters.pages.shown import HOW, REFUSED, SAYS, TONES
from services.registration.merging.pages import IN_THE_WAY
from services.registration.modes.pages import STEPS as MODE_STEPS
from services.registration.offices.pages.one import TROUBLE as OFFICE_TROUBLE
from services.registration.organizations.kinds import KINDS as ORGANIZATION_KINDS
from services.registration.overview.pages.steps import MOVES, SAID
from services.registration.overview.typed import KINDS as GATHERING_KINDS
from services.registration.overview.typed import MODES, RULES
from services.registration.people.pages.posts import FIELDS as POSTS
from services.registration.programme.typed import WRONG as PROGRAMME_WRONG
from services.registration.registrations.model import RegistrationState
from services.registration.registrations.pages.details import OWN
from services.registration.roster.export import COLUMNS as ROSTER
from services.registration.roster.model import Standing, Verdict
from services.registration.roster.pages.behalf import REFUSALS as BEHALF
from services.registration.series.typed import ABOUT, PARTIES
from shared.contracts.bodies import BodyFormed
from shared.contracts.credentials import Ground, Power
from shared.contracts.decisions import QuorumCount, Votes
from shared.contracts.gatherings import GatheringFacts, GatheringKind, Hindrance, Mode
from shared.contracts.grants import Office
from shared.contracts.invitations import Source
from shared.contracts.organizations import OrganizationListed
from shared.contracts.people import Calendar, Digits, PersonRecorded
from shared.contracts.programme import ProgrammeFacts
from shared.contracts.registrations import Holding, Pending, Rejection, WalkIn
from shared.contracts.series import Counting, SeriesFacts
from shared.http.problems import KINDS
from tests.house.tables import told_of
from tests.house.texts import fields, words_of
from tests.house.told_minutes import TOLD as MINUTES

CATEGORIES = ("delegate", "observer", "expert", "press", "guest", "staff")
"""Those that domain.md names; a gathering may have others, which are shown as they are."""
EXTRA = ("precedence", "another_kind", "people", "terms_calendar", "title", "badge", "passport", "precedence_within")

TOLD = {
    **MINUTES,
    "shared.web": fields(
        means_=KINDS,
        place_=["today", "series", "gatherings", "people", "organizations", "bodies", "messages", "minutes", "team", "system"],
        wrong_=["missing", "long", "number", "moment", "choice", "other"],
    ) | told_of("shared.web"),
    "services.registration.imports": told_of("services.registration.imports"),
    "shared.locale": fields(
        "day",
        "date_time",
        weekday_=range(7),
        era_=get_args(Calendar),
        **{f"{calendar}_": range(1, 13) for calendar in get_args(Calendar)},
    ),
    "services": fields(
        service_=["registration", "notifications", "minutes"], service_is_=["registration", "notifications", "minutes"],
        upkeep_=["lag", "outbox", "jobs", "refused"],
    ),
    "services.registration.entries": fields(
        **{f"{word}_": ["people", "organizations", "bodies"] for word in ("title", "new", "search", "none", "none_hint")},
        field_=[
            *(field for event in (PersonRecorded, OrganizationListed, BodyFormed) for field in event.model_fields),
            *("rule", "numerator", "denominator", "majority_procedural", "majority_substantive"),
            *("another_kind", "terms_calendar", "badge", "passport", "precedence_within"),
        ],
        option_=[*ORGANIZATION_KINDS, *MAJORITIES, "more_than", "at_least", *get_args(Calendar), *get_args(Digits)],
        hint_=["name_also", "organization", "time_zone", "code", "country", "parent", "also", "members", *EXTRA],
        wrong_=["taken", "organization", "person"],
        moves_=["people", "organizations", "bodies", "registrations"],
        part_=["offices", "posts"], any_=["kind", "parent"], related_=["above", "below", "members", "former", "of"],
        quorum_=["more_than", "at_least"],
        in_the_way_=[each.replace("-", "_") for each in IN_THE_WAY],
    ) - {"field_person", "field_body", "field_same_as"},
    "services.registration.registrations": fields(
        category_=CATEGORIES,
        mode_=get_args(Mode),
        kind_=get_args(GatheringKind),
        state_=[each.value for each in RegistrationState if each.value not in {"pending", "waitlisted"}],
        gathering_=["postponed", "cancelled"],
        own_=OWN,
        is_=[*RegistrationState, *get_args(Pending)],
        calendar_=get_args(Calendar),
        digits_=get_args(Digits),
        rejected_=get_args(Rejection),
        held_=get_args(Holding),
        error_=["name", "email", "category", "organization", "invited"],
    )
    | fields(state_=get_args(Pending)),
    "services.registration.door": fields(
        refused_=REFUSALS, reason_=get_args(WalkIn), category_=CATEGORIES, error_=["name", "email", "reason"]
    ),
    "services.registration.roster": fields(
        "yes", "no",
        category_=CATEGORIES,
        is_=[*Standing],
        column_=[*ROSTER, "place"],
        reason_=[*get_args(Rejection), *get_args(Holding)],
        walked_in_=get_args(WalkIn),
        **{f"{what}_": [*Verdict] for what in ("do", "did", "sure", "follows")},
        refused_=BEHALF, credentials_=[*CredentialsState],
        error_=["email", "exists"],
        **{f"card{what}": ["to_be_approved", "waitlisted"] for what in ("_", "_go_", "_none_")},
    ),
    "services.registration.invitations": fields(
        "choose_somebody", "wrong_quota", category_=CATEGORIES, is_=[*InvitationState], reply_=REPLIES, source_=BY_STAFF,
        delegation_=["pending", "accepted", "declined"], mode_=get_args(Mode), error_=["email", "same", "file"],
        row_=["email", "name", "twice", "quota"], became_=get_args(Word),
        refused_=["too-late", "withdrawn", "over", "quota", "too-many", "moved", "past", "other"],
        state_=InvitationState, came_=get_args(Source), not_=["invited-otherwise", "not-announced", "over", "other"],
    ),
    "services.registration.letters": fields(
        *SAYS, "void_mark", "moved_on", "not_now", invites_=["person", "from", "home"], answer_=["person", "home"],
        state_=TONES, way_=HOW, wrong_=["day", "address", "nobody"], refused_=[*REFUSED, "other"]),
    "services.registration.groups": fields(
        field_=["called", "number", "organization", "named", "came", "withdrawn"],
        wrong_=["called", "organization", "named", "came"],
    ),
    "services.registration.participants": fields(
        "as_of", "page_of", "count", category_=CATEGORIES, column_=["organization", "name", "also", "position", "category"]
    ),
    "services.registration.team": fields(
        office_=get_args(Office), what_=["body", "organization", "gathering"], wrong_=["email", "thing"]
    ),
    "services.registration.series": fields(
        field_=SeriesFacts.model_fields,
        kind_=GATHERING_KINDS, calendar_=get_args(Calendar), counts_=get_args(Counting), hint_=PARTIES,
        wrong_=["no_language", *(each.removeprefix("wrong_") for each in ABOUT.values())],
    ),
    "services.registration.credentials": fields(
        "moved_on", "not_now", power_=get_args(Power), state_=[*CredentialsState], reason_=get_args(Ground),
        wrong_=["address", "nobody", "exists", "powers", "day"], step_=CREDENTIALS_STEPS, follows_=CREDENTIALS_STEPS,
    ),
    "services.registration.offices": fields(
        "moved_on", "say_this", "wrong_time", "wrong_address", "wrong_nobody", *OFFICE_TROUBLE.values(),
        field_=["title", "calendar", "since", "until"], calendar_=get_args(Calendar),
    ),
    "services.registration.people": fields(
        field_=["title", "positions", *POSTS[-5:]], calendar_=get_args(Calendar),
        wrong_=["positions", "elsewhere", "organization", "time"],
    ),
    "services.registration.editions": fields(
        "moved_on", "not_now", "say_this", *EDITION_TROUBLE.values(), *EDITION_ABOUT.values(), "wrong_taken",
        state_=[*EditionState, "again"], became_=[*EditionState, "again", "corrected"], standing_=["due", "overdue", "unplanned"],
        key_=["due", "moved", "lapsed", "planned", "held"], why_=get_args(Counting), calendar_=get_args(Calendar),
        kind_=get_args(GatheringKind), counts_=get_args(Counting), moved_by_=get_args(Unit), later_=get_args(Unit),
        **{f"{what}_": [*EDITION_STEPS, "again"] for what in ("step", "follows")},
        field_=[
            *(each for step in EDITION_STEPS.values() for each in step.fields),
            *("number", "due", "objectives", "state", *PARTIES),
        ],
    ) - {"wrong_long", "wrong_choice", "field_requirement"},
    "services.registration.gatherings": fields(
        "meeting_of", "edition_of", "online", "and_online", coordination_=["meeting", "edition", "title"],
        state_=[each.value for each in GatheringState],
    ),
    "services.registration.effects": fields(
        "a_gathering", "an_edition", "unknown",
        state_=EffectState, trouble_=EFFECT_TROUBLES, hindrance_=get_args(Hindrance), step_=EFFECT_STEPS,
        follows_=EFFECT_STEPS, brings_=[*get_args(Mode), "postpone", "postpone_to", "meeting", "coordination"],
    ),
    "services.registration.modes": fields(
        "moved_on", "not_now", "say_this", "wrong_period",
        mode_=MODES, state_=[*ProposalState], step_=MODE_STEPS, follows_=MODE_STEPS, calendar_=get_args(Calendar),
        hint_=["proposed_by", "decided_by"],
        field_=[each for step in MODE_STEPS.values() for each in step.fields if each != "body"],
    ),
    "services.registration.fields": fields(
        usual_=get_args(GatheringKind),
        kind_=FIELD_KINDS, said_by_=SAID_BY, category_=CATEGORIES, wrong_=["no_language", "no_choice", "fields"]),
    "services.registration.answers": fields(
        "not_now", "moved_meanwhile", said_by_=SAID_BY[1:], answer_=["yes", "no"],
        wrong_=["day", "unknown", "anew", "again", *(key.removeprefix("wrong_") for key in FILE_DETAILS)]),
    "services.registration.overview": fields(
        "moved_on", "not_now", "say_why",
        state_=[each.value for each in GatheringState], step_=[*MOVES, *SAID], follows_=[*MOVES, *SAID],
        category_=CATEGORIES, kind_=GATHERING_KINDS, mode_=MODES, rule_=RULES,
        field_=[*(field for field in GatheringFacts.model_fields if field != "gathering"), "state", "reason", "theme_more"],
        wrong_=["no_language", "zone", "order", "same", "seats", "no_seats",
            "coordinates", "coordination", "theme_more", "authoritative", "day",
            "places", "no_seats_there", "required", "slug", "window_from", "window_until"],
    ),
    "services.registration.programme": fields(
        "moved_on", "not_now", field_=["title", "room"], since_=ProgrammeFacts.model_fields,
        wrong_=["no_language", *(each.removeprefix("wrong_") for each in PROGRAMME_WRONG.values())],
    ),
    "services.registration.timelines": fields(
        "entered", "changed", "corrected", "signed_in", "asked",
        is_=[*RegistrationState, *get_args(Pending)], state_=[*GatheringState],
    ),
    "services.notifications.timelines": fields("told_everybody", "told_invited", "mail", state_=DeliveryState),
    "services.notifications.desk": fields(
        state_=DeliveryState,
        trouble_=Trouble,
        reason_=["past", "erased", "superseded", "called_off"],
        to_=["registered", "invited"],
        refused_=["superseded", "moved", "not-failed", "not-sent", "on-its-way", "often-enough", "may-have-arrived"],
        **{f"{word}_": ["retry", "again", "call-off"] for word in ("can", "do", "follows")},
        card_go_=FAILED,
    ),
    "services.notifications.calendar": fields("online", "coming", "postponed", "cancelled", "ended", "invited", "uninvited"),
    "services.notifications.wording": fields(
        *FRAME, *(f"edition{each}" for each in ("", "_named", "_due", "_planned")),
        "gathering", "begins", "begins_there", "ends", "venue", "address", "venue_map", "online", *TEMPLATES,
        *(f"{template}-subject" for template in TEMPLATES),
        fact_=[fact for rule in TEMPLATES.values() for fact in rule.facts], category_=CATEGORIES,
    ) | {word for rule in TEMPLATES.values() for word in words_of(rule)},
}  # fmt: skip
"""Package -> keys that a table or code asks for, beside what its templates name themselves."""

GIVEN = {
    "votes": {each.name for each in fields_of(Votes)},
    "decision_quorum": {each.name for each in fields_of(QuorumCount)},
    "quorum_statement": {each.name for each in fields_of(QuorumCount)},
    "quorum_then": {each.name for each in fields_of(QuorumCount)},
    "quorum_missing": {"count", *(each.name for each in fields_of(QuorumCount))},
    "in_series": {"year", "serial"},
}
"""What is inserted where a template hands over what it was given."""
