"""registration: who is invited, who comes, who holds a seat. Its subjects, in order: each may look at those below it.

timelines       what became of a gathering or a person, across the services
sessions        who is signed in, and the links to sign in by
erasure         whoever is erased is erased wherever something is kept of them
merging         what was entered twice becomes one
team            who has which role
door            who comes in and goes out
overview        a gathering as the secretariat enters, changes and steers it
participants    who takes part, as everybody who does may read it
groups          people who are invited as one, without names, and counted by their number
roster          everybody who registered, as lists show them and find them by name
replies         what calendars answer to the entries that mails brought
subscriptions   the own gatherings as a feed for a calendar program
effects         what decisions bring about here, once somebody confirms it
modes           in which mode a gathering is held, as was proposed and decided
answers         what they answered to the questions of their category
letters         invitations on paper: numbered, signed, and as they were sent for good
delegations     what became of those who are named by an invitation
registrations   who asks for a place, who is let in, who holds a seat or waits
invitations     who is invited, and what they answer
credentials     letters by which organizations say who may speak and vote for them
files           what people bring as one, outside of documents
programme       the sessions of a gathering, each at its time and place
fields          what a category asks of those who register
gatherings      what takes place, with how many seats, and what becomes of it
imports         tables of organizations, of people, and of editions of earlier times
editions        each time that a series is due, and what becomes of it
offices         what a body has somebody for, and who held it from when to when
series          why gatherings are held again and again: the mandate
bodies          what decides, and its members
people          how to reach and address them
organizations   who may be represented
entries         how all that is kept is found, changed and remembered

The order is also that in which FastAPI looks through their routes: what is asked most stands early.
"""

from services.registration import (
    answers,
    bodies,
    credentials,
    delegations,
    door,
    editions,
    effects,
    entries,
    erasure,
    fields,
    files,
    gatherings,
    groups,
    imports,
    invitations,
    letters,
    merging,
    modes,
    offices,
    organizations,
    overview,
    participants,
    people,
    programme,
    registrations,
    replies,
    roster,
    series,
    sessions,
    subscriptions,
    team,
    timelines,
)
from shared.flow import Definition

SERVICE = Definition(
    "registration",
    (
        timelines.SUBJECT,
        sessions.SUBJECT,
        erasure.SUBJECT,
        merging.SUBJECT,
        team.SUBJECT,
        door.SUBJECT,
        overview.SUBJECT,
        participants.SUBJECT,
        groups.SUBJECT,
        roster.SUBJECT,
        replies.SUBJECT,
        subscriptions.SUBJECT,
        effects.SUBJECT,
        modes.SUBJECT,
        answers.SUBJECT,
        letters.SUBJECT,
        delegations.SUBJECT,
        registrations.SUBJECT,
        invitations.SUBJECT,
        credentials.SUBJECT,
        files.SUBJECT,
        programme.SUBJECT,
        fields.SUBJECT,
        gatherings.SUBJECT,
        imports.SUBJECT,
        editions.SUBJECT,
        offices.SUBJECT,
        series.SUBJECT,
        bodies.SUBJECT,
        people.SUBJECT,
        organizations.SUBJECT,
        entries.SUBJECT,
    ),
)
