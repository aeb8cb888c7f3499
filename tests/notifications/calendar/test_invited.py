"""Who is invited: asked by the same entry that becomes the one of the registration, whichever mail is late."""

import random
from collections.abc import Sequence
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.notifications.channels import Entry
from services.notifications.mirrors import Gathering
from services.notifications.notifications.queries import Joined
from shared.contracts import Event
from shared.contracts.invitations import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationSent,
    InvitationTentative,
    InvitationWithdrawn,
)
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.store import Stored
from tests.notifications.calendar.known import Known
from tests.notifications.calendar.own import after, noted, read
from tests.notifications.house import GATHERING, facts, gathering, person_id
from tests.notifications.wording.golden import INVITED as OF
from tests.notifications.wording.golden import ORGANIZATION, SENT, told

PERSON: dict[str, Any] = {**OF, "person": person_id(17)}
ANSWER: dict[str, Any] = {**PERSON, "source": "link"}
INVITED = InvitationSent(**PERSON, sent_at=SENT)
TAKEN_BACK = InvitationWithdrawn(**PERSON)
PLACE = RegistrationConfirmed(**facts(17), seat=1, ticket=1)

STEPS: dict[str, tuple[Event, ...]] = {
    "invite": (INVITED,),
    "perhaps": (InvitationTentative(**ANSWER),),
    "accept": (InvitationAccepted(**ANSWER), PLACE),
    "decline": (InvitationDeclined(**ANSWER), RegistrationWithdrawn(**facts(17), freed_seat=1)),
    "take back": (
        TAKEN_BACK.model_copy(update={"quiet": True}),
        RegistrationCancelled(**facts(17), freed_seat=1),
    ),
    "withdraw": (TAKEN_BACK,),
}
"""What may become of an invitation, and what that does to the registration."""

FROM = {
    "invite": ("", "withdrawn"),
    "perhaps": ("pending",),
    "accept": ("pending", "tentative"),
    "decline": ("accepted",),
    "take back": ("accepted",),
    "withdraw": ("pending", "tentative"),
}


async def sent_at_once(known: Known, *events: Event) -> list[Entry]:
    found = []
    for minutes, event in enumerate(events):
        await known.hears(event)
        found += [known.sends(0, minutes) for _ in known.queued[:1]]
    return [each for each in found if each]


async def test_who_is_invited_is_asked_for_an_answer_which_the_place_then_is() -> None:
    known = Known()
    [asked] = await sent_at_once(known, INVITED)
    [attendee] = read(asked.content).vevent.attendee_list
    assert (asked.method, attendee.params["PARTSTAT"], attendee.params["RSVP"]) == (
        "REQUEST",
        ["NEEDS-ACTION"],
        ["TRUE"],
    )
    assert "invites you" in read(asked.content).vevent.description.value
    [comes] = await sent_at_once(known, *STEPS["accept"])
    [attendee] = read(comes.content).vevent.attendee_list
    assert (attendee.params["PARTSTAT"], attendee.params["RSVP"]) == (["ACCEPTED"], ["FALSE"])
    assert read(comes.content).vevent.uid.value == read(asked.content).vevent.uid.value
    assert noted(comes).sequence > noted(asked).sequence


async def test_what_is_taken_back_leaves_the_calendar_and_comes_again_when_it_is_sent_again() -> None:
    sent = await sent_at_once(Known(), INVITED, TAKEN_BACK, INVITED, TAKEN_BACK)
    assert [each.method for each in sent] == ["REQUEST", "CANCEL"] * 2
    assert [after(order) for order in permutations(sent)] == [None] * 24
    assert all(after(order) for order in permutations(sent[:3]))


async def test_who_comes_to_wait_after_an_invitation_is_told_of_the_waiting_alone() -> None:
    known = Known()
    assert len(await sent_at_once(known, INVITED, TAKEN_BACK)) == 2
    assert await sent_at_once(known, RegistrationWaitlisted(**facts(17), rank=4)) == []


async def test_who_names_delegates_comes_to_nothing_by_that() -> None:
    mail = await told(InvitationSent(**OF, **ORGANIZATION, sent_at=SENT))
    assert Joined({(Gathering, GATHERING): Stored(gathering())}, {}).part(mail) is None


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from([*STEPS]), max_size=10), st.randoms(use_true_random=False))
async def test_whatever_becomes_of_an_invitation_the_calendar_ends_as_it_is(
    steps: Sequence[str], chance: random.Random
) -> None:
    """A late mail of before brings nothing back. What is declined unasked stays to be taken away by its owner."""
    known, sent = Known(), list[Entry | None]()
    for step in ("invite", *steps):
        if known.invited not in FROM[step]:
            continue
        for event in STEPS[step]:
            await known.hears(event)
            if known.queued and chance.random() < 0.5:
                sent.append(known.sends(chance.randrange(len(known.queued)), len(sent)))
    while known.queued:
        sent.append(known.sends(chance.randrange(len(known.queued)), 1000 + len(sent)))
    arriving = [each for each in sent if each]
    chance.shuffle(arriving)
    there = after(arriving)
    assert bool(there) == (known.comes or known.invited in {"pending", "tentative"})
