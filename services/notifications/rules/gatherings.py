"""What everybody who is registered for a gathering is told of it. Where the registration stands, none of it says."""

from datetime import timedelta
from functools import partial

from services.notifications.rules.registrations import PAGE
from services.notifications.rules.rule import END, Audience, Link, Rule
from shared.contracts.final_statements import FinalStatementAdopted
from shared.contracts.gatherings import (
    GatheringAnnounced,
    GatheringCancelled,
    GatheringChanged,
    GatheringPostponed,
    GatheringRescheduled,
)
from shared.contracts.programme import ProgrammePublished

CONCERNED = ("confirmed", "waitlisted", "to_be_approved", "on_hold")
"""Who holds a place, waits for one, or waits for the secretariat's answer is concerned."""

STATEMENT = Link("final-statement", "/minutes/final-statement", good_for=timedelta(days=365))
"""Where everybody reads it; of which gathering, the registration says that the link is of."""

REGISTERED = Audience("registered", CONCERNED)

_told = partial(Rule, standing="", link=PAGE, until=END, to=REGISTERED)

EVERYBODY = (
    _told(
        GatheringChanged,
        template="gathering-changed",
        says={"material": True},
        facts=("mode", "was_starts_at", "was_ends_at", "was_venue", "was_venue_address", "was_mode", "grounds"),
    ),
    _told(
        GatheringRescheduled,
        template="gathering-rescheduled",
        facts=("reason", "was_starts_at", "was_ends_at"),
    ),
    _told(GatheringPostponed, template="gathering-postponed", facts=("reason",)),
    _told(GatheringAnnounced, template="gathering-announced", says={"again": True}),
    _told(
        ProgrammePublished,
        template="programme-changed",
        says={"material": True},
        facts=("moved", "withdrawn", "added"),
    ),
    _told(GatheringCancelled, template="gathering-cancelled", facts=("reason",)),
    Rule(FinalStatementAdopted, "", "final-statement-adopted", facts=("adopted_at",), link=STATEMENT, to=REGISTERED),
)
